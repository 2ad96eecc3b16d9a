package nines.reports;

import nines.result.Episode;

/** Steps of an outage in words. */
public final class Episodes {
    private Episodes() {}

    /** When it began, after the beginning of the outage. */
    public static String when(Episode episode) {
        return episode.from() < 0
                ? Amounts.duration(-episode.from(), 2) + " before"
                : episode.from() == 0 ? "at once" : "after " + Amounts.duration(episode.from(), 3);
    }

    /** The share of requests served from then on; empty where it is not known. */
    public static String served(Episode episode) {
        return Double.isNaN(episode.served())
                ? ""
                : episode.served() >= 1
                        ? "all served"
                        : episode.served() <= 0 ? "none served" : Amounts.percent(episode.served()) + " served";
    }
}
