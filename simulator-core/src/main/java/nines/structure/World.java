package nines.structure;

import java.util.Arrays;
import nines.blueprint.Crew;

/**
 * The state of the structure layer and the rules by which it changes: a generalised semi-Markov process over primitive
 * arrays. One integer per automaton; everything else is computed. Truth (who lives) is a function of faults; belief (who
 * is trusted) is separate and follows with delay.
 *
 * <p>One event: a clock rings, its automaton takes its next phase, rules without delay run in fixed order until quiet
 * (truths, then modes, tolerances, restarts, take-overs, stand-ins, machines, beliefs), and only what was touched is
 * looked at. Only the owner's transition writes a phase.
 *
 * <p>This class holds the state, the truth and the order of the rules; the rules of each family of elements stand in a
 * class of their own: {@link Repairs}, {@link Beliefs}, {@link Takeovers} and so on.
 */
final class World {
    static final int UP = 0;
    static final int HIDDEN = -1;
    static final int LOST = -2;
    static final int FOLLOWS = -3;

    static final int HELD = 0;
    /** A post left empty because the others carry on. */
    static final int ABSENT = -1;
    /** A post that nobody is left to take; the first to come back has it at once. */
    static final int NOBODY = -2;

    static final int FULL = 0;
    static final int RIDING = 1;
    static final int EMPTY = 2;
    static final int RECHARGING = 3;

    static final int IDLE = 0;
    static final int RUNNING = -1;
    static final int DRY = -2;

    private static final int ROUNDS_MAX = 10_000;

    final Wiring wiring;
    final Chance chance;
    final Clocks clocks;
    final Crews crews;
    final Crowds crowds;
    final Rotation rotation;
    final Scores scores;
    final Corrections corrections;
    final Repairs repairs;
    final Shelves shelves;
    final Shocks shocks;
    final Beliefs beliefs;
    final Takeovers takeovers;
    final StandIns standIns;
    final Stores stores;
    final UnderWay underWay;
    final Plans plans;
    final Machines machines;
    final Datasets datasets;
    final Vaults vaults;

    // Truth.
    /** How many false inputs and reasons to be held down a node has beyond what it bears: false above 0. */
    final int[] bad;

    final int[] root;
    final double[] nodeSince;
    final double[] nodeDown;
    final int[] nodeFalls;
    /** Falls of each node by a fault of the component it belongs to. */
    final int[] ownFalls;

    private final int[] stack;

    // Modes.
    final int[] modePhase;
    final int[] modeRoot;
    final double[] modeSince;
    final int[] leader;
    /** How many broken modes wait to be mended with each. */
    final int[] followers;

    final double[] duty;
    final double[] haste;
    final int[] frozen;
    final double[] errors;
    final int[] onShelf;
    final int[][] shelfQueue;
    final int[] shelfWaiting;

    // Beliefs.
    final boolean[] trusted;
    final int[] beliefRoot;
    final double[] beliefSince;
    /** What a belief's clock runs for: 0 a false alarm, 1 removal, 2 trust again, 3 trust again after a false alarm. */
    final byte[] beliefClock;

    // Take-overs.
    final int[] postPhase;
    final int[] postHolder;
    final int[] postCandidate;
    final boolean[] postPlanned;
    /** Whether a take-over has gone so far that its holder is a member like any other, should it come back. */
    final boolean[] postFenced;

    final int[] postRoot;
    final double[] postSince;
    final double[] lastTakeover;
    final boolean[] takeoverHolds;
    /** Whether a post that others ask for by itself is told to be empty. */
    final boolean[] postEmpty;

    final boolean[] takeoverFreezes;

    final int[] standInPhase;
    final boolean[] standInHolds;
    final int[] standInRoot;
    final double[] standInSince;
    final int[] tolerancePhase;
    final double[] toleranceUsed;
    final boolean[] restarting;
    final int[] restartRoot;
    final double[] restartSince;
    final int[] machineState;
    final double[] machineSince;
    final long[] shockNumber;

    /** How many things are noted in all the lists below. */
    private final int[] outstanding = new int[1];

    final Pending touchedModes;
    final Pending touchedTolerances;
    final Pending touchedRestarts;
    final Pending touchedTakeovers;
    final Pending touchedStandIns;
    final Pending touchedMachines;
    final Pending touchedBeliefs;
    final Pending touchedSharings;
    final Pending touchedDatasets;
    /** Looked at when time moves on, not by the rules. */
    final Pending touchedJourneys;

    final Branches branches;
    long events;

