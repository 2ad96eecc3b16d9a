package nines.scenarios;

import nines.result.DataSafety;
import nines.result.Estimate;
import nines.result.Quantile;
import nines.result.Result;

/** What is asked in a case about the data of a component. */
final class OfData {
    private static final double HOUR = 3600;
    /** Cases speak of years of 365 days. */
    private static final double DAYS_OF_A_YEAR = 365 / 365.25;

    private OfData() {}

    /** The estimate in a result. */
    static Estimate in(Quantity quantity, Result result, String name) {
        DataSafety data = result.data().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing that keeps data is called " + name));
        return switch (quantity) {
            case WRITES_LOST_EACH -> data.records();
            case WRITES_LOST_PER_YEAR -> Quantity.times(data.recordsPerYear(), DAYS_OF_A_YEAR);
            case SHARE_OF_WRITES_LOST ->
                Quantity.times(data.recordsPerYear(), 1 / (365.25 * 24 * HOUR * data.writesPerSecond()));
            case HOURS_LOST_EACH -> Quantity.times(data.seconds(), 1 / HOUR);
            case HOURS_LOST_P95 ->
                data.secondsQuantiles().stream()
                        .filter(quantile -> quantile.share() == 0.95)
                        .findFirst()
                        .map(Quantile::value)
                        .map(seconds -> Quantity.times(seconds, 1 / HOUR))
                        .orElseThrow(() -> new IllegalStateException(name + ": its 95th percentile is not told"));
            case HOURS_LOST_PER_YEAR -> Quantity.times(data.secondsPerYear(), DAYS_OF_A_YEAR / HOUR);
            default -> throw new IllegalArgumentException(quantity.words() + " is not asked of data");
        };
    }
}
