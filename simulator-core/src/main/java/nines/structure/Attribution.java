package nines.structure;

import java.util.Arrays;
import nines.blueprint.Effect;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Who is to blame for the loss of this instant. The impairments present (a broken mode, a wrong belief, a take-over
 * under way, planned work, a restart) share the loss by their Shapley value on the served share: exact up to six of
 * them, above that the mean of the marginal losses in order of start and in reverse order. Both rules add up.
 *
 * <p>An impairment that is a stage (a wrong belief, a take-over) stands for the fault that started it: taking it away
 * means the member was never missed. All arithmetic is monotone, so only what is false now is ever asked again.
 */
final class Attribution implements Step.State {
    static final int EXACT_MAX = 6;
    private static final int PLAYERS_MAX = 512;

    private final World world;
    private final Wiring wiring;
    private final Scores scores;

    // Players of the journey being explained.
    private int players;
    private final byte[] kind = new byte[PLAYERS_MAX];
    private final int[] index = new int[PLAYERS_MAX];
    private final double[] startedAt = new double[PLAYERS_MAX];
    private final boolean[] present = new boolean[PLAYERS_MAX];
    private final int[] playerOfClock;
    private final long[] playerStamp;
    private final int[] playerOfMachine;
    private final long[] machineStamp;
    private final long[] visited;
    private long stamp;

    // Counterfactual truths of the mask being asked.
    private final long[] askedStamp;
    private final boolean[] answer;
    private long ask;
    private @Nullable Swing recorder;

    private final double[] values = new double[1 << EXACT_MAX];
    private final boolean[] downs = new boolean[1 << EXACT_MAX];
    private final int[] order = new int[PLAYERS_MAX];
    private final double[] lostShare = new double[PLAYERS_MAX];
    private final double[] downShare = new double[PLAYERS_MAX];
    // Counts over each tier and each sender's view of it, for the set of impairments being asked.
    private final int[] living;
    private final int[] able;
    private final int[] trustedOf;
    private final int[] goodOf;
    private final long[] countedFor;
    /** Tiers whose watches watch no other tier. */
    private final boolean[] isAlone;

    private final Situation situation;
    private final Explanations known = new Explanations();
    private boolean remembers = true;

    // Entries: the shares of each journey's loss, kept until it is explained again.
    private static final int ENTRIES = 64;
    private final int[] entryCount;
    private final int[] cells;
    private final int[] clocks;
    private final double[] losts;
    private final double[] downShares;
    /** When the impairment of each entry began; NaN for what is there from the start. */
    private final double[] sinces;

    // Looked up once: what holds a node besides modes and inputs.
    final int[] takeoverOf;
    final int[] standInOf;
    /** The post that a node tells whether it is filled, or -1. */
    final int[] postOf;

    final int[] restartOf;
    final int[] machineOf;
    final int[][] tolerancesOf;

