package nines.faulttree;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Found;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Renewal;
import nines.blueprint.Shock;
import nines.blueprint.Watch;
import nines.distribution.Distribution;

/**
 * How much of the time each basic event holds in the long run, and how often it begins, as if it were alone in the
 * world; and what in the scenario makes that less than exact.
 */
final class Rates {
    private final Blueprint blueprint;
    private final boolean[] canBeDown;
    private final int[] jobs;

    Rates(Blueprint blueprint) {
        this.blueprint = blueprint;
        canBeDown = canBeDown();
        jobs = new int[blueprint.crews().size()];
        for (Mode mode : blueprint.modes()) {
            if (mode.crew() >= 0) {
                jobs[mode.crew()]++;
            }
        }
    }

    private boolean[] canBeDown() {
        boolean[] can = new boolean[blueprint.nodes().size()];
        for (Mode mode : blueprint.modes()) {
            can[mode.holds()] = true;
        }
        blueprint.takeovers().forEach(each -> {
            can[each.works()] = true;
            Arrays.stream(each.fills()).forEach(fills -> can[fills] = true);
        });
        blueprint.standIns().forEach(each -> can[each.works()] = true);
        blueprint.tolerances().forEach(each -> can[each.holds()] = true);
        blueprint.machines().forEach(each -> can[each.holds()] = true);
        for (Plan plan : blueprint.plans()) {
            for (Plan.Target[] step : plan.steps()) {
                for (Plan.Target target : step) {
                    if (target.node() >= 0) {
                        can[target.node()] = true;
                    }
                }
            }
        }
        for (int node : blueprint.inputsFirst()) {
            for (int input : blueprint.nodes().get(node).inputs()) {
                can[node] |= can[input];
            }
        }
        return can;
    }

    // ---------------------------------------------------------------- units

    /**
     * The failures of one unit that hold the same node. Modes with operating clocks stop each other's clocks, so that only
     * one of them is broken at a time; the others come and go by themselves.
     */
    BasicEvent unit(String name, BasicEvent.Kind kind, List<Integer> members, Set<String> caveats) {
        double load = 0;
        double rate = 0;
        double unavailability = 0;
        double frequency = 0;
        boolean operating = false;
        boolean calendar = false;
        for (int m : members) {
            Mode mode = blueprint.modes().get(m);
            double up = mode.timeToFailure().mean();
            if (up == Double.POSITIVE_INFINITY) {
                continue;
            }
            double down = meanDown(mode, caveats);
            caveats(mode, members.size() > 1, caveats);
            if (mode.operating()) {
                operating = true;
                load += down / up;
                rate += 1 / up;
            } else {
                calendar = true;
                double q = down == Double.POSITIVE_INFINITY ? 1 : down / (up + down);
                double w = down == Double.POSITIVE_INFINITY ? 0 : 1 / (up + down);
                frequency = frequency * (1 - q) + w * (1 - unavailability);
                unavailability += (1 - unavailability) * q;
            }
        }
        if (operating) {
            double q = load == Double.POSITIVE_INFINITY ? 1 : load / (1 + load);
            double w = load == Double.POSITIVE_INFINITY ? 0 : rate / (1 + load);
            frequency = frequency * (1 - q) + w * (1 - unavailability);
            unavailability += (1 - unavailability) * q;
        }
        Mode first = blueprint.modes().get(members.get(0));
        boolean elsewhere = blueprint.modes().stream()
                .anyMatch(other -> other.unit() == first.unit()
                        && other.holds() != first.holds()
                        && other.timeToFailure().mean() < Double.POSITIVE_INFINITY);
        if (operating && (calendar || elsewhere)) {
            caveats.add("some units can be down in several ways at a time; these are taken as independent");
        }
        return new BasicEvent(name, kind, unavailability, frequency);
    }

    /** From the failure to the end of the repair, when nobody has to be waited for. */
    private double meanDown(Mode mode, Set<String> caveats) {
        if (!mode.mendable()) {
            return Double.POSITIVE_INFINITY;
        }
        return length(mode.repair()) / (1 - mode.failsAgain()) + hidden(mode, caveats);
    }

    private static double length(List<Phase> phases) {
        return phases.stream().mapToDouble(phase -> phase.law().mean()).sum();
    }

