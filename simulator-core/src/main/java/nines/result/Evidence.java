package nines.result;

/**
 * What an estimate rests on.
 *
 * @param replications independent runs that entered it
 * @param years simulated years in all of them, of 8760 h
 * @param events occurrences that carry information about the value: outages, first outages, windows …
 */
public record Evidence(int replications, double years, double events) {
    public static final Evidence NONE = new Evidence(0, 0, 0);
}
