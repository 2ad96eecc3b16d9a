package nines.experiment;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nines.analytic.Answer;
import nines.analytic.Limits;
import nines.analytic.Solver;
import nines.blueprint.Blueprint;
import nines.result.Availability;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.FirstOutage;
import nines.result.Journey;
import nines.result.Miss;
import nines.result.Moment;
import nines.result.Outages;
import nines.result.Quantile;
import nines.result.Reliability;
import nines.result.Spread;

/**
 * The exact column: what theory says of the same quantity from the same start, or why it does not. It must cost little
 * beside the simulation, so that only small chains are solved here.
 */
final class Theory {
    private final Settings settings;
    private final Solver solver;

    Theory(Blueprint blueprint, Settings settings) {
        this.settings = settings;
        solver = Solver.of(blueprint, Limits.small());
    }

    /** The journey of an index with its exact values beside the estimates. */
    Journey beside(Journey journey, int j) {
        boolean steady = settings.start() == Settings.Start.STEADY;
        double horizon = settings.horizon();
        Answer lost = steady ? solver.requestUnavailability(j) : solver.intervalLoss(j, horizon);
        Answer down = steady ? solver.timeUnavailability(j) : solver.intervalUnavailability(j, horizon);
        double longest = Math.max(simulated(journey.requests().unavailability()), horizon);
        Unseen unseen = new Unseen(() -> solver.rarity(j, longest));
        Outages outages = journey.outages();
        if (steady) {
            Answer frequency = solver.outageFrequency(j);
            DoubleUnaryOperator gap = f -> 1 / f;
            outages = new Outages(
                    beside(outages.perYear(), frequency, f -> f * Settings.YEAR, unseen.outages()),
                    beside(outages.mtbf(), frequency, gap, unseen.outages()),
                    beside(outages.mttr(), solver.meanOutage(j), d -> d, unseen.lengths()),
                    outages.mttf(),
                    outages.durations(),
                    outages.durationHistogram(),
                    outages.longest(),
                    outages.beginnings());
        }
        FirstOutage first = new FirstOutage(
                beside(journey.first().mttff(), solver.meanTimeToFirstOutage(j), t -> t, Unseen.NOTHING),
                journey.first().reliability().stream()
                        .map(r -> new Reliability(
                                r.time(),
                                beside(r.probability(), solver.outageWithin(j, r.time()), p -> 1 - p, Unseen.NOTHING)))
                        .toList());
        List<Moment> moments = journey.moments().stream()
                .map(moment -> moment(moment, j, unseen))
                .toList();
        return with(
                journey,
                beside(journey.requests(), lost, unseen.lost()),
                beside(journey.time(), down, unseen.down()),
                outages,
                first,
                moments);
    }

    private Moment moment(Moment moment, int j, Unseen unseen) {
        double time = moment.time();
        return new Moment(
                time,
                beside(moment.up(), solver.pointUnavailability(j, time), u -> 1 - u, unseen.downAt()),
                beside(moment.served(), solver.pointLoss(j, time), u -> 1 - u, unseen.lostAt()),
                beside(moment.upUntil(), solver.intervalUnavailability(j, time), u -> 1 - u, unseen.down()),
                beside(moment.servedUntil(), solver.intervalLoss(j, time), u -> 1 - u, unseen.lost()),
                beside(moment.reliability(), solver.outageWithin(j, time), p -> 1 - p, Unseen.NOTHING),
                beside(moment.downtime(), time, j, unseen),
                moment.lost());
    }

    /** What theory says of the time down up to a time after a fresh start. */
    private Spread beside(Spread downtime, double time, int j, Unseen unseen) {
        List<Quantile> quantiles = downtime.quantiles().stream()
                .map(quantile -> new Quantile(
                        quantile.share(),
                        beside(
                                quantile.value(),
                                solver.downtimeQuantile(j, time, quantile.share()),
                                x -> x,
                                Unseen.NOTHING)))
                .toList();
        List<Miss> misses = downtime.misses().stream()
                .map(miss -> new Miss(
                        miss.target(),
                        miss.allowedDowntime(),
                        beside(
                                miss.probability(),
                                solver.downtimeAtMost(j, time, miss.allowedDowntime()),
                                p -> 1 - p,
                                Unseen.NOTHING)))
                .toList();
        return new Spread(
                beside(downtime.mean(), solver.intervalUnavailability(j, time), u -> u * time, unseen.down()),
                beside(downtime.none(), solver.outageWithin(j, time), p -> 1 - p, Unseen.NOTHING),
                quantiles,
                downtime.histogram(),
                misses);
    }

    /** Seconds in all runs together. */
    static double simulated(Estimate estimate) {
        return estimate.evidence().years() * Settings.YEAR;
    }

    private static Journey with(
            Journey journey,
            Availability requests,
            Availability time,
            Outages outages,
            FirstOutage first,
            List<Moment> moments) {
        Estimate limiting = journey.limiting();
        return new Journey(
                journey.name(),
                journey.requestsPerSecond(),
                journey.upAt(),
                requests,
                time,
                outages,
                first,
                moments,
                limiting == null ? null : requests.availability(),
                journey.windows(),
                journey.targets(),
                journey.lostBy(),
                journey.downBy(),
                journey.worst());
    }

    /** A journey with other figures of its requests. */
    static Journey with(Journey journey, Availability requests) {
        return with(journey, requests, journey.time(), journey.outages(), journey.first(), journey.moments());
    }

    private static Availability beside(Availability availability, Answer unavailability, Unseen.Part unseen) {
        return new Availability(
                beside(availability.availability(), unavailability, u -> 1 - u, unseen),
                beside(availability.unavailability(), unavailability, u -> u, unseen),
                beside(availability.nines(), unavailability, u -> u > 0 ? 0 - StrictMath.log10(u) : 1 / 0.0, unseen),
                beside(availability.downtimePerYear(), unavailability, u -> u * Settings.YEAR, unseen));
    }

    static Availability beside(Availability availability, Answer unavailability) {
        return beside(availability, unavailability, Unseen.NOTHING);
    }

    private static Estimate beside(Estimate estimate, Answer answer, DoubleUnaryOperator convert, Unseen.Part unseen) {
        if (answer instanceof Answer.Exact exact) {
            double value = convert.applyAsDouble(exact.value());
            return unseen.judged(estimate, exact.value(), convert)
                    .withExact(Exact.of(value, estimate.value(), exact.method()));
        }
        return estimate.withExact(Exact.notKnown(((Answer.NotApplicable) answer).why()));
    }
}
