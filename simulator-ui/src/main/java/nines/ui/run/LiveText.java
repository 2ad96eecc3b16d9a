package nines.ui.run;

import nines.experiment.Progress;
import nines.quantity.Figures;

/**
 * Progress in words.
 *
 * @param phase what is being computed
 * @param effort replications, simulated years and speed
 * @param left time left; empty when unknown
 * @param journey whose estimate follows
 * @param nines of it so far
 * @param downtime of it so far, a year
 * @param interval of that downtime
 */
public record LiveText(
        String phase, String effort, String left, String journey, String nines, String downtime, String interval) {
    static final LiveText STARTING = new LiveText("Starting …", "", "", "", "", "", "");

    static final double YEAR = 8760 * 3600.0;

    static LiveText of(Progress progress) {
        boolean known = !Double.isNaN(progress.unavailability());
        String phase = progress.phase();
        return new LiveText(
                "Simulating " + phase,
                Figures.count(progress.replications())
                        + (progress.replications() == 1 ? " replication · " : " replications · ")
                        + Figures.count(progress.simulatedYears()) + " simulated years · "
                        + Figures.number(progress.eventsPerSecond()) + " events/s",
                Double.isNaN(progress.secondsLeft()) ? "" : left(progress.secondsLeft()),
                progress.journey(),
                known && progress.unavailability() > 0 ? Figures.nines(progress.unavailability()) + " nines" : "…",
                known ? Figures.duration(progress.unavailability() * YEAR) + " of downtime a year" : "",
                known && !Double.isNaN(progress.low()) && !Double.isNaN(progress.high())
                        ? "between " + Figures.duration(progress.low() * YEAR) + " and "
                                + Figures.duration(progress.high() * YEAR)
                        : "no interval yet");
    }

    private static String left(double seconds) {
        return seconds < 1 ? "less than 1 s left" : "about " + Figures.duration(Math.rint(seconds)) + " left";
    }
}
