package nines.structure;

import java.util.Arrays;
import nines.blueprint.Dataset;
import nines.blueprint.Mode;
import nines.blueprint.Stage;

/**
 * How far each copy of the data has followed, and what is lost when another one takes over. It watches holders and members
 * and changes nothing in the structure; where no data is described it costs nothing.
 */
final class Datasets {
    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final Dataset[] datasets;
    /** Members of all datasets, numbered through. */
    private final int[] base;
    /** False while states are explored: what is lost is no part of them. */
    private final boolean acts;

    /** Who is, or was last, served from. */
    private final int[] holder;

    private final boolean[] served;
    /** Whether the holder left its post by plan, after the others had caught up. */
    private final boolean[] orderly;
    /** When data was last served from, while it is not. */
    private final double[] ended;
    /** The moment of the last acknowledged write, while it is not served from. */
    private final double[] acknowledged;
    /** Since when too few members live for a write to be acknowledged; NaN while enough do. */
    private final double[] stalled;

    private final int[] root;
    private final int[] stage;
    private final double[] stageSince;
    private final double[] stageTime;

    /** The moment up to which a member has everything; NaN while it follows. */
    private final double[] has;

    final Restores restores;
    private final Splits splits;

    private DataJournal[] journals = new DataJournal[0];

    Datasets(World world, boolean acts) {
        this.world = world;
        this.acts = acts;
        wiring = world.wiring;
        clocks = world.clocks;
        datasets = wiring.data.datasets;
        base = wiring.data.base;
        int n = datasets.length;
        holder = new int[n];
        served = new boolean[n];
        orderly = new boolean[n];
        ended = new double[n];
        acknowledged = new double[n];
        stalled = new double[n];
        root = new int[n];
        stage = new int[n];
        stageSince = new double[n];
        stageTime = new double[n * Journal.STAGES];
        has = new double[base[n]];
        restores = new Restores(world, this);
        splits = new Splits(world);
    }

    void remember(Memory memory) {
        memory.of(holder);
        memory.of(served, orderly);
        memory.of(ended, acknowledged, stalled, has);
        restores.remember(memory);
        splits.remember(memory);
    }

    void writeTo(Journal journal) {
        journals = journal.data;
        splits.writeTo(journals);
    }

    void begin() {
        Arrays.fill(holder, 0);
        Arrays.fill(served, true);
        Arrays.fill(stalled, Double.NaN);
        Arrays.fill(has, Double.NaN);
        restores.begin();
        splits.begin();
        for (int d = 0; d < datasets.length; d++) {
            note(d);
        }
    }

    /** Something that the dataset depends on has changed. */
    void note(int d) {
        if (acts) {
            world.touchedDatasets.note(d);
        }
    }

    int holder(int d) {
        return holder[d];
    }

    boolean isServed(int d) {
        return served[d];
    }

    int datasetOf(int member) {
        int d = 0;
        while (base[d + 1] <= member) {
            d++;
        }
        return d;
    }

    void settle(int d) {
        Dataset data = datasets[d];
        boolean losesData = data.safety().empty().length > 0;
        if (losesData) {
            restores.finish(d);
        }
        int post = data.takeover() < 0 ? -1 : wiring.postBase[data.takeover()];
        int h = post < 0 ? 0 : world.postHolder[post];
        boolean now = (post < 0 || world.postPhase[post] == World.HELD) && world.isTrue(data.members()[h]);
        // A holder that had to be restored has been away, be it for no time at all.
        boolean replaced = losesData && !Double.isNaN(restores.restoredFrom(d, h));
        if (served[d] && (!now || replaced || h != holder[d])) {
            ends(d, post);
        }
        if (!served[d]) {
            stageTime[d * Journal.STAGES + stage[d]] += clocks.now - stageSince[d];
            stageSince[d] = clocks.now;
            if (now) {
                resumes(d, h);
            }
        }
        if (served[d]) {
            follow(d);
        }
        splits.settle(d);
        if (losesData) {
            restores.goOn(d);
        }
        if (!served[d]) {
            stage[d] = stage(d, post).column();
        }
    }

    /** The holder is not served from any more: how far each member has got is settled now. */
    private void ends(int d, int post) {
        Dataset data = datasets[d];
        int[] members = data.members();
        int old = members[holder[d]];
        acknowledged[d] = acknowledgedUntil(d);
        served[d] = false;
        // A holder that lives has been replaced in good order, or goes as planned.
        orderly[d] = world.isTrue(old)
                || post >= 0 && world.postPlanned[post]
                || world.underWay.plannedOn[wiring.unitOf[old]] > 0;
        ended[d] = clocks.now;
        root[d] = world.root[old];
        stageSince[d] = clocks.now;
        stage[d] = Stage.DETECTION.column();
        Arrays.fill(stageTime, d * Journal.STAGES, (d + 1) * Journal.STAGES, 0);
        int following = following(d);
        int complete = Math.min(following, data.confirmed());
        int left = following;
        for (int i = 0; i < members.length; i++) {
            if (i == holder[d]) {
                has[base[d] + i] = acknowledged[d];
            } else if (Double.isNaN(has[base[d] + i])) {
                // Which of them have confirmed is chance: any subset of that size.
                boolean confirmed = complete > 0 && isOneOf(d, i, complete, left);
                has[base[d] + i] = orderly[d] ? acknowledged[d] : position(d, i, confirmed);
                complete -= confirmed ? 1 : 0;
                left--;
            }
        }
    }

