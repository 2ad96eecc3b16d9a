package nines.structure;

import java.util.Arrays;
import nines.blueprint.Dataset;
import nines.blueprint.Mode;
import nines.blueprint.Safety;
import nines.blueprint.Stage;

/**
 * Members that have lost their data, and where they get it from: from the member that serves, else, when nobody has any, from
 * the backup that has the newest usable copy. Whoever has none does not work until then.
 */
final class Restores {
    private static final byte FULL = 0;
    private static final byte EMPTY = 1;
    private static final byte COPYING = 2;
    private static final byte RESTORING = 3;

    private final World world;
    private final Wiring wiring;
    private final Datasets of;
    private final Dataset[] datasets;
    /** What each member of all datasets does about its data. */
    private final byte[] state;
    /** The moment of the copy that a member was restored from; negative infinity: there was none. */
    private final double[] point;

    /** The member that was restored from a backup and is not served from yet, or -1. */
    private final int[] restored;
    /** Since when a dataset is wrong by each of what can make it so, which nobody has noticed; NaN: it is right. */
    private final double[][] wrongSince;
    /** Since when it is known to be wrong; infinite: it is not. */
    private final double[] noticedSince;
    /** Since when each backup has been there again after it lost its copies. */
    private final double[] copiesSince;

    Restores(World world, Datasets of) {
        this.world = world;
        this.of = of;
        wiring = world.wiring;
        datasets = wiring.data.datasets;
        int n = datasets.length;
        state = new byte[wiring.data.base[n]];
        point = new double[state.length];
        restored = new int[n];
        wrongSince = new double[n][];
        for (int d = 0; d < n; d++) {
            wrongSince[d] = new double[datasets[d].safety().losses().size()];
        }
        noticedSince = new double[n];
        copiesSince = new double[wiring.data.backupBase[n]];
    }

    void remember(Memory memory) {
        memory.of(restored);
        memory.of(state);
        memory.of(point, noticedSince, copiesSince);
        memory.of(wrongSince);
    }

    void begin() {
        Arrays.fill(state, FULL);
        Arrays.fill(restored, -1);
        for (double[] since : wrongSince) {
            Arrays.fill(since, Double.NaN);
        }
        Arrays.fill(noticedSince, Double.POSITIVE_INFINITY);
        // What is new at time 0 was in use before, and saved.
        Arrays.fill(copiesSince, Double.NEGATIVE_INFINITY);
    }

    // ---------------------------------------------------------------- how data is lost

    /** A failure that takes data away has broken. */
    void broke(int mode, int cause) {
        for (int d = 0; d < datasets.length; d++) {
            for (Safety.Loss loss : datasets[d].safety().losses()) {
                if (loss.mode() == mode) {
                    loses(d, loss, cause);
                }
            }
        }
    }

    /** An event begins that makes data wrong. */
    void spoils(int plan) {
        for (int d = 0; d < datasets.length; d++) {
            for (int l = 0; l < wrongSince[d].length; l++) {
                Safety.Loss loss = datasets[d].safety().losses().get(l);
                if (loss.plan() == plan && loss.silently()) {
                    wrongSince[d][l] = world.clocks.now;
                }
            }
        }
    }

    /** An event has begun, which may take data away. */
    void began(int plan) {
        for (int d = 0; d < datasets.length; d++) {
            for (Safety.Loss loss : datasets[d].safety().losses()) {
                if (loss.plan() == plan && !loss.silently()) {
                    loses(d, loss, wiring.plans[plan].cause());
                }
            }
        }
    }

    /** An event is over: what it made wrong has been noticed. */
    void noticed(int plan) {
        for (int d = 0; d < datasets.length; d++) {
            for (int l = 0; l < wrongSince[d].length; l++) {
                Safety.Loss loss = datasets[d].safety().losses().get(l);
                double since = wrongSince[d][l];
                // Not wrong any more: restored meanwhile from a copy of before.
                if (loss.plan() == plan && loss.silently() && !Double.isNaN(since)) {
                    wrongSince[d][l] = Double.NaN;
                    noticedSince[d] = Math.min(noticedSince[d], since);
                    loses(d, loss, wiring.plans[plan].cause());
                }
            }
        }
    }

