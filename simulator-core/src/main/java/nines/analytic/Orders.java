package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Mode;
import nines.structure.Alike;
import org.jspecify.annotations.Nullable;

/**
 * In how many orders the jobs of a crew can wait that serves first come, first served: a state for each of them, where jobs
 * of several kinds are told apart.
 */
final class Orders {
    private Orders() {}

    /** Which crew alone makes for more states than that, and what would help; null when there is none. */
    static @Nullable String tooMany(Blueprint blueprint, int statesMax) {
        for (int c = 0; c < blueprint.crews().size(); c++) {
            Crew crew = blueprint.crews().get(c);
            BitSet parts = new BitSet();
            double orders = orders(blueprint, c, parts);
            if (orders > statesMax) {
                return String.format(
                        Locale.ROOT,
                        "crew %s: first come, first served, and the jobs of %s can wait in %s orders, each of them a state"
                                + " (at most %d); with `order: at-random`, or a list of components, they would be counted",
                        crew.stream(),
                        names(blueprint, parts),
                        orders < 1e15
                                ? String.format(Locale.ROOT, "%.0f", orders)
                                : String.format(Locale.ROOT, "%.0e", orders),
                        statesMax);
            }
        }
        return null;
    }

    /** The most orders of any crew's jobs. */
    static double most(Blueprint blueprint) {
        double most = 1;
        for (int c = 0; c < blueprint.crews().size(); c++) {
            most = Math.max(most, orders(blueprint, c, new BitSet()));
        }
        return most;
    }

    private static double orders(Blueprint blueprint, int c, BitSet parts) {
        Crew crew = blueprint.crews().get(c);
        boolean byArrival = crew.order() == Crew.Order.FIRST_COME
                || crew.order() == Crew.Order.FIRST_FOUND && crew.inspection() == null;
        List<Integer> units = new ArrayList<>();
        kinds(blueprint, c, units, parts);
        return byArrival ? orders(units, crew.people()) : 0;
    }

    /** How many units there are of each kind that the crew mends; only those that may all be broken at once. */
    private static void kinds(Blueprint blueprint, int crew, List<Integer> units, BitSet parts) {
        BitSet odd = new BitSet();
        blueprint
                .takeovers()
                .forEach(takeover -> Arrays.stream(takeover.members()).forEach(odd::set));
        blueprint.standIns().forEach(standIn -> odd.set(standIn.unit()));
        Map<Integer, Integer> kindOf = new LinkedHashMap<>();
        List<Alike> alike = Alike.of(blueprint);
        for (int k = 0; k < alike.size(); k++) {
            for (int[] modes : alike.get(k).modes()) {
                for (int m : modes) {
                    kindOf.put(m, -1 - k);
                }
            }
        }
        Map<Integer, BitSet> broken = new LinkedHashMap<>();
        for (int m = 0; m < blueprint.modes().size(); m++) {
            Mode mode = blueprint.modes().get(m);
            if (mode.crew() == crew
                    && mode.mendable()
                    && mode.onlyWhile() < 0
                    && mode.timeToFailure().mean() < 1 / 0.0
                    && !odd.get(mode.unit())) {
                broken.computeIfAbsent(kindOf.getOrDefault(m, mode.unit()), none -> new BitSet())
                        .set(mode.unit());
                if (mode.part() >= 0) {
                    parts.set(mode.part());
                }
            }
        }
        broken.values().forEach(set -> units.add(set.cardinality()));
    }

    /** In how many orders any of them, as many as are left when all hands are busy, can stand in a row. */
    static double orders(List<Integer> units, int people) {
        if (units.size() < 2) {
            return 1;
        }
        int all = units.stream().mapToInt(Integer::intValue).sum();
        // Rows by their length; a row of so many of one more kind is put into the gaps of the others.
        double[] rows = new double[all + 1];
        rows[0] = 1;
        int longest = 0;
        for (int count : units) {
            double[] next = new double[all + 1];
            for (int length = 0; length <= longest; length++) {
                double ways = rows[length];
                for (int more = 0; more <= count; more++) {
                    next[length + more] += ways;
                    ways *= (length + more + 1.0) / (more + 1.0);
                }
            }
            rows = next;
            longest += count;
        }
        double sum = 0;
        for (int length = 0; length <= all - people; length++) {
            sum += rows[length];
        }
        return sum;
    }

    private static String names(Blueprint blueprint, BitSet parts) {
        StringBuilder names = new StringBuilder();
        int left = parts.cardinality();
        for (int p = parts.nextSetBit(0); p >= 0; p = parts.nextSetBit(p + 1)) {
            names.append(blueprint.parts().get(p).name());
            left--;
            names.append(left > 1 ? ", " : left == 1 ? " and " : "");
        }
        return names.toString();
    }
}