    Attribution(World world, Scores scores) {
        this.world = world;
        this.scores = scores;
        wiring = world.wiring;
        int nodes = wiring.nodes.length;
        playerOfClock = new int[wiring.clocks];
        playerStamp = new long[wiring.clocks];
        playerOfMachine = new int[wiring.machines.length];
        machineStamp = new long[wiring.machines.length];
        visited = new long[nodes];
        askedStamp = new long[nodes];
        answer = new boolean[nodes];
        int journeys = wiring.journeys.length;
        entryCount = new int[journeys];
        cells = new int[journeys * ENTRIES];
        clocks = new int[journeys * ENTRIES];
        losts = new double[journeys * ENTRIES];
        downShares = new double[journeys * ENTRIES];
        sinces = new double[journeys * ENTRIES];
        takeoverOf = filled(nodes);
        standInOf = filled(nodes);
        postOf = filled(nodes);
        restartOf = filled(nodes);
        machineOf = filled(nodes);
        for (int t = 0; t < wiring.takeovers.length; t++) {
            takeoverOf[wiring.takeovers[t].works()] = t;
            for (int k = 0; k < wiring.takeovers[t].fills().length; k++) {
                postOf[wiring.takeovers[t].fills()[k]] = wiring.postBase[t] + k;
            }
        }
        int tiers = wiring.tiers.length;
        living = new int[tiers];
        able = new int[tiers];
        trustedOf = new int[wiring.viewBase[tiers]];
        goodOf = new int[wiring.viewBase[tiers]];
        countedFor = new long[tiers];
        isAlone = new boolean[tiers];
        for (int t = 0; t < tiers; t++) {
            isAlone[t] = true;
            for (int w : wiring.tiers[t].watches()) {
                for (int b = wiring.beliefBase[w]; b < wiring.beliefBase[w + 1]; b++) {
                    isAlone[t] &= wiring.tiersOfBelief[b].length == 1;
                }
            }
        }
        for (int s = 0; s < wiring.standIns.length; s++) {
            standInOf[wiring.standIns[s].works()] = s;
        }
        for (int r = 0; r < wiring.restarts.length; r++) {
            restartOf[wiring.restarts[r].unit()] = r;
        }
        for (int k = 0; k < wiring.machines.length; k++) {
            machineOf[wiring.machines[k].holds()] = k;
        }
        tolerancesOf = new int[nodes][];
        int[] count = new int[nodes];
        for (var tolerance : wiring.tolerances) {
            count[tolerance.holds()]++;
        }
        for (int n = 0; n < nodes; n++) {
            tolerancesOf[n] = new int[count[n]];
        }
        for (int t = 0; t < wiring.tolerances.length; t++) {
            int n = wiring.tolerances[t].holds();
            tolerancesOf[n][--count[n]] = t;
        }
        situation = new Situation(world, scores, this);
    }

    private static int[] filled(int n) {
        int[] array = new int[n];
        Arrays.fill(array, -1);
        return array;
    }

    void clear() {
        Arrays.fill(entryCount, 0);
    }

    /** Works every explanation out anew, to compare with those that are remembered. */
    void rememberNothing() {
        remembers = false;
    }

    void nothing(int j) {
        entryCount[j] = 0;
    }

    /** Two journeys that go the same way share their explanation. */
    void copy(int from, int to) {
        int n = entryCount[from];
        entryCount[to] = n;
        System.arraycopy(cells, from * ENTRIES, cells, to * ENTRIES, n);
        System.arraycopy(clocks, from * ENTRIES, clocks, to * ENTRIES, n);
        System.arraycopy(losts, from * ENTRIES, losts, to * ENTRIES, n);
        System.arraycopy(downShares, from * ENTRIES, downShares, to * ENTRIES, n);
        System.arraycopy(sinces, from * ENTRIES, sinces, to * ENTRIES, n);
    }

    int from(int j) {
        return j * ENTRIES;
    }

    int to(int j) {
        return j * ENTRIES + entryCount[j];
    }

    int cell(int entry) {
        return cells[entry];
    }

    /** The clock whose ring ends this share of the loss; -1 for none, -2 - b for the beliefs about b's target. */
    int clock(int entry) {
        return clocks[entry];
    }

    double lost(int entry) {
        return losts[entry];
    }

    double down(int entry) {
        return downShares[entry];
    }

    /** The cause with the largest share of the present loss. */
    int foremost(int j) {
        int best = wiring.overloadCause;
        double most = -1;
        for (int e = from(j); e < to(j); e++) {
            if (losts[e] > most) {
                most = losts[e];
                best = cells[e] / Journal.STAGES;
            }
        }
        return best;
    }

    /** The cause of the impairment that began first among those with a share; -1 for none. */
    int first(int j) {
        return began(j, 1);
    }

    /** The cause of the impairment that began last: the one that broke the camel's back; -1 for none. */
    int trigger(int j) {
        return began(j, -1);
    }

    private int began(int j, int sign) {
        int best = -1;
        double earliest = Double.POSITIVE_INFINITY;
        for (int e = from(j); e < to(j); e++) {
            if (sign * sinces[e] < earliest) {
                earliest = sign * sinces[e];
                best = cells[e] / Journal.STAGES;
            }
        }
        return best;
    }

