package nines.scenarios;

import java.util.Arrays;
import java.util.Locale;
import nines.analytic.Answer;
import nines.analytic.Solver;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Miss;
import nines.result.Moment;
import nines.result.Quantile;
import nines.result.Spread;

/** What is asked in a case: where the estimate stands in a result, and what theory answers. */
public enum Quantity {
    UNAVAILABILITY(false),
    REQUEST_UNAVAILABILITY(false),
    FAILED_REQUESTS_PER_YEAR(false),
    DOWNTIME_MINUTES_PER_YEAR(false),
    OUTAGES_PER_HOUR(false),
    /** Of the first of two journeys, for each of the second: {@code struck/whole}. */
    OUTAGES_PER_OUTAGE(false),
    MEAN_OUTAGE_HOURS(false),
    MTTFF_HOURS(false),
    POINT_AVAILABILITY(true),
    POINT_UNAVAILABILITY(true),
    INTERVAL_AVAILABILITY(true),
    INTERVAL_UNAVAILABILITY(true),
    RELIABILITY(true),
    UNRELIABILITY(true),
    EXPECTED_DOWNTIME_HOURS(true),
    PROBABILITY_OF_NO_OUTAGE(true),
    PROBABILITY_TARGET_MET(true),
    DOWNTIME_QUANTILE_50_HOURS(true),
    DOWNTIME_QUANTILE_95_HOURS(true),
    DOWNTIME_QUANTILE_99_HOURS(true),
    RESPONSE_SECONDS(false),
    RESPONSE_P50_SECONDS(false),
    RESPONSE_P95_SECONDS(false),
    RESPONSE_P99_SECONDS(false),
    RESPONSE_P999_SECONDS(false),
    REQUESTS_UNDER_WAY(false),
    SHARE_OF_REQUESTS_FAILED(false),
    WAITING_SECONDS(false),
    WAITING_DEVIATION_SECONDS(false),
    SHARE_THAT_WAITS(false),
    WORKERS_BUSY(false),
    QUEUE_LENGTH(false),
    HIT_SHARE(false),
    /** Of time with at least so many at a station: {@code second>=8}. */
    SHARE_WITH_SO_MANY(false),
    WRITES_LOST_EACH(false),
    WRITES_LOST_PER_YEAR(false),
    SHARE_OF_WRITES_LOST(false),
    HOURS_LOST_EACH(false),
    HOURS_LOST_P95(false),
    HOURS_LOST_PER_YEAR(false);

    private static final double HOUR = 3600;
    private static final double YEAR = 8760 * HOUR;

    private final boolean isTransient;

    Quantity(boolean isTransient) {
        this.isTransient = isTransient;
    }

