package nines.analytic;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Load;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Restart;
import nines.blueprint.Shelf;
import nines.blueprint.Shock;
import nines.blueprint.StandIn;
import nines.blueprint.Takeover;
import nines.blueprint.Tolerance;
import nines.blueprint.Watch;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The exponential twin of a blueprint: every duration is exponential with the mean it had, so that the whole is a Markov
 * chain and can be solved. It checks the rules of a simulation, by running both on the twin; its figures are never those
 * of the scenario itself.
 *
 * <p>What goes by the clock on the wall or remembers a past time cannot be kept by changing a law alone. In the twin:
 *
 * <ul>
 *   <li>plans begin at random times, with the mean time between beginnings that they had (once: with its first time);
 *   <li>crews work around the clock;
 *   <li>a take-over may follow the last one at once (no anti-flap time);
 *   <li>stores that bridge a missing need are empty, and fuel lasts for ever;
 *   <li>all hits of a shock come at the same instant;
 *   <li>the load is the same all day.
 * </ul>
 *
 * How many members a shock hits stays as it was: that is not a duration. So do durations that are zero or infinite.
 */
public final class ExponentialTwin {
    private ExponentialTwin() {}

    /** The twin of a blueprint. */
    public static Blueprint of(Blueprint blueprint) {
        return new Blueprint(
                blueprint.nodes(),
                blueprint.parts(),
                blueprint.causes(),
                blueprint.modes().stream().map(ExponentialTwin::mode).toList(),
                blueprint.shocks().stream().map(ExponentialTwin::shock).toList(),
                blueprint.alsoHits(),
                blueprint.watches().stream().map(ExponentialTwin::watch).toList(),
                blueprint.takeovers().stream().map(ExponentialTwin::takeover).toList(),
                blueprint.standIns().stream().map(ExponentialTwin::standIn).toList(),
                blueprint.tolerances().stream().map(ExponentialTwin::tolerance).toList(),
                blueprint.restarts().stream().map(ExponentialTwin::restart).toList(),
                blueprint.loadSharings(),
                blueprint.crews().stream().map(ExponentialTwin::crew).toList(),
                blueprint.shelves().stream().map(ExponentialTwin::shelf).toList(),
                blueprint.plans().stream().map(ExponentialTwin::plan).toList(),
                blueprint.machines().stream().map(ExponentialTwin::machine).toList(),
                blueprint.tiers(),
                blueprint.journeys(),
                new Load(1, 0));
    }

    private static Distribution law(Distribution law) {
        return law.exponentialTwin();
    }

    private static @Nullable Distribution lawIfAny(@Nullable Distribution law) {
        return law == null ? null : law.exponentialTwin();
    }

    private static List<Phase> phases(List<Phase> phases) {
        List<Phase> twins = new ArrayList<>(phases.size());
        for (Phase phase : phases) {
            twins.add(new Phase(phase.stage(), law(phase.law()), phase.resource(), phase.success(), phase.committed()));
        }
        return List.copyOf(twins);
    }

    private static Mode mode(Mode mode) {
        return new Mode(
                mode.stream(),
                mode.unit(),
                mode.holds(),
                mode.cause(),
                mode.part(),
                law(mode.timeToFailure()),
                mode.operating(),
                mode.onlyWhile(),
                mode.site(),
                mode.effect(),
                mode.errors(),
                phases(mode.repair()),
                mode.mendable(),
                mode.crew(),
                mode.spare(),
                mode.found(),
                mode.renewal(),
                mode.failsAgain());
    }

    private static Shock shock(Shock shock) {
        return new Shock(
                shock.stream(),
                shock.cause(),
                law(shock.law()),
                shock.modes(),
                shock.hits(),
                shock.share(),
                shock.count(),
                0,
                shock.together());
    }

    private static Watch watch(Watch watch) {
        return new Watch(
                watch.stream(),
                watch.cause(),
                watch.observer(),
                watch.targets(),
                watch.alive(),
                law(watch.fallRefused()),
                law(watch.fallHangs()),
                law(watch.rise()),
                lawIfAny(watch.falseAlarm()),
                lawIfAny(watch.falseEnds()),
                watch.untrusting());
    }

    private static Takeover takeover(Takeover takeover) {
        return takeover.with(phases(takeover.stages()), phases(takeover.byHand()), 0, law(takeover.quiet()));
    }

    private static StandIn standIn(StandIn standIn) {
        return new StandIn(
                standIn.stream(),
                standIn.unit(),
                standIn.works(),
                standIn.primary(),
                standIn.dormancy(),
                phases(standIn.stages()),
                standIn.success(),
                phases(standIn.byHand()),
                Double.POSITIVE_INFINITY);
    }

    private static Tolerance tolerance(Tolerance tolerance) {
        return new Tolerance(
                tolerance.stream(),
                tolerance.need(),
                tolerance.holds(),
                new Deterministic(0),
                tolerance.success(),
                tolerance.with());
    }

    private static Restart restart(Restart restart) {
        return new Restart(restart.stream(), restart.unit(), restart.outside(), law(restart.law()));
    }

    private static Crew crew(Crew crew) {
        return new Crew(
                crew.stream(),
                crew.people(),
                crew.order(),
                crew.rank(),
                crew.preempts(),
                lawIfAny(crew.inspection()),
                List.of());
    }

    private static Shelf shelf(Shelf shelf) {
        return new Shelf(shelf.stream(), shelf.stock(), law(shelf.delivery()));
    }

    private static Plan plan(Plan plan) {
        Distribution every = plan.every();
        Distribution twin = every == null ? new Deterministic(Math.max(1, plan.first())).exponentialTwin() : law(every);
        return new Plan(
                plan.stream(),
                plan.cause(),
                Double.NaN,
                twin,
                plan.verb(),
                plan.steps(),
                phases(plan.phases()),
                plan.share(),
                plan.planned(),
                plan.chance(),
                plan.errors(),
                atOnce(plan.reach()));
    }

    private static Plan.Reach atOnce(Plan.Reach reach) {
        Plan.Rollout rollout = reach.rollout();
        // A release that everybody gets at once does its harm from the beginning on.
        if (rollout != null
                && rollout.runs().length == 1
                && rollout.compared() == 0
                && rollout.shows().mean() == 0) {
            return new Plan.Reach(reach.count(), 0, reach.stays(), reach.staying(), reach.groups());
        }
        return reach.with(0, reach.staying(), reach.groups());
    }

    private static Machine machine(Machine machine) {
        Machine.Move[] moves = new Machine.Move[machine.moves().length];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = machine.moves()[i].with(lawIfAny(machine.moves()[i].law()));
        }
        return new Machine(machine.stream(), machine.holds(), machine.cause(), machine.works(), machine.start(), moves);
    }
}