    // ---------------------------------------------------------------- sharing

    /** Shares the present loss of a journey among the impairments present. */
    void explain(int j, boolean isUp) {
        entryCount[j] = 0;
        players = 0;
        stamp++;
        for (int node : wiring.nodesOfJourney[j]) {
            collectNode(node);
        }
        for (int tier : wiring.tiersOfJourney[j]) {
            collectTier(tier);
        }
        double lostNow = 1 - scores.share[j];
        double upAt = wiring.journeys[j].upAt() - 1e-12;
        double downNow = isUp ? 0 : 1;
        // Without any impairment the system is as it was at the start.
        double lostWithout = scores.lostWhenWell[j];
        double downWithout = 1 - lostWithout >= upAt ? 0 : 1;
        if (recorder != null) {
            recorder.asked(lostWithout);
        }
        if (lostWithout > 0) {
            int overload = wiring.overloadCause * Journal.STAGES + Stage.OVERLOAD.column();
            add(j, overload, -1, lostWithout, downWithout, Double.NaN);
        }
        if (players == 0) {
            return;
        }
        if (players == 1) {
            addPlayer(j, 0, lostNow - lostWithout, downNow - downWithout);
        } else if (players <= EXACT_MAX) {
            shapley(j, lostWithout, downWithout, lostNow, downNow, upAt);
        } else {
            inBothOrders(j, lostWithout, downWithout, upAt);
        }
    }

    private void shapley(int j, double lost0, double down0, double lostAll, double downAll, double upAt) {
        boolean memorable = remembers && !scores.mayDependOnTheHour(j) && situation.describe(j);
        int entry = memorable ? known.find(situation, lostAll) : -1;
        if (entry < 0) {
            share(j, lost0, down0, lostAll, downAll, upAt);
            if (memorable) {
                entry = known.add(situation, lostAll);
                for (int i = 0; i < players; i++) {
                    known.put(entry, i, lostShare[i], downShare[i]);
                }
            }
        } else {
            for (int i = 0; i < players; i++) {
                lostShare[i] = known.lost(entry, i);
                downShare[i] = known.down(entry, i);
            }
        }
        addPlayers(j);
    }

    private void share(int j, double lost0, double down0, double lostAll, double downAll, double upAt) {
        int all = (1 << players) - 1;
        values[0] = lost0;
        downs[0] = down0 > 0;
        values[all] = lostAll;
        downs[all] = downAll > 0;
        for (int mask = 1; mask < all; mask++) {
            for (int i = 0; i < players; i++) {
                present[i] = (mask >> i & 1) != 0;
            }
            values[mask] = loss(j);
            downs[mask] = 1 - values[mask] < upAt;
        }
        for (int i = 0; i < players; i++) {
            double lost = 0;
            double down = 0;
            for (int mask = 0; mask <= all; mask++) {
                if ((mask >> i & 1) == 0) {
                    double weight = weight(Integer.bitCount(mask), players);
                    int with = mask | 1 << i;
                    lost += weight * (values[with] - values[mask]);
                    down += weight * ((downs[with] ? 1 : 0) - (downs[mask] ? 1 : 0));
                }
            }
            lostShare[i] = lost;
            downShare[i] = down;
        }
    }

    private void addPlayers(int j) {
        for (int i = 0; i < players; i++) {
            if (lostShare[i] != 0 || downShare[i] != 0) {
                addPlayer(j, i, lostShare[i], downShare[i]);
            }
        }
    }

    /** |S|! (n - |S| - 1)! / n!. */
    private static double weight(int size, int n) {
        double weight = 1.0 / n;
        for (int i = 1; i <= size; i++) {
            weight *= (double) i / (n - i);
        }
        return weight;
    }

