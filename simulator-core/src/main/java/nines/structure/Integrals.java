package nines.structure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What each journey has lost so far, how long it was down and through whom, and its outages: the integrals of its share. */
final class Integrals {
    private final World world;
    private final Wiring wiring;
    private final Options options;
    private final LoadShape shape;
    private final Blame blame;
    /** Shares, surges and hours of the day as {@link Scores} keeps them. */
    private final double[] share;

    private final double[] flow;
    private final @Nullable Swing[] swings;

    private final double[] since;
    private final boolean[] up;
    private final double[] outageStart;
    private final int[] outageCause;
    private final double[] lostBefore;
    /** Requests offered by surges since measuring began. */
    private final double[] extra;

    private Journal journal;
    private double measuredFrom;
    private boolean firstSeen;

    Integrals(World world, Options options, Scores scores, Journal journal) {
        this.world = world;
        this.options = options;
        this.journal = journal;
        wiring = world.wiring;
        shape = scores.shape;
        blame = scores.blame;
        share = scores.share;
        flow = scores.flow;
        swings = scores.swings;
        int journeys = wiring.journeys.length;
        since = new double[journeys];
        up = new boolean[journeys];
        outageStart = new double[journeys];
        outageCause = new int[journeys];
        lostBefore = new double[journeys];
        extra = new double[journeys];
    }

    void writeTo(Journal journal) {
        this.journal = journal;
    }

    void clear() {
        Arrays.fill(since, 0);
        Arrays.fill(up, true);
        Arrays.fill(extra, 0);
        measuredFrom = 0;
        firstSeen = false;
    }

    /** Whether an outage has begun since measuring did. */
    boolean hasSeenAnOutage() {
        return firstSeen;
    }

    boolean isUp(int j) {
        return up[j];
    }

    /** A journey is down or up from now on. */
    void turn(int j, boolean isUp, double now) {
        up[j] = isUp;
        if (isUp) {
            outageEnds(j, now, journal.lost[j]);
            return;
        }
        Swing swing = swings[j];
        if (swing != null && swing.isActive()) {
            int cause = swing.foremost(now);
            outageBegins(j, now, cause, cause, cause);
        } else {
            outageBegins(j, now, blame.foremost(j), blame.first(j), blame.trigger(j));
        }
        lostBefore[j] = journal.lost[j];
    }

    private void outageBegins(int j, double now, int cause, int first, int trigger) {
        outageStart[j] = now;
        outageCause[j] = cause;
        journal.outageBegan(j, first, trigger);
        journal.outages[j]++;
        if (journal.firstOutage[j] == Double.POSITIVE_INFINITY) {
            journal.firstOutage[j] = now - measuredFrom;
            firstSeen = true;
        }
    }

    private void outageEnds(int j, double now, double lostUntil) {
        double length = now - outageStart[j];
        journal.longest[j] = Math.max(journal.longest[j], length);
        if (outageStart[j] >= measuredFrom) {
            double lost = Math.max(0, lostUntil - lostBefore[j]);
            journal.outageEnded(j, outageStart[j] - measuredFrom, length, lost, outageCause[j], options.durations());
        }
    }

    /** Adds what has passed since the journey was looked at last. */
    void accrue(int j, double now) {
        double from = since[j];
        since[j] = now;
        if (flow[j] != 1 && now > from) {
            extra[j] += wiring.journeys[j].rate() * (flow[j] - 1) * shape.between(from, now);
        }
        if (share[j] >= 1 || now <= from) {
            return;
        }
        double rate = wiring.journeys[j].rate() * flow[j];
        Swing swing = swings[j];
        if (swing != null && swing.isActive()) {
            swing(j, swing, from, now);
            return;
        }
        double requests = rate * (shape.isFlat() ? now - from : shape.between(from, now));
        double lost = (1 - share[j]) * requests;
        journal.lost[j] += lost;
        journal.lostCorrected[j] += lost;
        double seconds = up[j] ? 0 : now - from;
        journal.down[j] += seconds;
        journal.downCorrected[j] += seconds;
        double[] causeLost = journal.causeLost[j];
        double[] causeDown = journal.causeDown[j];
        for (int e = blame.from(j); e < blame.to(j); e++) {
            int cell = blame.cell(e);
            causeLost[cell] += blame.lost(e) * requests;
            causeDown[cell] += blame.down(e) * seconds;
        }
        for (int w = 0; w < options.windows().length; w++) {
            window(j, w, from - measuredFrom, now - measuredFrom);
        }
    }

