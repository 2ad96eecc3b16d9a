package nines.structure;

import java.util.Arrays;
import nines.blueprint.Inflow;
import nines.blueprint.Step;
import nines.blueprint.Tier;

/**
 * Who of each tier serves in the present state and who is asked, and what a request that meets the tier has of it.
 * Members that are simply alive and trusted are only counted; the others are kept in a list.
 */
final class Rotation implements Step.State {
    private final World world;
    private final Wiring wiring;
    /** Journeys whose share may be another one. */
    private final Pending touched;

    private final boolean[] serving;
    private final int[] servingCount;
    private final int[] trustedCount;
    private final int[] goodCount;
    final int[][] off;
    final int[] offCount;
    private final int[] offPosition;
    /** How many of the tier's watches do not trust a member. */
    private final int[] distrust;
    /** Members that answer wrongly now and then, and how many of them a tier has. */
    private final boolean[] sick;

    private final int[] degraded;
    /** What {@link #attempt} last said about a tier, and whether the tier has changed since. */
    private final double[] lastAttempt;

    private final boolean[] changed;

    /** Load relative to its mean, for which the share is asked; surges come on top. */
    double level = 1;

    Rotation(World world, Pending touched) {
        this.world = world;
        this.touched = touched;
        wiring = world.wiring;
        int slots = wiring.slotTier.length;
        int tiers = wiring.tiers.length;
        serving = new boolean[slots];
        servingCount = new int[tiers];
        trustedCount = new int[wiring.viewBase[tiers]];
        goodCount = new int[wiring.viewBase[tiers]];
        off = new int[tiers][];
        for (int t = 0; t < tiers; t++) {
            off[t] = new int[wiring.tiers[t].members().length];
        }
        offCount = new int[tiers];
        offPosition = new int[slots];
        distrust = new int[slots];
        sick = new boolean[slots];
        degraded = new int[tiers];
        lastAttempt = new double[tiers];
        changed = new boolean[tiers];
    }

    /** Everybody serves and is trusted. */
    void clear() {
        Arrays.fill(serving, true);
        Arrays.fill(offCount, 0);
        Arrays.fill(offPosition, -1);
        Arrays.fill(distrust, 0);
        Arrays.fill(sick, false);
        Arrays.fill(degraded, 0);
        Arrays.fill(changed, true);
        for (int t = 0; t < wiring.tiers.length; t++) {
            int n = wiring.tiers[t].members().length;
            servingCount[t] = n;
            Arrays.fill(trustedCount, wiring.viewBase[t], wiring.viewBase[t + 1], n);
            Arrays.fill(goodCount, wiring.viewBase[t], wiring.viewBase[t + 1], n);
        }
    }

    void remember(Memory memory) {
        memory.of(servingCount, trustedCount, goodCount, offCount, offPosition, distrust, degraded);
        memory.of(off);
        memory.of(lastAttempt);
        memory.of(serving, sick, changed);
    }

    // ---------------------------------------------------------------- what changes

    void tierChanged(int tier) {
        changed[tier] = true;
        for (int j : wiring.journeysOfTier[tier]) {
            touched.note(j);
        }
    }

    void slotChanged(int slot) {
        int t = wiring.slotTier[slot];
        Tier tier = wiring.tiers[t];
        int i = slot - wiring.slotBase[t];
        int member = tier.members()[i];
        boolean now = world.isTrue(member);
        if (now != serving[slot]) {
            serving[slot] = now;
            int step = now ? 1 : -1;
            servingCount[t] += step;
            int[] watches = tier.watches();
            for (int k = 0; k < watches.length; k++) {
                if (world.trusted[wiring.beliefBase[watches[k]] + i]) {
                    goodCount[wiring.viewBase[t] + k] += step;
                }
            }
        }
        world.crowds.mark(member);
        boolean isSick = world.errors[world.unitBehind(member)] > 0;
        if (isSick != sick[slot]) {
            sick[slot] = isSick;
            degraded[t] += isSick ? 1 : -1;
        }
        sort(t, slot);
        tierChanged(t);
    }

    void beliefChanged(int b) {
        int w = wiring.beliefWatch[b];
        int i = b - wiring.beliefBase[w];
        int step = world.trusted[b] ? 1 : -1;
        for (int t : wiring.tiersOfBelief[b]) {
            int slot = wiring.slotBase[t] + i;
            int[] watches = wiring.tiers[t].watches();
            for (int k = 0; k < watches.length; k++) {
                if (watches[k] == w) {
                    trustedCount[wiring.viewBase[t] + k] += step;
                    goodCount[wiring.viewBase[t] + k] += serving[slot] ? step : 0;
                    distrust[slot] -= step;
                }
            }
            sort(t, slot);
            tierChanged(t);
        }
    }

    /** Puts a member on the list of those that are not simply alive and trusted, or takes it off. */
    private void sort(int t, int slot) {
        boolean odd = !serving[slot] || distrust[slot] > 0 || sick[slot];
        int at = offPosition[slot];
        if (odd && at < 0) {
            offPosition[slot] = offCount[t];
            off[t][offCount[t]++] = slot;
        } else if (!odd && at >= 0) {
            int last = off[t][--offCount[t]];
            off[t][at] = last;
            offPosition[last] = at;
            offPosition[slot] = -1;
        }
    }

    boolean isServing(int slot) {
        return serving[slot];
    }

    /** Whether some member answers wrongly now and then. */
    boolean isDegraded(int tier) {
        return degraded[tier] > 0;
    }