    private void inBothOrders(int j, double lost0, double down0, double upAt) {
        for (int i = 0; i < players; i++) {
            int k = i;
            while (k > 0 && startedAt[order[k - 1]] > startedAt[i]) {
                order[k] = order[k - 1];
                k--;
            }
            order[k] = i;
        }
        Arrays.fill(lostShare, 0, players, 0);
        Arrays.fill(downShare, 0, players, 0);
        for (int pass = 0; pass < 2; pass++) {
            Arrays.fill(present, 0, players, false);
            double lostBefore = lost0;
            double downBefore = down0;
            for (int k = 0; k < players; k++) {
                int i = order[pass == 0 ? k : players - 1 - k];
                double lost = lossWith(j, i, k == 0);
                double down = 1 - lost >= upAt ? 0 : 1;
                lostShare[i] += 0.5 * (lost - lostBefore);
                downShare[i] += 0.5 * (down - downBefore);
                lostBefore = lost;
                downBefore = down;
            }
        }
        addPlayers(j);
    }

    /** The loss when one more impairment is present; {@code first} when it is the only one. */
    private double lossWith(int j, int i, boolean first) {
        int b = kind[i] == Wiring.BELIEF && !first ? index[i] : -1;
        int t = b >= 0 ? wiring.tiersOfBelief[b][0] : -1;
        if (t < 0 || !isAlone[t]) {
            present[i] = true;
            return loss(j);
        }
        // No node asks for a belief: only what its member does for the tier may change.
        int slot = wiring.slotBase[t] + b - wiring.beliefBase[wiring.beliefWatch[b]];
        boolean isCounted = countedFor[t] == ask;
        if (isCounted) {
            count(t, slot, -1);
        }
        present[i] = true;
        if (isCounted) {
            count(t, slot, 1);
        }
        return lossNow(j);
    }

    private double loss(int j) {
        ask++;
        return lossNow(j);
    }

    private double lossNow(int j) {
        double loss = 1 - scores.served(j, this);
        if (recorder != null) {
            recorder.asked(loss);
        }
        return loss;
    }

    /** Tells every loss that is asked from now on to somebody, or to nobody. */
    void record(@Nullable Swing swing) {
        recorder = swing;
    }

    private void addPlayer(int j, int i, double lost, double down) {
        int element = index[i];
        int cause;
        Stage stage;
        int clock = wiring.clock(kind[i] == Wiring.MACHINE ? Wiring.MOVE : kind[i], element);
        switch (kind[i]) {
            case Wiring.STAGE -> {
                cause = world.modeRoot[element];
                stage = stageOf(element);
            }
            case Wiring.BELIEF -> {
                cause = world.beliefRoot[element];
                stage = Stage.DETECTION;
                clock = decisive(element, -2 - element);
            }
            case Wiring.POST -> {
                cause = world.postRoot[element];
                stage = postStage(element);
            }
            case Wiring.STAND_IN -> {
                cause = world.standInRoot[element];
                int s = world.standInPhase[element];
                var standIn = wiring.standIns[element];
                stage = s > standIn.stages().size() || s < 1
                        ? Stage.BY_HAND
                        : standIn.stages().get(s - 1).stage();
            }
            case Wiring.RESTART -> {
                cause = world.restartRoot[element];
                stage = Stage.RESTART;
            }
            case Wiring.PLAN_END -> {
                cause = wiring.plans[element].cause();
                var phases = wiring.plans[element].phases();
                stage = phases.isEmpty()
                        ? Stage.PLANNED
                        : phases.get(Math.max(0, Math.min(world.planPhase[element], phases.size() - 1)))
                                .stage();
            }
            default -> {
                cause = wiring.machines[element].cause();
                stage = Stage.REPAIR;
                clock = -1;
            }
        }
        int cell = (cause < 0 ? wiring.overloadCause : cause) * Journal.STAGES + stage.column();
        add(j, cell, clock, lost, down, startedAt[i]);
    }