    private void loses(int d, Safety.Loss loss, int cause) {
        for (int b : loss.backups()) {
            copiesSince[wiring.data.backupBase[d] + b] = world.clocks.now;
        }
        int base = wiring.data.base[d];
        for (int i : loss.members()) {
            state[base + i] = EMPTY;
        }
        // Whoever served last gets its data back first.
        int n = datasets[d].members().length;
        for (int k = 0; k < n; k++) {
            int i = (of.holder(d) + k) % n;
            int mode = datasets[d].safety().empty()[i];
            if (state[base + i] == EMPTY && contains(loss.members(), i)) {
                if (world.modePhase[mode] == World.UP) {
                    world.repairs.breaks(mode, cause);
                } else {
                    // Lost again while it was coming back.
                    world.clocks.drop(wiring.clock(Wiring.STAGE, mode));
                }
            }
        }
        of.note(d);
    }

    private static boolean contains(int[] all, int one) {
        for (int each : all) {
            if (each == one) {
                return true;
            }
        }
        return false;
    }

    // ---------------------------------------------------------------- how it comes back

    /** Takes notice of members that have their data again. */
    void finish(int d) {
        int[] empty = datasets[d].safety().empty();
        for (int i = 0; i < empty.length; i++) {
            int member = wiring.data.base[d] + i;
            if (state[member] >= COPYING && world.modePhase[empty[i]] == World.UP) {
                if (state[member] == RESTORING) {
                    restored[d] = i;
                }
                state[member] = FULL;
            }
        }
    }

    /** Those without data look for a source again. */
    void goOn(int d) {
        int[] empty = datasets[d].safety().empty();
        int n = empty.length;
        for (int k = 0; k < n; k++) {
            int i = (of.holder(d) + k) % n;
            int member = wiring.data.base[d] + i;
            if (state[member] == COPYING && !serves(d, i) && world.modePhase[empty[i]] != World.UP) {
                world.clocks.drop(wiring.clock(Wiring.STAGE, empty[i]));
                state[member] = EMPTY;
            }
            if (state[member] == EMPTY && world.modePhase[empty[i]] != World.UP) {
                world.repairs.enterStage(empty[i], 1);
            }
        }
    }

    /** Whether another member than this one is served from. */
    private boolean serves(int d, int notThis) {
        int holder = of.holder(d);
        return of.isServed(d)
                && holder != notThis
                && state[wiring.data.base[d] + holder] == FULL
                && world.isTrue(datasets[d].members()[holder]);
    }

    /**
     * How long a member will need to get its data back, in seconds.
     *
     * @return NaN while it must wait: for its own repair, or for somebody who has the data
     */
    double time(int mode) {
        int member = wiring.data.emptyOf[mode];
        int d = of.datasetOf(member);
        int i = member - wiring.data.base[d];
        if (world.bad[wiring.modes[mode].unit()] > 1 || state[member] != EMPTY) {
            return Double.NaN;
        }
        Safety safety = datasets[d].safety();
        if (serves(d, i)) {
            state[member] = COPYING;
            return safety.size() == 0 ? 0 : safety.size() / safety.copying();
        }
        for (int other = wiring.data.base[d]; other < wiring.data.base[d + 1]; other++) {
            if (other != member && (state[other] == FULL || state[other] == RESTORING)) {
                return Double.NaN;
            }
        }
        return fromBackup(d, member);
    }

