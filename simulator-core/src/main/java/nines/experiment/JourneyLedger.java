package nines.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the complete replications saw of one journey. */
final class JourneyLedger {
    final Column offered = new Column();
    final Column lost = new Column();
    final Column lostCorrected = new Column();
    final Column down = new Column();
    final Column downCorrected = new Column();
    final Column outages = new Column();
    final Column longest = new Column();
    final Column firstOutage = new Column();
    final CauseLedger causeLost;
    final CauseLedger causeDown;
    final Sample durations = new Sample();
    final List<Noted> moments = new ArrayList<>();
    final List<Windows> windowsLost = new ArrayList<>();
    final List<Windows> windowsDown = new ArrayList<>();
    /** How what is lost in a window comes together; null for windows that are not looked at in steps. */
    final List<@Nullable Burn> burns = new ArrayList<>();

    /** The first window of each replication. */
    final List<Windows> firstLost = new ArrayList<>();

    /** Outages by the cause that was there first, and by the one that came last. */
    final Cells firsts = new Cells();

    final Cells triggers = new Cells();
    final Worst worst = new Worst();
    private final double rate;

    /** What was noted at one time. */
    static final class Noted {
        int up;
        final Column notServed = new Column();
        final Windows down;
        final Windows lost;
        final Column requestsLost = new Column();
        final Column offered = new Column();

        private Noted(double[] limits) {
            down = new Windows(limits);
            lost = new Windows(limits);
        }
    }

    /**
     * An empty ledger.
     *
     * @param times asked about
     * @param windows lengths
     * @param targets promised availabilities, whose allowed downtime in each window is looked at
     * @param stepped length of the window that is looked at in steps, measured after all others; 0 for none
     */
    JourneyLedger(Layout layout, int journey, double[] times, double[] windows, double[] targets, double stepped) {
        rate = layout.journeys().get(journey).unit();
        causeLost = new CauseLedger(layout);
        causeDown = new CauseLedger(layout);
        for (double time : times) {
            moments.add(new Noted(allowed(targets, time)));
        }
        for (double length : windows) {
            windowsLost.add(new Windows(allowed(targets, length)));
            windowsDown.add(new Windows(allowed(targets, length)));
            firstLost.add(new Windows(allowed(targets, length)));
            burns.add(length == stepped ? new Burn(length) : null);
        }
    }

    private static double[] allowed(double[] targets, double length) {
        return Arrays.stream(targets).map(target -> (1 - target) * length).toArray();
    }

    void add(int replication, Row.JourneyRow row, double time) {
        offered.add(row.offered);
        lost.add(row.lost);
        lostCorrected.add(row.lostCorrected);
        down.add(row.down);
        downCorrected.add(row.downCorrected);
        outages.add((double) row.outages);
        longest.add(row.longest);
        firstOutage.add(row.firstOutage);
        causeLost.add(row.causeLost);
        causeDown.add(row.causeDown);
        durations.add(row.durations);
        firsts.add(row.firsts);
        triggers.add(row.triggers);
        worst.add(replication, row, time);
        for (int k = 0; k < moments.size(); k++) {
            Noted noted = moments.get(k);
            noted.up += row.upAt[k] ? 1 : 0;
            noted.notServed.add(1 - row.servedAt[k]);
            noted.down.add(new double[] {row.downUntil[k]});
            noted.lost.add(seconds(row.lostUntil[k]));
            noted.requestsLost.add(row.lostUntil[k]);
            noted.offered.add(row.offeredUntil[k]);
        }
        for (int w = 0; w < windowsLost.size(); w++) {
            double[] seconds = seconds(row.windowLost[w]);
            windowsLost.get(w).add(seconds);
            windowsDown.get(w).add(row.windowDown[w]);
            firstLost.get(w).add(Arrays.copyOf(seconds, Math.min(1, seconds.length)));
            Burn burn = burns.get(w);
            if (burn != null && windowsLost.size() < row.windowLost.length) {
                burn.add(seconds(row.windowLost[windowsLost.size()]));
            }
        }
    }

    /** Requests lost, as seconds of full loss at the mean rate. */
    double secondsOf(double requestsLost) {
        return requestsLost / rate;
    }

    private double[] seconds(double... requestsLost) {
        double[] seconds = new double[requestsLost.length];
        Arrays.setAll(seconds, i -> Math.max(0, requestsLost[i] / rate));
        return seconds;
    }
}
