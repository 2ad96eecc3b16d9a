package nines.cli;

import nines.experiment.Progress;
import nines.experiment.ProgressListener;
import nines.reports.Amounts;

/** One line on standard error that says how far a run is and how long it will take; only where a person looks at it. */
final class ProgressLine implements ProgressListener {
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final String label;
    private boolean shown;

    /**
     * The line.
     *
     * @param label in front of it; may be empty
     */
    ProgressLine(Terminal terminal, String label) {
        this.terminal = terminal;
        this.label = label;
    }

    @Override
    public void progress(Progress progress) {
        if (terminal.watched()) {
            terminal.err().print(CLEAR + Prose.clipped(label + text(progress), terminal.columns() - 1));
            terminal.err().flush();
            shown = true;
        }
    }

    /** Takes the line away. */
    void clear() {
        if (shown) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
            shown = false;
        }
    }

    private static String ofRequests(Progress progress) {
        double seconds = progress.simulatedYears() * 8760 * 3600;
        String done = Amounts.duration(seconds, 2) + " of traffic in "
                + Prose.count(progress.replications(), "replication") + ", "
                + Amounts.count(Math.round(progress.eventsPerSecond())) + " requests a second";
        double failed = progress.unavailability();
        String failing =
                failed > 0 ? ", " + progress.journey() + " " + Amounts.availability(failed, 2) + " succeeded" : "";
        double left = progress.secondsLeft();
        return done
                + failing
                + (left > 0 && left < Double.POSITIVE_INFINITY
                        ? ", at most " + Amounts.duration(left, 2) + " left"
                        : "");
    }

    static String text(Progress progress) {
        if (progress.phase().equals("requests")) {
            return ofRequests(progress);
        }
        StringBuilder text = new StringBuilder();
        if (!progress.phase().equals("years")) {
            text.append(progress.phase()).append(": ");
        }
        text.append(Amounts.count(Math.round(progress.simulatedYears()))).append(" years simulated");
        double lost = progress.unavailability();
        if (lost > 0) {
            text.append(", ").append(progress.journey()).append(' ').append(Amounts.availability(lost, 2));
            double half = (progress.high() - progress.low()) / 2 / lost;
            if (half >= 0 && half < 1) {
                text.append(" (lost ± ").append(Amounts.percent(half)).append(')');
            }
        } else {
            text.append(", no outage yet");
        }
        double left = progress.secondsLeft();
        if (left >= 0 && left < Double.POSITIVE_INFINITY) {
            text.append(", ").append(left < 1 ? "almost done" : "about " + Amounts.duration(left, 2) + " left");
        }
        return text.toString();
    }
}