    private double fromBackup(int d, int member) {
        Safety safety = datasets[d].safety();
        double best = Double.NEGATIVE_INFINITY;
        double time = 0;
        boolean waits = false;
        for (int b = 0; b < safety.backups().size(); b++) {
            Safety.Backup backup = safety.backups().get(b);
            if (!world.isTrue(backup.works())) {
                waits = true;
                continue;
            }
            Way way = way(d, member, b, backup);
            if (way.point > best) {
                best = way.point;
                time = way.time;
            }
        }
        if (best == Double.NEGATIVE_INFINITY && waits) {
            return Double.NaN;
        }
        state[member] = RESTORING;
        point[member] = best;
        return time;
    }

    /** A copy that can be restored, and how long that takes. */
    private record Way(double point, double time) {
        private static final Way NONE = new Way(Double.NEGATIVE_INFINITY, 0);
    }

    private Way way(int d, int member, int number, Safety.Backup backup) {
        int source = wiring.clock(Wiring.DATA, member);
        double upTo = rightUntil(d);
        double oldest =
                Math.max(world.clocks.now - backup.retention(), copiesSince[wiring.data.backupBase[d] + number]);
        double base = Math.floor(upTo / backup.full()) * backup.full();
        int tries = 1;
        while (base >= oldest) {
            if (happens(source, backup.success())) {
                if (happens(source, backup.usable())) {
                    break;
                }
                // That it cannot be used shows when it has been moved.
                tries++;
            }
            base -= backup.full();
        }
        if (base < oldest) {
            return Way.NONE;
        }
        double copied = base;
        double from = base;
        double nextFull = base + backup.full();
        if (backup.incremental() < Double.POSITIVE_INFINITY) {
            from = newest(
                    source, backup.incremental(), Math.min(upTo, Math.nextDown(nextFull)), base, backup.success());
            copied = from;
        }
        if (backup.log() < Double.POSITIVE_INFINITY) {
            copied = newest(source, backup.log(), upTo, from, backup.success());
        }
        Law law = wiring.data.restore[wiring.data.backupBase[d] + number];
        double size = datasets[d].safety().size();
        double move = law == null || size == 0 ? 0 : size / world.chance.duration(source, law);
        return new Way(copied, tries * move + (copied - from) / backup.replay());
    }

    /** When the last job was that worked, at the earliest {@code least}. */
    private double newest(int source, double interval, double upTo, double least, double success) {
        double at = Math.floor(upTo / interval) * interval;
        while (at > least && !happens(source, success)) {
            at -= interval;
        }
        return Math.max(at, least);
    }

    private boolean happens(int source, double p) {
        return p >= 1 || world.chance.happens(wiring.sourceOfBranches + source, p);
    }

    /** Up to when the data that was acknowledged is right as well. */
    double rightUntil(int d) {
        return Math.min(of.acknowledgedUntil(d), noticedSince[d]);
    }

    /** The moment of the copy that a member was restored from; NaN when it was not. */
    double restoredFrom(int d, int member) {
        return restored[d] == member ? point[wiring.data.base[d] + member] : Double.NaN;
    }

    /** The data is served again. */
    void resumed(int d) {
        if (restored[d] >= 0) {
            double from = point[wiring.data.base[d] + restored[d]];
            for (int l = 0; l < wrongSince[d].length; l++) {
                wrongSince[d][l] = wrongSince[d][l] > from ? Double.NaN : wrongSince[d][l];
            }
        }
        restored[d] = -1;
        noticedSince[d] = Double.POSITIVE_INFINITY;
    }

    /** What goes on before a member can get its data. */
    Stage stageBefore(int mode) {
        int unit = wiring.modes[mode].unit();
        for (int m : wiring.modesOf[unit]) {
            if (m != mode && world.modePhase[m] != World.UP && wiring.data.emptyOf[m] < 0) {
                Mode broken = wiring.modes[m];
                if (broken.effect() != nines.blueprint.Effect.DEGRADED) {
                    return world.repairs.stageOf(m);
                }
            }
        }
        return world.bad[unit] > 1 ? Stage.REPAIR : Stage.WAITING;
    }
}
