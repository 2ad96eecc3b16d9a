package nines.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Draft;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Stage;
import nines.distribution.Deterministic;
import nines.model.Effect;
import nines.model.Event;
import nines.model.Hits;
import nines.model.Repair;
import nines.model.Verb;

/**
 * Releases. Each step of instances is interrupted for a while, as planned work; and with its chance of being bad a release
 * does harm on whoever runs it, until it is noticed and taken back.
 */
final class Deploys {
    private static final String CELL = "cell";

    private final Draft draft;
    private final Names names;
    private final Events events;

    Deploys(Draft draft, Names names, Events events) {
        this.draft = draft;
        this.names = names;
        this.events = events;
    }

    /** Whether a bad release leaves instances alive that do not answer. */
    static boolean silences(Verb.Deploy.Harm harm) {
        return harm.errors() == 0 && (harm.effect() == Effect.HANG || harm.effect() == Effect.ISOLATED);
    }

    void deploy(Event event, Verb.Deploy deploy) {
        List<Plan.Target> drained = events.targets(deploy.deploy(), Names.Facet.LIVES, true);
        List<List<Integer>> steps = steps(event, deploy, drained);
        double[] gaps = new double[steps.size()];
        Arrays.fill(gaps, deploy.strategy() == Verb.Deploy.Strategy.CANARY ? 0 : deploy.bake());
        if (deploy.strategy() == Verb.Deploy.Strategy.CANARY) {
            gaps[0] = deploy.canary().bake();
        }
        // Of blue and green, one serves while the other is made ready.
        double stop = deploy.strategy() == Verb.Deploy.Strategy.BLUE_GREEN ? 0 : deploy.stop();
        int drains = -1;
        if (stop > 0) {
            drains = add(
                    event,
                    event.name(),
                    "",
                    Plan.Verb.HOLD,
                    those(drained, steps),
                    List.of(Phase.of(Stage.PLANNED, new Deterministic(stop))),
                    true,
                    1,
                    0,
                    steps.size() == 1 ? Plan.Reach.PLAIN : Plan.Reach.inSteps(gaps),
                    -1);
        }
        if (deploy.bad() > 0) {
            bad(event, deploy, steps, stop, gaps, drains);
        }
    }

    /** What a bad release does, beginning with the plan that drains its targets, if there is one. */
    private void bad(
            Event event, Verb.Deploy deploy, List<List<Integer>> steps, double stop, double[] gaps, int drains) {
        Verb.Deploy.Harm harm = deploy.harm();
        boolean wrong = harm.errors() > 0 || harm.effect() == Effect.DEGRADED;
        Names.Facet facet = wrong || harm.effect() == Effect.DOWN
                ? Names.Facet.LIVES
                : harm.effect() == Effect.HANG ? Names.Facet.SERVES : Names.Facet.REACHED;
        List<Phase> phases = new ArrayList<>();
        phases.add(Phase.of(Stage.DETECTION, deploy.detection()));
        boolean switchesBack = deploy.strategy() == Verb.Deploy.Strategy.BLUE_GREEN;
        Repair repair = deploy.repair();
        int restart = -1;
        for (Phase phase : repair == null ? List.<Phase>of() : Failures.stages(repair)) {
            boolean starts = phase.stage() == Stage.RESTART;
            if (phase.law().mean() > 0 && !(starts && switchesBack)) {
                restart = starts ? phases.size() : restart;
                phases.add(Phase.of(phase.stage(), phase.law()));
            }
        }
        double[] runs = new double[steps.size()];
        double begins = 0;
        for (int k = 0; k < runs.length; k++) {
            runs[k] = begins + stop;
            begins += stop + gaps[k];
        }
        boolean canary = deploy.strategy() == Verb.Deploy.Strategy.CANARY;
        boolean byItself = deploy.canary().rollback() == Verb.Deploy.Canary.Rollback.AUTOMATIC;
        // Everybody at once, from the beginning on: an event like any other, which a chain may have.
        boolean plain =
                steps.size() == 1 && runs[0] == 0 && !canary && harm.after().mean() == 0;
        if (plain && deploy.detection().mean() == 0) {
            phases.remove(0);
        }
        Plan.Rollout rollout = new Plan.Rollout(
                runs, harm.after(), canary ? 1 : 0, canary && byItself ? restart < 0 ? phases.size() : restart : 1);
        add(
                event,
                event.name() + "/bad",
                "bad release",
                wrong ? Plan.Verb.DEGRADE : Plan.Verb.HOLD,
                those(events.targets(deploy.deploy(), facet, true), steps),
                phases,
                false,
                deploy.bad(),
                wrong ? harm.errors() : 0,
                plain ? Plan.Reach.PLAIN : Plan.Reach.of(rollout),
                drains);
    }

    private int add(
            Event event,
            String stream,
            String cause,
            Plan.Verb verb,
            Plan.Target[][] steps,
            List<Phase> phases,
            boolean planned,
            double chance,
            double errors,
            Plan.Reach reach,
            int with) {
        return draft.plan(new Plan(
                stream,
                draft.cause(event.name(), cause),
                Events.first(event),
                event.every(),
                verb,
                steps,
                phases,
                event.hits() instanceof Hits.Each each ? each.chance() : 1,
                planned,
                chance,
                errors,
                reach,
                with));
    }

    private static Plan.Target[][] those(List<Plan.Target> targets, List<List<Integer>> steps) {
        return steps.stream()
                .map(step -> step.stream().map(targets::get).toArray(Plan.Target[]::new))
                .toArray(Plan.Target[][]::new);
    }

    // ---------------------------------------------------------------- who gets it when

    /** Numbers of the targets of each step. */
    private List<List<Integer>> steps(Event event, Verb.Deploy deploy, List<Plan.Target> targets) {
        int n = targets.size();
        int part = (int) Math.max(1, Math.floor(deploy.maxUnavailable() * n + 1e-9));
        return switch (deploy.strategy()) {
            case ALL_AT_ONCE, BLUE_GREEN -> inParts(n, n, n);
            case ROLLING -> inParts(n, part, part);
            case CANARY -> {
                int first =
                        (int) Math.max(1, Math.min(n, Math.ceil(deploy.canary().share() * n - 1e-9)));
                yield inParts(n, first, part);
            }
            case CELL_BY_CELL -> byCell(event, targets);
        };
    }

    private static List<List<Integer>> inParts(int n, int first, int others) {
        List<List<Integer>> steps = new ArrayList<>();
        for (int at = 0; at < n; ) {
            List<Integer> step = new ArrayList<>();
            int size = steps.isEmpty() ? first : others;
            for (int i = 0; i < size && at < n; i++) {
                step.add(at++);
            }
            steps.add(step);
        }
        return steps;
    }

    /** A cell is the place of a copy that stands once in each (`per`), or a place of that kind around an instance. */
    private List<List<Integer>> byCell(Event event, List<Plan.Target> targets) {
        Map<Integer, List<Integer>> cells = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            int node = targets.get(i).node();
            int cell = node < 0 ? -1 : names.cellOf(node, CELL);
            if (cell < 0) {
                throw new NotLaidOut(
                        Refusal.Why.NOT_THERE,
                        event.name() + ".strategy",
                        "`strategy: cell-by-cell` goes from cell to cell, but "
                                + (node < 0 ? "whoever has a role" : draft.name(node))
                                + " is in none. Write `per:` at the component, or place its instances in places of the"
                                + " kind `" + CELL + "`.");
            }
            cells.computeIfAbsent(cell, none -> new ArrayList<>()).add(i);
        }
        return List.copyOf(cells.values());
    }
}
