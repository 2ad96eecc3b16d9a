package nines.structure;

import java.util.Arrays;
import nines.blueprint.Effect;
import nines.blueprint.Node;
import nines.blueprint.Step;
import nines.blueprint.Tier;

/**
 * The present state as it would be without some of its {@link Impairments}. All arithmetic is monotone, so only what is
 * false now is ever asked again. Truths and counts are kept until {@link #ask}.
 */
final class Otherwise implements Step.State {
    private final World world;
    private final Wiring wiring;
    private final Rotation rotation;
    private final Impairments impairments;
    private final Holders holders;
    private final Leaves leaves;
    private final Crowds crowds;
    private final Vacancies vacancies;

    private final long[] askedStamp;
    private final boolean[] answer;
    private long ask;
    // Counts over each tier and each sender's view of it, for the set of impairments being asked.
    private final double[] living;
    private final double[] trustedOf;
    private final double[] goodOf;
    private final long[] countedFor;
    /** Tiers whose watches watch no other tier. */
    private final boolean[] isAlone;

    Otherwise(World world, Rotation rotation, Impairments impairments) {
        this.world = world;
        this.rotation = rotation;
        this.impairments = impairments;
        wiring = world.wiring;
        holders = wiring.holders;
        leaves = wiring.leaves;
        crowds = world.crowds;
        vacancies = new Vacancies(world, this, impairments);
        int nodes = wiring.nodes.length;
        askedStamp = new long[nodes];
        answer = new boolean[nodes];
        int tiers = wiring.tiers.length;
        living = new double[tiers];
        trustedOf = new double[wiring.viewBase[tiers]];
        goodOf = new double[wiring.viewBase[tiers]];
        countedFor = new long[tiers];
        isAlone = new boolean[tiers];
        for (int t = 0; t < tiers; t++) {
            isAlone[t] = !leaves.isCrowdedTier[t];
            for (int w : wiring.tiers[t].watches()) {
                for (int b = wiring.beliefBase[w]; b < wiring.beliefBase[w + 1]; b++) {
                    isAlone[t] &= wiring.tiersOfBelief[b].length == 1;
                }
            }
        }
    }

    /** Other impairments are there than before. */
    void ask() {
        ask++;
    }

    /** Lets one more wrong belief be there; nothing else has changed since the last question. */
    void addBelief(int i) {
        int b = impairments.index[i];
        int t = wiring.tiersOfBelief[b][0];
        if (!isAlone[t]) {
            impairments.present[i] = 1;
            ask++;
            return;
        }
        // No node asks for a belief: only what its member does for the tier may change.
        int slot = wiring.slotBase[t] + b - wiring.beliefBase[wiring.beliefWatch[b]];
        boolean isCounted = countedFor[t] == ask;
        if (isCounted) {
            count(t, slot, -1);
        }
        impairments.present[i] = 1;
        if (isCounted) {
            count(t, slot, 1);
        }
    }

    // ---------------------------------------------------------------- truths

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

    private double falses(int n) {
        double falses = 0;
        for (int m : wiring.modesHolding[n]) {
            if (world.modePhase[m] != World.UP && wiring.modes[m].effect() != Effect.DEGRADED) {
                int decisive = world.modePhase[m] == World.FOLLOWS ? world.leader[m] : m;
                falses += impairments.isPresent(Wiring.STAGE, decisive) ? 1 : 0;
            }
        }
        if (world.underWay.on[n] > 0) {
            for (int p = 0; p < wiring.plans.length; p++) {
                falses += world.underWay.holds(p, n) && impairments.isPresent(Wiring.PLAN_END, p) ? 1 : 0;
            }
        }
        int r = holders.restart[n];
        if (r >= 0 && world.restarting[r] && world.isTrue(wiring.restarts[r].outside())) {
            falses += impairments.isPresent(Wiring.RESTART, r) ? 1 : 0;
        }
        int k = holders.machine[n];
        if (k >= 0 && !wiring.machines[k].works()[world.machineState[k]]) {
            falses += impairments.isMachinePresent(k) ? 1 : 0;
        }
        for (int t : holders.tolerances[n]) {
            if (world.tolerancePhase[t] == World.EMPTY && !works(wiring.tolerances[t].need())) {
                falses++;
            }
        }
        if (holders.takeover[n] >= 0 && world.takeoverHolds[holders.takeover[n]]) {
            falses += vacancies.lacksAPost(holders.takeover[n]) ? 1 : 0;
        }
        if (holders.post[n] >= 0 && world.postEmpty[holders.post[n]]) {
            falses += vacancies.isEmpty(wiring.postTakeover[holders.post[n]], holders.post[n]) ? 1 : 0;
        }
        int s = holders.standIn[n];
        if (s >= 0 && world.standInHolds[s]) {
            falses += impairments.isPresent(Wiring.STAND_IN, s) ? 1 : 0;
        }
        return falses + falseInputs(n);
    }

