package nines.structure;

import java.util.Arrays;
import nines.blueprint.Crew;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Renewal;
import nines.blueprint.Shock;
import nines.blueprint.StandIn;
import nines.blueprint.Takeover;
import nines.blueprint.Tolerance;
import nines.blueprint.Watch;

/**
 * The state of the structure layer and the rules by which it changes: a generalised semi-Markov process over primitive
 * arrays. One integer per automaton; everything else is computed. Truth (who lives) is a function of faults; belief (who
 * is trusted) is separate and follows with delay.
 *
 * <p>One event: a clock rings, its automaton takes its next phase, rules without delay run in fixed order until quiet
 * (truths, then modes, tolerances, restarts, take-overs, stand-ins, machines, beliefs), and only what was touched is
 * looked at. Only the owner's transition writes a phase.
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
    final Scores scores;

    // Truth.
    final int[] bad;
    final int[] root;
    final double[] nodeSince;
    final double[] nodeDown;
    final int[] nodeFalls;
    private final int[] stack;

    // Modes.
    final int[] modePhase;
    final int[] modeRoot;
    final double[] modeSince;
    final int[] leader;
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
    /** What a belief's clock runs for: 0 a false alarm, 1 removal, 2 trust again. */
    final byte[] beliefClock;

    // Take-overs.
    final int[] postPhase;
    final int[] postHolder;
    final int[] postCandidate;
    final boolean[] postPlanned;
    final int[] postRoot;
    final double[] postSince;
    final double[] lastTakeover;
    final boolean[] takeoverHolds;
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
    final int[] planStep;
    final int[] planPhase;
    final long[] planNumber;
    final double[] planSince;
    final int[][] planHeld;
    final int[] planHeldCount;
    final int[] planOn;
    final int[] plannedOn;
    final double[] planErrors;
    final int[] machineState;
    final double[] machineSince;
    private final long[] shockNumber;

    /** How many things are noted in all the lists below. */
    private final int[] outstanding = new int[1];

    private final Pending touchedModes;
    private final Pending touchedTolerances;
    private final Pending touchedRestarts;
    private final Pending touchedTakeovers;
    private final Pending touchedStandIns;
    private final Pending touchedMachines;
    private final Pending touchedBeliefs;
    private final Pending touchedSharings;

    /** Branches: how often each element was asked, and how often the rare answer came. */
    final long[] branchAsked;

    final long[] branchTaken;
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
        duty = new double[nodes];
        haste = new double[nodes];
        frozen = new int[nodes];
        errors = new double[nodes];
        int shelves = wiring.deliveryLaw.length;
        onShelf = new int[shelves];
        shelfQueue = new int[shelves][modes];
        shelfWaiting = new int[shelves];
        trusted = new boolean[wiring.beliefs];
        beliefRoot = new int[wiring.beliefs];
        beliefClock = new byte[wiring.beliefs];
        beliefSince = new double[wiring.beliefs];
        postPhase = new int[wiring.posts];
        postHolder = new int[wiring.posts];
        postCandidate = new int[wiring.posts];
        postPlanned = new boolean[wiring.posts];
        postRoot = new int[wiring.posts];
        postSince = new double[wiring.posts];
        lastTakeover = new double[wiring.takeovers.length];
        takeoverHolds = new boolean[wiring.takeovers.length];
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
        int plans = wiring.plans.length;
        planStep = new int[plans];
        planPhase = new int[plans];
        planNumber = new long[plans];
        planSince = new double[plans];
        planHeld = new int[plans][];
        for (int p = 0; p < plans; p++) {
            int most = 0;
            for (Plan.Target[] step : wiring.plans[p].steps()) {
                most = Math.max(most, step.length);
            }
            planHeld[p] = new int[most];
        }
        planHeldCount = new int[plans];
        planOn = new int[nodes];
        plannedOn = new int[nodes];
        planErrors = new double[nodes];
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
        branchAsked = new long[wiring.clocks];
        branchTaken = new long[wiring.clocks];
        crews = new Crews(this);
        scores = new Scores(this, options);
    }

    /** Names everything that the future depends on. */
    void remember(Memory memory) {
        memory.of(bad, modePhase, leader, frozen, onShelf, shelfWaiting, postPhase, postHolder, postCandidate);
        memory.of(shelfQueue);
        memory.of(standInPhase, tolerancePhase, planStep, planPhase, planHeldCount, planOn, plannedOn, machineState);
        memory.of(planHeld);
        memory.of(duty, haste, errors, planErrors);
        memory.of(trusted, postPlanned, takeoverHolds, takeoverFreezes, standInHolds, restarting);
        memory.of(beliefClock);
        clocks.remember(memory);
        crews.remember(memory);
        scores.remember(memory);
    }

    // ---------------------------------------------------------------- beginning

    /** Everything up, new and trusted at time 0; all clocks drawn. */
    void begin() {
        clocks.clear();
        events = 0;
        Arrays.fill(bad, 0);
        Arrays.fill(root, -1);
        Arrays.fill(nodeDown, 0);
        Arrays.fill(nodeFalls, 0);
        Arrays.fill(nodeSince, 0);
        Arrays.fill(modePhase, UP);
        Arrays.fill(duty, 1);
        Arrays.fill(haste, 1);
        Arrays.fill(frozen, 0);
        Arrays.fill(errors, 0);
        Arrays.fill(trusted, true);
        Arrays.fill(postPhase, HELD);
        Arrays.fill(postCandidate, -1);
        Arrays.fill(postPlanned, false);
        Arrays.fill(lastTakeover, Double.NEGATIVE_INFINITY);
        Arrays.fill(takeoverHolds, false);
        Arrays.fill(takeoverFreezes, false);
        Arrays.fill(standInPhase, IDLE);
        Arrays.fill(standInHolds, false);
        Arrays.fill(tolerancePhase, FULL);
        Arrays.fill(restarting, false);
        Arrays.fill(planStep, -1);
        Arrays.fill(planNumber, 0);
        Arrays.fill(planHeldCount, 0);
        Arrays.fill(planOn, 0);
        Arrays.fill(plannedOn, 0);
        Arrays.fill(planErrors, 0);
        Arrays.fill(shockNumber, 0);
        Arrays.fill(shelfWaiting, 0);
        Arrays.fill(branchAsked, 0);
        Arrays.fill(branchTaken, 0);
        crews.clear();
        scores.clear();
        for (int s = 0; s < onShelf.length; s++) {
            onShelf[s] = wiring.blueprint.shelves().get(s).stock();
        }
        for (int t = 0; t < wiring.takeovers.length; t++) {
            Takeover takeover = wiring.takeovers[t];
            for (int i = 0; i < takeover.members().length; i++) {
                duty[wiring.unitOf[takeover.members()[i]]] = i < takeover.posts() ? 1 : takeover.dormancy();
            }
            for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
                postHolder[q] = q - wiring.postBase[t];
            }
        }
        for (int s = 0; s < wiring.standIns.length; s++) {
            StandIn standIn = wiring.standIns[s];
            duty[standIn.unit()] = standIn.dormancy();
            standInHolds[s] = true;
            hold(standIn.works(), 1, -1);
        }
        for (int k = 0; k < wiring.machines.length; k++) {
            machineState[k] = -1;
            enter(k, wiring.machines[k].start());
        }
        for (int m = 0; m < modePhase.length; m++) {
            renew(m);
        }
        for (int s = 0; s < wiring.shocks.length; s++) {
            start(wiring.clock(Wiring.SHOCK, s), wiring.shockLaw[s]);
        }
        for (int p = 0; p < wiring.plans.length; p++) {
            int clock = wiring.clock(Wiring.PLAN_NEXT, p);
            double first = wiring.plans[p].first();
            if (Double.isNaN(first)) {
                start(clock, wiring.planEvery[p]);
            } else {
                clocks.start(clock, first);
            }
        }
        for (int b = 0; b < trusted.length; b++) {
            touchedBeliefs.note(b);
        }
        crews.begin();
        settle();
    }

    boolean isTrue(int node) {
        return bad[node] <= wiring.slack[node];
    }

    int branchSource(int kind, int index) {
        return wiring.sourceOfBranches + wiring.clock(kind, index);
    }

    /** Draws a duration and lets the clock run. */
    void start(int clock, Law law) {
        double drawn = law.distribution().inverseHazard(chance.hazard(clock));
        clocks.start(clock, drawn);
        scores.started(clock, drawn - law.mean());
    }

    private boolean happens(int kind, int index, double p) {
        if (p >= 1 || p <= 0) {
            return p > 0;
        }
        int clock = wiring.clock(kind, index);
        branchAsked[clock]++;
        boolean yes = chance.happens(wiring.sourceOfBranches + clock, p);
        if (yes == (p < 0.5)) {
            branchTaken[clock]++;
        }
        return yes;
    }

    // ---------------------------------------------------------------- one event

    void ring(int clock) {
        events++;
        clocks.spent(clock);
        int i = wiring.clockIndex[clock];
        switch (wiring.clockKind[clock]) {
            case Wiring.FAIL -> breaks(i, wiring.modes[i].cause());
            case Wiring.STAGE -> stageEnds(i);
            case Wiring.BELIEF -> changeMind(i);
            case Wiring.POST -> postStageEnds(i);
            case Wiring.STAND_IN -> standInStageEnds(i);
            case Wiring.FUEL -> {
                standInPhase[i] = DRY;
                touchedStandIns.note(i);
            }
            case Wiring.TOLERANCE -> toleranceEnds(i);
            case Wiring.RESTART -> {
                restarting[i] = false;
                hold(wiring.restarts[i].unit(), -1, -1);
            }
            case Wiring.INSPECTION -> crews.inspected(i);
            case Wiring.DELIVERY -> delivered(wiring.deliveryShelf[i]);
            case Wiring.PLAN_NEXT -> planBegins(i);
            case Wiring.PLAN_END -> planPhaseEnds(i);
            case Wiring.MOVE -> move(wiring.moveMachine[i], i - wiring.moveBase[wiring.moveMachine[i]]);
            case Wiring.SHOCK -> shock(i);
            case Wiring.HIT -> {
                int s = wiring.hitShock[i];
                hit(s, i - wiring.hitBase[s], -1);
            }
            default -> crews.shiftChanges(i);
        }
        settle();
    }

    /** Rules without delay, in fixed order, until quiet. */
    private void settle() {
        for (int round = 0; outstanding[0] > 0; round++) {
            while (!touchedModes.isEmpty()) {
                retime(touchedModes.take());
            }
            if (outstanding[0] == 0) {
                return;
            }
            while (!touchedTolerances.isEmpty()) {
                settleTolerance(touchedTolerances.take());
            }
            while (!touchedRestarts.isEmpty()) {
                settleRestart(touchedRestarts.take());
            }
            while (!touchedTakeovers.isEmpty()) {
                settleTakeover(touchedTakeovers.take());
            }
            while (!touchedStandIns.isEmpty()) {
                settleStandIn(touchedStandIns.take());
            }
            while (!touchedMachines.isEmpty()) {
                settleMachine(touchedMachines.take());
            }
            while (!touchedBeliefs.isEmpty()) {
                settleBelief(touchedBeliefs.take());
            }
            while (!touchedSharings.isEmpty()) {
                settleSharing(touchedSharings.take());
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
        int slack = wiring.slack[node];
        if (before <= slack != after <= slack) {
            flip(node, cause);
        } else {
            changed(node);
        }
    }

    private void flip(int first, int cause) {
        int depth = 0;
        stack[depth++] = first;
        if (bad[first] > wiring.slack[first]) {
            root[first] = cause;
        }
        while (depth > 0) {
            int node = stack[--depth];
            boolean up = bad[node] <= wiring.slack[node];
            if (up) {
                nodeDown[node] += clocks.now - nodeSince[node];
                if (clocks.now == nodeSince[node]) {
                    nodeFalls[node]--;
                }
            } else {
                nodeFalls[node]++;
                nodeSince[node] = clocks.now;
            }
            changed(node);
            int step = up ? -1 : 1;
            for (int user : wiring.users[node]) {
                int before = bad[user];
                int after = before + step;
                bad[user] = after;
                int slack = wiring.slack[user];
                if (before <= slack != after <= slack) {
                    if (!up) {
                        root[user] = root[node];
                    }
                    stack[depth++] = user;
                }
            }
        }
    }

    private void changed(int node) {
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
                case Wiring.SLOT -> scores.slotChanged(i);
                case Wiring.TIER -> scores.tierChanged(i);
                default -> scores.touch(i);
            }
        }
    }

    // ---------------------------------------------------------------- modes

    /** Sets the speeds of a mode's clocks by what is alive, on duty, frozen or at work. */
    void retime(int m) {
        Mode mode = wiring.modes[m];
        if (modePhase[m] == UP) {
            double speed = 1;
            if (frozen[mode.unit()] > 0 || mode.onlyWhile() >= 0 && !isTrue(mode.onlyWhile())) {
                speed = 0;
            } else if (mode.operating()) {
                speed = isTrue(mode.unit()) ? duty[mode.unit()] * haste[mode.unit()] : 0;
            }
            clocks.run(wiring.clock(Wiring.FAIL, m), speed);
        } else {
            boolean goesOn = frozen[mode.unit()] == 0 && (mode.site() < 0 || isTrue(mode.site())) && crews.atWork(m);
            clocks.run(wiring.clock(Wiring.STAGE, m), goesOn ? 1 : 0);
        }
    }

    private void renew(int m) {
        int clock = wiring.clock(Wiring.FAIL, m);
        clocks.arm(clock, 0, wiring.failLaw[m].distribution().inverseHazard(chance.hazard(clock)));
        retime(m);
    }

    /** A mode breaks: by its own clock, a shock or a script. */
    void breaks(int m, int cause) {
        if (modePhase[m] != UP) {
            return;
        }
        Mode mode = wiring.modes[m];
        int clock = wiring.clock(Wiring.FAIL, m);
        clocks.age[clock] = clocks.ageNow(clock);
        clocks.drop(clock);
        modeRoot[m] = cause;
        modeSince[m] = clocks.now;
        leader[m] = -1;
        modePhase[m] = mode.mendable() ? HIDDEN : LOST;
        if (mode.effect() == Effect.DEGRADED) {
            recountErrors(mode.unit());
        } else {
            hold(mode.holds(), 1, cause);
        }
        for (int h : wiring.alsoHitsOf[m]) {
            if (happens(Wiring.FAIL, m, wiring.alsoHits[h].chance())) {
                leader[m] = m;
                follow(wiring.alsoHits[h].follower(), m, cause);
            }
        }
        if (mode.mendable()
                && (mode.found() == Found.AT_ONCE || mode.found() == Found.BY_PROBE && isRemoved(mode.unit()))) {
            learn(m);
        }
    }

    /** A mode breaks with another one and is mended with it. */
    private void follow(int m, int first, int cause) {
        Mode mode = wiring.modes[m];
        if (modePhase[m] != UP) {
            return;
        }
        clocks.drop(wiring.clock(Wiring.FAIL, m));
        modeRoot[m] = cause;
        modeSince[m] = clocks.now;
        modePhase[m] = FOLLOWS;
        leader[m] = first;
        if (mode.effect() == Effect.DEGRADED) {
            recountErrors(mode.unit());
        } else {
            hold(mode.holds(), 1, cause);
        }
    }

    private boolean isRemoved(int unit) {
        for (int slot : wiring.slotsOfUnit[unit]) {
            if (scores.isRemoved(slot)) {
                return true;
            }
        }
        return false;
    }

    /** Somebody knows: the repair begins. */
    private void learn(int m) {
        if (modePhase[m] == HIDDEN) {
            enterStage(m, 1);
        }
    }

    private void enterStage(int m, int from) {
        Mode mode = wiring.modes[m];
        int stages = mode.repair().size();
        for (int s = from; s <= stages; s++) {
            Phase phase = mode.repair().get(s - 1);
            modePhase[m] = s;
            scores.labelsChanged();
            if (phase.resource() == Phase.Resource.SPARE && !takeSpare(m)) {
                return;
            }
            if (phase.resource() == Phase.Resource.CREW && !crews.holdsCrew[m]) {
                crews.ask(m);
                return;
            }
            if (startStage(m, s)) {
                return;
            }
        }
        mended(m);
    }

    /** Starts the clock of a stage; false when it takes no time and is over already. */
    private boolean startStage(int m, int s) {
        Law law = wiring.stageLaw[m][s - 1];
        if (law.mean() > 0) {
            int clock = wiring.clock(Wiring.STAGE, m);
            double drawn = law.distribution().inverseHazard(chance.hazard(clock));
            clocks.arm(clock, 0, drawn);
            scores.started(clock, drawn - law.mean());
            retime(m);
            return true;
        }
        return !stageDone(m, s);
    }

    /** A crew has come to a job that waited. */
    void workBegins(int m) {
        if (!startStage(m, modePhase[m])) {
            enterStage(m, modePhase[m] + 1);
        }
    }

    private void stageEnds(int m) {
        int s = modePhase[m];
        if (stageDone(m, s)) {
            enterStage(m, s + 1);
        }
    }

    /** Ends a stage; false when the repair must be done again and goes on. */
    private boolean stageDone(int m, int s) {
        Mode mode = wiring.modes[m];
        Phase phase = mode.repair().get(s - 1);
        if (phase.stage() == nines.blueprint.Stage.REPAIR && happens(Wiring.STAGE, m, mode.failsAgain())) {
            int clock = wiring.clock(Wiring.STAGE, m);
            Law law = wiring.stageLaw[m][s - 1];
            if (law.mean() > 0) {
                double drawn = law.distribution().inverseHazard(chance.hazard(clock));
                clocks.arm(clock, 0, drawn);
                scores.started(clock, drawn - law.mean());
                retime(m);
                return false;
            }
        }
        if (crews.holdsCrew[m]
                && (s == mode.repair().size() || mode.repair().get(s).resource() != Phase.Resource.CREW)) {
            crews.release(m);
        }
        return true;
    }

    private void mended(int m) {
        Mode mode = wiring.modes[m];
        modePhase[m] = UP;
        if (mode.effect() == Effect.DEGRADED) {
            recountErrors(mode.unit());
        } else {
            hold(mode.holds(), -1, -1);
        }
        int clock = wiring.clock(Wiring.FAIL, m);
        if (mode.renewal() == Renewal.NOTHING) {
            double age = clocks.age[clock];
            clocks.arm(clock, age, age + wiring.failLaw[m].distribution().residual(age, chance.hazard(clock)));
            retime(m);
        } else {
            renew(m);
        }
        if (mode.renewal() == Renewal.WHOLE_UNIT) {
            for (int other : wiring.modesOf[mode.unit()]) {
                if (other != m && modePhase[other] == UP) {
                    renew(other);
                }
            }
        }
        if (leader[m] == m) {
            for (int other = 0; other < leader.length; other++) {
                if (other != m && modePhase[other] == FOLLOWS && leader[other] == m) {
                    mended(other);
                }
            }
        }
    }

    private void recountErrors(int unit) {
        double right = 1 - planErrors[unit];
        for (int m : wiring.modesOf[unit]) {
            if (modePhase[m] != UP && wiring.modes[m].effect() == Effect.DEGRADED) {
                right *= 1 - wiring.modes[m].errors();
            }
        }
        errors[unit] = 1 - right;
        for (int slot : wiring.slotsOfUnit[unit]) {
            scores.slotChanged(slot);
        }
    }

    private boolean takeSpare(int m) {
        int shelf = wiring.modes[m].spare();
        if (onShelf[shelf] == 0) {
            shelfQueue[shelf][shelfWaiting[shelf]++] = m;
            order(shelf);
            return false;
        }
        onShelf[shelf]--;
        order(shelf);
        return true;
    }

    private void order(int shelf) {
        for (int d = wiring.deliveryBase[shelf]; d < wiring.deliveryBase[shelf + 1]; d++) {
            int clock = wiring.clock(Wiring.DELIVERY, d);
            if (!clocks.armed[clock]) {
                start(clock, wiring.deliveryLaw[shelf]);
                return;
            }
        }
    }

    private void delivered(int shelf) {
        if (shelfWaiting[shelf] == 0) {
            onShelf[shelf]++;
            return;
        }
        int m = shelfQueue[shelf][0];
        System.arraycopy(shelfQueue[shelf], 1, shelfQueue[shelf], 0, --shelfWaiting[shelf]);
        int s = modePhase[m];
        if (!startStage(m, s)) {
            enterStage(m, s + 1);
        }
    }

    // ---------------------------------------------------------------- shocks

    private void shock(int s) {
        Shock shock = wiring.shocks[s];
        long number = shockNumber[s]++;
        start(wiring.clock(Wiring.SHOCK, s), wiring.shockLaw[s]);
        int members = shock.modes().length;
        int first = -1;
        switch (shock.hits()) {
            case ALL -> {
                for (int i = 0; i < members; i++) {
                    first = strike(s, i, number, first);
                }
            }
            case SHARE -> {
                for (int i = 0; i < members; i++) {
                    if (chance.hits(branchSource(Wiring.SHOCK, s), number, i, shock.share())) {
                        first = strike(s, i, number, first);
                    }
                }
            }
            case COUNT -> first = strikeSome(s, shock, number);
        }
    }

    private int strikeSome(int s, Shock shock, long number) {
        int members = shock.modes().length;
        var law = shock.count();
        int source = branchSource(Wiring.SHOCK, s);
        int wanted = law == null ? members : chance.count(source, Law.of(law), members);
        int first = -1;
        int left = wanted;
        // Selection sampling (Knuth 1969, algorithm S): each subset of the wanted size is equally likely.
        for (int i = 0; i < members && left > 0; i++) {
            if (chance.happens(source, (double) left / (members - i))) {
                left--;
                first = strike(s, i, number, first);
            }
        }
        return first;
    }

    private int strike(int s, int member, long number, int first) {
        Shock shock = wiring.shocks[s];
        if (shock.spread() > 0) {
            int clock = wiring.clock(Wiring.HIT, wiring.hitBase[s] + member);
            clocks.start(clock, shock.spread() * chance.spread(branchSource(Wiring.SHOCK, s), number, member));
            return first;
        }
        return hit(s, member, first);
    }

    private int hit(int s, int member, int first) {
        Shock shock = wiring.shocks[s];
        int m = shock.modes()[member];
        Mode mode = wiring.modes[m];
        if (modePhase[m] != UP || mode.operating() && (!isTrue(mode.unit()) || frozen[mode.unit()] > 0)) {
            return first;
        }
        if (shock.together() && first >= 0) {
            follow(m, first, shock.cause());
            return first;
        }
        breaks(m, shock.cause());
        leader[m] = m;
        return first < 0 ? m : first;
    }

    // ---------------------------------------------------------------- beliefs

    private void settleBelief(int b) {
        Watch watch = wiring.watches[wiring.beliefWatch[b]];
        int clock = wiring.clock(Wiring.BELIEF, b);
        boolean truth = isTrue(wiring.beliefTarget[b]);
        if (watch.observer() >= 0 && !isTrue(watch.observer())) {
            // An observer that is down learns nothing; when it is back it begins by trusting everybody.
            clocks.drop(clock);
            if (!trusted[b]) {
                setTrusted(b, true);
            }
            return;
        }
        if (trusted[b] != truth && plannedOn[wiring.unitOf[wiring.beliefTarget[b]]] > 0 && !truth) {
            clocks.drop(clock);
            setTrusted(b, false);
            return;
        }
        int w = wiring.beliefWatch[b];
        Law law;
        if (trusted[b] && truth) {
            law = wiring.falseAlarm[w];
        } else if (trusted[b]) {
            law = isTrue(wiring.beliefAlive[b]) ? wiring.fallHangs[w] : wiring.fallRefused[w];
        } else if (truth) {
            law = wiring.rise[w];
        } else {
            clocks.drop(clock);
            return;
        }
        int wanted = trusted[b] ? truth ? 0 : 1 : 2;
        if (clocks.armed[clock] && beliefClock[b] == wanted) {
            return;
        }
        clocks.drop(clock);
        beliefClock[b] = (byte) wanted;
        if (law.mean() == Double.POSITIVE_INFINITY) {
            return;
        }
        if (wanted == 1) {
            beliefRoot[b] = root[wiring.beliefTarget[b]];
            beliefSince[b] = clocks.now;
        }
        if (law.mean() == 0) {
            changeMind(b);
        } else {
            start(clock, law);
        }
    }

    private void changeMind(int b) {
        boolean truth = isTrue(wiring.beliefTarget[b]);
        if (trusted[b] && truth) {
            beliefRoot[b] = wiring.watches[wiring.beliefWatch[b]].cause();
            beliefSince[b] = clocks.now;
            setTrusted(b, false);
        } else {
            setTrusted(b, truth);
        }
        touchedBeliefs.note(b);
    }

    private void setTrusted(int b, boolean belief) {
        trusted[b] = belief;
        scores.beliefChanged(b);
        if (!belief) {
            for (int m : wiring.modesOf[wiring.unitOf[wiring.beliefTarget[b]]]) {
                if (modePhase[m] == HIDDEN && wiring.modes[m].found() == Found.BY_PROBE) {
                    learn(m);
                }
            }
        }
    }

    // ---------------------------------------------------------------- take-overs

    private void settleTakeover(int t) {
        Takeover takeover = wiring.takeovers[t];
        boolean everybodyWorks = takeover.posts() == takeover.members().length;
        boolean running = false;
        boolean byHand = false;
        int filled = 0;
        int culprit = -1;
        boolean several = takeover.posts() > 1 && !everybodyWorks;
        long claims = several ? claims(t) : 0;
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (everybodyWorks) {
                settleCoverage(t, q);
            } else {
                settlePost(t, q);
            }
            running |= clocks.armed[wiring.clock(Wiring.POST, q)];
            byHand |= postPhase[q] > takeover.stages().size();
            if (postPhase[q] == HELD && isTrue(takeover.members()[postHolder[q]])) {
                filled++;
            } else if (culprit < 0 || postPhase[q] > takeover.stages().size()) {
                culprit = postRoot[q];
            }
        }
        if (several && claims(t) != claims) {
            // A member that one post has taken or left counts for the others too.
            touchedTakeovers.note(t);
        }
        boolean holds = filled < takeover.needed() || byHand && takeover.wholeDown();
        boolean freezes = takeover.freezes() && running;
        if (freezes != takeoverFreezes[t]) {
            takeoverFreezes[t] = freezes;
            for (int member : takeover.members()) {
                int unit = wiring.unitOf[member];
                frozen[unit] += freezes ? 1 : -1;
                for (int m : wiring.modesOf[unit]) {
                    touchedModes.note(m);
                }
            }
        }
        if (holds != takeoverHolds[t]) {
            takeoverHolds[t] = holds;
            hold(takeover.works(), holds ? 1 : -1, culprit);
        } else {
            changed(takeover.works());
        }
    }

    /** Which living members have a post or are about to get one, as one number. */
    private long claims(int t) {
        int[] members = wiring.takeovers[t].members();
        long claims = 0;
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            int candidate = postCandidate[q];
            boolean claimed = candidate >= 0 && isTrue(members[candidate]);
            claims = (claims * (members.length + 1L) + (claimed ? candidate + 1 : 0)) * members.length + postHolder[q];
        }
        return claims;
    }

    private void settlePost(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        int clock = wiring.clock(Wiring.POST, q);
        int[] members = takeover.members();
        int stages = takeover.stages().size();
        boolean holderLives = isTrue(members[postHolder[q]]);
        if (postPhase[q] == HELD) {
            if (holderLives) {
                if (takeover.failback() && postHolder[q] != q - wiring.postBase[t]) {
                    int home = q - wiring.postBase[t];
                    if (isTrue(members[home]) && !hasPost(t, home)) {
                        appoint(t, q, home);
                    }
                }
                return;
            }
            beginTakeover(t, q, root[members[postHolder[q]]], plannedOn[wiring.unitOf[members[postHolder[q]]]] > 0);
            if (postPhase[q] == HELD) {
                return;
            }
        }
        if (postPhase[q] == NOBODY) {
            if (holderLives) {
                postPhase[q] = HELD;
            } else if (candidate(t, q) >= 0 && (takeover.controller() < 0 || isTrue(takeover.controller()))) {
                appoint(t, q, candidate(t, q));
            }
            return;
        }
        if (postPhase[q] > stages) {
            if (candidate(t, q) < 0 && !holderLives) {
                clocks.drop(clock);
            } else if (!clocks.armed[clock]) {
                enterByHand(t, q, stages + 1);
            }
            return;
        }
        boolean committed = stages > 0 && postCandidate[q] >= 0;
        if (!committed && holderLives) {
            clocks.drop(clock);
            postPhase[q] = HELD;
            return;
        }
        if (committed && !isTrue(members[postCandidate[q]])) {
            clocks.drop(clock);
            int next = root[members[postCandidate[q]]];
            postCandidate[q] = -1;
            postPlanned[q] = false;
            postPhase[q] = 1;
            postRoot[q] = next;
            postSince[q] = clocks.now;
        }
        boolean canAct = (takeover.controller() < 0 || isTrue(takeover.controller()))
                && (postCandidate[q] >= 0 || candidate(t, q) >= 0);
        if (!canAct) {
            callForHidden(t);
            clocks.drop(clock);
            if (takeover.atOnceFromNothing() && candidate(t, q) < 0) {
                postPhase[q] = NOBODY;
            }
        } else if (!clocks.armed[clock]) {
            enterPostStage(t, q, postPhase[q]);
        }
    }

    /** Where all members work there is nobody to take over: only whether the others carry on is in question. */
    private void settleCoverage(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        boolean lives = isTrue(takeover.members()[postHolder[q]]);
        if (postPhase[q] == ABSENT && lives) {
            postPhase[q] = HELD;
        } else if (postPhase[q] == HELD && !lives) {
            postRoot[q] = root[takeover.members()[postHolder[q]]];
            postSince[q] = clocks.now;
            postPhase[q] = ABSENT;
            boolean inQuestion = anotherLives(takeover, postHolder[q])
                    && plannedOn[wiring.unitOf[takeover.members()[postHolder[q]]]] == 0;
            if (inQuestion && takeover.success() < 1) {
                int byHand = takeover.stages().size() + 1;
                boolean carryOn = happens(Wiring.POST, q, takeover.success());
                scores.branched(t, wiring.toGo[t][byHand], 1 - takeover.success(), !carryOn);
                if (!carryOn) {
                    enterByHand(t, q, byHand);
                }
            }
        }
    }

    private boolean anotherLives(Takeover takeover, int one) {
        for (int i = 0; i < takeover.members().length; i++) {
            if (i != one && isTrue(takeover.members()[i])) {
                return true;
            }
        }
        return false;
    }

    private void beginTakeover(int t, int q, int cause, boolean planned) {
        postPhase[q] = 1;
        postCandidate[q] = -1;
        postPlanned[q] = planned && candidate(t, q) >= 0;
        postRoot[q] = cause;
        postSince[q] = clocks.now;
        if (postPlanned[q]) {
            // A planned move knows where it goes: it starts with what follows detection and fencing.
            Takeover takeover = wiring.takeovers[t];
            postCandidate[q] = candidate(t, q);
            for (int s = 1; s <= takeover.stages().size(); s++) {
                if (takeover.stages().get(s - 1).stage() == nines.blueprint.Stage.SWITCHOVER
                        && takeover.stages().get(s - 1).success() >= 0) {
                    enterPostStage(t, q, s);
                    return;
                }
            }
            appoint(t, q, postCandidate[q]);
        }
    }

    private void enterPostStage(int t, int q, int from) {
        Takeover takeover = wiring.takeovers[t];
        int stages = takeover.stages().size();
        for (int s = from; s <= stages; s++) {
            postPhase[q] = s;
            if (takeover.stages().get(s - 1).committed() && postCandidate[q] < 0) {
                postCandidate[q] = candidate(t, q);
            }
            Law law = wiring.takeoverLaw[t][s - 1];
            if (law.mean() > 0) {
                int clock = wiring.clock(Wiring.POST, q);
                double drawn = law.distribution().inverseHazard(chance.hazard(clock));
                double wait = s == 1 ? lastTakeover[t] + takeover.antiFlap() - clocks.now : 0;
                clocks.start(clock, Math.max(drawn, wait));
                if (wait <= drawn) {
                    scores.started(clock, drawn - law.mean());
                }
                return;
            }
            if (!postStageWorks(t, q, s)) {
                return;
            }
        }
        if (stages == 0 && !postPlanned[q]) {
            boolean works = happens(Wiring.POST, q, takeover.success());
            if (takeover.success() < 1) {
                scores.branched(t, wiring.toGo[t][1], 1 - takeover.success(), !works);
            }
            if (!works) {
                enterByHand(t, q, 1);
                return;
            }
        }
        appoint(t, q, postCandidate[q] >= 0 ? postCandidate[q] : candidate(t, q));
    }

    private void postStageEnds(int q) {
        int t = wiring.postTakeover[q];
        int stages = wiring.takeovers[t].stages().size();
        int s = postPhase[q];
        if (s > stages) {
            enterByHand(t, q, s + 1);
        } else if (postStageWorks(t, q, s)) {
            enterPostStage(t, q, s + 1);
        }
        touchedTakeovers.note(t);
    }

    /** Draws whether a stage works at its end; if not, a person takes over. */
    private boolean postStageWorks(int t, int q, int s) {
        Takeover takeover = wiring.takeovers[t];
        double p = takeover.stages().get(s - 1).success();
        if (p >= 1 || postPlanned[q]) {
            return true;
        }
        boolean works = happens(Wiring.POST, q, p);
        scores.branched(t, wiring.toGo[t][takeover.stages().size() + 1] - wiring.toGo[t][s], 1 - p, !works);
        if (!works) {
            postCandidate[q] = -1;
            enterByHand(t, q, takeover.stages().size() + 1);
        }
        return works;
    }

    private void enterByHand(int t, int q, int from) {
        Takeover takeover = wiring.takeovers[t];
        int stages = takeover.stages().size();
        for (int s = from; s <= stages + takeover.byHand().size(); s++) {
            postPhase[q] = s;
            Law law = wiring.byHandLaw[t][s - stages - 1];
            if (law.mean() > 0) {
                start(wiring.clock(Wiring.POST, q), law);
                return;
            }
        }
        if (takeover.posts() == takeover.members().length) {
            postPhase[q] = isTrue(takeover.members()[postHolder[q]]) ? HELD : ABSENT;
            return;
        }
        int next = candidate(t, q);
        appoint(t, q, next >= 0 ? next : postHolder[q]);
    }

    private void appoint(int t, int q, int member) {
        Takeover takeover = wiring.takeovers[t];
        int before = wiring.unitOf[takeover.members()[postHolder[q]]];
        int after = wiring.unitOf[takeover.members()[member]];
        clocks.drop(wiring.clock(Wiring.POST, q));
        postPhase[q] = HELD;
        postHolder[q] = member;
        postCandidate[q] = -1;
        postPlanned[q] = false;
        lastTakeover[t] = clocks.now;
        if (before != after) {
            duty[before] = takeover.dormancy();
            duty[after] = 1;
            for (int m : wiring.modesOf[before]) {
                touchedModes.note(m);
            }
            for (int m : wiring.modesOf[after]) {
                touchedModes.note(m);
            }
        }
        touchedTakeovers.note(t);
    }

    private boolean hasPost(int t, int member) {
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (postHolder[q] == member || postCandidate[q] == member) {
                return true;
            }
        }
        return false;
    }

    /** The first living member without a post, or -1. */
    int candidate(int t, int q) {
        int[] members = wiring.takeovers[t].members();
        if (postCandidate[q] >= 0) {
            return isTrue(members[postCandidate[q]]) ? postCandidate[q] : -1;
        }
        for (int i = 0; i < members.length; i++) {
            if (isTrue(members[i]) && !hasPost(t, i)) {
                return i;
            }
        }
        return -1;
    }

    private void callForHidden(int t) {
        for (int member : wiring.takeovers[t].members()) {
            discover(wiring.unitOf[member], Found.ON_DEMAND);
        }
    }

    private void discover(int unit, Found how) {
        for (int m : wiring.modesOf[unit]) {
            if (modePhase[m] == HIDDEN && (how == Found.BY_INSPECTION || wiring.modes[m].found() == how)) {
                learn(m);
            }
        }
    }

    // ---------------------------------------------------------------- stand-ins

    private void settleStandIn(int s) {
        StandIn standIn = wiring.standIns[s];
        int clock = wiring.clock(Wiring.STAND_IN, s);
        boolean called = !isTrue(standIn.primary());
        boolean lives = isTrue(standIn.unit());
        if (!called) {
            if (standInPhase[s] != IDLE) {
                clocks.drop(clock);
                clocks.drop(wiring.clock(Wiring.FUEL, s));
                standInPhase[s] = IDLE;
                setDuty(standIn.unit(), standIn.dormancy());
            }
        } else if (!lives) {
            if (standInPhase[s] != DRY) {
                clocks.drop(clock);
                clocks.drop(wiring.clock(Wiring.FUEL, s));
                standInPhase[s] = IDLE;
                setDuty(standIn.unit(), standIn.dormancy());
            }
            discover(standIn.unit(), Found.ON_DEMAND);
        } else if (standInPhase[s] == IDLE) {
            standInRoot[s] = root[standIn.primary()];
            standInSince[s] = clocks.now;
            enterStandIn(s, 1);
        }
        boolean holds = standInPhase[s] != RUNNING;
        if (holds != standInHolds[s]) {
            standInHolds[s] = holds;
            hold(standIn.works(), holds ? 1 : -1, standInRoot[s]);
        }
    }

    private void setDuty(int unit, double speed) {
        if (duty[unit] != speed) {
            duty[unit] = speed;
            for (int m : wiring.modesOf[unit]) {
                touchedModes.note(m);
            }
        }
    }

    private void enterStandIn(int s, int from) {
        StandIn standIn = wiring.standIns[s];
        int stages = standIn.stages().size();
        for (int k = from; k <= stages; k++) {
            standInPhase[s] = k;
            Law law = wiring.standInLaw[s][k - 1];
            if (law.mean() > 0) {
                start(wiring.clock(Wiring.STAND_IN, s), law);
                return;
            }
            if (!standInStageWorks(s, k)) {
                return;
            }
        }
        if (stages == 0 && !happens(Wiring.STAND_IN, s, standIn.success())) {
            standInByHand(s, 1);
            return;
        }
        runs(s);
    }

    private boolean standInStageWorks(int s, int stage) {
        StandIn standIn = wiring.standIns[s];
        if (happens(Wiring.STAND_IN, s, standIn.stages().get(stage - 1).success())) {
            return true;
        }
        standInByHand(s, standIn.stages().size() + 1);
        return false;
    }

    private void standInByHand(int s, int from) {
        StandIn standIn = wiring.standIns[s];
        int stages = standIn.stages().size();
        for (int k = from; k <= stages + standIn.byHand().size(); k++) {
            standInPhase[s] = k;
            Law law = wiring.standInByHand[s][k - stages - 1];
            if (law.mean() > 0) {
                start(wiring.clock(Wiring.STAND_IN, s), law);
                return;
            }
        }
        runs(s);
    }

    private void standInStageEnds(int s) {
        int stages = wiring.standIns[s].stages().size();
        int k = standInPhase[s];
        if (k > stages) {
            standInByHand(s, k + 1);
        } else if (standInStageWorks(s, k)) {
            enterStandIn(s, k + 1);
        }
        touchedStandIns.note(s);
    }

    private void runs(int s) {
        StandIn standIn = wiring.standIns[s];
        standInPhase[s] = RUNNING;
        setDuty(standIn.unit(), 1);
        if (standIn.runsFor() < Double.POSITIVE_INFINITY) {
            clocks.start(wiring.clock(Wiring.FUEL, s), standIn.runsFor());
        }
        touchedStandIns.note(s);
    }

    // ---------------------------------------------------------------- tolerances and restarts

    private void settleTolerance(int t) {
        Tolerance tolerance = wiring.tolerances[t];
        int clock = wiring.clock(Wiring.TOLERANCE, t);
        boolean there = isTrue(tolerance.need());
        if (there) {
            if (tolerancePhase[t] == RIDING || tolerancePhase[t] == EMPTY) {
                if (tolerancePhase[t] == RIDING) {
                    toleranceUsed[t] += clocks.ageNow(clock);
                } else {
                    hold(tolerance.holds(), -1, -1);
                }
                tolerancePhase[t] = RECHARGING;
                if (toleranceUsed[t] > 0) {
                    clocks.start(clock, toleranceUsed[t]);
                } else {
                    clocks.drop(clock);
                    tolerancePhase[t] = FULL;
                }
            }
            return;
        }
        boolean helper = tolerance.with() < 0 || isTrue(tolerance.with());
        if (!helper) {
            discoverBelow(tolerance.with());
        }
        if (tolerancePhase[t] == FULL || tolerancePhase[t] == RECHARGING) {
            double missing = 0;
            if (tolerancePhase[t] == RECHARGING) {
                missing = toleranceUsed[t] - clocks.ageNow(clock);
                clocks.drop(clock);
            }
            toleranceUsed[t] = missing;
            if (!helper || !happens(Wiring.TOLERANCE, t, tolerance.success())) {
                exhausted(t);
                return;
            }
            double store = wiring.toleranceLaw[t].distribution().inverseHazard(chance.hazard(clock));
            if (store <= missing) {
                exhausted(t);
            } else {
                tolerancePhase[t] = RIDING;
                clocks.start(clock, store - missing);
            }
        } else if (tolerancePhase[t] == RIDING && !helper) {
            toleranceUsed[t] += clocks.ageNow(clock);
            clocks.drop(clock);
            exhausted(t);
        }
    }

    private void discoverBelow(int node) {
        discover(node, Found.ON_DEMAND);
        for (int input : wiring.nodes[node].inputs()) {
            discover(wiring.unitOf[input], Found.ON_DEMAND);
        }
    }

    private void exhausted(int t) {
        tolerancePhase[t] = EMPTY;
        hold(wiring.tolerances[t].holds(), 1, root[wiring.tolerances[t].need()]);
    }

    private void toleranceEnds(int t) {
        int clock = wiring.clock(Wiring.TOLERANCE, t);
        if (tolerancePhase[t] == RECHARGING) {
            tolerancePhase[t] = FULL;
            toleranceUsed[t] = 0;
        } else {
            toleranceUsed[t] += clocks.target[clock];
            exhausted(t);
        }
    }

    private void settleRestart(int r) {
        var restart = wiring.restarts[r];
        int clock = wiring.clock(Wiring.RESTART, r);
        boolean outside = isTrue(restart.outside());
        if (!outside) {
            if (restarting[r]) {
                clocks.drop(clock);
            } else {
                restarting[r] = true;
                restartRoot[r] = root[restart.outside()];
                restartSince[r] = clocks.now;
                hold(restart.unit(), 1, restartRoot[r]);
            }
        } else if (restarting[r] && !clocks.armed[clock]) {
            start(clock, wiring.restartLaw[r]);
        }
    }

    // ---------------------------------------------------------------- plans

    private void planBegins(int p) {
        Plan plan = wiring.plans[p];
        planNumber[p]++;
        if (plan.every() != null) {
            start(wiring.clock(Wiring.PLAN_NEXT, p), wiring.planEvery[p]);
        }
        if (planStep[p] < 0 && happens(Wiring.PLAN_NEXT, p, plan.chance())) {
            beginStep(p, 0);
        }
    }

    private void beginStep(int p, int step) {
        Plan plan = wiring.plans[p];
        int asked = 0;
        for (int k = 0; k < step; k++) {
            asked += plan.steps()[k].length;
        }
        for (int k = step; k < plan.steps().length; k++) {
            planStep[p] = k;
            planSince[p] = clocks.now;
            Plan.Target[] targets = plan.steps()[k];
            for (int i = 0; i < targets.length; i++) {
                // Targets are numbered through all steps: each is hit or spared for itself.
                if (plan.share() >= 1
                        || chance.hits(branchSource(Wiring.PLAN_END, p), planNumber[p], asked + i, plan.share())) {
                    apply(p, targets[i]);
                }
            }
            asked += targets.length;
            if (enterPlanPhase(p, 0)) {
                return;
            }
        }
        planStep[p] = -1;
    }

    private void apply(int p, Plan.Target target) {
        Plan plan = wiring.plans[p];
        int node = target.node();
        if (target.takeover() >= 0) {
            node = inRole(target);
            if (node < 0) {
                return;
            }
        }
        switch (plan.verb()) {
            case INSPECT -> discover(node, Found.BY_INSPECTION);
            case BREAK -> breaks(target.mode(), plan.cause());
            case HOLD -> {
                planHeld[p][planHeldCount[p]++] = node;
                planOn[node]++;
                plannedOn[wiring.unitOf[node]] += plan.planned() ? 1 : 0;
                int falls = nodeFalls[node];
                hold(node, 1, plan.cause());
                if (plan.planned() && wiring.planLaw[p].length > 0) {
                    nodeFalls[node] = falls; // planned work is no failure
                }
            }
            case DEGRADE -> {
                planHeld[p][planHeldCount[p]++] = node;
                planErrors[node] = 1 - (1 - planErrors[node]) * (1 - plan.errors());
                planOn[node]++;
                recountErrors(node);
            }
        }
    }

    /** How many nodes a plan can hold at once. */
    int planHeldMost(int p) {
        return planHeld[p].length;
    }

    /** Whether a plan holds a node just now. */
    boolean planHolds(int p, int node) {
        for (int i = 0; i < planHeldCount[p]; i++) {
            if (planHeld[p][i] == node) {
                return true;
            }
        }
        return false;
    }

    private int inRole(Plan.Target target) {
        int t = target.takeover();
        int[] members = wiring.takeovers[t].members();
        for (int i = 0; i < members.length; i++) {
            boolean holder = false;
            for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
                holder |= postHolder[q] == i;
            }
            if (holder == target.holder()) {
                return wiring.unitOf[members[i]];
            }
        }
        return -1;
    }

    /** Starts a phase of the current step; false when the step takes no time and is over. */
    private boolean enterPlanPhase(int p, int from) {
        for (int k = from; k < wiring.planLaw[p].length; k++) {
            planPhase[p] = k;
            scores.labelsChanged();
            Law law = wiring.planLaw[p][k];
            if (law.mean() > 0) {
                start(wiring.clock(Wiring.PLAN_END, p), law);
                return true;
            }
        }
        Plan plan = wiring.plans[p];
        for (int i = 0; i < planHeldCount[p]; i++) {
            int node = planHeld[p][i];
            planOn[node]--;
            if (plan.verb() == Plan.Verb.DEGRADE) {
                double others = 1 - plan.errors();
                planErrors[node] = planOn[node] == 0 || others == 0 ? 0 : 1 - (1 - planErrors[node]) / others;
                recountErrors(node);
            } else {
                plannedOn[wiring.unitOf[node]] -= plan.planned() ? 1 : 0;
                hold(node, -1, -1);
            }
        }
        planHeldCount[p] = 0;
        return false;
    }

    private void planPhaseEnds(int p) {
        if (!enterPlanPhase(p, planPhase[p] + 1)) {
            beginStep(p, planStep[p] + 1);
        }
    }

    // ---------------------------------------------------------------- machines

    private void enter(int k, int state) {
        Machine machine = wiring.machines[k];
        boolean before = machineState[k] < 0 || machine.works()[machineState[k]];
        boolean after = machine.works()[state];
        for (int i = wiring.moveBase[k]; i < wiring.moveBase[k + 1]; i++) {
            clocks.drop(wiring.clock(Wiring.MOVE, i));
        }
        machineState[k] = state;
        if (before != after) {
            machineSince[k] = clocks.now;
            hold(machine.holds(), after ? -1 : 1, machine.cause());
        }
        touchedMachines.note(k);
    }

    private void settleMachine(int k) {
        Machine machine = wiring.machines[k];
        for (int i = 0; i < machine.moves().length; i++) {
            Machine.Move move = machine.moves()[i];
            int clock = wiring.clock(Wiring.MOVE, wiring.moveBase[k] + i);
            boolean free = move.guard() < 0 || isTrue(move.guard()) != move.negated();
            if (move.from() != machineState[k] || !free) {
                clocks.drop(clock);
            } else if (move.law() == null) {
                move(k, i);
                return;
            } else if (!clocks.armed[clock]) {
                start(clock, wiring.moveLaw[wiring.moveBase[k] + i]);
            }
        }
    }

    private void move(int k, int i) {
        Machine.Move move = wiring.machines[k].moves()[i];
        int chosen = move.to().length == 1
                ? 0
                : chance.among(branchSource(Wiring.MOVE, wiring.moveBase[k] + i), move.chances());
        enter(k, move.to()[chosen]);
    }

    // ---------------------------------------------------------------- load sharing

    private void settleSharing(int g) {
        var sharing = wiring.loadSharings[g];
        int down = 0;
        for (int member : sharing.members()) {
            down += isTrue(member) ? 0 : 1;
        }
        double factor = sharing.factors()[Math.min(down, sharing.factors().length - 1)];
        for (int member : sharing.members()) {
            if (haste[member] != factor) {
                haste[member] = factor;
                for (int m : wiring.modesOf[member]) {
                    touchedModes.note(m);
                }
            }
        }
    }

    Crew crew(int c) {
        return wiring.blueprint.crews().get(c);
    }
}
