package nines.result;

import java.util.List;

/**
 * How the downtime of one window varies from window to window.
 *
 * @param mean downtime of a window, in seconds
 * @param none probability of a window without any
 * @param quantiles of the downtime, in seconds
 * @param histogram of the downtime of windows that have any, in seconds; shares are of all windows
 * @param misses chance to miss each target in one window
 */
public record Spread(Estimate mean, Estimate none, List<Quantile> quantiles, List<Bin> histogram, List<Miss> misses) {
    public Spread {
        quantiles = List.copyOf(quantiles);
        histogram = List.copyOf(histogram);
        misses = List.copyOf(misses);
    }
}