    private double falseInputs(int n) {
        double falses = 0;
        if (!leaves.isCrowdedGate[n]) {
            Node node = wiring.nodes[n];
            for (int input : node.inputs()) {
                falses += works(input) ? 0 : 1;
            }
            return falses;
        }
        for (int input : leaves.others[n]) {
            falses += works(input) ? 0 : 1;
        }
        int container = leaves.ofGate(n);
        for (int c = 0; c < crowds.count(container); c++) {
            int crowd = crowds.at(container, c);
            if (crowds.isMixed(crowd)) {
                for (int leaf = crowds.first(crowd); leaf >= 0; leaf = crowds.next(leaf)) {
                    falses += works(leaves.root[leaf]) ? 0 : 1;
                }
            } else {
                falses += gone(crowd);
            }
        }
        return falses;
    }

    /** How many members of a crowd would be out of order. */
    private double gone(int crowd) {
        for (int k = 0; k < crowds.reasons(crowd); k++) {
            int reason = crowds.reason(crowd, k);
            int element = Crowds.element(reason);
            boolean holds = switch (Crowds.kind(reason)) {
                case Crowds.NODE -> !works(element);
                case Crowds.LEADER -> impairments.isPresent(Wiring.STAGE, element);
                default -> impairments.isPresent(Wiring.PLAN_END, element);
            };
            if (holds) {
                return crowds.size(crowd);
            }
        }
        return crowds.hasFault(crowd) ? impairments.present(crowd) : 0;
    }

    // ---------------------------------------------------------------- tiers

    @Override
    public double attempt(int t) {
        Tier tier = wiring.tiers[t];
        if (rotation.offCount[t] == 0) {
            return 1;
        }
        count(t);
        if (living[t] < tier.needed()) {
            return 0;
        }
        return tier.tried(meets(t, rotation.isDegraded(t)));
    }

    @Override
    public double once(int t) {
        if (rotation.offCount[t] == 0) {
            return 1;
        }
        count(t);
        return living[t] < wiring.tiers[t].needed() ? 0 : meets(t, rotation.isDegraded(t));
    }

