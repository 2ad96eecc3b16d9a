package nines.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nines.result.Branch;
import nines.result.Effort;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Subject;
import nines.result.Verdict;

/**
 * How far the answer can be believed, and how to get it again.
 *
 * @param facts names and values
 * @param warnings whole sentences
 * @param branches audits of choices by chance
 * @param command that repeats the run; empty when there is no file to repeat it with
 * @param repeat what to know about repeating it
 */
record Trust(List<Fact> facts, List<String> warnings, List<Audit> branches, String command, String repeat) {

    /** A name and what it is; {@code exact} is set in the type of programs. */
    record Fact(String name, String value, boolean exact) {}

    /** A choice by chance, with its verdict in words. */
    record Audit(String name, String probability, String opportunities, String expected, String seen, String verdict) {}

    static Trust of(Result result) {
        String command = command(result);
        return new Trust(
                facts(result),
                warnings(result),
                result.branches().stream().map(Trust::audit).toList(),
                command,
                command.isEmpty()
                        ? "The scenario was not read from a file: run it from where it was made, with seed "
                                + result.scenario().seed() + " and "
                                + result.effort().replications()
                                + " replications."
                        : "Equal seed, replications and scenario give equal numbers on any machine: compare the fingerprint.");
    }

    private static List<Fact> facts(Result result) {
        Subject scenario = result.scenario();
        Effort effort = result.effort();
        Journey journey = result.answer();
        List<Fact> facts = new ArrayList<>();
        add(facts, "Method", method(scenario));
        add(
                facts,
                "Replications",
                Amounts.count(effort.replications()) + " of "
                        + Amounts.plainDuration(scenario.horizon()) + ", from a "
                        + (scenario.start().equals("steady") ? "system long in use" : "fresh start"));
        add(
                facts,
                "Simulated",
                (effort.simulatedYears() < 0.1
                                ? Amounts.duration(effort.simulatedYears() * Amounts.YEAR, 3)
                                : Amounts.plain(effort.simulatedYears()) + " years")
                        + ", " + Amounts.count(effort.events()) + " events"
                        + outages(effort, journey));
        add(facts, "Interval", journey.requests().unavailability().method());
        add(facts, "Precision", precision(effort, journey.name()));
        add(facts, "Stopped", stopped(effort));
        add(
                facts,
                "Effort",
                Amounts.duration(effort.wallSeconds(), 3) + " on the clock, "
                        + Amounts.duration(effort.cpuSeconds(), 3) + " of CPU, "
                        + (effort.threads() == 1 ? "1 thread" : effort.threads() + " threads")
                        + (effort.startedAt().isEmpty() ? "" : ", started " + effort.startedAt()));
        facts.add(new Fact("Scenario file", scenario.file(), true));
        facts.add(new Fact("SHA-256", scenario.sha256(), true));
        add(facts, "Seed", Long.toString(scenario.seed()));
        add(
                facts,
                "Version",
                scenario.version().isEmpty()
                        ? ""
                        : "Nines " + scenario.version() + (effort.java().isEmpty() ? "" : " on Java " + effort.java()));
        facts.add(new Fact("Fingerprint", result.fingerprint(), true));
        facts.removeIf(fact -> fact.value().isEmpty());
        return facts;
    }

    private static String outages(Effort effort, Journey journey) {
        double perYear = journey.outages().perYear().value();
        return Double.isNaN(perYear)
                ? ""
                : ", " + Amounts.count(Math.round(perYear * effort.simulatedYears())) + " outages of “" + journey.name()
                        + "”";
    }

    private static void add(List<Fact> facts, String name, String value) {
        facts.add(new Fact(name, value, false));
    }

    private static String method(Subject scenario) {
        return switch (scenario.fidelity()) {
            case "structural" ->
                "Discrete-event simulation of failures, repairs, detection and take-over; the served share follows from each state by calculation (structural)";
            case "requests" -> "Discrete-event simulation of single requests (requests)";
            case "two-scale" ->
                "Simulation of failures over years and of requests in the states they lead to (two-scale)";
            default -> scenario.fidelity();
        };
    }

    private static String precision(Effort effort, String journey) {
        if (!Double.isFinite(effort.precisionReached())) {
            return "";
        }
        String wanted = Double.isNaN(effort.precisionWanted())
                ? ""
                : "; ± " + Amounts.percent(effort.precisionWanted()) + " was wanted";
        return "what “" + journey + "” loses is known to ± " + Amounts.percent(effort.precisionReached()) + wanted;
    }

    private static String stopped(Effort effort) {
        return switch (effort.stoppedBecause()) {
            case PRECISION -> "when it was precise enough";
            case REPLICATIONS -> "after the replications asked for";
            case WALL_CLOCK -> "when its time was up";
            case INTERRUPTED -> "by hand, before it was done";
        };
    }

    private static List<String> warnings(Result result) {
        List<String> warnings = new ArrayList<>(result.warnings());
        for (Journey journey : result.journeys()) {
            Verdict verdict = journey.requests().unavailability().verdict();
            String reason = journey.requests().unavailability().reason();
            if (verdict != Verdict.GOOD && warnings.stream().noneMatch(warning -> warning.contains(reason))) {
                warnings.add("What “" + journey.name() + "” loses "
                        + (verdict == Verdict.THIN ? "rests on little evidence: " : "is not to be trusted: ") + reason
                        + (reason.endsWith(".") ? "" : "."));
            }
        }
        return warnings;
    }

    private static Audit audit(Branch branch) {
        return new Audit(
                branch.name(),
                Amounts.percent(branch.probability()),
                Amounts.count(branch.opportunities()),
                Amounts.number(branch.expectedVisits(), 3),
                Amounts.count(branch.visits()),
                switch (branch.verdict()) {
                    case GOOD -> "✓ enough";
                    case THIN -> "! thin";
                    case NOT_TRUSTED -> "✗ not trusted";
                });
    }

    private static String command(Result result) {
        Subject scenario = result.scenario();
        if (scenario.file().isEmpty()) {
            return "";
        }
        StringBuilder command = new StringBuilder("./nines run ").append(quoted(scenario.file()));
        if (!scenario.variant().isEmpty()) {
            command.append(" --variant ").append(quoted(scenario.variant()));
        }
        scenario.sets().forEach(set -> command.append(" --set ").append(quoted(set.path() + "=" + set.value())));
        return command.append(" --seed ")
                .append(scenario.seed())
                .append(" --replications ")
                .append(result.effort().replications())
                .append(" --horizon ")
                .append(horizon(scenario.horizon()))
                .toString();
    }

    /** A duration as scenario files write it, to the last digit: {@code 10y}. */
    private static String horizon(double seconds) {
        if (seconds % Amounts.YEAR == 0) {
            return Math.round(seconds / Amounts.YEAR) + "y";
        }
        return seconds % 1 == 0
                ? Math.round(seconds) + "s"
                : new BigDecimal(Double.toString(seconds)).toPlainString() + "s";
    }

    /** As a shell reads it back. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=@%+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