    /** Where nobody else could answer, not the observer but the repair decides when the loss ends. */
    private int decisive(int belief, int clock) {
        int target = wiring.beliefTarget[belief];
        if (world.isTrue(target)) {
            return clock;
        }
        for (int slot : wiring.slotsOfUnit[wiring.unitOf[target]]) {
            if (scores.isLastResort(slot)) {
                for (int m : wiring.modesHolding[target]) {
                    if (world.modePhase[m] > 0) {
                        return wiring.clock(Wiring.STAGE, m);
                    }
                }
                return -1;
            }
        }
        return clock;
    }

    Stage stageOf(int m) {
        int s = world.modePhase[m];
        if (s == World.HIDDEN) {
            return Stage.DETECTION;
        }
        Mode mode = wiring.modes[m];
        if (s < 1 || s > mode.repair().size()) {
            return Stage.REPAIR;
        }
        if (!world.clocks.armed[wiring.clock(Wiring.STAGE, m)] || world.crews.preempted[m]) {
            return Stage.WAITING;
        }
        return mode.repair().get(s - 1).stage();
    }

    Stage postStage(int q) {
        Takeover takeover = wiring.takeovers[wiring.postTakeover[q]];
        int s = world.postPhase[q];
        if (world.postPlanned[q]) {
            return Stage.PLANNED;
        }
        if (s > takeover.stages().size()) {
            return Stage.BY_HAND;
        }
        return s < 1 ? Stage.SWITCHOVER : takeover.stages().get(s - 1).stage();
    }

    private void add(int j, int cell, int clock, double lost, double down, double since) {
        int e = from(j) + entryCount[j];
        if (entryCount[j] == ENTRIES) {
            // More culprits than rows: the smallest ones share the last row, so that the table still adds up.
            e--;
            losts[e] += lost;
            downShares[e] += down;
            return;
        }
        entryCount[j]++;
        cells[e] = cell;
        clocks[e] = clock;
        losts[e] = lost;
        downShares[e] = down;
        sinces[e] = since;
    }

    // ---------------------------------------------------------------- who is present

    private void player(int playerKind, int element, double since) {
        player(wiring.clock(playerKind, element), playerKind, element, since);
    }

    private void player(int clock, int playerKind, int element, double since) {
        if (playerStamp[clock] == stamp || players == PLAYERS_MAX) {
            return;
        }
        playerStamp[clock] = stamp;
        playerOfClock[clock] = players;
        kind[players] = (byte) playerKind;
        index[players] = element;
        startedAt[players] = since;
        players++;
    }

    private boolean isPresent(int playerKind, int element) {
        int clock = wiring.clock(playerKind, playerKind == Wiring.BELIEF ? wiring.beliefOfSlot[element] : element);
        return playerStamp[clock] != stamp || present[playerOfClock[clock]];
    }

    private void collectTier(int t) {
        Tier tier = wiring.tiers[t];
        for (int k = 0; k < scores.offCount[t]; k++) {
            int slot = scores.off[t][k];
            int i = slot - wiring.slotBase[t];
            int member = tier.members()[i];
            boolean wrong = false;
            boolean truth = world.isTrue(member);
            for (int w : tier.watches()) {
                int b = wiring.beliefBase[w] + i;
                if (world.trusted[b] != truth && !wrong && isWatching(w)) {
                    wrong = true;
                    player(wiring.clock(Wiring.BELIEF, wiring.beliefOfSlot[b]), Wiring.BELIEF, b, world.beliefSince[b]);
                }
            }
            if (!truth && !wrong) {
                collectNode(member);
            }
            collectErrors(wiring.unitOf[member]);
        }
    }

