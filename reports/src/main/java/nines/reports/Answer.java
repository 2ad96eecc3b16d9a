package nines.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nines.result.Availability;
import nines.result.Estimate;
import nines.result.Evidence;
import nines.result.Exact;
import nines.result.Journey;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.Share;
import nines.result.Target;
import nines.result.Traffic;
import nines.result.Verdict;

/**
 * The answer, before anything is asked.
 *
 * @param manager the sentence to decide on
 * @param cause the sentence that names the largest cause; empty when there is none
 * @param statistician the sentence to defend it with
 * @param caution why the answer is not to be trusted, or rests on little; empty when it is good
 * @param trusted whether somebody may decide on it
 * @param promises the targets with their verdicts
 * @param tiles the numbers
 * @param note what the numbers mean
 */
record Answer(
        String manager,
        String cause,
        String statistician,
        String caution,
        boolean trusted,
        List<Promise> promises,
        List<Tile> tiles,
        String note) {

    /** Components whose data is told among the first numbers; the rest in the table below. */
    private static final int DATA = 2;

    /** One number, with what it is and its interval. */
    record Tile(String label, String value, String note) {
        /** Whether the value needs a smaller type to fit. */
        boolean isLong() {
            return value.length() > 11;
        }
    }

    static Answer of(Result result) {
        Traffic traffic = result.traffic();
        Answer ofRequests = traffic == null ? null : TrafficAnswer.of(result, traffic);
        return ofRequests == null ? ofYears(result) : ofRequests;
    }

    private static Answer ofYears(Result result) {
        Journey journey = result.answer();
        Estimate loss = journey.requests().unavailability();
        Verdict verdict = loss.verdict().worse(journey.requests().availability().verdict());
        return new Answer(
                manager(result, journey, verdict),
                cause(journey),
                statistician(result, journey),
                caution(journey, verdict),
                verdict != Verdict.NOT_TRUSTED,
                Promise.of(journey),
                tiles(result, journey),
                note(journey) + noteOfData(result));
    }

    private static String manager(Result result, Journey journey, Verdict verdict) {
        String name = "“" + journey.name() + "”";
        Availability requests = journey.requests();
        Estimate loss = requests.downtimePerYear();
        if (!loss.isKnown() && !loss.hasInterval()) {
            return "This run cannot tell how long " + name + " is down" + reason(loss) + ".";
        }
        String years = Amounts.count(Math.round(result.effort().simulatedYears()));
        if (loss.value() == 0) {
            String seen = "In " + years + " simulated years " + name + " lost nothing";
            return loss.hasInterval()
                    ? seen + "; with " + Amounts.percent(loss.level()) + " confidence it loses less than "
                            + Amounts.duration(loss.high(), 2) + " a year" + promise(journey) + "."
                    : seen + ", and nothing more can be said about how much it may lose" + promise(journey) + ".";
        }
        if (verdict == Verdict.NOT_TRUSTED) {
            return "Do not decide on this run: it saw " + name + " lose about " + Amounts.duration(loss.value(), 2)
                    + " a year, but too little of what decides that number"
                    + (Promise.deciding(journey)
                                    .filter(target -> target.outcome() != Outcome.NOT_DECIDED)
                                    .isPresent()
                            ? ""
                            : promise(journey))
                    + ".";
        }
        return name + " loses about " + Amounts.duration(loss.value(), 2) + " a year to failures, "
                + Amounts.nines(requests.nines()) + " nines" + promise(journey) + ".";
    }

    /** The verdict on the target that decides, as the second half of a sentence. */
    private static String promise(Journey journey) {
        Optional<Target> deciding = Promise.deciding(journey);
        if (deciding.isEmpty()) {
            return "; no target was set";
        }
        Target target = deciding.get();
        String wanted = Amounts.promised(target);
        boolean onMean = Double.isNaN(target.window()) && target.measure().contains("availability");
        String allowed = onMean ? " (" + Amounts.duration((1 - target.promised()) * Amounts.YEAR, 2) + " a year)" : "";
        return switch (target.outcome()) {
            case MET -> ", and keeps the promise of " + wanted + allowed;
            case MISSED -> ", and breaks the promise of " + wanted + allowed;
            case NOT_DECIDED -> "; whether it keeps the promise of " + wanted + allowed + " is not decided";
        };
    }

    private static String cause(Journey journey) {
        if (!(journey.lostBy().total() > 0) || journey.lostBy().byRoot().isEmpty()) {
            return "";
        }
        Share first = journey.lostBy().byRoot().get(0);
        String text = "The largest cause is " + first.name() + " with " + Amounts.percent(first.share());
        if (journey.lostBy().byStage().isEmpty()) {
            return text + " of the loss.";
        }
        Share stage = journey.lostBy().byStage().get(0);
        return text + " of the loss; by stage it is " + stage.name() + " with " + Amounts.percent(stage.share()) + ".";
    }

    private static String statistician(Result result, Journey journey) {
        Estimate loss = journey.requests().unavailability();
        Evidence evidence = loss.evidence();
        StringBuilder text = new StringBuilder("Request unavailability of “" + journey.name() + "”: ");
        text.append(loss.isKnown() ? Amounts.scientific(loss.value(), 3) : Amounts.NOT_KNOWN);
        if (loss.hasInterval()) {
            String high = Double.isInfinite(loss.high()) ? "unbounded" : Amounts.scientific(loss.high(), 3);
            text.append(", ").append(Amounts.percent(loss.level())).append(" interval ");
            text.append(Amounts.scientific(loss.low(), 3)).append(" to ").append(high);
        } else {
            text.append(", without an interval");
        }
        text.append(" (").append(loss.method()).append("), from ");
        text.append(Amounts.count(evidence.replications())).append(" independent replications of ");
        text.append(Amounts.plainDuration(result.scenario().horizon())).append(", ");
        text.append(Amounts.plain(evidence.years())).append(" simulated years and ");
        text.append(Amounts.count(Math.round(evidence.events()))).append(" informative events, from a ");
        text.append(result.scenario().start().equals("steady") ? "system long in use" : "fresh start")
                .append('.');
        exact(journey.requests(), text);
        return text.toString();
    }

    private static void exact(Availability requests, StringBuilder text) {
        for (Estimate estimate : List.of(requests.unavailability(), requests.availability(), requests.nines())) {
            Exact exact = estimate.exact();
            if (exact != null && exact.isKnown()) {
                String what = estimate.equals(requests.nines()) ? " nines" : "";
                text.append(" Theory says ")
                        .append(Amounts.number(exact.value(), 4))
                        .append(what);
                text.append(" (").append(exact.method()).append(')');
                if (estimate.value() > 0 && Double.isFinite(exact.gap())) {
                    text.append(": the estimate is ")
                            .append(Amounts.percent(Math.abs(exact.gap())))
                            .append(exact.gap() < 0 ? " below" : " above");
                }
                text.append('.');
                return;
            }
        }
    }

    private static String caution(Journey journey, Verdict verdict) {
        Estimate loss = journey.requests().unavailability();
        String reason =
                loss.reason().isEmpty() ? journey.requests().availability().reason() : loss.reason();
        return switch (verdict) {
            case GOOD -> "";
            case THIN -> sentence("Rests on little evidence", reason);
            case NOT_TRUSTED -> sentence("Not to be trusted", reason);
        };
    }

    private static String sentence(String claim, String reason) {
        String text = reason.isEmpty()
                ? claim
                : reason.startsWith("rests on") ? "R" + reason.substring(1) : claim + ": " + reason;
        return text.endsWith(".") ? text : text + ".";
    }

    private static String reason(Estimate estimate) {
        return estimate.reason().isEmpty() ? "" : ": " + estimate.reason();
    }

    private static List<Tile> tiles(Result result, Journey journey) {
        List<Tile> tiles = ofJourney(journey);
        for (DataLine line : DataLine.of(result).stream().limit(DATA).toList()) {
            if (!line.lost().isEmpty()) {
                tiles.add(new Tile("RPO of “" + line.whose() + "”", line.lost(), line.lostNote()));
                tiles.add(new Tile("RTO of “" + line.whose() + "”", line.back(), line.stages()));
            }
            tiles.add(
                    new Tile("nines of durability, “" + line.whose() + "”", line.durability(), line.durabilityNote()));
        }
        return tiles;
    }

    private static List<Tile> ofJourney(Journey journey) {
        Availability requests = journey.requests();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(
                "nines",
                Amounts.nines(requests.nines()),
                Amounts.ninesInterval(requests.nines()),
                requests.nines().level()));
        Estimate lost = requests.downtimePerYear();
        tiles.add(tile("lost a year", Amounts.duration(lost), Amounts.durations(lost), lost.level()));
        Estimate loss = requests.unavailability();
        tiles.add(tile("requests served", Amounts.availability(loss), served(loss), loss.level()));
        Estimate perYear = journey.outages().perYear();
        Estimate mean = journey.outages().mttr();
        String length = Amounts.duration(mean) + " each on average";
        boolean seen = mean.isKnown() && perYear.value() > 0;
        tiles.add(tile(
                "outages a year", Amounts.perYear(perYear), seen ? length : Amounts.numbers(perYear), perYear.level()));
        return tiles;
    }

    private static String noteOfData(Result result) {
        return result.data().isEmpty()
                ? ""
                : " RPO: 95 % of take-overs and restores lose less writing than this. RTO: 95 % of the times in which nobody serves"
                        + " the data are shorter, its mean by stage below; neither counts the times after which all was gone: durability does.";
    }

    /** A bound needs no interval beside it, only its confidence. */
    private static Tile tile(String label, String value, String note, double level) {
        boolean bound = value.startsWith("above") || value.startsWith("below") || value.startsWith("less");
        return new Tile(label, value, bound ? "with " + Amounts.percent(level) + " confidence" : note);
    }

    private static String served(Estimate loss) {
        if (!loss.hasInterval() || loss.value() == 0) {
            return "";
        }
        int digits = Amounts.digits(loss);
        String low = Amounts.availability(Math.min(1, loss.high()), digits);
        return low.replace(" %", "") + " to " + Amounts.availability(loss.low(), digits);
    }

    private static String note(Journey journey) {
        Estimate clock = journey.time().downtimePerYear();
        String byClock = clock.value() > 0
                ? " By the clock, “" + journey.name() + "” is below " + Amounts.percent(journey.upAt()) + " served for "
                        + Amounts.duration(clock) + " a year."
                : "";
        double level = journey.requests().downtimePerYear().level();
        String interval = Double.isNaN(level) ? "" : "Small figures are " + Amounts.percent(level) + " intervals. ";
        return interval
                + "What is lost is counted in time of full loss: a minute in which half the requests fail counts 30 s."
                + byClock;
    }
}
