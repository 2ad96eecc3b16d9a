package nines.ui.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nines.quantity.Figures;
import nines.result.Availability;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Outcome;
import nines.result.Target;
import nines.result.Verdict;

/**
 * What a run says about one journey, answer first.
 *
 * @param big the nines
 * @param between their interval
 * @param sentence availability, downtime a year with its interval, and the verdict, in one sentence
 * @param verdict the worst outcome of the journey's targets
 * @param verdictWords that in a few words; empty when nothing was promised
 * @param trust how far to believe it
 * @param trustWords why not further; empty when the evidence is good
 */
public record Answer(
        String big,
        String between,
        String sentence,
        Outcome verdict,
        String verdictWords,
        Verdict trust,
        String trustWords) {

    static Answer of(Journey journey) {
        Availability requests = journey.requests();
        Estimate lost = requests.unavailability();
        return new Answer(
                big(lost),
                between(requests.nines()),
                sentence(journey, lost, requests.downtimePerYear()),
                verdict(journey),
                verdictWords(journey),
                lost.verdict(),
                trustWords(lost));
    }

    private static boolean isNoneSeen(Estimate lost) {
        return lost.value() == 0;
    }

    private static String big(Estimate lost) {
        if (!lost.isKnown()) {
            return "Not known";
        }
        if (isNoneSeen(lost)) {
            return lost.high() > 0 && lost.high() < 1 ? "≥ " + Figures.nines(lost.high()) + " nines" : "Nothing lost";
        }
        return Figures.nines(lost.value()) + " nines";
    }

    private static String between(Estimate nines) {
        if (!nines.hasInterval() || Double.isInfinite(nines.high()) || Double.isInfinite(nines.low())) {
            return "";
        }
        return "between " + twoDecimals(nines.low()) + " and " + twoDecimals(nines.high()) + level(nines);
    }

    private static String twoDecimals(double nines) {
        return new BigDecimal(nines).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String level(Estimate estimate) {
        return Double.isNaN(estimate.level())
                ? ""
                : ", with " + Figures.number(100 * estimate.level()) + " % confidence";
    }

    private static String sentence(Journey journey, Estimate lost, Estimate downtime) {
        String name = "“" + journey.name() + "”";
        if (!lost.isKnown()) {
            return "How often " + name + " is answered is not known: " + lost.reason() + ".";
        }
        String promise = promise(journey);
        if (isNoneSeen(lost)) {
            String bound = downtime.high() > 0 && Double.isFinite(downtime.high())
                    ? ": less than " + Figures.duration(downtime.high()) + " of downtime a year" + level(downtime)
                    : "";
            return "No request of " + name + " was lost in "
                    + Figures.count(Math.rint(lost.evidence().years())) + " simulated years" + bound + promise + ".";
        }
        String interval = downtime.hasInterval()
                ? " (" + together(Figures.duration(downtime.low())) + " to "
                        + together(Figures.duration(downtime.high())) + ")"
                : "";
        return together(Figures.availability(lost.value())) + " of all “" + journey.name()
                + "” requests are answered, which is " + together(Figures.duration(downtime.value()))
                + " of downtime a year" + interval + promise + ".";
    }

    /** A figure and its units stay in one line. */
    private static String together(String figure) {
        return figure.replace(' ', '\u00a0');
    }

    private static String promise(Journey journey) {
        return journey.targets().stream()
                .filter(target -> target.outcome() == verdict(journey))
                .findFirst()
                .map(target -> switch (target.outcome()) {
                    case MET -> ", and keeps the promise of " + promised(target);
                    case MISSED -> ", and breaks the promise of " + promised(target);
                    case NOT_DECIDED -> ", too close to the promise of " + promised(target) + " to decide";
                })
                .orElse("");
    }

    private static String promised(Target target) {
        String what = target.measure().equals("availability")
                ? ""
                : " " + target.measure().replace('-', ' ');
        return together(
                        target.isShare()
                                ? Figures.availability(1 - target.promised())
                                : Figures.duration(target.promised()))
                + what;
    }

    private static Outcome verdict(Journey journey) {
        Outcome worst = Outcome.MET;
        for (Target target : journey.targets()) {
            if (target.outcome() == Outcome.MISSED) {
                return Outcome.MISSED;
            }
            worst = target.outcome() == Outcome.NOT_DECIDED ? Outcome.NOT_DECIDED : worst;
        }
        return worst;
    }

    private static String verdictWords(Journey journey) {
        if (journey.targets().isEmpty()) {
            return "";
        }
        return switch (verdict(journey)) {
            case MET -> "Target met";
            case MISSED -> "Target missed";
            case NOT_DECIDED -> "Not decided";
        };
    }

    private static String trustWords(Estimate lost) {
        String why = lost.reason().isEmpty() ? "" : ": " + lost.reason();
        return switch (lost.verdict()) {
            case GOOD -> "";
            case THIN -> "Thin evidence" + why;
            case NOT_TRUSTED -> "Do not trust this figure" + why;
        };
    }
}
