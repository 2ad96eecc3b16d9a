package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nines.analytic.Answer;
import nines.analytic.Queues;
import nines.blueprint.Blueprint;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.Journey;
import nines.result.JourneyTraffic;
import nines.result.Present;
import nines.result.Quantile;
import nines.result.StationTraffic;

/**
 * The exact column of simulated requests. Theory speaks of the long run; a simulation that began with empty queues says the
 * same only where what is left of that beginning after the warm-up is lost in its interval.
 */
final class QueueTheory {
    /** A bias that is, by the rule of thumb below, less than so many standard errors is not seen; it is about a fifth of that rule. */
    private static final double UNSEEN = 0.5;

    private final Queues queues;
    private final double measuredFrom;
    private final double horizon;
    private final int replications;
    private final String whyNot;

    /**
     * Beside replications.
     *
     * @param measuredFrom seconds left out of each
     * @param whyNot why none of it is about the long run; empty when it is
     */
    QueueTheory(Blueprint blueprint, double measuredFrom, double horizon, int replications, String whyNot) {
        queues = Queues.of(blueprint);
        this.measuredFrom = measuredFrom;
        this.horizon = horizon;
        this.replications = replications;
        this.whyNot = whyNot;
    }

    /** A journey in the common table, with what theory says of its loss. */
    Journey beside(Journey journey, int j) {
        Answer lost = ofJourney(queues.lost(j), j);
        return lost instanceof Answer.Exact exact && exact.value() > 0
                ? Theory.with(journey, Theory.beside(journey.requests(), lost))
                : journey;
    }

    JourneyTraffic beside(JourneyTraffic journey, int j) {
        List<Quantile> percentiles = new ArrayList<>();
        for (Quantile quantile : journey.percentiles()) {
            Answer answer = ofJourney(queues.responseQuantile(j, quantile.share()), j);
            percentiles.add(new Quantile(quantile.share(), beside(quantile.value(), answer)));
        }
        return new JourneyTraffic(
                journey.name(),
                journey.offered(),
                journey.succeeded(),
                journey.inFlightAtStart(),
                journey.inFlightAtEnd(),
                journey.offeredPerSecond(),
                beside(journey.goodput(), ofJourney(queues.goodput(j), j)),
                beside(journey.response(), ofJourney(queues.response(j), j)),
                percentiles,
                journey.failures(),
                journey.attemptsPerRequest(),
                beside(journey.inFlight(), ofJourney(queues.inFlight(j), j)),
                journey.targets(),
                journey.hops());
    }

    StationTraffic beside(StationTraffic station, int[] together) {
        Map<String, Answer> answers = queues.of(together);
        double memory = queues.memory(together);
        return new StationTraffic(
                station.name(),
                station.within(),
                beside(station.throughput(), of(answers, "throughput", memory)),
                beside(station.utilisation(), of(answers, "utilisation", memory)),
                beside(station.busy(), of(answers, "busy", memory)),
                beside(station.queueLength(), of(answers, "queue-length", memory)),
                station.queueMost(),
                beside(station.waiting(), of(answers, "waiting", memory)),
                beside(station.waitingDeviation(), of(answers, "waiting-deviation", memory)),
                beside(station.waits(), of(answers, "waits", memory)),
                beside(station.rejected(), of(answers, "rejected", memory)),
                station.wasted(),
                station.hits(),
                station.instances(),
                station.present().stream()
                        .map(level -> new Present(
                                level.atLeast(),
                                beside(level.share(), of(answers, "at-least-" + level.atLeast(), memory))))
                        .toList());
    }

    private Answer ofJourney(Answer answer, int journey) {
        return judged(answer, queues.memoryOfJourney(journey));
    }

    private Answer of(Map<String, Answer> answers, String measure, double memory) {
        Answer answer = answers.get(measure);
        return judged(answer == null ? new Answer.NotApplicable("") : answer, memory);
    }

    private Answer judged(Answer answer, double memory) {
        if (!whyNot.isEmpty()) {
            return new Answer.NotApplicable(whyNot);
        }
        // The mean over a time T ends off by about (memory / T) e^(-discard / memory), and has a standard error of
        // about
        // the square root of memory / (T × replications), both as parts of itself.
        double measured = horizon - measuredFrom;
        double bias = Math.sqrt(memory * replications / measured) * StrictMath.exp(-measuredFrom / memory);
        return memory > 0 && bias > UNSEEN
                ? new Answer.NotApplicable(
                        "the queues remember their empty start too long to be compared with the long run")
                : answer;
    }

    private static Estimate beside(Estimate estimate, Answer answer) {
        if (answer instanceof Answer.Exact exact) {
            return exact.value() > 0 && estimate.isKnown()
                    ? estimate.withExact(Exact.of(exact.value(), estimate.value(), exact.method()))
                    : estimate;
        }
        String why = ((Answer.NotApplicable) answer).why();
        return why.isEmpty() ? estimate : estimate.withExact(Exact.notKnown(why));
    }
}
