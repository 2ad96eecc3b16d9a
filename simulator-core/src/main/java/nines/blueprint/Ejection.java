package nines.blueprint;

/**
 * When a sender stops sending to a station that answers badly, for a while: after so many failures in a row, or when its
 * share of good answers in an interval lies far below that of the others (Envoy's outlier detection).
 *
 * @param inARow failures in a row, at least 1
 * @param interval seconds between two looks at the shares of good answers
 * @param lasting seconds of the first ejection; the n-th lasts n times as long, at most {@link #LONGEST}
 * @param atMost share of the stations that may be ejected at once, at least one station
 * @param deviation how many standard deviations below the mean share of good answers is too low; looked at with at least
 *     {@link #HOSTS} stations of {@link #REQUESTS} answers each
 */
public record Ejection(int inARow, double interval, double lasting, double atMost, double deviation) {
    /** Envoy's default: no ejection lasts longer, in seconds. */
    public static final double LONGEST = 300;
    /** Envoy's default: with fewer stations shares of good answers are not compared. */
    public static final int HOSTS = 5;
    /** Envoy's default: stations with fewer answers in the interval are left out. */
    public static final int REQUESTS = 100;
}
