package nines.distribution;

import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A whole number from 0, each further one as likely as the one before.
 *
 * @param mean expected number
 */
public record Geometric(double mean) implements Distribution {

    public static final Family<Geometric> FAMILY = Family.<Geometric>of("geometric")
            .form(v -> new Geometric(v[0]), law -> new double[] {law.mean}, Family.value("mean"))
            .only(Dimension.COUNT);

    public Geometric {
        Require.positive(mean, "mean");
    }

    @Override
    public double variance() {
        return mean * (1 + mean);
    }

    /** −ln of the chance of one more: what each number consumes. */
    private double step() {
        return StrictMath.log1p(1 / mean);
    }

    @Override
    public double cumulativeHazard(double t) {
        return t < 0 ? 0 : (Math.floor(t) + 1) * step();
    }

    @Override
    public double inverseHazard(double h) {
        double number = Math.max(0, Math.ceil(h / step()) - 1);
        return cumulativeHazard(number) < h ? number + 1 : number;
    }

    /** 0: only whole numbers have a chance. */
    @Override
    public double hazard(double t) {
        return 0;
    }

    @Override
    public String text(Dimension dimension) {
        return FAMILY.write(this, dimension);
    }
}
