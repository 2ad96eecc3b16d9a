package nines.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document a run ends in: the same for table, JSON, report and screen.
 *
 * @param ninesResult version of this document's form, {@value #VERSION}
 * @param fingerprint hash of the estimates; equal for equal subject and number of replications on any machine
 * @param scenario what was simulated
 * @param effort what it cost
 * @param headline name of the journey to show first: the worst of those with a target, else the worst
 * @param journeys in the order of the scenario
 * @param parts components, instances and places, in the order of the scenario
 * @param branches audits of choices by chance
 * @param provenance of every number
 * @param warnings whole sentences, most important first
 * @param traffic what was seen of single requests; null when only the structure was simulated
 * @param architecture to be drawn; null where it is not told
 * @param structures why each journey would be down: cut sets and importance; empty where that is not told
 * @param data what is lost of data that is kept in copies
 * @param durability what is lost of objects that are kept in chunks on many instances
 */
public record Result(
        int ninesResult,
        String fingerprint,
        Subject scenario,
        Effort effort,
        String headline,
        List<Journey> journeys,
        List<Part> parts,
        List<Branch> branches,
        List<Provenance> provenance,
        List<String> warnings,
        @Nullable Traffic traffic,
        @Nullable Architecture architecture,
        List<SolvedStructure> structures,
        List<DataSafety> data,
        List<Durability> durability) {
    public static final int VERSION = 2;

    public Result {
        journeys = List.copyOf(journeys);
        parts = List.copyOf(parts);
        branches = List.copyOf(branches);
        provenance = List.copyOf(provenance);
        warnings = List.copyOf(warnings);
        structures = List.copyOf(structures);
        data = List.copyOf(data);
        durability = List.copyOf(durability);
    }

    /** A result of the current version about the structure, with its fingerprint. */
    public static Result of(
            Subject scenario,
            Effort effort,
            String headline,
            List<Journey> journeys,
            List<Part> parts,
            List<Branch> branches,
            List<Provenance> provenance,
            List<String> warnings) {
        return of(scenario, effort, headline, journeys, parts, branches, provenance, warnings, null);
    }

    /** A result of the current version, with its fingerprint. */
    public static Result of(
            Subject scenario,
            Effort effort,
            String headline,
            List<Journey> journeys,
            List<Part> parts,
            List<Branch> branches,
            List<Provenance> provenance,
            List<String> warnings,
            @Nullable Traffic traffic) {
        return of(
                scenario,
                effort,
                headline,
                journeys,
                parts,
                branches,
                provenance,
                warnings,
                traffic,
                List.of(),
                List.of());
    }

    /** A result of the current version, with its fingerprint. */
    public static Result of(
            Subject scenario,
            Effort effort,
            String headline,
            List<Journey> journeys,
            List<Part> parts,
            List<Branch> branches,
            List<Provenance> provenance,
            List<String> warnings,
            @Nullable Traffic traffic,
            List<DataSafety> data,
            List<Durability> durability) {
        String fingerprint = Fingerprint.of(journeys, parts, branches, traffic, data, durability);
        return new Result(
                VERSION,
                fingerprint,
                scenario,
                effort,
                headline,
                journeys,
                parts,
                branches,
                provenance,
                warnings,
                traffic,
                null,
                List.of(),
                data,
                durability);
    }

    /** The same, with what was simulated and why it would be down; neither is part of the fingerprint. */
    public Result with(@Nullable Architecture drawn, List<SolvedStructure> why) {
        return new Result(
                ninesResult,
                fingerprint,
                scenario,
                effort,
                headline,
                journeys,
                parts,
                branches,
                provenance,
                warnings,
                traffic,
                drawn,
                why,
                data,
                durability);
    }

    /** Why a journey would be down, where that is told. */
    public Optional<SolvedStructure> structure(String journey) {
        return structures.stream()
                .filter(each -> each.journey().equals(journey))
                .findFirst();
    }

    public Optional<Journey> journey(String name) {
        return journeys.stream().filter(journey -> journey.name().equals(name)).findFirst();
    }

    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** The journey to show first. */
    public Journey answer() {
        return journey(headline)
                .orElseThrow(() -> new IllegalStateException("headline names no journey: '" + headline + "'"));
    }

    /** The worst outcome over all targets; met when nothing was promised. */
    public Outcome outcome() {
        List<Target> targets = new ArrayList<>();
        journeys.forEach(journey -> targets.addAll(journey.targets()));
        if (traffic != null) {
            traffic.journeys().forEach(journey -> targets.addAll(journey.targets()));
        }
        return outcome(targets);
    }

    /** The worst outcome of some targets; met when there is none. */
    public static Outcome outcome(List<Target> targets) {
        boolean undecided = false;
        for (Target target : targets) {
            if (target.outcome() == Outcome.MISSED) {
                return Outcome.MISSED;
            }
            undecided |= target.outcome() == Outcome.NOT_DECIDED;
        }
        return undecided ? Outcome.NOT_DECIDED : Outcome.MET;
    }
}
