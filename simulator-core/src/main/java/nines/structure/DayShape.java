package nines.structure;

import nines.blueprint.Load;

/**
 * Traffic over a day with mean 1: e^(k cos(2 pi (h - h0) / 24)) / I0(k), where k makes the peak what the user wrote. A
 * von Mises shape stays positive at every peak, where a sine would touch zero at a peak of 2.
 */
final class DayShape implements LoadShape {
    private static final double DAY = 86_400;
    private static final int TERMS = 24;

    private final double peakAt;
    private final double kappa;
    private final double bessel0;
    private final double least;
    private final double most;
    /** 2 I_n(k) / (n I_0(k)), n from 1. */
    private final double[] terms;

    DayShape(Load load) {
        peakAt = load.peakAt();
        kappa = kappa(load.dayPeak());
        bessel0 = bessel(0, kappa);
        least = StrictMath.exp(-kappa) / bessel0;
        most = StrictMath.exp(kappa) / bessel0;
        terms = new double[TERMS];
        for (int n = 1; n <= TERMS; n++) {
            terms[n - 1] = 2 * bessel(n, kappa) / (n * bessel0);
        }
    }

    @Override
    public boolean isFlat() {
        return kappa == 0;
    }

    @Override
    public double period() {
        return DAY;
    }

    /** The trough, half a day before the peak. */
    @Override
    public double origin() {
        return peakAt - 0.5 * DAY;
    }

    @Override
    public double least() {
        return least;
    }

    @Override
    public double most() {
        return most;
    }

    /** Around the peak, as far as the cosine stays above ln(level I0) / k. */
    @Override
    public int busy(double level, double[] edges) {
        double cosine = StrictMath.log(level * bessel0) / kappa;
        double half = StrictMath.acos(Math.max(-1, Math.min(1, cosine))) * DAY / (2 * Math.PI);
        edges[0] = 0.5 * DAY - half;
        edges[1] = 0.5 * DAY + half;
        return 2;
    }

    @Override
    public int edgesMost() {
        return 2;
    }

    @Override
    public double at(double time) {
        return kappa == 0 ? 1 : StrictMath.exp(kappa * StrictMath.cos(angle(time))) / bessel0;
    }

    @Override
    public double between(double from, double to) {
        return kappa == 0 ? to - from : to - from + wave(to) - wave(from);
    }

    private double angle(double time) {
        return 2 * Math.PI * ((time - peakAt) % DAY) / DAY;
    }

    private double wave(double time) {
        double x = angle(time);
        double sin = StrictMath.sin(x);
        double twoCos = 2 * StrictMath.cos(x);
        double before = 0;
        double sum = 0;
        for (double term : terms) {
            sum += term * sin;
            double next = twoCos * sin - before;
            before = sin;
            sin = next;
        }
        return sum * DAY / (2 * Math.PI);
    }

    /** The k with e^k / I0(k) = peak. */
    static double kappa(double peak) {
        if (peak <= 1) {
            return 0;
        }
        double low = 0;
        double high = 1;
        while (StrictMath.exp(high) / bessel(0, high) < peak) {
            high *= 2;
        }
        for (int i = 0; i < 200 && high - low > 1e-15 * high; i++) {
            double middle = 0.5 * (low + high);
            if (StrictMath.exp(middle) / bessel(0, middle) < peak) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Modified Bessel function of the first kind, by its series (Abramowitz and Stegun 1964, 9.6.10). */
    static double bessel(int order, double x) {
        double half = x / 2;
        double term = 1;
        for (int i = 1; i <= order; i++) {
            term *= half / i;
        }
        double sum = 0;
        for (int k = 0; k < 1_000 && term > sum * 1e-18; k++) {
            sum += term;
            term *= half * half / ((k + 1.0) * (k + 1 + order));
        }
        return sum;
    }
}