    private void collectErrors(int unit) {
        if (world.errors[unit] == 0) {
            return;
        }
        for (int m : wiring.modesOf[unit]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() == Effect.DEGRADED) {
                player(Wiring.STAGE, m, world.modeSince[m]);
            }
        }
        collectPlans(unit);
    }

    private void collectPlans(int node) {
        if (world.planOn[node] == 0) {
            return;
        }
        for (int p = 0; p < wiring.plans.length; p++) {
            if (world.planHolds(p, node)) {
                player(Wiring.PLAN_END, p, world.planSince[p]);
            }
        }
    }

    private void collectNode(int n) {
        if (world.isTrue(n) || visited[n] == stamp) {
            return;
        }
        visited[n] = stamp;
        for (int m : wiring.modesHolding[n]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() != Effect.DEGRADED) {
                int decisive = world.modePhase[m] == World.FOLLOWS ? world.leader[m] : m;
                player(Wiring.STAGE, decisive, world.modeSince[m]);
            }
        }
        collectPlans(n);
        int r = restartOf[n];
        if (r >= 0 && world.restarting[r] && world.isTrue(wiring.restarts[r].outside())) {
            player(Wiring.RESTART, r, world.restartSince[r]);
        }
        int k = machineOf[n];
        if (k >= 0
                && !wiring.machines[k].works()[world.machineState[k]]
                && machineStamp[k] != stamp
                && players < PLAYERS_MAX) {
            machineStamp[k] = stamp;
            playerOfMachine[k] = players;
            kind[players] = (byte) Wiring.MACHINE;
            index[players] = k;
            startedAt[players] = world.machineSince[k];
            players++;
        }
        for (int t : tolerancesOf[n]) {
            if (world.tolerancePhase[t] == World.EMPTY) {
                collectNode(wiring.tolerances[t].need());
            }
        }
        if (takeoverOf[n] >= 0 && world.takeoverHolds[takeoverOf[n]]) {
            collectTakeover(takeoverOf[n]);
        }
        if (postOf[n] >= 0 && world.postEmpty[postOf[n]]) {
            collectPost(wiring.postTakeover[postOf[n]], postOf[n]);
        }
        int s = standInOf[n];
        if (s >= 0 && world.standInHolds[s] && world.standInPhase[s] != World.IDLE) {
            player(Wiring.STAND_IN, s, world.standInSince[s]);
        }
        for (int input : wiring.nodes[n].inputs()) {
            collectNode(input);
        }
    }

    private void collectTakeover(int t) {
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            collectPost(t, q);
        }
    }

    private void collectPost(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        int holder = takeover.members()[world.postHolder[q]];
        if (isUnderWay(q, holder)) {
            player(Wiring.POST, q, world.postSince[q]);
        } else if (world.postPhase[q] != World.HELD || !world.isTrue(holder)) {
            for (int member : takeover.members()) {
                collectNode(member);
            }
        }
    }

    /** Whether a take-over itself is to blame: it runs, or it has shut out a holder that lives again. */
    boolean isUnderWay(int q, int holder) {
        return world.clocks.armed[wiring.clock(Wiring.POST, q)]
                || world.postPhase[q] > World.HELD && world.isTrue(holder);
    }

    // ---------------------------------------------------------------- what would be true

    @Override
    public boolean works(int n) {
        if (world.isTrue(n)) {
            return true;
        }
        if (askedStamp[n] == ask) {
            return answer[n];
        }
        askedStamp[n] = ask;
        answer[n] = false;
        boolean truth = falses(n) <= wiring.slack[n];
        answer[n] = truth;
        return truth;
    }

    private int falses(int n) {
        int falses = 0;
        for (int m : wiring.modesHolding[n]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() != Effect.DEGRADED) {
                int decisive = world.modePhase[m] == World.FOLLOWS ? world.leader[m] : m;
                falses += isPresent(Wiring.STAGE, decisive) ? 1 : 0;
            }
        }
        if (world.planOn[n] > 0) {
            for (int p = 0; p < wiring.plans.length; p++) {
                falses += world.planHolds(p, n) && isPresent(Wiring.PLAN_END, p) ? 1 : 0;
            }
        }
        int r = restartOf[n];
        if (r >= 0 && world.restarting[r] && world.isTrue(wiring.restarts[r].outside())) {
            falses += isPresent(Wiring.RESTART, r) ? 1 : 0;
        }
        int k = machineOf[n];
        if (k >= 0 && !wiring.machines[k].works()[world.machineState[k]]) {
            falses += machineStamp[k] != stamp || present[playerOfMachine[k]] ? 1 : 0;
        }
        for (int t : tolerancesOf[n]) {
            if (world.tolerancePhase[t] == World.EMPTY && !works(wiring.tolerances[t].need())) {
                falses++;
            }
        }
        if (takeoverOf[n] >= 0 && world.takeoverHolds[takeoverOf[n]]) {
            falses += lacksAPost(takeoverOf[n]) ? 1 : 0;
        }
        if (postOf[n] >= 0 && world.postEmpty[postOf[n]]) {
            falses += isEmpty(wiring.postTakeover[postOf[n]], postOf[n]) ? 1 : 0;
        }
        int s = standInOf[n];
        if (s >= 0 && world.standInHolds[s]) {
            falses += isPresent(Wiring.STAND_IN, s) ? 1 : 0;
        }
        Node node = wiring.nodes[n];
        for (int input : node.inputs()) {
            falses += works(input) ? 0 : 1;
        }
        return falses;
    }

    private boolean lacksAPost(int t) {
        Takeover takeover = wiring.takeovers[t];
        int[] members = takeover.members();
        int filled = 0;
        int open = 0;
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (isFilled(q, members)) {
                filled++;
            } else if (isUnderWay(q, members[world.postHolder[q]])) {
                if (!isPresent(Wiring.POST, q)) {
                    filled++;
                } else if (takeover.wholeDown()
                        && world.postPhase[q] > takeover.stages().size()) {
                    return true;
                }
            } else {
                open++;
            }
        }
        for (int i = 0; i < members.length && open > 0; i++) {
            if (!holdsAPost(t, i) && works(members[i])) {
                open--;
                filled++;
            }
        }
        return filled < takeover.needed();
    }

    /** Whether an empty post would be empty: members that would live fill the open posts in their order. */
    private boolean isEmpty(int t, int post) {
        Takeover takeover = wiring.takeovers[t];
        int[] members = takeover.members();
        int ahead = 0;
        for (int q = wiring.postBase[t]; q <= post; q++) {
            if (isUnderWay(q, members[world.postHolder[q]])) {
                if (q == post) {
                    return isPresent(Wiring.POST, q);
                }
            } else if (q < post && !isFilled(q, members)) {
                ahead++;
            }
        }
        for (int i = 0; i < members.length; i++) {
            if (!holdsAPost(t, i) && works(members[i]) && --ahead < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isFilled(int q, int[] members) {
        return world.postPhase[q] == World.HELD && world.isTrue(members[world.postHolder[q]]);
    }

    private boolean holdsAPost(int t, int member) {
        int[] members = wiring.takeovers[t].members();
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (world.postHolder[q] == member && isFilled(q, members)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public double attempt(int t) {
        Tier tier = wiring.tiers[t];
        if (scores.offCount[t] == 0) {
            return 1;
        }
        count(t);
        if (living[t] < tier.needed()) {
            return 0;
        }
        return tier.tried(meets(t, scores.isDegraded(t)));
    }

    /** Chance that one try meets a member that would live; less its wrong answers where those count. */
    private double meets(int t, boolean anySick) {
        Tier tier = wiring.tiers[t];
        int n = tier.members().length;
        int views = tier.watches().length;
        if (views == 0) {
            double met = tier.blind() ? n : living[t];
            return living[t] == 0 ? 0 : anySick ? (living[t] - errors(t, -1)) / met : living[t] / met;
        }
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < views; k++) {
            int sender = tier.senders()[k];
            if (sender >= 0 && !works(sender)) {
                continue;
            }
            int trusted = trustedOf[wiring.viewBase[t] + k];
            int good = goodOf[wiring.viewBase[t] + k];
            if (trusted < tier.panicBelow() * n) {
                trusted = n;
                good = living[t];
            }
            double right = anySick ? good - errors(t, k) : good;
            sum += trusted == 0 ? 0 : right / trusted;
            weight++;
        }
        return weight == 0 ? 1 : sum / weight;
    }

    /** Counts who in a tier would answer and be asked, unless that is known for the set of impairments being asked. */
    private void count(int t) {
        if (countedFor[t] == ask) {
            return;
        }
        countedFor[t] = ask;
        int n = wiring.tiers[t].members().length;
        living[t] = n;
        able[t] = n;
        Arrays.fill(trustedOf, wiring.viewBase[t], wiring.viewBase[t + 1], n);
        Arrays.fill(goodOf, wiring.viewBase[t], wiring.viewBase[t + 1], n);
        for (int k = 0; k < scores.offCount[t]; k++) {
            count(t, scores.off[t][k], 1);
        }
    }

    /** Takes a member that is not simply alive and trusted into the counts, or out of them with -1. */
    private void count(int t, int slot, int step) {
        int[] watches = wiring.tiers[t].watches();
        boolean serves = wouldServe(t, slot);
        boolean isAsked = watches.length == 0;
        for (int k = 0; k < watches.length; k++) {
            int view = wiring.viewBase[t] + k;
            boolean asked = wouldTrust(wiring.beliefBase[watches[k]] - wiring.slotBase[t] + slot, slot, serves);
            trustedOf[view] -= asked ? 0 : step;
            goodOf[view] -= asked && serves ? 0 : step;
            isAsked |= asked;
        }
        living[t] -= serves ? 0 : step;
        able[t] -= serves && isAsked ? 0 : step;
    }

    /** A dead observer believes nothing that could cost a request. */
    boolean isWatching(int watch) {
        int observer = wiring.watches[watch].observer();
        return observer < 0 || world.isTrue(observer);
    }

    /** Whether a member would answer: a dead one that is still trusted is as good as its wrong belief. */
    private boolean wouldServe(int t, int slot) {
        if (scores.isServing(slot)) {
            return true;
        }
        Tier tier = wiring.tiers[t];
        int i = slot - wiring.slotBase[t];
        for (int w : tier.watches()) {
            int b = wiring.beliefBase[w] + i;
            if (world.trusted[b] && isWatching(w)) {
                return !isPresent(Wiring.BELIEF, b);
            }
        }
        return works(tier.members()[i]);
    }

    private boolean wouldTrust(int b, int slot, boolean serves) {
        if (world.trusted[b]) {
            return scores.isServing(slot) || serves || isPresent(Wiring.BELIEF, b);
        }
        return scores.isServing(slot) ? !isPresent(Wiring.BELIEF, b) : serves;
    }

    private double errors(int t, int view) {
        Tier tier = wiring.tiers[t];
        double sum = 0;
        for (int k = 0; k < scores.offCount[t]; k++) {
            int slot = scores.off[t][k];
            int unit = wiring.unitOf[tier.members()[slot - wiring.slotBase[t]]];
            if (world.errors[unit] == 0) {
                continue;
            }
            int first = view < 0 ? 0 : wiring.beliefBase[tier.watches()[view]] - wiring.slotBase[t];
            if (wouldServe(t, slot) && (view < 0 || wouldTrust(first + slot, slot, true))) {
                sum += errorsOf(unit);
            }
        }
        return sum;
    }

    private double errorsOf(int unit) {
        double right = 1;
        for (int m : wiring.modesOf[unit]) {
            if (world.modePhase[m] != World.UP
                    && wiring.modes[m].effect() == Effect.DEGRADED
                    && isPresent(Wiring.STAGE, m)) {
                right *= 1 - wiring.modes[m].errors();
            }
        }
        for (int p = 0; world.planOn[unit] > 0 && p < wiring.plans.length; p++) {
            if (world.planHolds(p, unit) && isPresent(Wiring.PLAN_END, p)) {
                right *= 1 - wiring.plans[p].errors();
            }
        }
        return 1 - right;
    }

    @Override
    public double carried(int t) {
        Tier tier = wiring.tiers[t];
        if (tier.capacity() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        count(t);
        return able[t] == 0 ? 1 : tier.carried(able[t], tier.tried(meets(t, false)), scores.level);
    }
}
