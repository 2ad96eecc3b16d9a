package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.DataSafety;
import nines.result.Durability;
import nines.result.Estimate;
import nines.result.Result;
import nines.result.StageTime;
import nines.result.Verdict;

/**
 * What becomes of the data of one component, in one line: what is lost (RPO), when it is served again (RTO), and how sure it is to
 * outlive a year.
 *
 * @param whose name of the component
 * @param lost 95 % of all take-overs and restores lose less writing; empty where that is not told in seconds
 * @param lostNote what that rests on
 * @param back 95 % of all interruptions are shorter; empty for objects of stores
 * @param stages what the mean interruption consists of; empty where nothing was interrupted
 * @param durability nines a year, or a bound where nothing was lost
 * @param durabilityNote what the nines mean
 */
public record DataLine(
        String whose,
        String lost,
        String lostNote,
        String back,
        String stages,
        String durability,
        String durabilityNote) {
    private static final double MOST = 0.95;

    /** A line for each component that keeps data. */
    public static List<DataLine> of(Result result) {
        List<DataLine> lines = new ArrayList<>();
        result.data().forEach(data -> lines.add(of(data)));
        result.durability().forEach(store -> lines.add(of(store)));
        return lines;
    }

    private static DataLine of(DataSafety data) {
        boolean interrupted = data.interruptionsPerYear().value() > 0;
        boolean moved = data.takeoversPerYear().value() + data.restoresPerYear().value() > 0;
        boolean gone = data.goneCompletelyPerYear().value() > 0;
        Estimate all = data.lossOfAllPerYear();
        return new DataLine(
                data.name(),
                moved ? nothingOr(data.seconds(MOST)) : gone ? "all" : "nothing",
                moved
                        ? "95 % of take-overs and restores lose less"
                        : gone ? "nothing was left to restore it from" : "no take-over and no restore seen",
                interrupted ? gone && !moved ? "never" : sure(data.recovery(MOST)) : "at once",
                interrupted ? stages(data) : "",
                nines(all),
                all.value() > 0
                        ? "all of it lost: " + Amounts.perYear(data.goneCompletelyPerYear())
                                + (data.goneCompletelyPerYear().value() < 0.1 ? "" : " a year")
                        : bound(data.goneCompletelyPerYear()));
    }

    private static DataLine of(Durability store) {
        Estimate loss = store.everyLossPerYear();
        return new DataLine(
                store.name(),
                "",
                "",
                "",
                "",
                nines(loss),
                loss.value() > 0 ? "of an object, a year" : bound(store.lossesPerYear()));
    }

    private static String bound(Estimate perYear) {
        return perYear.hasInterval() && perYear.high() > 0 ? "none seen: " + Amounts.perYear(perYear) : "no loss seen";
    }

    private static String nothingOr(Estimate seconds) {
        return seconds.value() == 0 ? "nothing" : sure(seconds);
    }

    private static String sure(Estimate seconds) {
        String text = Amounts.duration(seconds);
        return seconds.isKnown() && seconds.verdict() == Verdict.NOT_TRUSTED ? text + "?" : text;
    }

    private static String stages(DataSafety data) {
        List<String> texts = new ArrayList<>();
        for (StageTime stage : data.stages()) {
            texts.add(stage.stage() + " " + Amounts.duration(stage.seconds()));
        }
        return String.join(", ", texts);
    }

    /** Nines of outliving a year. */
    static String nines(Estimate loss) {
        if (loss.value() > 0) {
            String text = Amounts.decimals(-StrictMath.log10(loss.value()), 1);
            return loss.verdict() == Verdict.NOT_TRUSTED ? text + "?" : text;
        }
        return loss.hasInterval() && loss.high() > 0
                ? "above " + Amounts.decimals(floor(-StrictMath.log10(loss.high())), 1)
                : Amounts.NOT_KNOWN;
    }

    /** A lower bound is rounded down. */
    private static double floor(double nines) {
        return Math.floor(10 * nines) / 10;
    }
}
