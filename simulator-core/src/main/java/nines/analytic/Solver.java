package nines.analytic;

import nines.blueprint.Blueprint;

/**
 * What theory says of a blueprint, journey by journey: an exact answer with its method, or why there is none. Times are in
 * seconds, frequencies per second, journeys by their index.
 */
public final class Solver {
    private final Blueprint blueprint;
    private final MarkovModel.Outcome whole;

    private Solver(Blueprint blueprint, Limits limits) {
        this.blueprint = blueprint;
        whole = MarkovModel.of(blueprint, limits);
    }

    /** A solver of a blueprint that may cost so much. */
    public static Solver of(Blueprint blueprint, Limits limits) {
        return new Solver(blueprint, limits);
    }

    private interface Question {
        Answer to(MarkovModel model);
    }

    private Answer ask(Question question) {
        if (whole instanceof MarkovModel.Found found) {
            MarkovModel model = found.model();
            return question.to(model).by("Markov chain, " + model.space().states() + " states");
        }
        return new Answer.NotApplicable(((MarkovModel.Refused) whole).why());
    }

    /** Share of a journey's requests lost in the long run. */
    public Answer requestUnavailability(int journey) {
        return ask(model -> model.requestUnavailability(journey));
    }

    /** Share of time below a journey's threshold in the long run. */
    public Answer timeUnavailability(int journey) {
        return ask(model -> model.timeUnavailability(journey));
    }

    /** Starts of outages of a journey per second in the long run. */
    public Answer outageFrequency(int journey) {
        return ask(model -> model.outageFrequency(journey));
    }

    /** Mean length of an outage of a journey in the long run, in seconds. */
    public Answer meanOutage(int journey) {
        return ask(model -> model.meanOutage(journey));
    }

    /** Mean time to the first outage of a journey from a fresh start, in seconds. */
    public Answer meanTimeToFirstOutage(int journey) {
        return ask(model -> model.meanTimeToFirstOutage(journey));
    }

    /** Chance that a journey is below its threshold at a time after a fresh start. */
    public Answer pointUnavailability(int journey, double time) {
        return ask(model -> model.pointUnavailability(journey, time));
    }

    /** Expected share of the time up to {@code time} in which a journey is below its threshold. */
    public Answer intervalUnavailability(int journey, double time) {
        return ask(model -> model.intervalUnavailability(journey, time));
    }

    /** Expected share of requests lost up to {@code time} after a fresh start. */
    public Answer intervalLoss(int journey, double time) {
        return !blueprint.load().isFlat()
                ? new Answer.NotApplicable("the load changes over the day")
                : ask(model -> model.intervalLoss(journey, time));
    }

    /** Chance that the first outage of a journey comes within {@code time} after a fresh start. */
    public Answer outageWithin(int journey, double time) {
        return ask(model -> model.outageWithin(journey, time));
    }

    /** Chance that a journey is below its threshold for at most {@code most} seconds up to {@code time}. */
    public Answer downtimeAtMost(int journey, double time, double most) {
        return ask(model -> model.downtimeAtMost(journey, time, most));
    }
}
