package nines.experiment;

import nines.model.Scenario;

/**
 * What is told of single requests beyond the usual tables, because it was asked for.
 *
 * @param hops whether it is told where their time goes
 * @param every resolution of a time series, in seconds; NaN for none
 */
public record Detail(boolean hops, double every) {
    /** Nothing was asked for. */
    public static final Detail NONE = new Detail(false, Double.NaN);

    /** What the section {@code measure} asks for. */
    static Detail of(Scenario scenario) {
        Double every = scenario.measure().every();
        return new Detail(scenario.measure().hops(), every == null ? Double.NaN : every);
    }
}
