package nines.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import nines.blueprint.Tries;
import nines.distribution.Exponential;

/** Kinds of units put together at random, a few of each, that are mended by crews of all orders, some in a place. */
final class RandomPool {
    private static final double HOUR = 3600;
    private static final List<Crew.Order> ORDERS = List.of(Crew.Order.values());

    private final SplittableRandom random;
    private final Draft draft = new Draft();
    private final List<int[]> kinds = new ArrayList<>();
    private final List<Integer> parts = new ArrayList<>();
    private int crew = -1;
    private int place = -1;
    /** Whether all jobs of the crew take equally long and units know nothing of each other. */
    private boolean alike;

    private RandomPool(long seed) {
        random = new SplittableRandom(seed);
    }

    static Blueprint of(long seed) {
        return new RandomPool(seed).build();
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private Exponential law(double hours) {
        return new Exponential(HOUR * hours * (0.5 + random.nextDouble()));
    }

    private Blueprint build() {
        int different = 1 + random.nextInt(3);
        for (int k = 0; k < different; k++) {
            parts.add(draft.newPart("kind-" + k, "server"));
        }
        int placePart = draft.newPart("room", "place");
        alike = chance(0.3);
        if (alike || chance(0.8)) {
            crew = draft.crew(crew(placePart));
        }
        if (!alike && chance(0.4)) {
            place = draft.node("room", Node.Kind.PLACE, placePart, 0);
            boolean byCrew = crew >= 0 && chance(0.5);
            draft.mode(mode(place, placePart, false, -1, List.of(stage(3, byCrew)), 300, 0, byCrew));
        }
        for (int k = 0; k < different; k++) {
            kind(k);
        }
        draft.journey(journey("one"));
        draft.journey(journey("two"));
        return draft.finish();
    }

    private Crew crew(int last) {
        int[] rank = new int[last + 1];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = (i + random.nextInt(2)) % (last + 1);
        }
        for (int i = 0; i < rank.length; i++) {
            rank[i] = 10 * rank[i] + i;
        }
        Crew.Order order = alike ? Crew.Order.FIRST_COME : ORDERS.get(random.nextInt(ORDERS.size()));
        boolean preempts = order == Crew.Order.PRIORITY && chance(0.5);
        boolean looks = order == Crew.Order.FIRST_FOUND && chance(0.7);
        return new Crew("crew", 1 + random.nextInt(2), order, rank, preempts, looks ? law(1) : null, List.of());
    }

    private Phase stage(double hours, boolean byCrew) {
        return new Phase(Stage.REPAIR, law(hours), byCrew ? Phase.Resource.CREW : Phase.Resource.NONE, 1, false);
    }

    private void kind(int k) {
        int n = 1 + random.nextInt(3);
        boolean housed = place >= 0 && chance(0.6);
        boolean byCrew = crew >= 0 && chance(0.8);
        boolean operating = chance(0.7);
        int site = housed && chance(0.7) ? place : -1;
        List<Phase> repair = new ArrayList<>();
        if (chance(0.3)) {
            repair.add(new Phase(Stage.DETECTION, law(1), Phase.Resource.NONE, 1, false));
        }
        repair.add(stage(4, byCrew));
        if (chance(0.3)) {
            repair.add(new Phase(Stage.REPAIR, law(2), Phase.Resource.NONE, 1, false));
        }
        if (alike && byCrew) {
            repair = List.of(new Phase(Stage.REPAIR, new Exponential(4 * HOUR), Phase.Resource.CREW, 1, false));
        }
        double failsAgain = !alike && chance(0.3) ? 0.2 : 0;
        Mode[] like = new Mode[2];
        boolean twice = !alike && operating && chance(0.3);
        int[] units = new int[n];
        for (int i = 0; i < n; i++) {
            units[i] = housed
                    ? draft.node("unit-" + k + "-" + i, Node.Kind.INSTANCE, parts.get(k), 0, place)
                    : draft.node("unit-" + k + "-" + i, Node.Kind.INSTANCE, parts.get(k), 0);
            if (i == 0) {
                like[0] = mode(units[0], parts.get(k), operating, site, repair, 60, failsAgain, byCrew);
                like[1] = mode(units[0], parts.get(k), true, site, List.of(stage(6, false)), 90, 0, false);
            }
            draft.mode(likewise(like[0], units[i]));
            if (twice) {
                draft.mode(likewise(like[1], units[i]));
            }
        }
        kinds.add(units);
    }

    private Mode mode(
            int unit,
            int part,
            boolean operating,
            int site,
            List<Phase> repair,
            double lifeHours,
            double failsAgain,
            boolean byCrew) {
        return new Mode(
                draft.name(unit) + "/fault",
                unit,
                unit,
                draft.cause(draft.name(unit), "fault"),
                part,
                law(lifeHours),
                operating,
                -1,
                site,
                Effect.DOWN,
                0,
                repair,
                true,
                byCrew ? crew : -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                failsAgain);
    }

    private static Mode likewise(Mode mode, int unit) {
        return new Mode(
                mode.stream() + unit,
                unit,
                unit,
                mode.cause(),
                mode.part(),
                mode.timeToFailure(),
                mode.operating(),
                mode.onlyWhile(),
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

    private Journey journey(String name) {
        List<Step> steps = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            int[] units = kinds.get(k);
            if (chance(0.5)) {
                steps.add(new Step.Works(draft.gate(name + "-gate-" + k, 1 + random.nextInt(units.length), units)));
            } else {
                steps.add(new Step.Balanced(draft.tier(new Tier(
                        name + "-tier-" + k,
                        parts.get(k),
                        units,
                        new int[0],
                        new int[0],
                        1 + random.nextInt(units.length),
                        chance(0.5) ? 1.0 : Double.POSITIVE_INFINITY,
                        units.length - 0.5,
                        1 + random.nextInt(2),
                        0,
                        chance(0.3),
                        Tries.ONCE,
                        new int[0],
                        List.of()))));
            }
        }
        Step all = chance(0.3) && steps.size() > 1
                ? new Step.Either(steps.get(0), new Step.All(steps.subList(1, steps.size())))
                : new Step.All(steps);
        return new Journey(name, all, chance(0.5) ? 0.99 : 0.5, 1, new int[] {1}, new double[] {1});
    }
}