    /** Whether every sender has taken the member out of rotation. */
    boolean isRemoved(int slot) {
        int t = wiring.slotTier[slot];
        int i = slot - wiring.slotBase[t];
        for (int w : wiring.tiers[t].watches()) {
            if (world.trusted[wiring.beliefBase[w] + i]) {
                return false;
            }
        }
        return wiring.tiers[t].watches().length > 0;
    }

    /** Whether nobody else in the tier would answer. */
    boolean isLastResort(int slot) {
        return servingCount[wiring.slotTier[slot]] < Math.max(1, wiring.tiers[wiring.slotTier[slot]].needed());
    }

    // ---------------------------------------------------------------- the share in this state

    @Override
    public boolean works(int node) {
        return world.isTrue(node);
    }

    @Override
    public double attempt(int t) {
        if (offCount[t] == 0) {
            return 1;
        }
        if (changed[t]) {
            changed[t] = false;
            lastAttempt[t] = attemptNow(t);
        }
        return lastAttempt[t];
    }

    private double attemptNow(int t) {
        Tier tier = wiring.tiers[t];
        if (servingCount[t] < tier.needed()) {
            return 0;
        }
        return tier.tried(meets(t, degraded[t] > 0));
    }

    @Override
    public double once(int t) {
        return offCount[t] == 0 ? 1 : servingCount[t] < wiring.tiers[t].needed() ? 0 : meets(t, degraded[t] > 0);
    }

    @Override
    public double stuck(int t) {
        Tier tier = wiring.tiers[t];
        if (tier.alive().length == 0 || offCount[t] == 0 || servingCount[t] < tier.needed() && tier.needed() > 1) {
            return 0;
        }
        int n = tier.members().length;
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < tier.watches().length; k++) {
            int sender = tier.senders()[k];
            if (sender >= 0 && !world.isTrue(sender)) {
                continue;
            }
            int trusted = trustedCount[wiring.viewBase[t] + k];
            boolean panics = trusted < tier.panicBelow() * n;
            sum += panics || trusted > 0
                    ? (double) hung(t, panics ? -1 : tier.watches()[k]) / (panics ? n : trusted)
                    : 0;
            weight++;
        }
        if (tier.watches().length == 0) {
            // Whoever sees the truth asks those that hang only when nobody answers.
            return servingCount[t] == 0 && hung(t, -1) > 0 ? 1 : 0;
        }
        return weight == 0 ? 0 : sum / weight;
    }

    /** Members that accept and never answer, among those that a watch trusts, or all with -1. */
    private int hung(int t, int watch) {
        Tier tier = wiring.tiers[t];
        int hung = 0;
        for (int k = 0; k < offCount[t]; k++) {
            int slot = off[t][k];
            int i = slot - wiring.slotBase[t];
            boolean asked = watch < 0 || world.trusted[wiring.beliefBase[watch] + i];
            hung += asked && !serving[slot] && world.isTrue(tier.alive()[i]) ? 1 : 0;
        }
        return hung;
    }

    /** Chance that one try meets a member that lives; less its wrong answers where those count. */
    private double meets(int t, boolean anySick) {
        Tier tier = wiring.tiers[t];
        int n = tier.members().length;
        int views = tier.watches().length;
        if (views == 0) {
            double errors = anySick ? errors(t, -1) : 0;
            return servingCount[t] == 0 ? 0 : (servingCount[t] - errors) / (tier.blind() ? n : servingCount[t]);
        }
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < views; k++) {
            int sender = tier.senders()[k];
            if (sender >= 0 && !world.isTrue(sender)) {
                continue;
            }
            int view = wiring.viewBase[t] + k;
            int trusted = trustedCount[view];
            int good = goodCount[view];
            if (trusted < tier.panicBelow() * n) {
                trusted = n;
                good = servingCount[t];
            }
            double errors = anySick ? errors(t, k) : 0;
            sum += trusted == 0 ? 0 : (good - errors) / trusted;
            weight++;
        }
        return weight == 0 ? 1 : sum / weight;
    }

    private double errors(int t, int view) {
        Tier tier = wiring.tiers[t];
        double sum = 0;
        for (int k = 0; k < offCount[t]; k++) {
            int i = off[t][k] - wiring.slotBase[t];
            boolean asked = view < 0 || world.trusted[wiring.beliefBase[tier.watches()[view]] + i];
            if (serving[off[t][k]] && asked) {
                sum += world.errors[world.unitBehind(tier.members()[i])];
            }
        }
        return sum;
    }

    @Override
    public double carried(int t) {
        Tier tier = wiring.tiers[t];
        if (tier.capacity() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        int able = able(t);
        double now = levelOf(t);
        if (able == 0 || able * tier.capacity() >= now * tier.load()) {
            return 1;
        }
        return tier.carried(able, offCount[t] == 0 ? 1 : tier.tried(meets(t, false)), now);
    }

    /** Load of a tier relative to its mean, surges included. */
    double levelOf(int t) {
        var inflows = wiring.tiers[t].inflows();
        return inflows.isEmpty() ? level : level * Inflow.factor(inflows, this);
    }

    /** The share of a tier's load that meets a living member. */
    double arrives(int t) {
        double met = offCount[t] == 0 ? 1 : wiring.tiers[t].tried(meets(t, false));
        return met >= 1 ? 1 : wiring.tiers[t].clients().any(met);
    }

    /** How many members of a tier work for it. */
    int able(int t) {
        if (wiring.tiers[t].watches().length == 0) {
            return servingCount[t];
        }
        int most = 0;
        for (int view = wiring.viewBase[t]; view < wiring.viewBase[t + 1]; view++) {
            most = Math.max(most, goodCount[view]);
        }
        return most;
    }
}
