package nines.analytic;

import java.util.Arrays;
import nines.blueprint.Blueprint;
import nines.blueprint.Mode;
import nines.blueprint.Safety;
import nines.blueprint.Stripes;
import nines.distribution.Exponential;

/**
 * How long an object lives of which each chunk is lost and rebuilt by itself: a birth-and-death chain on the number of its lost
 * chunks, from none to one more than it can spare.
 *
 * @param meanLife seconds until it is lost; NaN where that does not apply
 * @param says how it was worked out, or why it does not apply
 */
public record ObjectLife(double meanLife, String says) {

    /** The life of an object of a store. */
    public static ObjectLife of(Blueprint blueprint, Stripes store) {
        if (store.groups() > 0) {
            return no("which chunks are lost matters, not only how many");
        }
        double[] rates = new double[store.domains().length];
        boolean exponential = true;
        for (Safety.Loss loss : store.losses()) {
            if (loss.mode() < 0) {
                return no("events take chunks away");
            }
            if (loss.members().length > 1) {
                return no("one failure takes several instances at once");
            }
            for (var shock : blueprint.shocks()) {
                if (Arrays.stream(shock.modes()).anyMatch(mode -> mode == loss.mode())) {
                    return no("several instances fail together");
                }
            }
            Mode mode = blueprint.modes().get(loss.mode());
            exponential &= mode.timeToFailure() instanceof Exponential;
            rates[loss.members()[0]] += 1 / mode.timeToFailure().mean();
        }
        double rate = rates.length == 0 ? 0 : rates[0];
        for (double each : rates) {
            if (Math.abs(each - rate) > 1e-12 * rate) {
                return no("instances differ");
            }
        }
        if (rate == 0) {
            return no("nothing takes chunks away");
        }
        // The first chunk of an object waits until half of what its instance held is rebuilt, on average; later ones go
        // first.
        double held = (double) store.objects() * store.width() / rates.length * store.chunkTime();
        double[] rebuild = new double[store.spare() + 1];
        for (int lost = 1; lost < rebuild.length; lost++) {
            double time = store.delay() + (lost == 1 ? held / 2 : 0) + store.chunkTime();
            rebuild[lost] = lost / time;
        }
        return new ObjectLife(
                meanLife(store.width(), rate, rebuild),
                exponential
                        ? "birth-and-death chain, all times exponential"
                        : "birth-and-death chain at mean rates, all times exponential");
    }

    private static ObjectLife no(String why) {
        return new ObjectLife(Double.NaN, why);
    }

    /**
     * Mean time until one more is lost than can be spared. The time from {@code i} to {@code i + 1} lost ones is
     * h(i) = (1 + r(i) h(i − 1)) / ((n − i) λ), all terms positive, so that no digits cancel.
     *
     * @param n chunks
     * @param rate at which each is lost
     * @param rebuild for each number of lost ones the rate at which one is rebuilt; as many as may be lost, and none
     */
    public static double meanLife(int n, double rate, double[] rebuild) {
        double sum = 0;
        double step = 0;
        for (int lost = 0; lost < rebuild.length; lost++) {
            step = (1 + (lost == 0 ? 0 : rebuild[lost] * step)) / ((n - lost) * rate);
            sum += step;
        }
        return sum;
    }
}
