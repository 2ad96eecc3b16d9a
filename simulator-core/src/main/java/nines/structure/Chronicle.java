package nines.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nines.blueprint.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What happened, in order, around one outage of one journey. It knows indexes of the blueprint, not names; times are
 * seconds after the start of measuring.
 */
public final class Chronicle {
    /** What can happen to an element. */
    public enum Kind {
        /** Mode {@code element} breaks; detail: its root cause. */
        FAILED,
        /** Mode {@code element} goes on to the stage {@code detail}. */
        REPAIR_GOES_ON,
        /** Mode {@code element} is mended. */
        MENDED,
        /** A watch, {@code element}, no longer trusts its target of index {@code detail}, which is dead. */
        REMOVED,
        /** A watch, {@code element}, no longer trusts its target of index {@code detail}, which is alive. */
        REMOVED_WRONGLY,
        /** A watch, {@code element}, trusts its target of index {@code detail} again. */
        TRUSTED,
        /** Take-over {@code element} goes on to the stage {@code detail}. */
        TAKEOVER_GOES_ON,
        /** Take-over {@code element} did not work: a person takes over. */
        TAKEOVER_FAILED,
        /** Take-over {@code element} has nobody left to go to. */
        NOBODY_LEFT,
        /** A post of take-over {@code element} now belongs to its member of index {@code detail}. */
        TAKEN_OVER,
        /** The old holder, {@code detail}, of a post of take-over {@code element} goes on. */
        RESUMED,
        /** Stand-in {@code element} goes on to the stage {@code detail}. */
        STAND_IN_GOES_ON,
        /** Stand-in {@code element} runs. */
        STAND_IN_RUNS,
        /** Stand-in {@code element} has no fuel left. */
        STAND_IN_DRY,
        /** Stand-in {@code element} is not needed any more, or broken. */
        STAND_IN_STOPS,
        /** Tolerance {@code element} is drawn on. */
        RESERVE_USED,
        /** Tolerance {@code element} is used up. */
        RESERVE_EMPTY,
        /** Restart {@code element} is complete. */
        RESTARTED,
        /** Plan {@code element} begins. */
        PLAN_BEGINS,
        /** Plan {@code element} goes on to its step of index {@code detail}. */
        PLAN_GOES_ON,
        /** Plan {@code element} is over. */
        PLAN_ENDS,
        /** Automaton {@code element} is now in the state {@code detail}. */
        MOVED,
        /** The load of the hour grows beyond what the living can carry. */
        LOAD_GROWS,
        /** The load of the hour falls to what the living can carry. */
        LOAD_FALLS
    }

    /** Something that happened. */
    public record Happening(double time, Kind kind, int element, int detail) {}

    /**
     * The state after an instant.
     *
     * @param time of the instant
     * @param served share of requests served from then on
     * @param cause with the largest part of the loss; -1 when nothing is lost
     * @param stage it is in; null when nothing is lost
     */
    public record Look(
            double time, double served, int cause, @Nullable Stage stage) {}

    private final List<Happening> happenings = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private double end = Double.NaN;

    Chronicle() {}

    void add(double time, Kind kind, int element, int detail) {
        happenings.add(new Happening(time, kind, element, detail));
    }

    void add(Look look) {
        looks.add(look);
    }

    /** What was found out of order stands in the order of time. */
    void inOrder() {
        happenings.sort(Comparator.comparingDouble(Happening::time));
    }

    void endsAt(double time) {
        end = time;
    }

    int size() {
        return happenings.size();
    }

    /** In the order in which things happened; what was wrong before the outage comes first. */
    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    /** One after each instant of the outage in which something changed. */
    public List<Look> looks() {
        return List.copyOf(looks);
    }

    /** When the outage ended, or the end of the horizon. */
    public double end() {
        return end;
    }
}
