package nines.analytic;

/**
 * How much of a journey's long-run figures lies in states that a simulation enters so seldom that it may have met none of
 * them, and would not know. Then the simulation's interval, wide or narrow, says nothing of that part.
 */
public final class Rarity {
    /** What is measured. */
    public enum Measure {
        /** Share of requests lost. */
        LOST,
        /** Share of time below the threshold. */
        DOWN,
        /** Beginnings of outages. */
        OUTAGES
    }

    /**
     * What states are worth to a measure.
     *
     * @param each while it lasts
     * @param total on average, those included that are not listed
     */
    record Worth(double[] each, double total) {}

    private final Visits visits;
    private final Worth lost;
    private final Worth down;
    private final Worth outages;

    Rarity(Visits visits, Worth lost, Worth down, Worth outages) {
        this.visits = visits;
        this.lost = lost;
        this.down = down;
        this.outages = outages;
    }

    private Worth worth(Measure measure) {
        return switch (measure) {
            case LOST -> lost;
            case DOWN -> down;
            case OUTAGES -> outages;
        };
    }

    /**
     * The share of a measure that may not have been seen, with a chance of one in ten thousand or more.
     *
     * @param seconds simulated in all
     */
    public double missed(Measure measure, double seconds) {
        return visits.missed(worth(measure).each(), worth(measure).total(), seconds);
    }

    /**
     * The same where each of so many runs is looked at in one moment.
     *
     * @param runs how many
     */
    public double missedAt(Measure measure, double runs) {
        return visits.missedAt(worth(measure).each(), worth(measure).total(), runs);
    }
}
