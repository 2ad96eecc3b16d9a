package nines.ui.result;

import nines.quantity.Figures;
import nines.result.Estimate;

/**
 * One more figure.
 *
 * @param name what it is
 * @param value with its unit
 * @param interval of the value; empty when there is none
 */
public record Fact(String name, String value, String interval) {
    static Fact duration(String name, Estimate estimate) {
        return new Fact(
                name,
                Figures.duration(estimate.value()),
                isBounded(estimate)
                        ? Figures.duration(estimate.low()) + " to " + Figures.duration(estimate.high())
                        : "");
    }

    static Fact number(String name, Estimate estimate) {
        return new Fact(
                name,
                Figures.number(estimate.value()),
                isBounded(estimate) ? Figures.number(estimate.low()) + " to " + Figures.number(estimate.high()) : "");
    }

    static Fact availability(String name, Estimate unavailability) {
        return new Fact(
                name,
                Figures.availability(unavailability.value()),
                isBounded(unavailability)
                        ? Figures.availability(unavailability.high()) + " to "
                                + Figures.availability(unavailability.low())
                        : "");
    }

    static Fact share(String name, Estimate estimate) {
        return new Fact(
                name,
                Figures.share(estimate.value()),
                isBounded(estimate)
                        ? Figures.share(Math.max(0, estimate.low())) + " to " + Figures.share(estimate.high())
                        : "");
    }

    static Fact rate(String name, Estimate estimate) {
        return new Fact(
                name,
                Figures.rate(estimate.value()),
                isBounded(estimate)
                        ? Figures.rate(Math.max(0, estimate.low())) + " to " + Figures.rate(estimate.high())
                        : "");
    }

    private static boolean isBounded(Estimate estimate) {
        return estimate.isKnown() && Double.isFinite(estimate.low()) && Double.isFinite(estimate.high());
    }
}
