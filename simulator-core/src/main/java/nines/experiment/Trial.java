package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.DesignJourney;
import nines.result.Difference;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Setting;
import nines.result.Share;
import nines.result.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A result together with what each replication lost, so that it can be compared with that of another design replication
 * by replication.
 */
public final class Trial {
    private static final int CAUSES = 3;

    private final Result result;
    private final double level;
    private final List<Losses> losses;

    Trial(Result result, double level, List<Losses> losses) {
        this.result = result;
        this.level = level;
        this.losses = List.copyOf(losses);
    }

    /** What a journey lost in each replication. */
    record Losses(String journey, double[] requests, double[] time) {}

    public Result result() {
        return result;
    }

    /** As below, of systems that differ. */
    public Design as(String name, String about, List<Setting> sets, @Nullable Trial first) {
        return as(name, about, sets, first, false);
    }

    /**
     * One of several designs.
     *
     * @param name as tables write it
     * @param about a description; may be empty
     * @param sets what it sets; may be empty
     * @param first what it is compared with; null for the first one itself
     * @param identical whether the first is the same system, see {@link Likeness}
     */
    public Design as(String name, String about, List<Setting> sets, @Nullable Trial first, boolean identical) {
        List<DesignJourney> journeys = new ArrayList<>();
        for (Journey journey : result.journeys()) {
            journeys.add(new DesignJourney(
                    journey.name(),
                    journey.requests(),
                    journey.time(),
                    journey.outages().perYear(),
                    journey.outages().mttr(),
                    journey.targets().isEmpty() ? null : Result.outcome(journey.targets()),
                    foremost(journey.lostBy().byRoot()),
                    first == null ? null : difference(first, journey.name(), identical)));
        }
        return new Design(
                name,
                about,
                sets,
                result.fingerprint(),
                result.effort().replications(),
                result.effort().stoppedBecause(),
                journeys,
                result.scenario().file(),
                result.scenario().sha256(),
                null);
    }

    /** Designs side by side; the first of them is what the others were compared with. */
    public static Comparison compared(String kind, Result of, List<Design> designs) {
        return new Comparison(
                Comparison.VERSION,
                kind,
                of.scenario().name(),
                of.scenario().file(),
                of.scenario().sha256(),
                of.scenario().seed(),
                of.scenario().version(),
                designs);
    }

    private static List<Share> foremost(List<Share> shares) {
        return shares.subList(0, Math.min(CAUSES, shares.size()));
    }

    private @Nullable Difference difference(Trial first, String journey, boolean identical) {
        Losses ours = losses(journey);
        Losses theirs = first.losses(journey);
        if (ours == null || theirs == null) {
            return null;
        }
        return identical && first.result.fingerprint().equals(result.fingerprint())
                ? Pairs.identical(ours.requests().length, level, result)
                : new Pairs(level, first.result, result, journey).of(theirs, ours);
    }

    /** The same figures under another name: what a run of the same system would find again. */
    public Trial told(Origin origin) {
        Subject subject = result.scenario();
        Result again = new Result(
                result.ninesResult(),
                result.fingerprint(),
                origin.subject(subject.seed(), subject.fidelity(), subject.horizon(), subject.start()),
                result.effort(),
                result.headline(),
                result.journeys(),
                result.parts(),
                result.branches(),
                origin.provenance(),
                result.warnings(),
                result.traffic(),
                result.architecture(),
                result.structures(),
                result.data(),
                result.durability());
        return new Trial(again, level, losses);
    }

    private @Nullable Losses losses(String journey) {
        return losses.stream()
                .filter(each -> each.journey().equals(journey))
                .findFirst()
                .orElse(null);
    }
}