    /** How long a fault lies hidden on average; NaN when not known. */
    private double hidden(Mode mode, Set<String> caveats) {
        if (mode.found() == Found.AT_ONCE) {
            return 0;
        }
        String unit = blueprint.nodes().get(mode.unit()).name();
        if (mode.found() == Found.BY_PROBE) {
            for (Watch watch : blueprint.watches()) {
                for (int target : watch.targets()) {
                    if (target == mode.unit() || target == mode.holds()) {
                        caveats.add("faults found by health checks wait for one of them, its mean at a time");
                        return watch.fallRefused().mean();
                    }
                }
            }
        }
        if (mode.found() == Found.BY_INSPECTION) {
            for (Plan plan : blueprint.plans()) {
                var every = plan.every();
                if (plan.verb() == Plan.Verb.INSPECT && every != null && inspects(plan, mode)) {
                    if (Arrays.stream(plan.steps())
                                    .mapToInt(step -> step.length)
                                    .sum()
                            > 1) {
                        // What was last looked at together is hidden together: a pair is down 4/3 as often or more.
                        caveats.add("faults that one inspection finds in several units are not independent:"
                                + " their share of time is not known");
                        return Double.NaN;
                    }
                    caveats.add("a hidden fault waits for the next inspection as if it came at any moment");
                    return untilInspected(every);
                }
            }
        }
        caveats.add("how long a fault of " + unit + " lies hidden depends on the rest: its share of time is not known");
        return Double.NaN;
    }

    private boolean inspects(Plan plan, Mode mode) {
        return Arrays.stream(plan.steps())
                .flatMap(Arrays::stream)
                .anyMatch(target -> target.node() == mode.unit()
                        || target.node() == mode.holds()
                        || target.mode() >= 0
                                && blueprint.modes().get(target.mode()).equals(mode));
    }

    /** From a random moment to the next inspection: E[T²] / 2E[T], longer than half of the mean where T varies. */
    private static double untilInspected(Distribution every) {
        return (every.variance() + every.mean() * every.mean()) / (2 * every.mean());
    }

    /** What makes the share of time of a mode other than that of a unit alone. */
    private void caveats(Mode mode, boolean several, Set<String> caveats) {
        if (mode.crew() >= 0) {
            Crew crew = blueprint.crews().get(mode.crew());
            if (crew.people() < jobs[mode.crew()] || !crew.shifts().isEmpty()) {
                caveats.add("waiting for crew '" + crew.stream() + "' is left out: the true figure is higher");
            }
        }
        if (mode.spare() >= 0) {
            caveats.add("waiting for spare parts '" + blueprint.shelves().get(mode.spare()).stream()
                    + "' is left out: the true figure is higher");
        }
        if (mode.onlyWhile() >= 0) {
            caveats.add("units that do not age in an outage are taken to age in it");
        }
        boolean exponential = mode.timeToFailure().isExponential();
        if (!exponential && mode.renewal() == Renewal.NOTHING) {
            caveats.add(
                    "minimal repair: the rate of failures goes on changing with age; one repair is taken for renewal");
        }
        if (!exponential && several && renewedByAnother(mode)) {
            caveats.add("a repair that renews the whole unit is taken to renew its own mode only");
        }
        if (mode.timeToFailure().isDrawnOnce()) {
            caveats.add("laws drawn once for each instance are taken at their mean");
        }
        outside(mode, caveats);
        others(mode.unit(), caveats);
    }

    private boolean renewedByAnother(Mode mode) {
        return blueprint.modes().stream()
                .anyMatch(other ->
                        other.unit() == mode.unit() && other.renewal() == Renewal.WHOLE_UNIT && !other.equals(mode));
    }

    /** A unit's own faults are independent of its place's when failing and mending both stand still without the place. */
    private void outside(Mode mode, Set<String> caveats) {
        Node unit = blueprint.nodes().get(mode.unit());
        boolean failingWaits = false;
        if (mode.operating()) {
            for (int input : unit.inputs()) {
                failingWaits |= canBeDown[input] && input != mode.site();
            }
        }
        boolean onlySite = Arrays.stream(unit.inputs()).anyMatch(input -> input == mode.site());
        boolean mendingWaits = mode.site() >= 0 && canBeDown[mode.site()] && !(mode.operating() && onlySite);
        if (failingWaits || mendingWaits) {
            caveats.add(
                    "of wear and repair only one goes on while a place or a need is down: both are taken to stand still");
        }
        if (blueprint.restarts().stream().anyMatch(restart -> restart.unit() == mode.unit())) {
            caveats.add("starting again after an interruption from outside is left out");
        }
    }

