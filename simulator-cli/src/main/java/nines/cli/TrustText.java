package nines.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.reports.Amounts;
import nines.result.Effort;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.Journey;
import nines.result.Provenance;
import nines.result.Result;
import nines.result.StoppedBecause;

/** How far a result can be believed, in plain words: what it rests on, what is thin, and whose numbers went in. */
final class TrustText {

    private final Result result;
    private final int columns;

    TrustText(Result result, int columns) {
        this.result = result;
        this.columns = columns;
    }

    List<String> lines() {
        Set<String> sentences = new LinkedHashSet<>();
        sentences.add(effort());
        sentences.add(precision());
        sentences.add(theory());
        sentences.addAll(result.warnings());
        if (result.effort().stoppedBecause() == StoppedBecause.WALL_CLOCK && !isPrecise()) {
            sentences.add("More time makes it more precise: --wall-clock 5min.");
        }
        sentences.add(sources());
        sentences.remove("");
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) {
            lines.addAll(Prose.wrapped("  - ", sentence, columns));
        }
        return lines;
    }

    /** The same about single requests, but for what the traffic tells itself. */
    List<String> ofRequests() {
        List<String> lines = new ArrayList<>();
        Set<String> sentences = new LinkedHashSet<>(result.warnings());
        sentences.add(sources());
        sentences.remove("");
        for (String sentence : sentences) {
            lines.addAll(Prose.wrapped("  - ", sentence, columns));
        }
        return lines;
    }

    private String effort() {
        Effort effort = result.effort();
        Journey journey = result.answer();
        double perYear = journey.outages().perYear().value();
        String seen = Double.isNaN(perYear)
                ? ""
                : " with " + Prose.count(Math.round(perYear * effort.simulatedYears()), "outage") + " of '"
                        + journey.name() + "'";
        return Amounts.count(Math.round(effort.simulatedYears())) + " simulated years" + seen + ", in "
                + Prose.count(effort.replications(), "replication") + " of "
                + Amounts.plainDuration(result.scenario().horizon()) + " from a "
                + (result.scenario().start().equals("steady") ? "system long in use" : "new system") + ", in "
                + Amounts.duration(effort.wallSeconds(), 2) + "; seed "
                + result.scenario().seed() + ".";
    }

    private String precision() {
        Effort effort = result.effort();
        String reached = !(effort.precisionReached() < 10)
                ? ""
                : " The loss of '" + result.headline() + "' is known to ± " + Amounts.percent(effort.precisionReached())
                        + ".";
        return switch (effort.stoppedBecause()) {
            case PRECISION -> "Stopped when precise enough." + reached;
            case REPLICATIONS -> "Stopped after the replications asked for." + reached;
            case WALL_CLOCK -> isPrecise() ? "Stopped when the time was up." + reached : "";
            case INTERRUPTED -> "";
        };
    }

    /** What theory says of the same quantity, where it does. */
    private String theory() {
        Estimate lost = result.answer().requests().unavailability();
        Exact exact = lost.exact();
        if (exact == null || !exact.isKnown()) {
            return "";
        }
        String gap = lost.value() > 0 && Double.isFinite(exact.gap())
                ? ": the estimate is " + Amounts.percent(Math.abs(exact.gap()))
                        + (exact.gap() < 0 ? " below it" : " above it")
                : "";
        return "By theory '" + result.headline() + "' loses " + Amounts.duration(exact.value() * Amounts.YEAR, 3)
                + " a year (" + exact.method() + ")" + gap + ".";
    }

    private boolean isPrecise() {
        return result.effort().precisionReached() <= result.effort().precisionWanted();
    }

    private String sources() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int guesses = 0;
        for (Provenance number : result.provenance()) {
            counts.merge(number.source(), 1, Integer::sum);
            guesses += number.grade().equals("D") ? 1 : 0;
        }
        if (counts.isEmpty()) {
            return "";
        }
        return "Numbers: " + counts.getOrDefault("user", 0) + " yours, " + counts.getOrDefault("catalogue", 0)
                + " from the catalogue, " + counts.getOrDefault("default", 0) + " defaults"
                + (guesses == 0 ? "" : "; " + guesses + " of them without a published measurement (grade D)")
                + ". 'nines show … --defaults' lists them.";
    }
}
