package nines.experiment;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import nines.analytic.Answer;
import nines.analytic.MarkovModel;
import nines.blueprint.Blueprint;
import nines.result.Availability;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.FirstOutage;
import nines.result.Journey;
import nines.result.Moment;
import nines.result.Outages;
import nines.result.Reliability;
import nines.structure.StateSpace;

/**
 * The exact column: what a Markov chain says of the same quantity from the same start, or why it does not. Only small
 * chains are solved here; it must cost little beside the simulation.
 */
final class Theory {
    private static final int STATES_MAX = 2_000;
    /** Multiplications one walk through time may cost. */
    private static final double WORK_MAX = 2e7;

    private final Settings settings;
    private final MarkovModel.Outcome outcome;
    private final boolean loadIsFlat;

    Theory(Blueprint blueprint, Settings settings) {
        this.settings = settings;
        loadIsFlat = blueprint.load().isFlat();
        outcome = MarkovModel.of(blueprint, STATES_MAX);
    }

    /** The journey of an index with its exact values beside the estimates. */
    Journey beside(Journey journey, int index) {
        return outcome instanceof MarkovModel.Found found
                ? solved(journey, index, found.model())
                : refused(journey, ((MarkovModel.Refused) outcome).why());
    }

    private Journey solved(Journey journey, int j, MarkovModel model) {
        String method = "Markov chain, " + model.space().states() + " states";
        boolean steady = settings.start() == Settings.Start.STEADY;
        double horizon = settings.horizon();
        Answer lost = steady ? model.requestUnavailability(j) : intervalLoss(model, j, horizon);
        Answer down = steady
                ? model.timeUnavailability(j)
                : walk(model, horizon, () -> model.intervalUnavailability(j, horizon));
        Outages outages = journey.outages();
        if (steady) {
            outages = new Outages(
                    beside(outages.perYear(), model.outageFrequency(j), method, f -> f * Settings.YEAR),
                    beside(outages.mtbf(), model.outageFrequency(j), method, f -> 1 / f),
                    beside(outages.mttr(), model.meanOutage(j), method, d -> d),
                    outages.mttf(),
                    outages.durations(),
                    outages.durationHistogram(),
                    outages.longest(),
                    outages.beginnings());
        }
        FirstOutage first = new FirstOutage(
                beside(journey.first().mttff(), model.meanTimeToFirstOutage(j), method, t -> t),
                journey.first().reliability().stream()
                        .map(r -> new Reliability(
                                r.time(),
                                beside(r.probability(), outageWithin(model, j, r.time()), method, p -> 1 - p)))
                        .toList());
        List<Moment> moments = journey.moments().stream()
                .map(moment -> moment(moment, j, model, method))
                .toList();
        Availability requests = beside(journey.requests(), lost, method);
        return with(journey, requests, beside(journey.time(), down, method), outages, first, moments);
    }

    private Moment moment(Moment moment, int j, MarkovModel model, String method) {
        double time = moment.time();
        Answer point = walk(model, time, () -> model.pointUnavailability(j, time));
        Answer until = walk(model, time, () -> model.intervalUnavailability(j, time));
        return new Moment(
                time,
                beside(moment.up(), point, method, u -> 1 - u),
                moment.served(),
                beside(moment.upUntil(), until, method, u -> 1 - u),
                beside(moment.servedUntil(), intervalLoss(model, j, time), method, u -> 1 - u),
                beside(moment.reliability(), outageWithin(model, j, time), method, p -> 1 - p),
                moment.downtime(),
                moment.lost());
    }

    private Answer intervalLoss(MarkovModel model, int j, double time) {
        return loadIsFlat
                ? walk(model, time, () -> model.intervalLoss(j, time))
                : new Answer.NotApplicable("the load changes over the day");
    }

    private static Answer outageWithin(MarkovModel model, int j, double time) {
        return walk(model, time, () -> model.outageWithin(j, time));
    }

    /** A walk through time, unless it would take long. */
    private static Answer walk(MarkovModel model, double time, Supplier<Answer> question) {
        StateSpace space = model.space();
        double fastest = 0;
        for (int state = 0; state < space.states(); state++) {
            double out = 0;
            for (int k = space.from(state); k < space.from(state + 1); k++) {
                out += space.rate(k);
            }
            fastest = Math.max(fastest, out);
        }
        return fastest * time * (space.states() + space.transitions()) > WORK_MAX
                ? new Answer.NotApplicable("the fastest clock is too fast to follow the chain through so much time")
                : question.get();
    }

    private static Journey refused(Journey journey, String why) {
        Answer none = new Answer.NotApplicable(why);
        FirstOutage first = new FirstOutage(
                beside(journey.first().mttff(), none, "", t -> t),
                journey.first().reliability());
        return with(
                journey,
                beside(journey.requests(), none, ""),
                beside(journey.time(), none, ""),
                journey.outages(),
                first,
                journey.moments());
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

    private static Availability beside(Availability availability, Answer unavailability, String method) {
        return new Availability(
                beside(availability.availability(), unavailability, method, u -> 1 - u),
                beside(availability.unavailability(), unavailability, method, u -> u),
                beside(availability.nines(), unavailability, method, u -> u > 0 ? 0 - StrictMath.log10(u) : 1 / 0.0),
                beside(availability.downtimePerYear(), unavailability, method, u -> u * Settings.YEAR));
    }

    private static Estimate beside(Estimate estimate, Answer answer, String method, DoubleUnaryOperator convert) {
        if (answer instanceof Answer.Exact exact) {
            double value = convert.applyAsDouble(exact.value());
            return estimate.withExact(Exact.of(value, estimate.value(), method));
        }
        return estimate.withExact(Exact.notKnown(((Answer.NotApplicable) answer).why()));
    }
}
