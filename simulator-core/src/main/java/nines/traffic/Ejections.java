package nines.traffic;

import java.util.Arrays;
import nines.balancing.Targets;
import nines.blueprint.Ejection;
import nines.kernel.EventCalendar;

/**
 * Whom one sender has stopped sending to because of bad answers, until when, and how often before. It ends by a timer
 * and not by proof.
 */
final class Ejections {
    private final Ejection rule;
    private final int view;
    private final EventCalendar calendar;
    private final int[] inARow;
    private final int[] times;
    private final double[] until;
    private final boolean[] out;
    private final long[] good;
    private final long[] all;
    private int count;

    Ejections(Ejection rule, int targets, int view, EventCalendar calendar) {
        this.rule = rule;
        this.view = view;
        this.calendar = calendar;
        inARow = new int[targets];
        times = new int[targets];
        until = new double[targets];
        out = new boolean[targets];
        good = new long[targets];
        all = new long[targets];
    }

    void begin() {
        count = 0;
        Arrays.fill(inARow, 0);
        Arrays.fill(times, 0);
        Arrays.fill(out, false);
        Arrays.fill(good, 0);
        Arrays.fill(all, 0);
        if (out.length >= Ejection.HOSTS) {
            calendar.schedule(rule.interval(), view << Happening.KIND_BITS | Happening.EJECTION_LOOK);
        }
    }

    boolean isOut(int target) {
        return out[target];
    }

    /** Hears of an answer; true when its target is ejected for it. */
    boolean answered(int target, boolean failed, Targets now) {
        all[target]++;
        if (!failed) {
            good[target]++;
            inARow[target] = 0;
            return false;
        }
        return ++inARow[target] >= rule.inARow() && eject(target, now);
    }

    private boolean eject(int target, Targets now) {
        int most = Math.max(1, (int) (rule.atMost() * out.length));
        if (out[target] || count >= most || !now.isTrusted(target) || now.trustedCount() == 1) {
            return false;
        }
        inARow[target] = 0;
        out[target] = true;
        count++;
        double lasting = Math.min(Ejection.LONGEST, rule.lasting() * ++times[target]);
        until[target] = calendar.time() + lasting;
        calendar.schedule(until[target], view << Happening.KIND_BITS | Happening.EJECTION_END);
        return true;
    }

    /** Takes back whoever has been out long enough. */
    void end() {
        for (int i = 0; i < out.length; i++) {
            if (out[i] && until[i] <= calendar.time()) {
                out[i] = false;
                count--;
            }
        }
    }

    /** Compares the shares of good answers since the last look; true when somebody is ejected. */
    boolean look(Targets now) {
        calendar.schedule(calendar.time() + rule.interval(), view << Happening.KIND_BITS | Happening.EJECTION_LOOK);
        int hosts = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < out.length; i++) {
            if (all[i] >= Ejection.REQUESTS) {
                double share = (double) good[i] / all[i];
                hosts++;
                sum += share;
                squares += share * share;
            }
        }
        boolean ejected = false;
        if (hosts >= Ejection.HOSTS) {
            double mean = sum / hosts;
            double spread = Math.sqrt(Math.max(0, squares / hosts - mean * mean));
            for (int i = 0; i < out.length; i++) {
                if (all[i] >= Ejection.REQUESTS && (double) good[i] / all[i] < mean - rule.deviation() * spread) {
                    ejected |= eject(i, now);
                }
            }
        }
        Arrays.fill(good, 0);
        Arrays.fill(all, 0);
        return ejected;
    }
}
