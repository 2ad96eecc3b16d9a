package nines.structure;

import java.util.Arrays;
import nines.blueprint.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Who is to blame for the loss of this instant. The {@link Impairments} present share the loss by their Shapley value on
 * the served share: exact up to six of them, above that exact as long as few cases tell how many of each set of
 * {@link Peers} are there, and with more cases the mean of the marginal losses in order of start and in reverse order,
 * even among peers. In large tiers and groups alike impairments stand together in {@link Crowds}, whose members all have the same
 * share, see {@link AmongCrowds}. All rules add up.
 *
 * <p>An impairment that is a stage (a wrong belief, a take-over) stands for the fault that started it: taking it away
 * means the member was never missed.
 */
final class Attribution {
    static final int EXACT_MAX = 6;
    private static final int CASES_MAX = 1 << EXACT_MAX;

    private final World world;
    private final Wiring wiring;
    private final Scores scores;
    private final Crowds crowds;
    private final Impairments impairments;
    private final Otherwise otherwise;
    final Blame blame;
    private @Nullable Swing recorder;

    private final double[] values = new double[CASES_MAX];
    private final boolean[] downs = new boolean[CASES_MAX];
    private final int[] order = new int[Impairments.MAX];
    private final double[] lostShare = new double[Impairments.MAX];
    private final double[] downShare = new double[Impairments.MAX];
    /** Journeys whose loss has to do with a large tier or group. */
    private final boolean[] isCrowded;

    private final AmongCrowds among;
    private final Peers peers;
    private final Situation situation;
    private final Explanations known = new Explanations();
    private boolean remembers = true;
    private boolean audits;

    Attribution(World world, Scores scores) {
        this.world = world;
        this.scores = scores;
        wiring = world.wiring;
        crowds = world.crowds;
        impairments = new Impairments(world);
        otherwise = new Otherwise(world, world.rotation, impairments);
        blame = new Blame(wiring, crowds);
        among = new AmongCrowds(impairments.size, impairments.present, this::loss, lostShare, downShare);
        peers = new Peers(world, impairments, this::loss);
        situation = new Situation(world, world.rotation);
        isCrowded = new boolean[wiring.journeys.length];
        for (int j = 0; j < isCrowded.length; j++) {
            isCrowded[j] = wiring.leaves.matterTo(j);
        }
    }

    /** Works every explanation out anew, to compare with those that are remembered. */
    void rememberNothing() {
        remembers = false;
    }

    /** Looks before every explanation whether all that is kept from event to event is still true. */
    void audit() {
        audits = true;
    }

    /** Tells every loss that is asked from now on to somebody, or to nobody. */
    void record(@Nullable Swing swing) {
        recorder = swing;
    }

    // ---------------------------------------------------------------- sharing