    @Override
    public double stuck(int t) {
        Tier tier = wiring.tiers[t];
        if (tier.alive().length == 0 || rotation.offCount[t] == 0) {
            return 0;
        }
        count(t);
        if (living[t] < tier.needed() && tier.needed() > 1) {
            return 0;
        }
        int n = tier.members().length;
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < tier.watches().length; k++) {
            int sender = tier.senders()[k];
            if (sender >= 0 && !works(sender)) {
                continue;
            }
            double trusted = trustedOf[wiring.viewBase[t] + k];
            boolean panics = trusted < tier.panicBelow() * n;
            sum += panics || trusted > 0 ? hung(t, panics ? -1 : tier.watches()[k]) / (panics ? n : trusted) : 0;
            weight++;
        }
        if (tier.watches().length == 0) {
            return living[t] == 0 && hung(t, -1) > 0 ? 1 : 0;
        }
        return weight == 0 ? 0 : sum / weight;
    }

    /** Members that would accept and never answer, counted as {@link Rotation#stuck} counts them. */
    private double hung(int t, int watch) {
        int hung = 0;
        for (int k = 0; k < rotation.offCount[t]; k++) {
            int slot = rotation.off[t][k];
            int i = slot - wiring.slotBase[t];
            boolean asked = watch < 0 || wouldTrust(wiring.beliefBase[watch] + i, slot, false);
            hung += !wouldServe(t, slot) && asked && works(wiring.tiers[t].alive()[i]) ? 1 : 0;
        }
        return hung;
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
            double trusted = trustedOf[wiring.viewBase[t] + k];
            double good = goodOf[wiring.viewBase[t] + k];
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
        Arrays.fill(trustedOf, wiring.viewBase[t], wiring.viewBase[t + 1], n);
        Arrays.fill(goodOf, wiring.viewBase[t], wiring.viewBase[t + 1], n);
        if (leaves.isCrowdedTier[t]) {
            countCrowds(t);
            return;
        }
        for (int k = 0; k < rotation.offCount[t]; k++) {
            count(t, rotation.off[t][k], 1);
        }
    }

    private void countCrowds(int t) {
        int container = leaves.ofTier(t);
        int from = wiring.viewBase[t];
        int to = wiring.viewBase[t + 1];
        for (int c = 0; c < crowds.count(container); c++) {
            int crowd = crowds.at(container, c);
            if (crowds.isMixed(crowd)) {
                for (int leaf = crowds.first(crowd); leaf >= 0; leaf = crowds.next(leaf)) {
                    count(t, leaves.slot[leaf], 1);
                }
                continue;
            }
            double gone = gone(crowd);
            if (gone == 0) {
                continue;
            }
            double share = gone / crowds.size(crowd);
            boolean serving = crowds.isServing(crowd);
            for (int view = from; view < to; view++) {
                double distrusted = share * crowds.distrusted(crowd, view - from);
                trustedOf[view] -= distrusted;
                goodOf[view] -= serving ? distrusted : gone;
            }
            living[t] -= serving ? 0 : gone;
        }
    }

    /** Takes a member that is not simply alive and trusted into the counts, or out of them with -1. */
    private void count(int t, int slot, int step) {
        int[] watches = wiring.tiers[t].watches();
        boolean serves = wouldServe(t, slot);
        for (int k = 0; k < watches.length; k++) {
            int view = wiring.viewBase[t] + k;
            boolean asked = wouldTrust(wiring.beliefBase[watches[k]] - wiring.slotBase[t] + slot, slot, serves);
            trustedOf[view] -= asked ? 0 : step;
            goodOf[view] -= asked && serves ? 0 : step;
        }
        living[t] -= serves ? 0 : step;
    }

    /** Whether a member would answer: a dead one that is still trusted is as good as its wrong belief. */
    private boolean wouldServe(int t, int slot) {
        if (rotation.isServing(slot)) {
            return true;
        }
        Tier tier = wiring.tiers[t];
        int i = slot - wiring.slotBase[t];
        for (int w : tier.watches()) {
            int b = wiring.beliefBase[w] + i;
            if (world.trusted[b] && world.beliefs.isWatching(w)) {
                return !impairments.isPresent(Wiring.BELIEF, b);
            }
        }
        return works(tier.members()[i]);
    }

    private boolean wouldTrust(int b, int slot, boolean serves) {
        if (world.trusted[b]) {
            return rotation.isServing(slot) || serves || impairments.isPresent(Wiring.BELIEF, b);
        }
        return rotation.isServing(slot) ? !impairments.isPresent(Wiring.BELIEF, b) : serves;
    }

    private double errors(int t, int view) {
        double sum = 0;
        if (leaves.isCrowdedTier[t]) {
            int container = leaves.ofTier(t);
            for (int c = 0; c < crowds.count(container); c++) {
                int crowd = crowds.at(container, c);
                for (int leaf = crowds.isMixed(crowd) ? crowds.first(crowd) : -1; leaf >= 0; leaf = crowds.next(leaf)) {
                    sum += errors(t, view, leaves.slot[leaf]);
                }
            }
            return sum;
        }
        for (int k = 0; k < rotation.offCount[t]; k++) {
            sum += errors(t, view, rotation.off[t][k]);
        }
        return sum;
    }

    private double errors(int t, int view, int slot) {
        Tier tier = wiring.tiers[t];
        int unit = world.unitBehind(tier.members()[slot - wiring.slotBase[t]]);
        if (world.errors[unit] == 0) {
            return 0;
        }
        int first = view < 0 ? 0 : wiring.beliefBase[tier.watches()[view]] - wiring.slotBase[t];
        boolean isAsked = wouldServe(t, slot) && (view < 0 || wouldTrust(first + slot, slot, true));
        return isAsked ? errorsOf(unit) : 0;
    }

    private double errorsOf(int unit) {
        double right = 1;
        for (int m : wiring.modesOf[unit]) {
            if (world.modePhase[m] != World.UP
                    && wiring.modes[m].effect() == Effect.DEGRADED
                    && impairments.isPresent(Wiring.STAGE, m)) {
                right *= 1 - wiring.modes[m].errors();
            }
        }
        for (int p = 0; world.underWay.on[unit] > 0 && p < wiring.plans.length; p++) {
            if (world.underWay.degrades(p, unit) && impairments.isPresent(Wiring.PLAN_END, p)) {
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
        double able = able(t);
        return able == 0 ? 1 : tier.carried(able, tier.tried(meets(t, false)), rotation.levelOf(t));
    }

    /** How many members would work for a tier, counted as {@link Rotation#able} counts them. */
    private double able(int t) {
        if (wiring.tiers[t].watches().length == 0) {
            return living[t];
        }
        double most = 0;
        for (int view = wiring.viewBase[t]; view < wiring.viewBase[t + 1]; view++) {
            most = Math.max(most, goodOf[view]);
        }
        return most;
    }
}
