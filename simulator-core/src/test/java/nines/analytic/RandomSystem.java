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
import nines.blueprint.Shock;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import nines.blueprint.Watch;
import nines.distribution.Distribution;
import nines.distribution.Exponential;

/**
 * Systems of a few units put together at random so that they fall apart into independent subsystems: units in places that
 * may fail, some with a crew, a common cause or a health check in common; journeys through gates, tiers and alternatives.
 */
final class RandomSystem {
    private static final double HOUR = 3600;

    private final SplittableRandom random;
    private final Draft draft = new Draft();
    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> units = new ArrayList<>();
    private final List<Integer> modes = new ArrayList<>();
    private final List<Integer> placeOf = new ArrayList<>();
    private final int part;

    private RandomSystem(long seed) {
        random = new SplittableRandom(seed);
        part = draft.newPart("part", "server");
    }

    static Blueprint of(long seed) {
        return new RandomSystem(seed).build();
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private Distribution law(double hours) {
        return new Exponential(HOUR * hours * (0.5 + random.nextDouble()));
    }

    private Mode mode(int unit, boolean operating, int site, int crew, Effect effect) {
        return new Mode(
                draft.name(unit) + "/fault",
                unit,
                unit,
                draft.cause(draft.name(unit), "fault"),
                part,
                law(100),
                operating,
                -1,
                site,
                effect,
                effect == Effect.DEGRADED ? 0.3 : 0,
                List.of(new Phase(
                        Stage.REPAIR, law(5), crew < 0 ? Phase.Resource.NONE : Phase.Resource.CREW, 1, false)),
                true,
                crew,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                chance(0.2) ? 0.2 : 0);
    }

    private Blueprint build() {
        int placed = 1 + random.nextInt(2);
        for (int i = 0; i < placed; i++) {
            boolean nested = i > 0 && chance(0.4);
            int place = nested
                    ? draft.node("place-" + i, Node.Kind.PLACE, -1, 0, places.get(0))
                    : draft.node("place-" + i, Node.Kind.PLACE, -1, 0);
            if (chance(0.7)) {
                boolean still = nested && chance(0.5);
                draft.mode(mode(place, still, still ? places.get(0) : -1, -1, Effect.DOWN));
            }
            places.add(place);
        }
        int crew = chance(0.3)
                ? draft.crew(new Crew("crew", 1, Crew.Order.FIRST_COME, new int[] {0}, false, null, List.of()))
                : -1;
        int n = 3 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            int place = chance(0.6) ? places.get(random.nextInt(placed)) : -1;
            int unit = place < 0
                    ? draft.node("unit-" + i, Node.Kind.INSTANCE, part, 0)
                    : draft.node("unit-" + i, Node.Kind.INSTANCE, part, 0, place);
            boolean operating = chance(0.8);
            int site = place >= 0 && operating && chance(0.8) ? place : -1;
            Effect effect = chance(0.15) ? Effect.DEGRADED : Effect.DOWN;
            modes.add(draft.mode(mode(unit, operating, site, chance(0.3) ? crew : -1, effect)));
            if (chance(0.25) && operating && effect == Effect.DOWN) {
                draft.mode(mode(unit, true, site, -1, Effect.DOWN));
            }
            units.add(unit);
            placeOf.add(site);
        }
        shock();
        journey("one");
        journey("two");
        return draft.finish();
    }

    /** A common cause of units that share a place, or of any. */
    private void shock() {
        if (!chance(0.3)) {
            return;
        }
        int where = chance(0.7) ? placeOf.get(0) : -2;
        List<Integer> hit = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (where == -2 ? chance(0.5) : placeOf.get(i) == where) {
                hit.add(modes.get(i));
            }
        }
        draft.shock(new Shock(
                "shock",
                draft.cause("shock", ""),
                law(300),
                hit.stream().mapToInt(Integer::intValue).toArray(),
                chance(0.5) ? Shock.Hits.ALL : Shock.Hits.SHARE,
                0.6,
                null,
                0,
                chance(0.3)));
    }

    private int[] some() {
        int[] chosen = units.stream()
                .filter(unit -> chance(0.6))
                .mapToInt(Integer::intValue)
                .toArray();
        return chosen.length == 0 ? new int[] {units.get(0)} : chosen;
    }

    private Step step(int depth) {
        return switch (random.nextInt(depth > 1 ? 3 : 6)) {
            case 0 -> new Step.Works(units.get(random.nextInt(units.size())));
            case 1 -> {
                int[] inputs = some();
                yield new Step.Works(draft.gate("gate-" + random.nextInt(), 1 + random.nextInt(inputs.length), inputs));
            }
            case 2 -> new Step.Balanced(tier(some()));
            case 3 -> new Step.OneOf(List.of(step(depth + 1), step(depth + 1)));
            case 4 -> new Step.Either(step(depth + 1), step(depth + 1));
            default ->
                chance(0.5) ? new Step.Cached(units.get(0), 0.7, step(depth + 1)) : new Step.Some(0.4, step(depth + 1));
        };
    }

    private int tier(int[] members) {
        int[] watches = new int[0];
        int[] senders = new int[0];
        if (chance(0.4)) {
            int watch = draft.watch(new Watch(
                    "watch",
                    draft.cause("watch", "false alarm"),
                    -1,
                    members,
                    members,
                    law(0.2),
                    law(0.3),
                    law(0.2),
                    chance(0.3) ? law(50) : null));
            watches = new int[] {watch};
            senders = new int[] {chance(0.3) ? units.get(units.size() - 1) : -1};
        }
        return draft.tier(new Tier(
                "tier-" + random.nextInt(),
                part,
                members,
                watches,
                senders,
                1 + random.nextInt(members.length),
                chance(0.3) ? 1.0 : Double.POSITIVE_INFINITY,
                members.length - 0.5,
                1 + random.nextInt(2),
                chance(0.3) ? 0.6 : 0));
    }

    private void journey(String name) {
        List<Step> steps = new ArrayList<>();
        int n = 1 + random.nextInt(3);
        for (int i = 0; i < n; i++) {
            steps.add(step(0));
        }
        draft.journey(new Journey(
                name, new Step.All(steps), chance(0.5) ? 0.99 : 0.5, 1, new int[] {1, 2}, new double[] {0.25, 0.75}));
    }
}