    /** Shares the present loss of a journey among the impairments present. */
    void explain(int j, boolean isUp) {
        blame.nothing(j);
        crowds.sort();
        if (audits && !crowds.isFresh()) {
            throw new IllegalStateException("a crowd was missed at " + world.clocks.now);
        }
        impairments.find(j);
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
            blame.add(j, overload, -1, lostWithout, downWithout, Double.NaN);
        }
        int players = impairments.count;
        if (players == 0) {
            return;
        }
        if (players == 1) {
            blame(j, 0, lostNow - lostWithout, downNow - downWithout);
        } else if (isCrowded[j]) {
            among.share(j, players, lostWithout, downWithout, lostNow, downNow, upAt);
            blameAll(j);
        } else if (players <= EXACT_MAX) {
            shapley(j, lostWithout, downWithout, lostNow, downNow, upAt);
            blameAll(j);
        } else {
            if (!peers.share(j, lostWithout, downWithout, lostNow, downNow, upAt, lostShare, downShare)) {
                inBothOrders(j, lostWithout, downWithout, upAt);
                peers.even(lostShare, downShare);
            }
            blameAll(j);
        }
    }

    private void shapley(int j, double lost0, double down0, double lostAll, double downAll, double upAt) {
        boolean memorable =
                remembers && !scores.mayDependOnTheHour(j) && !scores.mayDependOnSurges(j) && situation.describe(j);
        int entry = memorable ? known.find(situation, lostAll) : -1;
        if (entry < 0) {
            share(j, lost0, down0, lostAll, downAll, upAt);
            if (memorable) {
                entry = known.add(situation, lostAll);
                for (int i = 0; i < impairments.count; i++) {
                    known.put(entry, i, lostShare[i], downShare[i]);
                }
            }
        } else {
            for (int i = 0; i < impairments.count; i++) {
                lostShare[i] = known.lost(entry, i);
                downShare[i] = known.down(entry, i);
            }
        }
    }

    private void share(int j, double lost0, double down0, double lostAll, double downAll, double upAt) {
        int players = impairments.count;
        int all = (1 << players) - 1;
        values[0] = lost0;
        downs[0] = down0 > 0;
        values[all] = lostAll;
        downs[all] = downAll > 0;
        for (int mask = 1; mask < all; mask++) {
            for (int i = 0; i < players; i++) {
                impairments.present[i] = mask >> i & 1;
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

    /** |S|! (n - |S| - 1)! / n!. */
    private static double weight(int size, int n) {
        double weight = 1.0 / n;
        for (int i = 1; i <= size; i++) {
            weight *= (double) i / (n - i);
        }
        return weight;
    }

    private void inBothOrders(int j, double lost0, double down0, double upAt) {
        int players = impairments.count;
        double[] startedAt = impairments.startedAt;
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
            impairments.nobodyIsPresent();
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
    }

    /** The loss when one more impairment is present; {@code first} when it is the only one. */
    private double lossWith(int j, int i, boolean first) {
        if (impairments.kind[i] == Wiring.BELIEF && !first) {
            otherwise.addBelief(i);
            return lossNow(j);
        }
        impairments.present[i] = 1;
        return loss(j);
    }

    // ---------------------------------------------------------------- asking

    private double loss(int j) {
        otherwise.ask();
        return lossNow(j);
    }

    private double lossNow(int j) {
        double loss = 1 - scores.served(j, otherwise);
        if (recorder != null) {
            recorder.asked(loss);
        }
        return loss;
    }

    // ---------------------------------------------------------------- names

    private void blameAll(int j) {
        for (int i = 0; i < impairments.count; i++) {
            if (lostShare[i] != 0 || downShare[i] != 0) {
                blame(j, i, lostShare[i], downShare[i]);
            }
        }
    }

    private void blame(int j, int i, double lost, double down) {
        int element = impairments.index[i];
        int kind = impairments.kind[i];
        if (kind == Impairments.CROWD) {
            blame.add(j, crowds.cell(element), wiring.clocks + element, lost, down, Double.NaN);
            return;
        }
        int cause;
        Stage stage;
        int clock = wiring.clock(kind == Wiring.MACHINE ? Wiring.MOVE : kind, element);
        switch (kind) {
            case Wiring.STAGE -> {
                cause = world.modeRoot[element];
                stage = world.repairs.stageOf(element);
            }
            case Wiring.BELIEF -> {
                cause = world.beliefRoot[element];
                stage = Stage.DETECTION;
                clock = decisive(element, -2 - element);
            }
            case Wiring.POST -> {
                cause = world.postRoot[element];
                stage = world.takeovers.stageOf(element);
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
                        : phases.get(Math.max(0, Math.min(world.underWay.phase[element], phases.size() - 1)))
                                .stage();
            }
            default -> {
                cause = wiring.machines[element].cause();
                stage = Stage.REPAIR;
                clock = -1;
            }
        }
        int cell = (cause < 0 ? wiring.overloadCause : cause) * Journal.STAGES + stage.column();
        blame.add(j, cell, clock, lost, down, impairments.startedAt[i]);
    }

    /** Where nobody else could answer, not the observer but the repair decides when the loss ends. */
    private int decisive(int belief, int clock) {
        int target = wiring.beliefTarget[belief];
        if (world.isTrue(target)) {
            return clock;
        }
        for (int slot : wiring.slotsOfUnit[wiring.unitOf[target]]) {
            if (world.rotation.isLastResort(slot)) {
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
}
