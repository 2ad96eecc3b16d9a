package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A whole number of exponential phases of the same mean, one after the other.
 *
 * @param phases how many, from 1
 * @param mean of all phases together, in seconds
 */
public record Erlang(int phases, double mean) implements Distribution {

    public static final Family<Erlang> FAMILY = Family.<Erlang>of("erlang")
            .form(
                    v -> new Erlang((int) v[0], v[1]),
                    law -> new double[] {law.phases, law.mean},
                    Family.at("phases", "", Family.Kind.COUNT),
                    Family.value("mean"))
            .onlyRead(
                    v -> new Erlang((int) v[0], v[0] * v[1]),
                    Family.at("phases", "", Family.Kind.COUNT),
                    Family.rate("rate"));

    public Erlang {
        Require.between(phases, 1, 1_000_000, "phases");
        Require.positive(mean, "mean");
    }

    @Override
    public double variance() {
        return mean * mean / phases;
    }

    @Override
    public double cumulativeHazard(double t) {
        return GammaFunction.cumulativeHazard(phases, t * (phases / mean));
    }

    @Override
    public double inverseHazard(double h) {
        return phases == 1 ? h * mean : Gamma.inverseHazard(this, phases, mean / phases, h);
    }

    @Override
    public double hazard(double t) {
        return t < 0 ? 0 : GammaFunction.hazard(phases, t * (phases / mean)) * (phases / mean);
    }

    @Override
    public boolean isExponential() {
        return phases == 1;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