    World(Wiring wiring, Chance chance, Options options, boolean timed) {
        this.wiring = wiring;
        this.chance = chance;
        clocks = new Clocks(wiring.clocks, timed);
        int nodes = wiring.nodes.length;
        bad = new int[nodes];
        root = new int[nodes];
        nodeSince = new double[nodes];
        nodeDown = new double[nodes];
        nodeFalls = new int[nodes];
        ownFalls = new int[nodes];
        int depth = 16;
        for (int[] users : wiring.users) {
            depth += users.length;
        }
        stack = new int[depth];
        int modes = wiring.modes.length;
        modePhase = new int[modes];
        modeRoot = new int[modes];
        modeSince = new double[modes];
        leader = new int[modes];
        followers = new int[modes];
        duty = new double[nodes];
        haste = new double[nodes];
        frozen = new int[nodes];
        errors = new double[nodes];
        int shelfCount = wiring.supplies.delivery.length;
        onShelf = new int[shelfCount];
        shelfQueue = new int[shelfCount][modes];
        shelfWaiting = new int[shelfCount];
        trusted = new boolean[wiring.beliefs];
        beliefRoot = new int[wiring.beliefs];
        beliefClock = new byte[wiring.beliefs];
        beliefSince = new double[wiring.beliefs];
        postPhase = new int[wiring.posts];
        postHolder = new int[wiring.posts];
        postCandidate = new int[wiring.posts];
        postPlanned = new boolean[wiring.posts];
        postFenced = new boolean[wiring.posts];
        postRoot = new int[wiring.posts];
        postSince = new double[wiring.posts];
        lastTakeover = new double[wiring.takeovers.length];
        takeoverHolds = new boolean[wiring.takeovers.length];
        postEmpty = new boolean[wiring.posts];
        takeoverFreezes = new boolean[wiring.takeovers.length];
        standInPhase = new int[wiring.standIns.length];
        standInHolds = new boolean[wiring.standIns.length];
        standInRoot = new int[wiring.standIns.length];
        standInSince = new double[wiring.standIns.length];
        tolerancePhase = new int[wiring.tolerances.length];
        toleranceUsed = new double[wiring.tolerances.length];
        restarting = new boolean[wiring.restarts.length];
        restartRoot = new int[wiring.restarts.length];
        restartSince = new double[wiring.restarts.length];
        machineState = new int[wiring.machines.length];
        machineSince = new double[wiring.machines.length];
        shockNumber = new long[wiring.shocks.length];
        touchedModes = new Pending(modes, outstanding);
        touchedTolerances = new Pending(wiring.tolerances.length, outstanding);
        touchedRestarts = new Pending(wiring.restarts.length, outstanding);
        touchedTakeovers = new Pending(wiring.takeovers.length, outstanding);
        touchedStandIns = new Pending(wiring.standIns.length, outstanding);
        touchedMachines = new Pending(wiring.machines.length, outstanding);
        touchedBeliefs = new Pending(wiring.beliefs, outstanding);
        touchedSharings = new Pending(wiring.loadSharings.length, outstanding);
        touchedDatasets = new Pending(wiring.data.datasets.length, outstanding);
        touchedJourneys = new Pending(wiring.journeys.length, new int[1]);
        underWay = new UnderWay(wiring);
        branches = new Branches(wiring, chance);
        crews = new Crews(this);
        crowds = new Crowds(this);
        rotation = new Rotation(this, touchedJourneys);
        scores = new Scores(this, options);
        corrections = scores.corrections;
        repairs = new Repairs(this);
        shelves = new Shelves(this);
        shocks = new Shocks(this);
        beliefs = new Beliefs(this);
        takeovers = new Takeovers(this);
        standIns = new StandIns(this);
        stores = new Stores(this);
        plans = new Plans(this);
        machines = new Machines(this);
        datasets = new Datasets(this, timed);
        vaults = new Vaults(this, timed);
    }

    /** Names everything that the future depends on. */
    void remember(Memory memory) {
        memory.of(
                bad, modePhase, leader, followers, frozen, onShelf, shelfWaiting, postPhase, postHolder, postCandidate);
        memory.of(shelfQueue);
        memory.of(standInPhase, tolerancePhase, machineState);
        memory.of(duty, haste, errors);
        memory.of(
                trusted, postPlanned, postFenced, takeoverHolds, takeoverFreezes, standInHolds, restarting, postEmpty);
        memory.of(beliefClock);
        underWay.remember(memory);
        clocks.remember(memory);
        crews.remember(memory);
        datasets.remember(memory);
        rotation.remember(memory);
    }