    private boolean isOneOf(int d, int member, int wanted, int left) {
        int source = wiring.clock(Wiring.DATA, base[d] + member);
        return wanted >= left || world.chance.happens(wiring.sourceOfBranches + source, (double) wanted / left);
    }

    /** Up to where a member has the data that is acknowledged now. */
    private double position(int d, int member, boolean confirmed) {
        Dataset data = datasets[d];
        if (confirmed && data.patience() == Double.POSITIVE_INFINITY) {
            return acknowledgedUntil(d);
        }
        Law law = wiring.data.lag[d];
        double lag = law.mean() == 0 ? 0 : world.chance.duration(wiring.clock(Wiring.DATA, base[d] + member), law);
        // A write waits for the confirmation until patience ends; one that took longer was acknowledged without.
        return confirmed && lag <= data.patience() ? acknowledgedUntil(d) : acknowledgedUntil(d) - lag;
    }

    /** The moment of the last acknowledged write. */
    double acknowledgedUntil(int d) {
        if (!served[d]) {
            return acknowledged[d];
        }
        double since = stalled[d];
        Dataset data = datasets[d];
        if (Double.isNaN(since) || !data.strict() && clocks.now - since >= data.patience()) {
            return clocks.now;
        }
        return data.strict() || data.patience() < Double.POSITIVE_INFINITY ? since : clocks.now;
    }

    /** Members other than the holder that have followed until now. */
    private int following(int d) {
        int following = 0;
        for (int i = base[d]; i < base[d + 1]; i++) {
            following += i - base[d] != holder[d] && Double.isNaN(has[i]) ? 1 : 0;
        }
        return following;
    }

    private void resumes(int d, int h) {
        Dataset data = datasets[d];
        double restored = restores.restoredFrom(d, h);
        int ending = h == holder[d] ? DataJournal.SAME : DataJournal.TAKEN_OVER;
        double best = acknowledged[d];
        if (!Double.isNaN(restored)) {
            ending = restored == Double.NEGATIVE_INFINITY ? DataJournal.GONE : DataJournal.RESTORED;
            best = restored;
        } else if (ending == DataJournal.TAKEN_OVER) {
            // Of those alive the most advanced is promoted; the old holder has been shut out.
            best = has[base[d] + h];
            for (int i = 0; i < data.members().length; i++) {
                if (i != holder[d] && world.isTrue(data.members()[i])) {
                    best = Math.max(best, has[base[d] + i]);
                }
            }
        }
        if (!orderly[d] || ending >= DataJournal.RESTORED) {
            double right = restores.rightUntil(d);
            // What was there when nothing is left to compare with is not told in seconds.
            double lost = ending == DataJournal.GONE ? 0 : Math.max(0, right - best);
            double records = lost == 0 ? 0 : data.writes() * world.scores.shape.between(best, right);
            journals[d].ended(ending, ended[d], clocks.now - ended[d], lost, records, acknowledged[d] - right, root[d]);
            // Nothing comes back of what is gone: an instance that begins empty has not recovered anything.
            for (int s = 0; s < Journal.STAGES && ending != DataJournal.GONE; s++) {
                journals[d].stages[s] += stageTime[d * Journal.STAGES + s];
            }
        }
        restores.resumed(d);
        if (ending == DataJournal.TAKEN_OVER && !orderly[d]) {
            splits.takenOver(d, holder[d]);
        }
        holder[d] = h;
        served[d] = true;
        stalled[d] = Double.NaN;
        for (int i = 0; i < data.members().length; i++) {
            // Those who live follow the new holder; the others are where they were, or where it has begun.
            boolean follows = i == h || world.isTrue(data.members()[i]);
            has[base[d] + i] = follows ? Double.NaN : Math.min(has[base[d] + i], best);
        }
    }

    /** Keeps who follows in step with who lives. */
    private void follow(int d) {
        Dataset data = datasets[d];
        int living = 0;
        for (int i = 0; i < data.members().length; i++) {
            if (i == holder[d]) {
                continue;
            }
            boolean lives = world.isTrue(data.members()[i]);
            int member = base[d] + i;
            if (lives) {
                living++;
                has[member] = Double.NaN;
            } else if (Double.isNaN(has[member])) {
                int following = following(d);
                boolean confirmed =
                        data.confirmed() > 0 && isOneOf(d, i, Math.min(following, data.confirmed()), following);
                has[member] = position(d, i, confirmed);
            }
        }
        if (living >= data.confirmed()) {
            stalled[d] = Double.NaN;
        } else if (Double.isNaN(stalled[d])) {
            stalled[d] = clocks.now;
        }
    }

    /** What goes on while data is not served from. */
    private Stage stage(int d, int post) {
        if (post >= 0 && world.takeovers.isUnderWay(post, datasets[d].members()[holder[d]])) {
            return world.takeovers.stageOf(post);
        }
        int unit = wiring.unitOf[datasets[d].members()[holder[d]]];
        for (int m : wiring.modesOf[unit]) {
            Mode mode = wiring.modes[m];
            if (world.modePhase[m] != World.UP && mode.effect() != nines.blueprint.Effect.DEGRADED) {
                return world.repairs.stageOf(m);
            }
        }
        return Stage.REPAIR;
    }
}
