package nines.structure;

import nines.blueprint.Course;
import nines.blueprint.Journey;
import nines.blueprint.Step;

/** The served share of a journey whose requests may meet somebody who accepts them and never answers. */
final class Waiting {
    private final Way[] ways;
    private final double[] weights;
    private final Persistence[] clients;

    Waiting(Journey journey, Way[] ways) {
        this.ways = ways;
        weights = journey.weights();
        clients = journey.patience().stream().map(Persistence::new).toArray(Persistence[]::new);
    }

    double served(Step.State state) {
        double lost = 0;
        for (Way way : ways) {
            Course course = way.course(state);
            double served = 0;
            if (course.size() == 1 && course.time(0) == 0 && course.well(0) == 1) {
                served = 1;
            } else {
                for (int c = 0; c < clients.length; c++) {
                    served += weights[c] * clients[c].served(course);
                }
            }
            lost += way.share() * (1 - served * (way.limited() ? way.carried(state) : 1));
        }
        return lost <= Scores.ROUNDING ? 1 : 1 - lost;
    }
}
