package nines.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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
 * A blueprint with other laws in place of its own, so that the whole is a Markov chain.
 *
 * <p>What goes by the clock on the wall or remembers a past time cannot be kept by changing a law alone. So:
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
final class OtherLaws {
    private final UnaryOperator<Distribution> law;
    private final boolean losesNothing;

    private OtherLaws(UnaryOperator<Distribution> law, boolean losesNothing) {
        this.law = law;
        this.losesNothing = losesNothing;
    }

    /** The same blueprint with other laws. */
    static Blueprint of(Blueprint blueprint, UnaryOperator<Distribution> law) {
        return new OtherLaws(law, false).of(blueprint);
    }

    /** As above, and nobody loses data: who is mended has what it had. */
    static Blueprint withoutLosses(Blueprint blueprint, UnaryOperator<Distribution> law) {
        return new OtherLaws(law, true).of(blueprint);
    }

    private Blueprint of(Blueprint blueprint) {
        return new Blueprint(
                blueprint.nodes(),
                blueprint.parts(),
                blueprint.causes(),
                blueprint.modes().stream().map(this::mode).toList(),
                blueprint.shocks().stream().map(this::shock).toList(),
                blueprint.alsoHits(),
                blueprint.watches().stream().map(this::watch).toList(),
                blueprint.takeovers().stream().map(this::takeover).toList(),
                blueprint.standIns().stream().map(this::standIn).toList(),
                blueprint.tolerances().stream().map(this::tolerance).toList(),
                blueprint.restarts().stream().map(this::restart).toList(),
                blueprint.loadSharings(),
                blueprint.crews().stream().map(this::crew).toList(),
                blueprint.shelves().stream().map(this::shelf).toList(),
                blueprint.plans().stream().map(this::plan).toList(),
                blueprint.machines().stream().map(this::machine).toList(),
                blueprint.tiers(),
                blueprint.journeys(),
                new Load(1, 0));
    }

    private Distribution law(Distribution written) {
        return law.apply(written);
    }

    private @Nullable Distribution lawIfAny(@Nullable Distribution written) {
        return written == null ? null : law.apply(written);
    }

    private List<Phase> phases(List<Phase> phases) {
        List<Phase> twins = new ArrayList<>(phases.size());
        for (Phase phase : phases) {
            boolean isData = phase.resource() == Phase.Resource.DATA;
            Phase.Resource resource = isData && losesNothing ? Phase.Resource.NONE : phase.resource();
            twins.add(new Phase(
                    phase.called(), phase.stage(), law(phase.law()), resource, phase.success(), phase.committed()));
        }
        return List.copyOf(twins);
    }

    private Mode mode(Mode mode) {
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

    private Shock shock(Shock shock) {
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

    private Watch watch(Watch watch) {
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

    private Takeover takeover(Takeover takeover) {
        return takeover.with(phases(takeover.stages()), phases(takeover.byHand()), 0, law(takeover.quiet()));
    }

    private StandIn standIn(StandIn standIn) {
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

    private Tolerance tolerance(Tolerance tolerance) {
        return new Tolerance(
                tolerance.stream(),
                tolerance.need(),
                tolerance.holds(),
                new Deterministic(0),
                tolerance.success(),
                tolerance.with());
    }

    private Restart restart(Restart restart) {
        return new Restart(restart.stream(), restart.unit(), restart.outside(), law(restart.law()));
    }

    private Crew crew(Crew crew) {
        return new Crew(
                crew.stream(),
                crew.people(),
                crew.order(),
                crew.rank(),
                crew.preempts(),
                lawIfAny(crew.inspection()),
                List.of());
    }

    private Shelf shelf(Shelf shelf) {
        return new Shelf(shelf.stream(), shelf.stock(), law(shelf.delivery()));
    }

    private Plan plan(Plan plan) {
        Distribution every = plan.every();
        Distribution twin = every == null ? law(new Deterministic(Math.max(1, plan.first()))) : law(every);
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
                atOnce(plan.reach()),
                plan.with());
    }

    private Plan.Reach atOnce(Plan.Reach reach) {
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

    private Machine machine(Machine machine) {
        Machine.Move[] moves = new Machine.Move[machine.moves().length];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = machine.moves()[i].with(lawIfAny(machine.moves()[i].law()));
        }
        return new Machine(machine.stream(), machine.holds(), machine.cause(), machine.works(), machine.start(), moves);
    }
}