    // ---------------------------------------------------------------- beginning

    /** Everything up, new and trusted at time 0; all clocks drawn. */
    void begin() {
        clocks.clear();
        events = 0;
        for (int n = 0; n < bad.length; n++) {
            bad[n] = -wiring.slack[n];
        }
        Arrays.fill(root, -1);
        Arrays.fill(nodeDown, 0);
        Arrays.fill(nodeFalls, 0);
        Arrays.fill(ownFalls, 0);
        Arrays.fill(nodeSince, 0);
        Arrays.fill(modePhase, UP);
        Arrays.fill(followers, 0);
        Arrays.fill(duty, 1);
        Arrays.fill(haste, 1);
        Arrays.fill(frozen, 0);
        Arrays.fill(errors, 0);
        Arrays.fill(trusted, true);
        Arrays.fill(postPhase, HELD);
        Arrays.fill(postCandidate, -1);
        Arrays.fill(postPlanned, false);
        Arrays.fill(postFenced, false);
        Arrays.fill(lastTakeover, Double.NEGATIVE_INFINITY);
        Arrays.fill(takeoverHolds, false);
        Arrays.fill(postEmpty, false);
        Arrays.fill(takeoverFreezes, false);
        Arrays.fill(standInPhase, IDLE);
        Arrays.fill(standInHolds, false);
        Arrays.fill(tolerancePhase, FULL);
        Arrays.fill(restarting, false);
        underWay.clear();
        Arrays.fill(shockNumber, 0);
        Arrays.fill(shelfWaiting, 0);
        branches.clear();
        crews.clear();
        crowds.clear();
        scores.clear();
        for (int s = 0; s < onShelf.length; s++) {
            onShelf[s] = wiring.blueprint.shelves().get(s).stock();
        }
        takeovers.begin();
        standIns.begin();
        for (int k = 0; k < wiring.machines.length; k++) {
            machineState[k] = -1;
            machines.enter(k, wiring.machines[k].start());
        }
        for (int m = 0; m < modePhase.length; m++) {
            repairs.renew(m);
        }
        for (int s = 0; s < wiring.shocks.length; s++) {
            start(wiring.clock(Wiring.SHOCK, s), wiring.shockLaw[s]);
        }
        plans.begin();
        for (int b = 0; b < trusted.length; b++) {
            touchedBeliefs.note(b);
        }
        crews.begin();
        datasets.begin();
        settle();
    }

    boolean isTrue(int node) {
        return bad[node] <= 0;
    }

    /** The instance that answers behind a node: itself, or whoever holds the post that the node stands for. */
    int unitBehind(int node) {
        int q = wiring.postOf[node];
        return wiring.unitOf[
                q < 0 ? node : wiring.takeovers[wiring.postTakeover[q]].members()[postHolder[q]]];
    }

    /** Draws a duration and lets the clock run. */
    void start(int clock, Law law) {
        double drawn = chance.duration(clock, law);
        clocks.start(clock, drawn);
        corrections.started(clock, law, drawn);
    }

    // ---------------------------------------------------------------- one event

    void ring(int clock) {
        events++;
        clocks.spent(clock);
        int i = wiring.clockIndex[clock];
        switch (wiring.clockKind[clock]) {
            case Wiring.FAIL -> repairs.breaks(i, wiring.modes[i].cause());
            case Wiring.STAGE -> repairs.stageEnds(i);
            case Wiring.BELIEF -> beliefs.changeMind(i);
            case Wiring.POST -> takeovers.stageEnds(i);
            case Wiring.STAND_IN -> standIns.stageEnds(i);
            case Wiring.FUEL -> {
                standInPhase[i] = DRY;
                touchedStandIns.note(i);
            }
            case Wiring.TOLERANCE -> stores.ends(i);
            case Wiring.RESTART -> {
                restarting[i] = false;
                hold(wiring.restarts[i].unit(), -1, -1);
            }
            case Wiring.INSPECTION -> crews.inspected(i);
            case Wiring.DELIVERY -> shelves.delivered(wiring.supplies.shelf[i]);
            case Wiring.PLAN_NEXT -> plans.begins(i);
            case Wiring.PLAN_END -> plans.phaseEnds(i);
            case Wiring.MOVE -> machines.move(wiring.moveMachine[i], i - wiring.moveBase[wiring.moveMachine[i]]);
            case Wiring.SHOCK -> shocks.shock(i);
            case Wiring.HIT -> {
                int s = wiring.hitShock[i];
                shocks.hit(s, i - wiring.hitBase[s], -1);
            }
            case Wiring.PLAN_HIT -> plans.hits(i);
            default -> crews.shiftChanges(i);
        }
        settle();
    }