    /** A stretch of time in which the loss changes with the hour: outages begin and end on the way. */
    private void swing(int j, Swing swing, double from, double now) {
        double rate = wiring.journeys[j].rate() * flow[j];
        double lost = rate * swing.lost(from, now);
        double seconds = swing.down(from, now);
        double before = journal.lost[j];
        journal.lost[j] += lost;
        journal.lostCorrected[j] += lost;
        journal.down[j] += seconds;
        journal.downCorrected[j] += seconds;
        swing.share(from, now, rate, journal.causeLost[j], journal.causeDown[j]);
        for (double at = swing.nextCrossing(from); at <= now; at = swing.nextCrossing(at)) {
            boolean falls = swing.falls();
            if (falls == up[j]) {
                up[j] = !falls;
                double lostUntil = before + rate * swing.lost(from, at);
                if (falls) {
                    int cause = swing.foremost(at);
                    outageBegins(j, at, cause, cause, cause);
                    lostBefore[j] = lostUntil;
                } else {
                    outageEnds(j, at, lostUntil);
                }
            }
        }
        for (int w = 0; w < options.windows().length; w++) {
            window(j, w, from - measuredFrom, now - measuredFrom);
        }
    }

    private void window(int j, int w, double from, double to) {
        double[] down = journal.windowDown[j][w];
        double[] lost = journal.windowLost[j][w];
        double length = options.windows()[w];
        double rate = wiring.journeys[j].rate() * flow[j];
        int i = (int) (from / length);
        double start = from;
        while (start < to && i < down.length) {
            double end = Math.min(to, (i + 1) * length);
            Swing swing = swings[j];
            if (swing != null && swing.isActive()) {
                lost[i] += rate * swing.lost(start + measuredFrom, end + measuredFrom);
                down[i] += swing.down(start + measuredFrom, end + measuredFrom);
                start = end;
                i++;
                continue;
            }
            double requests =
                    rate * (shape.isFlat() ? end - start : shape.between(start + measuredFrom, end + measuredFrom));
            lost[i] += (1 - share[j]) * requests;
            down[i] += up[j] ? 0 : end - start;
            start = end;
            i++;
        }
    }

    /** Forgets what was before: measuring begins now. */
    void startMeasuring() {
        double now = world.clocks.now;
        for (int j = 0; j < share.length; j++) {
            accrue(j, now);
        }
        journal.clear();
        for (DataJournal data : journal.data) {
            data.startMeasuring(now);
        }
        Arrays.fill(extra, 0);
        measuredFrom = now;
        firstSeen = false;
        Arrays.fill(world.nodeFalls, 0);
        Arrays.fill(world.ownFalls, 0);
        Arrays.fill(world.nodeDown, 0);
        world.branches.clear();
        for (int n = 0; n < world.nodeSince.length; n++) {
            world.nodeSince[n] = now;
        }
    }

    /** Notes the state just before a time, which is not after the next event. */
    void note(int k, double time) {
        for (int j = 0; j < share.length; j++) {
            Swing swing = swings[j];
            if (swing != null && swing.isActive()) {
                noteSwing(j, swing, k, time);
                continue;
            }
            journal.upAt[j][k] = up[j];
            journal.servedAt[j][k] = share[j];
            journal.downUntil[j][k] = journal.down[j] + (up[j] ? 0 : time - since[j]);
            double rate = wiring.journeys[j].rate();
            double requests = shape.between(since[j], time);
            journal.lostUntil[j][k] =
                    journal.lost[j] + (share[j] >= 1 ? 0 : (1 - share[j]) * rate * flow[j] * requests);
            journal.offeredUntil[j][k] =
                    rate * shape.between(measuredFrom, time) + extra[j] + rate * (flow[j] - 1) * requests;
        }
    }

    private void noteSwing(int j, Swing swing, int k, double time) {
        // What happens at this very time comes after it.
        if (Math.nextDown(time) > since[j]) {
            accrue(j, Math.nextDown(time));
        }
        double rate = wiring.journeys[j].rate();
        journal.upAt[j][k] = up[j];
        journal.servedAt[j][k] = swing.served(time);
        journal.downUntil[j][k] = journal.down[j];
        journal.lostUntil[j][k] = journal.lost[j];
        journal.offeredUntil[j][k] = rate * shape.between(measuredFrom, time) + extra[j];
    }

    void finish(double now) {
        for (int j = 0; j < share.length; j++) {
            accrue(j, now);
            journal.offered[j] = wiring.journeys[j].rate() * shape.between(measuredFrom, now) + extra[j];
            journal.open[j] = !up[j];
            if (!up[j]) {
                journal.longest[j] = Math.max(journal.longest[j], now - outageStart[j]);
                journal.openSince[j] = outageStart[j] - measuredFrom;
                journal.openLost[j] = Math.max(0, journal.lost[j] - lostBefore[j]);
                journal.openCause[j] = outageCause[j];
            }
        }
        journal.time = now - measuredFrom;
        for (int n = 0; n < world.nodeDown.length; n++) {
            boolean isDown = !world.isTrue(n);
            journal.nodeDown[n] = world.nodeDown[n] + (isDown ? now - world.nodeSince[n] : 0);
            journal.nodeFalls[n] = world.nodeFalls[n];
            journal.ownFalls[n] = world.ownFalls[n];
        }
        world.branches.writeTo(journal);
        journal.events = world.events;
    }
}
