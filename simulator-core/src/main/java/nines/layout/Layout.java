package nines.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nines.blueprint.Blueprint;
import nines.blueprint.Draft;
import nines.blueprint.Mode;
import nines.blueprint.Renewal;
import nines.distribution.Distribution;
import nines.distribution.Replay;
import nines.model.Scenario;

/** The one way from a scenario to its blueprint. */
public final class Layout {
    private Layout() {}

    /**
     * Lays a scenario out.
     *
     * @throws NotLaidOut when it says something that has no meaning yet or contradicts itself
     */
    public static Blueprint of(Scenario scenario) {
        return of(scenario, false);
    }

    /**
     * Lays a scenario out with what single requests do.
     *
     * @throws NotLaidOut when it says something that has no meaning yet or contradicts itself
     */
    public static Blueprint withRequests(Scenario scenario) {
        return of(scenario, true);
    }

    private static Blueprint of(Scenario scenario, boolean withRequests) {
        List<Refusal> refusals = Refusals.of(scenario, withRequests);
        if (!refusals.isEmpty()) {
            throw new NotLaidOut(refusals);
        }
        Draft draft = new Draft();
        Places places = new Places(draft, scenario);
        Names names = new Names(draft, places, scenario.groups());
        Components components = new Components(draft, scenario, names, withRequests);
        components.layOutUnits();
        Conditions conditions = new Conditions(draft, names);
        components.layOutNeeds(conditions);
        components.layOutBehaviour(conditions);
        Journeys journeys = new Journeys(draft, scenario, names, conditions, withRequests);
        boolean stopsInOutage = scenario.components().values().stream()
                .anyMatch(component -> !component.common().agesInOutage());
        Losses losses = new Losses(draft, names);
        new Failures(draft, scenario, names, losses).layOut(stopsInOutage ? journeys.anyJourneyUp() : -1);
        journeys.layOut();
        List<Refusal> refused = new ArrayList<>(new Events(draft, scenario, names, losses, withRequests).layOut());
        new Datasets(draft, names, losses).layOut(journeys);
        new StripesOf(draft, names, losses).layOut();
        if (withRequests) {
            new RequestRoutes(draft, scenario, names, conditions).layOut(journeys.journeys());
        }
        Blueprint blueprint = draft.finish();
        refuseWhatDoesNotAct(blueprint);
        refused.addAll(Unfound.in(blueprint));
        if (!refused.isEmpty()) {
            throw new NotLaidOut(refused);
        }
        return blueprint;
    }

    /** Laws that keep a memory between draws act where faults come and go; elsewhere a wrong number would be worse than none. */
    private static void refuseWhatDoesNotAct(Blueprint blueprint) {
        // The instances of a component share their laws: each is written out and looked at once.
        Set<Distribution> fine = new HashSet<>();
        for (Mode mode : blueprint.modes()) {
            boolean keepsAge = mode.renewal() == Renewal.NOTHING;
            if (keepsAge || !(mode.timeToFailure() instanceof Replay)) {
                refuseReplay(mode.stream(), mode.timeToFailure(), fine);
            }
            if (keepsAge && mode.timeToFailure().isDrawnOnce()) {
                throw new NotLaidOut(
                        mode.stream() + ": `" + mode.timeToFailure().text() + "` is over once it is drawn and"
                                + " reached; with `after-repair: as-before` it would fail again at once.");
            }
            mode.repair().forEach(phase -> {
                if (!(phase.law() instanceof Replay)) {
                    refuseReplay(mode.stream(), phase.law(), fine);
                }
            });
        }
        blueprint.takeovers().forEach(takeover -> {
            takeover.stages().forEach(phase -> refuse(takeover.stream(), phase.law()));
            takeover.byHand().forEach(phase -> refuse(takeover.stream(), phase.law()));
        });
        blueprint.plans().forEach(plan -> {
            plan.phases().forEach(phase -> refuse(plan.stream(), phase.law()));
            if (plan.every() != null && !(plan.every() instanceof Replay)) {
                refuse(plan.stream(), plan.every());
            }
        });
        blueprint.tolerances().forEach(tolerance -> refuse(tolerance.stream(), tolerance.law()));
        blueprint.datasets().forEach(data -> {
            refuse(data.stream(), data.lag());
            data.safety().backups().stream()
                    .filter(backup -> backup.bandwidth() != null)
                    .forEach(backup -> refuse(backup.stream(), backup.bandwidth()));
        });
    }

    private static void refuseReplay(String owner, Distribution law, Set<Distribution> fine) {
        if (fine.add(law) && law.isPlayed()) {
            throw new NotLaidOut(
                    owner + ": `" + law.text() + "` plays what was recorded in its order, which acts only as"
                            + " it stands: without a common cause, factors or bounds, and renewed by every repair.");
        }
    }

    private static void refuse(String owner, Distribution law) {
        if (law.isDrawnOnce() || law instanceof Replay) {
            throw new NotLaidOut(owner + ": `" + law.text() + "` keeps its draws, which does not act yet when failures"
                    + " are simulated. Write the law without `once` or `replay`.");
        }
    }
}
