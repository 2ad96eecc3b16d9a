package nines.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about what one kind of request experiences.
 *
 * @param name of the journey
 * @param requestsPerSecond mean rate offered; NaN when the scenario has no traffic
 * @param upAt the served share from which on the journey counts as up
 * @param requests requests served / offered: the headline
 * @param time share of time at or above the threshold
 * @param outages intervals below the threshold
 * @param first the first of them
 * @param moments answers at the times asked for in {@code measure.at}
 * @param limiting availability in the long run (requests), when asked for
 * @param windows spread over months and years
 * @param targets promises and verdicts
 * @param lostBy causes of lost requests, in seconds of full loss a year
 * @param downBy causes of time below the threshold, in seconds a year
 * @param worst a few of the worst outages
 */
public record Journey(
        String name,
        double requestsPerSecond,
        double upAt,
        Availability requests,
        Availability time,
        Outages outages,
        FirstOutage first,
        List<Moment> moments,
        @Nullable Estimate limiting,
        List<Window> windows,
        List<Target> targets,
        Causes lostBy,
        Causes downBy,
        List<Story> worst) {
    public Journey {
        moments = List.copyOf(moments);
        windows = List.copyOf(windows);
        targets = List.copyOf(targets);
        worst = List.copyOf(worst);
    }

    /** The same with more promises. */
    public Journey promised(List<Target> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Target> all = new ArrayList<>(targets);
        all.addAll(more);
        return new Journey(
                name,
                requestsPerSecond,
                upAt,
                requests,
                time,
                outages,
                first,
                moments,
                limiting,
                windows,
                all,
                lostBy,
                downBy,
                worst);
    }

    /** The window of the given length in seconds. */
    public Optional<Window> window(double length) {
        return windows.stream().filter(window -> window.length() == length).findFirst();
    }
}