    /** Rules without delay, in fixed order, until quiet. */
    private void settle() {
        for (int round = 0; outstanding[0] > 0; round++) {
            while (!touchedModes.isEmpty()) {
                repairs.retime(touchedModes.take());
            }
            if (outstanding[0] == 0) {
                return;
            }
            while (!touchedTolerances.isEmpty()) {
                stores.settle(touchedTolerances.take());
            }
            while (!touchedRestarts.isEmpty()) {
                stores.settleRestart(touchedRestarts.take());
            }
            while (!touchedTakeovers.isEmpty()) {
                takeovers.settle(touchedTakeovers.take());
            }
            while (!touchedStandIns.isEmpty()) {
                standIns.settle(touchedStandIns.take());
            }
            while (!touchedMachines.isEmpty()) {
                machines.settle(touchedMachines.take());
            }
            while (!touchedBeliefs.isEmpty()) {
                beliefs.settle(touchedBeliefs.take());
            }
            while (!touchedSharings.isEmpty()) {
                machines.settleSharing(touchedSharings.take());
            }
            while (!touchedDatasets.isEmpty()) {
                datasets.settle(touchedDatasets.take());
            }
            if (round > ROUNDS_MAX) {
                throw new IllegalStateException("rules never settle at " + clocks.now + " s: look at "
                        + (wiring.machines.length > 0 ? wiring.machines[0].stream() : "take-overs")
                        + " and what it depends on");
            }
        }
    }

    // ---------------------------------------------------------------- truth

    /** Holds a node down by one more (or one less) reason. */
    void hold(int node, int delta, int cause) {
        int before = bad[node];
        int after = before + delta;
        bad[node] = after;
        if (before <= 0 != after <= 0) {
            flip(node, cause);
        } else {
            changed(node);
            relabel(node);
        }
    }

    private void flip(int first, int cause) {
        int depth = 0;
        stack[depth++] = first;
        if (bad[first] > 0) {
            root[first] = cause;
        }
        while (depth > 0) {
            int node = stack[--depth];
            boolean up = bad[node] <= 0;
            if (up) {
                nodeDown[node] += clocks.now - nodeSince[node];
                if (clocks.now == nodeSince[node]) {
                    nodeFalls[node]--;
                    ownFalls[node] -= wiring.owners.isOwn(node, root[node]) ? 1 : 0;
                }
            } else {
                nodeFalls[node]++;
                ownFalls[node] += wiring.owners.isOwn(node, root[node]) ? 1 : 0;
                nodeSince[node] = clocks.now;
            }
            changed(node);
            int step = up ? -1 : 1;
            for (int user : wiring.users[node]) {
                int before = bad[user];
                int after = before + step;
                bad[user] = after;
                if (before <= 0 != after <= 0) {
                    if (!up) {
                        root[user] = root[node];
                    }
                    stack[depth++] = user;
                } else {
                    crowds.mark(user);
                    relabel(user);
                }
            }
        }
    }

    /** One reason more or less why a node is false, which it stays: whoever loses by it is to be told by whom. */
    void relabel(int node) {
        if (bad[node] > 0) {
            scores.labelsChanged(wiring.dependents[node]);
        }
    }

    void changed(int node) {
        crowds.mark(node);
        for (int reactor : wiring.reactors[node]) {
            int i = reactor & Wiring.INDEX;
            switch (reactor >>> Wiring.SHIFT_BITS) {
                case Wiring.FAIL -> touchedModes.note(i);
                case Wiring.BELIEF -> touchedBeliefs.note(i);
                case Wiring.TAKEOVER -> touchedTakeovers.note(i);
                case Wiring.STAND_IN -> touchedStandIns.note(i);
                case Wiring.TOLERANCE -> touchedTolerances.note(i);
                case Wiring.RESTART -> touchedRestarts.note(i);
                case Wiring.MACHINE -> touchedMachines.note(i);
                case Wiring.LOAD_SHARING -> touchedSharings.note(i);
                case Wiring.SLOT -> rotation.slotChanged(i);
                case Wiring.TIER -> rotation.tierChanged(i);
                case Wiring.DATASET -> datasets.note(i);
                default -> touchedJourneys.note(i);
            }
        }
    }

    Crew crew(int c) {
        return wiring.blueprint.crews().get(c);
    }
}
