package nines.format;

/** How large a scenario file may be. Larger ones are mistakes or attacks. */
final class Limits {

    static final int BYTES = 1_000_000;
    static final int LEVELS = 64;
    static final int ALIASES = 100;
    static final int NODES = 200_000;
    static final int INSTANCES = 100_000;
    static final int SWEEP_VALUES = 1_000;
    static final int JOURNEYS = 1_000;
    /** Intervals of a time series. */
    static final int INTERVALS = 20_000;
    /** Seconds: 100,000 years. A double still tells 0.0005 s apart there. */
    static final double HORIZON = 1e5 * 365 * 86_400;

    /** Values of a file, times the alternatives of it that are checked beforehand. */
    static final int ALTERNATIVES = 1_000_000;

    private Limits() {}
}
