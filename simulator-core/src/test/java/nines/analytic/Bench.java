package nines.analytic;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Shock;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.distribution.Distribution;
import nines.distribution.Exponential;

/** A small bench to build textbook structures on; times in hours. */
final class Bench {
    static final double HOUR = 3600;

    final Draft draft = new Draft();

    /** A failure mode of its own, with its repair. */
    Mode mode(int unit, int part, Distribution life, List<Phase> repair, int crew, boolean operating) {
        return new Mode(
                draft.name(unit) + "/fault",
                unit,
                unit,
                draft.cause(draft.name(unit), "fault"),
                part,
                life,
                operating,
                -1,
                -1,
                Effect.DOWN,
                0,
                repair,
                !repair.isEmpty(),
                crew,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0);
    }

    /** The same mode with a clock that also waits for a node. */
    static Mode onlyWhile(Mode mode, int node) {
        return new Mode(
                mode.stream(),
                mode.unit(),
                mode.holds(),
                mode.cause(),
                mode.part(),
                mode.timeToFailure(),
                mode.operating(),
                node,
                mode.site(),
                mode.effect(),
                mode.errors(),
                mode.repair(),
                mode.mendable(),
                mode.crew(),
                mode.spare(),
                mode.found(),
                mode.renewal(),
                mode.failsAgain());
    }

    /** The same mode, found by inspections only and mended at once. */
    static Mode hidden(Mode mode) {
        return new Mode(
                mode.stream(),
                mode.unit(),
                mode.holds(),
                mode.cause(),
                mode.part(),
                mode.timeToFailure(),
                mode.operating(),
                -1,
                -1,
                Effect.DOWN,
                0,
                List.of(),
                true,
                -1,
                -1,
                Found.BY_INSPECTION,
                Renewal.OWN_MODE,
                0);
    }

    /** A unit with exponential life and repair by its own repairer. */
    int unit(String name, double lifeHours, double repairHours) {
        return unit(name, -1, lifeHours, repairHours, -1);
    }

    /** A unit with exponential life and repair, by a crew (or -1); a repair of infinite length is none. */
    int unit(String name, int part, double lifeHours, double repairHours, int crew) {
        int unit = draft.node(name, Node.Kind.INSTANCE, part, 0);
        draft.mode(mode(unit, part, exponential(lifeHours), repair(repairHours, crew), crew, true));
        return unit;
    }

    /** A unit whose clocks run in calendar time. */
    int place(String name, double lifeHours, double repairHours) {
        int unit = draft.node(name, Node.Kind.PLACE, -1, 0);
        draft.mode(mode(unit, -1, exponential(lifeHours), repair(repairHours, -1), -1, false));
        return unit;
    }

    static List<Phase> repair(double hours, int crew) {
        if (hours == Double.POSITIVE_INFINITY) {
            return List.of();
        }
        Phase.Resource needed = crew < 0 ? Phase.Resource.NONE : Phase.Resource.CREW;
        return List.of(new Phase(Stage.REPAIR, exponential(hours), needed, 1, false));
    }

    static Exponential exponential(double hours) {
        return new Exponential(hours * HOUR);
    }

    int crew(int people, Crew.Order order, int... rank) {
        return draft.crew(new Crew("crew", people, order, rank, false, null, List.of()));
    }

    /** Everybody who is up is hit. */
    void shock(double everyHours, boolean together, int... modes) {
        draft.shock(new Shock(
                "shock",
                draft.cause("shock", ""),
                exponential(everyHours),
                modes,
                Shock.Hits.ALL,
                1,
                null,
                0,
                together));
    }

    int part(String name) {
        return draft.newPart(name, "server");
    }

    /** A journey that is served while all these nodes are true. */
    void journey(String name, int... nodes) {
        List<Step> steps = new ArrayList<>();
        for (int node : nodes) {
            steps.add(new Step.Works(node));
        }
        draft.journey(new Journey(name, new Step.All(steps), 0.99, 1, new int[] {1}, new double[] {1}));
    }

    int[] units(int n, String name, double lifeHours, double repairHours) {
        return units(n, name, -1, lifeHours, repairHours, -1);
    }

    int[] units(int n, String name, int part, double lifeHours, double repairHours, int crew) {
        int[] units = new int[n];
        for (int i = 0; i < n; i++) {
            units[i] = unit(name + "-" + (i + 1), part, lifeHours, repairHours, crew);
        }
        return units;
    }

    MarkovModel solve() {
        return solve(draft.finish());
    }

    static MarkovModel solve(Blueprint blueprint) {
        MarkovModel.Outcome outcome = MarkovModel.of(blueprint);
        if (outcome instanceof MarkovModel.Found found) {
            return found.model();
        }
        throw new AssertionError(((MarkovModel.Refused) outcome).why());
    }
}
