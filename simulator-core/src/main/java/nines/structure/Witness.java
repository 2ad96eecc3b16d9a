package nines.structure;

import java.util.Arrays;
import nines.blueprint.Plan;
import nines.blueprint.Stage;
import nines.structure.Chronicle.Kind;

/**
 * Watches one outage of one journey and writes down what changes from instant to instant. It only looks: a replication
 * that is watched goes exactly as one that is not.
 */
final class Witness {
    /** Times are told relative to the start of measuring, which costs the last bits. */
    private static final double ROUNDING = 1e-6;

    private static final int WELL = -1;
    private static final int GONE = -2;
    private static final int EMPTY = -3;

    private final World world;
    private final Wiring wiring;
    private final int journey;
    private final double from;
    private final double until;
    private final double measuredFrom;
    private final Chronicle chronicle = new Chronicle();
    private final Reach reach;

    private final int[] modes;
    private final boolean[] trusted;
    private final int[] posts;
    private final int[] holders;
    private final int[] standIns;
    private final int[] stores;
    private final boolean[] restarting;
    private final int[] plans;
    private final int[] machines;
    private boolean seen;
    private double served = 1;

    /**
     * A witness.
     *
     * @param journey whose outage it is
     * @param start of the outage, in seconds after {@code measuredFrom}
     * @param length of it; infinite for one that is not over at the horizon
     */
    Witness(World world, int journey, double start, double length, double measuredFrom) {
        this.world = world;
        wiring = world.wiring;
        this.journey = journey;
        this.measuredFrom = measuredFrom;
        from = measuredFrom + start - ROUNDING;
        until = measuredFrom + start + length;
        reach = new Reach(wiring, journey);
        modes = new int[wiring.modes.length];
        trusted = new boolean[wiring.beliefs];
        posts = new int[wiring.posts];
        holders = new int[wiring.posts];
        standIns = new int[wiring.standIns.length];
        stores = new int[wiring.tolerances.length];
        restarting = new boolean[wiring.restarts.length];
        plans = new int[wiring.plans.length];
        machines = new int[wiring.machines.length];
        // As at the very beginning, for an outage that is there from then on.
        Arrays.fill(modes, WELL);
        Arrays.fill(trusted, true);
        Arrays.fill(posts, WELL);
        Arrays.fill(standIns, WELL);
        Arrays.fill(plans, -1);
        for (int q = 0; q < holders.length; q++) {
            holders[q] = q - wiring.postBase[wiring.postTakeover[q]];
        }
        for (int k = 0; k < machines.length; k++) {
            machines[k] = wiring.machines[k].start();
        }
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** All rules of the instant {@code now} have run, the next event is at {@code next}; true when the outage is over. */
    boolean settled(double now, double next) {
        if (now < from) {
            if (next >= from) {
                remember();
            }
            if (next > from + 2 * ROUNDING) {
                swings(from + ROUNDING, Kind.LOAD_GROWS);
            }
            return over(next);
        }
        boolean first = !seen;
        if (first && world.scores.integrals.isUp(journey)) {
            remember();
            return false;
        }
        seen = true;
        if (first) {
            before();
        }
        int told = chronicle.size();
        tellChanges(now - measuredFrom);
        double share = world.scores.servedAt(journey, now);
        if (first || share != served || chronicle.size() > told) {
            look(now - measuredFrom, share);
        }
        served = share;
        remember();
        return over(next);
    }

    /** With a load that changes over the day an outage can begin and end while nothing else happens. */
    private void swings(double time, Kind kind) {
        if (!seen && world.scores.changesWithTheHour(journey)) {
            seen = true;
            before();
        }
        chronicle.add(time - measuredFrom, kind, -1, 0);
        look(time - measuredFrom, world.scores.servedAt(journey, time));
    }

    /** Whether nothing more of the outage comes after the present instant. */
    private boolean over(double next) {
        if (!seen || !(next > until + ROUNDING)) {
            return false;
        }
        if (world.clocks.now < until - ROUNDING) {
            swings(until, Kind.LOAD_FALLS);
        }
        chronicle.endsAt(until - measuredFrom);
        return true;
    }

    void finished(double now) {
        if (Double.isNaN(chronicle.end())) {
            chronicle.endsAt(now - measuredFrom);
        }
    }

    private void look(double time, double share) {
        int cell = share < 1 && !world.scores.changesWithTheHour(journey) ? world.scores.foremostCell(journey) : -1;
        Stage stage = cell < 0 ? null : Stage.of(cell % Journal.STAGES);
        chronicle.add(new Chronicle.Look(time, share, cell < 0 ? -1 : cell / Journal.STAGES, stage));
    }

    /** What was broken before and has a part in the outage. */
    private void before() {
        for (int m = 0; m < modes.length; m++) {
            if (modes[m] != WELL && isTold(m) && world.scores.isBlamed(journey, world.modeRoot[m])) {
                chronicle.add(world.modeSince[m] - measuredFrom, Kind.FAILED, m, world.modeRoot[m]);
            }
        }
        for (int p = 0; p < plans.length; p++) {
            if (plans[p] >= 0 && isTold(wiring.plans[p])) {
                chronicle.add(world.underWay.since[p] - measuredFrom, Kind.PLAN_BEGINS, p, plans[p]);
            }
        }
        chronicle.inOrder();
    }

    private boolean isTold(int m) {
        return reach.has(wiring.modes[m].holds()) || reach.has(wiring.modes[m].unit());
    }

    private boolean isTold(Plan plan) {
        for (Plan.Target[] step : plan.steps()) {
            for (Plan.Target target : step) {
                boolean role = target.takeover() >= 0 && reach.has(wiring.takeovers[target.takeover()].works());
                if (role || reach.has(target.node()) || target.mode() >= 0 && isTold(target.mode())) {
                    return true;
                }
            }
        }
        return false;
    }

    // ---------------------------------------------------------------- states as one number each

    private int mode(int m) {
        int phase = world.modePhase[m];
        return phase == World.UP
                ? WELL
                : phase == World.LOST ? GONE : world.repairs.stageOf(m).column();
    }

    private int post(int q) {
        int phase = world.postPhase[q];
        return phase == World.HELD || phase == World.ABSENT
                ? WELL
                : phase == World.NOBODY ? GONE : world.takeovers.stageOf(q).column();
    }

    private int standIn(int s) {
        int phase = world.standInPhase[s];
        if (phase < 1) {
            return phase == World.RUNNING ? GONE : phase == World.DRY ? EMPTY : WELL;
        }
        var stages = wiring.standIns[s].stages();
        return (phase > stages.size() ? Stage.BY_HAND : stages.get(phase - 1).stage()).column();
    }

    private void remember() {
        for (int m = 0; m < modes.length; m++) {
            modes[m] = mode(m);
        }
        System.arraycopy(world.trusted, 0, trusted, 0, trusted.length);
        for (int q = 0; q < posts.length; q++) {
            posts[q] = post(q);
        }
        System.arraycopy(world.postHolder, 0, holders, 0, holders.length);
        for (int s = 0; s < standIns.length; s++) {
            standIns[s] = standIn(s);
        }
        System.arraycopy(world.tolerancePhase, 0, stores, 0, stores.length);
        System.arraycopy(world.restarting, 0, restarting, 0, restarting.length);
        System.arraycopy(world.underWay.step, 0, plans, 0, plans.length);
        System.arraycopy(world.machineState, 0, machines, 0, machines.length);
    }

    // ---------------------------------------------------------------- what changed

    private void tellChanges(double time) {
        for (int p = 0; p < plans.length; p++) {
            int step = world.underWay.step[p];
            if (step != plans[p] && isTold(wiring.plans[p])) {
                Kind kind = plans[p] < 0 ? Kind.PLAN_BEGINS : step < 0 ? Kind.PLAN_ENDS : Kind.PLAN_GOES_ON;
                chronicle.add(time, kind, p, step);
            }
        }
        for (int m = 0; m < modes.length; m++) {
            int now = mode(m);
            if (now != modes[m] && isTold(m)) {
                Kind kind = modes[m] == WELL ? Kind.FAILED : now == WELL ? Kind.MENDED : Kind.REPAIR_GOES_ON;
                chronicle.add(time, kind, m, kind == Kind.FAILED ? world.modeRoot[m] : now);
            }
        }
        for (int k = 0; k < machines.length; k++) {
            if (machines[k] != world.machineState[k] && reach.has(wiring.machines[k].holds())) {
                chronicle.add(time, Kind.MOVED, k, world.machineState[k]);
            }
        }
        stores(time);
        standIns(time);
        posts(time);
        beliefs(time);
    }

    private void beliefs(double time) {
        for (int b = 0; b < trusted.length; b++) {
            int target = wiring.beliefTarget[b];
            if (trusted[b] != world.trusted[b] && reach.has(target)) {
                Kind kind =
                        world.trusted[b] ? Kind.TRUSTED : world.isTrue(target) ? Kind.REMOVED_WRONGLY : Kind.REMOVED;
                int w = wiring.beliefWatch[b];
                chronicle.add(time, kind, w, b - wiring.beliefBase[w]);
            }
        }
    }

    private void posts(double time) {
        for (int q = 0; q < posts.length; q++) {
            int t = wiring.postTakeover[q];
            if (!reach.has(wiring.takeovers[t].works())) {
                continue;
            }
            int now = post(q);
            int holder = world.postHolder[q];
            boolean moved = holder != holders[q];
            if (now == WELL && (moved || posts[q] != WELL)) {
                chronicle.add(time, moved ? Kind.TAKEN_OVER : Kind.RESUMED, t, holder);
            } else if (now == GONE && posts[q] != GONE) {
                chronicle.add(time, Kind.NOBODY_LEFT, t, holder);
            } else if (now >= 0 && now != posts[q]) {
                boolean byHand = now == Stage.BY_HAND.column();
                chronicle.add(time, byHand ? Kind.TAKEOVER_FAILED : Kind.TAKEOVER_GOES_ON, t, now);
            }
        }
    }

    private void standIns(double time) {
        for (int s = 0; s < standIns.length; s++) {
            int now = standIn(s);
            if (now == standIns[s] || !reach.has(wiring.standIns[s].works())) {
                continue;
            }
            Kind kind = switch (now) {
                case WELL -> Kind.STAND_IN_STOPS;
                case GONE -> Kind.STAND_IN_RUNS;
                case EMPTY -> Kind.STAND_IN_DRY;
                default -> Kind.STAND_IN_GOES_ON;
            };
            chronicle.add(time, kind, s, now);
        }
    }

    private void stores(double time) {
        for (int t = 0; t < stores.length; t++) {
            int now = world.tolerancePhase[t];
            boolean told = now == World.RIDING || now == World.EMPTY;
            if (now != stores[t] && told && reach.has(wiring.tolerances[t].holds())) {
                chronicle.add(time, now == World.RIDING ? Kind.RESERVE_USED : Kind.RESERVE_EMPTY, t, 0);
            }
        }
        for (int r = 0; r < restarting.length; r++) {
            if (restarting[r] && !world.restarting[r] && reach.has(wiring.restarts[r].unit())) {
                chronicle.add(time, Kind.RESTARTED, r, 0);
            }
        }
    }
}