    static Quantity named(String words) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such measure: " + words));
    }

    /** As the table of cases writes it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about a time after a fresh start; else it is about the long run, or the first outage. */
    public boolean isTransient() {
        return isTransient;
    }

    /** Whether it is about the data of a component, and not about a journey. */
    boolean isOfData() {
        return compareTo(WRITES_LOST_EACH) >= 0;
    }

    /** The estimate in a result, in the unit of the measure. */
    Estimate in(Journey journey, double at) {
        return switch (this) {
            case UNAVAILABILITY -> journey.time().unavailability();
            case REQUEST_UNAVAILABILITY -> journey.requests().unavailability();
            case FAILED_REQUESTS_PER_YEAR ->
                times(journey.requests().unavailability(), journey.requestsPerSecond() * YEAR);
            case DOWNTIME_MINUTES_PER_YEAR -> times(journey.time().downtimePerYear(), 1 / 60.0);
            case OUTAGES_PER_HOUR -> times(journey.outages().perYear(), HOUR / YEAR);
            case OUTAGES_PER_OUTAGE -> journey.outages().perYear();
            case MEAN_OUTAGE_HOURS -> times(journey.outages().mttr(), 1 / HOUR);
            case MTTFF_HOURS -> times(journey.first().mttff(), 1 / HOUR);
            case POINT_AVAILABILITY -> moment(journey, at).up();
            case POINT_UNAVAILABILITY -> complement(moment(journey, at).up());
            case INTERVAL_AVAILABILITY -> moment(journey, at).upUntil();
            case INTERVAL_UNAVAILABILITY -> complement(moment(journey, at).upUntil());
            case RELIABILITY -> moment(journey, at).reliability();
            case UNRELIABILITY -> complement(moment(journey, at).reliability());
            case EXPECTED_DOWNTIME_HOURS -> times(downtime(journey, at).mean(), 1 / HOUR);
            case PROBABILITY_OF_NO_OUTAGE -> downtime(journey, at).none();
            case PROBABILITY_TARGET_MET -> complement(missed(journey, at));
            case DOWNTIME_QUANTILE_50_HOURS -> quantile(journey, at, 0.5);
            case DOWNTIME_QUANTILE_95_HOURS -> quantile(journey, at, 0.95);
            case DOWNTIME_QUANTILE_99_HOURS -> quantile(journey, at, 0.99);
            default -> throw new IllegalArgumentException(words() + " is not asked of journeys");
        };
    }

    /** What theory answers, in the unit of the measure; with a reason where it does not. */
    Answer of(Solver solver, int journey, double at, double requestsPerSecond, double allowed) {
        return switch (this) {
            case UNAVAILABILITY -> solver.timeUnavailability(journey);
            case REQUEST_UNAVAILABILITY -> solver.requestUnavailability(journey);
            case FAILED_REQUESTS_PER_YEAR -> times(solver.requestUnavailability(journey), requestsPerSecond * YEAR);
            case DOWNTIME_MINUTES_PER_YEAR -> times(solver.timeUnavailability(journey), YEAR / 60);
            case OUTAGES_PER_HOUR -> times(solver.outageFrequency(journey), HOUR);
            case OUTAGES_PER_OUTAGE -> solver.outageFrequency(journey);
            case MEAN_OUTAGE_HOURS -> times(solver.meanOutage(journey), 1 / HOUR);
            case MTTFF_HOURS -> times(solver.meanTimeToFirstOutage(journey), 1 / HOUR);
            case POINT_AVAILABILITY -> complement(solver.pointUnavailability(journey, at));
            case POINT_UNAVAILABILITY -> solver.pointUnavailability(journey, at);
            case INTERVAL_AVAILABILITY -> complement(solver.intervalUnavailability(journey, at));
            case INTERVAL_UNAVAILABILITY -> solver.intervalUnavailability(journey, at);
            case RELIABILITY, PROBABILITY_OF_NO_OUTAGE -> complement(solver.outageWithin(journey, at));
            case UNRELIABILITY -> solver.outageWithin(journey, at);
            case EXPECTED_DOWNTIME_HOURS -> times(solver.intervalUnavailability(journey, at), at / HOUR);
            case PROBABILITY_TARGET_MET -> solver.downtimeAtMost(journey, at, allowed);
            case DOWNTIME_QUANTILE_50_HOURS -> times(solver.downtimeQuantile(journey, at, 0.5), 1 / HOUR);
            case DOWNTIME_QUANTILE_95_HOURS -> times(solver.downtimeQuantile(journey, at, 0.95), 1 / HOUR);
            case DOWNTIME_QUANTILE_99_HOURS -> times(solver.downtimeQuantile(journey, at, 0.99), 1 / HOUR);
            default -> throw new IllegalArgumentException(words() + " is not asked of journeys");
        };
    }

    /** How many of one for each of another: whatever the two have in common, the ends of both intervals bound it. */
    static Estimate ratio(Estimate of, Estimate to) {
        return with(of, of.value() / to.value(), of.low() / to.high(), of.high() / to.low());
    }

    /** As {@link #ratio(Estimate, Estimate)}, of two exact answers. */
    static Answer ratio(Answer of, Answer to) {
        if (!(of instanceof Answer.Exact above)) {
            return of;
        }
        return to instanceof Answer.Exact below
                ? new Answer.Exact(above.value() / below.value(), above.error() + below.error(), above.method())
                : to;
    }

    private static Answer times(Answer answer, double factor) {
        return answer instanceof Answer.Exact exact
                ? new Answer.Exact(exact.value() * factor, exact.error() * factor, exact.method())
                : answer;
    }

    private static Answer complement(Answer answer) {
        return answer instanceof Answer.Exact exact
                ? new Answer.Exact(1 - exact.value(), exact.error(), exact.method())
                : answer;
    }

    private static Moment moment(Journey journey, double at) {
        return journey.moments().stream()
                .filter(moment -> moment.time() == at)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(journey.name() + " was not looked at after " + at + " s"));
    }

    private static Spread downtime(Journey journey, double at) {
        return moment(journey, at).downtime();
    }

    private static Estimate missed(Journey journey, double at) {
        return downtime(journey, at).misses().stream()
                .map(Miss::probability)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(journey.name() + " has no target"));
    }

    private static Estimate quantile(Journey journey, double at, double share) {
        return downtime(journey, at).quantiles().stream()
                .filter(quantile -> quantile.share() == share)
                .map(Quantile::value)
                .map(seconds -> times(seconds, 1 / HOUR))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the quantile " + share + " was not asked for"));
    }

    /** The same in another unit. */
    static Estimate times(Estimate of, double factor) {
        return with(of, of.value() * factor, of.low() * factor, of.high() * factor);
    }

    private static Estimate complement(Estimate of) {
        return with(of, 1 - of.value(), 1 - of.high(), 1 - of.low());
    }

    private static Estimate with(Estimate of, double value, double low, double high) {
        return new Estimate(
                value, low, high, of.level(), of.method(), of.evidence(), of.verdict(), of.reason(), of.exact());
    }
}
