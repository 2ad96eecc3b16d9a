package nines.analytic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Stage;
import nines.blueprint.Tier;
import nines.distribution.Distribution;
import nines.structure.Sight;
import org.jspecify.annotations.Nullable;

/**
 * One unit that breaks and is mended: in the long run only the means count, whatever the laws (alternating renewal; several
 * modes that stand still while the unit is down: each is a renewal process in the unit's operating time, and the share of
 * time up is 1 / (1 + Σ repair mean / life mean)).
 */
final class Unit implements Behaviour {
    private final List<Mode> modes;
    private final List<Sight.Look> looks;
    private final double[] perSecond;
    private final double[] repair;
    private final @Nullable MarkovModel chain;
    private final String whyNoChain;
    private final @Nullable Renewals renewals;
    private final Map<Double, Optional<Renewals.At>> solved = new HashMap<>();

    private Unit(Blueprint blueprint, Sight sight, Limits limits) {
        modes = blueprint.modes();
        looks = new ArrayList<>();
        looks.add(look(blueprint, sight, null));
        perSecond = new double[modes.size()];
        repair = new double[modes.size()];
        for (int i = 0; i < modes.size(); i++) {
            Mode mode = modes.get(i);
            looks.add(look(blueprint, sight, mode));
            perSecond[i] = 1 / mode.timeToFailure().mean();
            repair[i] = meanRepair(mode);
        }
        MarkovModel.Outcome outcome = MarkovModel.of(blueprint, sight, limits);
        chain = outcome instanceof MarkovModel.Found found ? found.model() : null;
        whyNoChain = outcome instanceof MarkovModel.Refused refused ? refused.why() : "";
        Mode only = modes.get(0);
        boolean oneStage = modes.size() == 1
                && only.repair().size() == 1
                && only.failsAgain() == 0
                && only.renewal() != Renewal.NOTHING
                && only.timeToFailure().mean() < Double.POSITIVE_INFINITY;
        renewals = oneStage
                ? new Renewals(only.timeToFailure(), only.repair().get(0).law())
                : null;
    }

    /** A blueprint as one such unit, or null when it is none. */
    static @Nullable Unit of(Blueprint blueprint, Sight sight, Limits limits) {
        return isOne(blueprint) ? new Unit(blueprint, sight, limits) : null;
    }

    /** Whether nothing but failure modes, and who watches, is in a blueprint. */
    static boolean hasOnlyModes(Blueprint blueprint) {
        return !blueprint.modes().isEmpty()
                && blueprint.shocks().isEmpty()
                && blueprint.alsoHits().isEmpty()
                && blueprint.takeovers().isEmpty()
                && blueprint.standIns().isEmpty()
                && blueprint.tolerances().isEmpty()
                && blueprint.restarts().isEmpty()
                && blueprint.loadSharings().isEmpty()
                && blueprint.plans().isEmpty()
                && blueprint.machines().isEmpty()
                && blueprint.shelves().isEmpty();
    }