    private void others(int unit, Set<String> caveats) {
        if (blueprint.loadSharings().stream().anyMatch(sharing -> contains(sharing.members(), unit))) {
            caveats.add("survivors that age faster under load are taken to age as usual");
        }
        blueprint.takeovers().stream()
                .filter(each -> each.dormancy() < 1 && contains(each.members(), unit))
                .forEach(each -> caveats.add("standbys that age more slowly are taken to age as if they worked"));
        blueprint.standIns().stream()
                .filter(each -> each.dormancy() < 1 && each.unit() == unit)
                .forEach(each -> caveats.add("standbys that age more slowly are taken to age as if they worked"));
    }

    static boolean contains(int[] all, int one) {
        return Arrays.stream(all).anyMatch(each -> each == one);
    }

    // ---------------------------------------------------------------- what hits several

    /** A common cause, as long as the longest of its repairs; the fault tree finds out how long it costs the journey. */
    BasicEvent shock(Shock shock, String name, Set<String> caveats) {
        caveats.add("a common cause is one event, as long as it costs the journey by itself");
        if (shock.hits() == Shock.Hits.COUNT) {
            caveats.add("a common cause that hits a random number is taken to hit each with the same chance");
        }
        double down = 0;
        for (int m : shock.modes()) {
            down = Math.max(down, meanDown(blueprint.modes().get(m), caveats));
        }
        double load = down / shock.law().mean();
        boolean forGood = load == Double.POSITIVE_INFINITY;
        return new BasicEvent(
                name,
                BasicEvent.Kind.COMMON_CAUSE,
                forGood ? 1 : load / (1 + load),
                forGood ? 0 : 1 / (shock.law().mean() + down));
    }

    BasicEvent plan(Plan plan, String name, double every, Set<String> caveats) {
        caveats.add("work by plan and random events are taken to come independently of everything else");
        double length = length(plan.phases());
        return new BasicEvent(
                name,
                plan.planned() ? BasicEvent.Kind.PLANNED : BasicEvent.Kind.COMMON_CAUSE,
                Math.min(1, plan.chance() * length / every),
                plan.chance() / every);
    }

    /** An automaton whose moves ask nobody: a small semi-Markov chain. */
    BasicEvent machine(Machine machine, Set<String> caveats) {
        int n = machine.works().length;
        double[][] rate = new double[n][n];
        boolean known = true;
        for (Machine.Move move : machine.moves()) {
            long rivals = Arrays.stream(machine.moves())
                    .filter(other -> other.from() == move.from())
                    .count();
            var law = move.law();
            if (law == null || move.guard() >= 0 || rivals > 1 && !law.isExponential()) {
                known = false;
                continue;
            }
            for (int i = 0; i < move.to().length; i++) {
                if (move.to()[i] != move.from()) {
                    rate[move.from()][move.to()[i]] += move.chances()[i] / law.mean();
                }
            }
        }
        double[] p = known ? stationary(rate) : null;
        if (p == null) {
            caveats.add("the automaton of " + machine.stream()
                    + " moves by what others do, or not for ever: its share of time is not known");
            return new BasicEvent(machine.stream(), BasicEvent.Kind.AUTOMATON, Double.NaN, Double.NaN);
        }
        double down = 0;
        double falls = 0;
        for (int i = 0; i < n; i++) {
            down += machine.works()[i] ? 0 : p[i];
            for (int j = 0; j < n; j++) {
                falls += machine.works()[i] && !machine.works()[j] ? p[i] * rate[i][j] : 0;
            }
        }
        return new BasicEvent(machine.stream(), BasicEvent.Kind.AUTOMATON, down, falls);
    }

    /** By elimination without subtraction; null when some state leads nowhere or cannot be reached. */
    private static double @org.jspecify.annotations.Nullable [] stationary(double[][] rates) {
        int n = rates.length;
        double[][] rate = Arrays.stream(rates).map(double[]::clone).toArray(double[][]::new);
        double[] exit = new double[n];
        for (int gone = n - 1; gone > 0; gone--) {
            for (int j = 0; j < gone; j++) {
                exit[gone] += rate[gone][j];
            }
            if (exit[gone] == 0) {
                return null;
            }
            for (int i = 0; i < gone; i++) {
                for (int j = 0; j < gone; j++) {
                    rate[i][j] += i == j ? 0 : rate[i][gone] * (rate[gone][j] / exit[gone]);
                }
            }
        }
        double[] p = new double[n];
        p[0] = 1;
        double total = 1;
        for (int j = 1; j < n; j++) {
            for (int i = 0; i < j; i++) {
                p[j] += p[i] * rate[i][j];
            }
            p[j] /= exit[j];
            total += p[j];
        }
        for (int j = 0; j < n; j++) {
            p[j] /= total;
        }
        return p;
    }
}