    /** Whether a blueprint is one such unit. */
    static boolean isOne(Blueprint blueprint) {
        if (!hasOnlyModes(blueprint)) {
            return false;
        }
        Automata automata = new Automata(blueprint);
        for (int w = 0; w < blueprint.watches().size(); w++) {
            for (int i = 0; i < blueprint.watches().get(w).targets().length; i++) {
                if (!automata.isIdle(w, i)) {
                    return false;
                }
            }
        }
        int unit = blueprint.modes().get(0).unit();
        boolean several = blueprint.modes().size() > 1;
        boolean memoryless =
                blueprint.modes().stream().allMatch(mode -> mode.timeToFailure().isExponential());
        for (Mode mode : blueprint.modes()) {
            // A repair that renews the others too matters to those that age.
            boolean renews = switch (mode.renewal()) {
                case OWN_MODE -> true;
                case WHOLE_UNIT -> !several || memoryless;
                case NOTHING -> mode.timeToFailure().isExponential();
            };
            boolean alone = mode.unit() == unit
                    && mode.onlyWhile() < 0
                    && mode.mendable()
                    && mode.found() == Found.AT_ONCE
                    && !mode.timeToFailure().isDrawnOnce()
                    && mode.repair().stream().noneMatch(phase -> phase.law().isDrawnOnce());
            boolean takesTurns =
                    !several || mode.operating() && mode.holds() == unit && mode.effect() != Effect.DEGRADED;
            if (!renews || !alone || !takesTurns) {
                return false;
            }
        }
        for (Crew crew : blueprint.crews()) {
            if (crew.people() < blueprint.modes().size()
                    || crew.inspection() != null
                    || !crew.shifts().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Mean time from failure to life, in seconds; a repair that fails is done again. */
    static double meanRepair(Mode mode) {
        double sum = 0;
        for (Phase phase : mode.repair()) {
            double times = phase.stage() == Stage.REPAIR ? 1 / (1 - mode.failsAgain()) : 1;
            sum += times * phase.law().mean();
        }
        return sum;
    }

    /** How it looks when a mode is broken, or none. */
    static Sight.Look look(Blueprint blueprint, Sight sight, @Nullable Mode broken) {
        int[] bad = new int[blueprint.nodes().size()];
        if (broken != null && broken.effect() != Effect.DEGRADED) {
            bad[broken.holds()]++;
        }
        int[][] users = blueprint.users();
        for (int node : blueprint.inputsFirst()) {
            if (bad[node] > blueprint.nodes().get(node).slack()) {
                for (int user : users[node]) {
                    bad[user]++;
                }
            }
        }
        int[] seen = new int[sight.nodes().length];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = bad[sight.nodes()[i]];
            for (int input : sight.apart()[i]) {
                seen[i] -= bad[input] > blueprint.nodes().get(input).slack() ? 1 : 0;
            }
        }
        int[] unitOf = new Automata(blueprint).unitOf;
        List<Double> errors = new ArrayList<>();
        List<Long> trusts = new ArrayList<>();
        for (Tier tier : blueprint.tiers()) {
            for (int member : tier.members()) {
                double right = 1;
                if (broken != null && broken.effect() == Effect.DEGRADED && unitOf[member] == broken.unit()) {
                    right *= 1 - broken.errors();
                }
                errors.add(1 - right);
                trusts.add((1L << tier.watches().length) - 1);
            }
        }
        return new Sight.Look(
                seen,
                errors.stream().mapToDouble(Double::doubleValue).toArray(),
                trusts.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public List<Sight.Look> looks() {
        return looks;
    }

    @Override
    public String method() {
        return "closed form";
    }

    @Override
    public String methodAtATime() {
        return chain != null ? method() : "renewal equation";
    }

    @Override
    public boolean isChain() {
        return chain != null;
    }

    @Override
    public double[] inTheLongRun() {
        double[] p = new double[looks.size()];
        double sum = 1;
        for (int i = 0; i < repair.length; i++) {
            sum += repair[i] * perSecond[i];
        }
        p[0] = 1 / sum;
        for (int i = 0; i < repair.length; i++) {
            p[i + 1] = repair[i] * perSecond[i] / sum;
        }
        return p;
    }

    @Override
    public List<Flow> flows() {
        double up = inTheLongRun()[0];
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < repair.length; i++) {
            if (repair[i] > 0 && perSecond[i] > 0) {
                flows.add(new Flow(0, i + 1, up * perSecond[i]));
                flows.add(new Flow(i + 1, 0, up * perSecond[i]));
            }
        }
        return flows;
    }

    @Override
    public @Nullable Chances at(double time) {
        if (chain != null) {
            return new ChainBehaviour(chain).at(time, looks);
        }
        Renewals.At at = renewals(time);
        return at == null ? null : new Chances(new double[] {1 - at.now(), at.now()}, at.nowError());
    }

    @Override
    public @Nullable Chances during(double time, RenewalCurves curves) {
        Renewals known = renewals;
        if (chain != null || known == null) {
            return at(time);
        }
        RenewalCurve curve = curves.of(known);
        if (curve == null) {
            return null;
        }
        double down = curve.at(time);
        return new Chances(new double[] {1 - down, down}, 0);
    }

    /** Mean share of the time up to {@code time} in which it is down, by the renewal equation; null where that fails. */
    Renewals.@Nullable At renewals(double time) {
        Renewals known = renewals;
        return known == null
                ? null
                : solved.computeIfAbsent(time, t -> Optional.ofNullable(known.at(t)))
                        .orElse(null);
    }

    @Override
    public String whyNot(double time) {
        Renewals known = renewals;
        return chain != null ? chain.whyNotAt(time) : known != null ? known.whyNot(time) : whyNoChain;
    }

    /** The law of the time to its first failure; null when it has several modes, or is back at once. */
    @Nullable
    Distribution firstFailure() {
        return modes.size() == 1 && repair[0] > 0 ? modes.get(0).timeToFailure() : null;
    }
}
