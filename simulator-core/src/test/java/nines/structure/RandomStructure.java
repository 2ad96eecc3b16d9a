package nines.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import nines.blueprint.AlsoHit;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Journey;
import nines.blueprint.Load;
import nines.blueprint.LoadSharing;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Renewal;
import nines.blueprint.Restart;
import nines.blueprint.Shelf;
import nines.blueprint.Shock;
import nines.blueprint.Stage;
import nines.blueprint.StandIn;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.blueprint.Watch;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Erlang;
import nines.distribution.Exponential;
import nines.distribution.Hyperexponential;
import nines.distribution.Never;
import org.jspecify.annotations.Nullable;

/**
 * Small structures put together at random from all kinds of elements, with exponential laws of a few hours, so that much
 * happens. Not what anybody would build; what the rules must get right nevertheless.
 */
final class RandomStructure {
    private static final double HOUR = 3600;

    private final SplittableRandom random;
    /** Draws for what was thought of later, so that old seeds still mean what they meant; or null. */
    private final @Nullable SplittableRandom more;

    private final Draft draft = new Draft();
    private final List<Integer> units = new ArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final boolean hidden;
    private final boolean probed;
    private final int place;
    private final int part;
    private final int otherPart;
    private final int crew;
    private final int shelf;

    private RandomStructure(long seed, boolean withMore) {
        random = new SplittableRandom(seed);
        more = withMore ? new SplittableRandom(~seed) : null;
        part = draft.newPart("part", "server");
        otherPart = draft.newPart("other part", "server");
        place = draft.node("place", Node.Kind.PLACE, -1, 0);
        hidden = chance(0.2);
        probed = chance(0.3);
        crew = chance(0.5) ? draft.crew(someCrew()) : -1;
        shelf = chance(0.3) ? draft.shelf(new Shelf("shelf", random.nextInt(2), law(3, 10))) : -1;
        if (chance(0.5)) {
            draft.mode(mode(place, place, "place", 200, -1));
        }
    }

    static Blueprint of(long seed) {
        return new RandomStructure(seed, false).build();
    }

    /** The same, with elements that were thought of later: places that need the crew of what is inside
     * them, loads with a peak a day, events that hit a number, groups, or leave some broken. */
    static Blueprint withMore(long seed) {
        return new RandomStructure(seed, true).build();
    }

    private boolean chance(double p) {
        return random.nextDouble() < p;
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private Distribution law(double lowHours, double highHours) {
        double mean = HOUR * (lowHours + (highHours - lowHours) * random.nextDouble());
        int kind = random.nextInt(12);
        return kind == 0 ? new Erlang(2, mean) : kind == 1 ? new Hyperexponential(mean, 1.5) : new Exponential(mean);
    }

    private Distribution lawOrZero(double lowHours, double highHours) {
        return chance(0.15) ? new Deterministic(0) : law(lowHours, highHours);
    }

    private Crew someCrew() {
        Crew.Order order = one(Crew.Order.values());
        boolean preempts = order == Crew.Order.PRIORITY && chance(0.5);
        Distribution inspection = order == Crew.Order.FIRST_FOUND ? law(0.5, 2) : null;
        return new Crew("crew", 1 + random.nextInt(2), order, new int[] {0, 1}, preempts, inspection, List.of());
    }

    private Mode mode(int unit, int holds, String name, double lifeHours, int site) {
        List<Phase> repair = new ArrayList<>();
        int stages = random.nextInt(3);
        for (int s = 0; s <= stages; s++) {
            Phase.Resource resource = Phase.Resource.NONE;
            if (crew >= 0 && (unit != place ? chance(0.5) : more != null && more.nextBoolean())) {
                resource = Phase.Resource.CREW;
            } else if (shelf >= 0 && chance(0.3)) {
                resource = Phase.Resource.SPARE;
            }
            Stage stage = s == stages ? Stage.REPAIR : Stage.WAITING;
            repair.add(new Phase(stage, s == stages ? law(1, 5) : lawOrZero(0.5, 3), resource, 1, false));
        }
        Effect effect = holds != unit ? Effect.HANG : chance(0.15) ? Effect.DEGRADED : Effect.DOWN;
        Distribution life = law(0.5 * lifeHours, 1.5 * lifeHours);
        Renewal renewal =
                one(life.isExponential() ? Renewal.values() : new Renewal[] {Renewal.OWN_MODE, Renewal.WHOLE_UNIT});
        Found found = Found.AT_ONCE;
        if (hidden && chance(0.2)) {
            found = Found.BY_INSPECTION;
        } else if (probed && unit != place && effect != Effect.DEGRADED && chance(0.3)) {
            found = Found.BY_PROBE;
        }
        return new Mode(
                name,
                unit,
                holds,
                draft.cause(name, ""),
                chance(0.5) ? part : otherPart,
                life,
                chance(0.7),
                -1,
                site,
                effect,
                effect == Effect.DEGRADED ? 0.3 : 0,
                repair,
                true,
                crew,
                shelf,
                found,
                renewal,
                chance(0.2) ? 0.3 : 0);
    }

    private Blueprint build() {
        int n = 2 + random.nextInt(2);
        List<Integer> modes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            boolean placed = chance(0.5);
            int unit = placed
                    ? draft.node("unit-" + i, Node.Kind.INSTANCE, part, 0, place)
                    : draft.node("unit-" + i, Node.Kind.INSTANCE, part, 0);
            int answer = draft.node("unit-" + i + " answers", Node.Kind.FACET, part, 0, unit);
            units.add(unit);
            answers.add(answer);
            modes.add(draft.mode(mode(unit, unit, "crash-" + i, 30, placed && chance(0.5) ? place : -1)));
            if (chance(0.25)) {
                modes.add(draft.mode(mode(unit, answer, "hang-" + i, 60, -1)));
            }
            if (placed && chance(0.3)) {
                draft.restart(new Restart("restart-" + i, unit, place, lawOrZero(0.2, 1)));
            }
        }
        int[] members = answers.stream().mapToInt(Integer::intValue).toArray();
        shock(modes);
        if (hidden) {
            inspection();
        }
        switch (probed ? 1 + 2 * random.nextInt(2) : random.nextInt(4)) {
            case 0 -> steps.add(new Step.Works(draft.gate("gate", 1 + random.nextInt(n), members)));
            case 1 -> tier(members);
            case 2 -> takeover(members);
            default -> {
                tier(members);
                takeover(members);
            }
        }
        if (chance(0.25)) {
            standIn();
        }
        if (chance(0.25)) {
            machine(members);
        }
        if (chance(0.3)) {
            plan(modes);
        }
        if (more != null && more.nextBoolean()) {
            alsoHit(modes.get(0));
        }
        if (chance(0.2)) {
            draft.loadSharing(
                    new LoadSharing(units.stream().mapToInt(Integer::intValue).toArray(), new double[] {1, 2, 3}));
        }
        draft.fill(part, members[0], members);
        draft.fill(otherPart, members[1], members);
        double upAt = chance(0.5) ? 0.99 : 0.5;
        if (more != null && more.nextBoolean()) {
            draft.load(new Load(1.1 + 2 * more.nextDouble(), 15 * HOUR));
            // A chain does not know the hour: whether the journey is up must not depend on it.
            upAt = 1e-6;
        }
        draft.journey(
                new Journey("journey", new Step.All(steps), upAt, 1, new int[] {1, 2}, new double[] {0.25, 0.75}));
        return draft.finish();
    }

    /** Finds everything that is hidden. */
    private void inspection() {
        Plan.Target[] all = new Plan.Target[2 * units.size() + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = Plan.Target.of(i);
        }
        draft.plan(new Plan(
                "inspection",
                draft.cause("inspection", ""),
                Double.NaN,
                law(5, 20),
                Plan.Verb.INSPECT,
                new Plan.Target[][] {all},
                List.of(),
                1,
                true,
                1,
                0));
    }

    private void shock(List<Integer> modes) {
        if (!chance(0.3)) {
            return;
        }
        Shock.Hits hits = one(Shock.Hits.values());
        draft.shock(new Shock(
                "shock",
                draft.cause("shock", ""),
                law(20, 80),
                modes.stream().mapToInt(Integer::intValue).toArray(),
                hits,
                0.6,
                hits == Shock.Hits.COUNT ? new Deterministic(2) : null,
                0,
                chance(0.5)));
    }

    private void tier(int[] members) {
        boolean observed = !probed && chance(0.3);
        int watch = draft.watch(new Watch(
                "watch",
                draft.cause("watch", "false alarm"),
                observed ? units.get(0) : -1,
                members,
                units.stream().mapToInt(Integer::intValue).toArray(),
                lawOrZero(0.1, 0.5),
                law(0.1, 0.8),
                lawOrZero(0.1, 0.5),
                chance(0.3) ? law(20, 40) : null));
        boolean blind = !probed && chance(0.2);
        int tier = draft.tier(new Tier(
                "tier",
                part,
                members,
                blind ? new int[0] : new int[] {watch},
                blind ? new int[0] : new int[] {-1},
                1,
                chance(0.3) ? 1.0 : Double.POSITIVE_INFINITY,
                members.length - 0.5,
                1 + random.nextInt(2),
                chance(0.3) ? 0.6 : 0));
        steps.add(new Step.Balanced(tier));
    }

    private void takeover(int[] members) {
        int works = draft.node("pair works", Node.Kind.COMPONENT, -1, 0);
        List<Phase> stages = new ArrayList<>();
        int count = random.nextInt(4);
        for (int s = 0; s < count; s++) {
            Stage stage = s == 0 ? Stage.DETECTION : Stage.SWITCHOVER;
            stages.add(new Phase(
                    stage, lawOrZero(0.1, 1), Phase.Resource.NONE, chance(0.5) ? 0.8 : 1, s > 0 && chance(0.7)));
        }
        boolean all = chance(0.25);
        int posts = all ? members.length : 1 + (members.length > 2 && chance(0.5) ? 1 : 0);
        draft.takeover(new Takeover(
                "pair",
                works,
                members,
                posts,
                1 + random.nextInt(posts),
                new double[] {0, 0.5, 1}[random.nextInt(3)],
                all ? List.of() : stages,
                stages.isEmpty() || all ? 0.8 : 1,
                List.of(Phase.of(Stage.BY_HAND, law(0.5, 3))),
                chance(0.2) ? place : -1,
                chance(0.2),
                chance(0.7),
                0,
                chance(0.3)));
        steps.add(new Step.Works(works));
    }

    /** A fault that takes the first two units along, both or none. */
    private void alsoHit(int mode) {
        int[] followers = new int[2];
        for (int i = 0; i < 2; i++) {
            followers[i] = draft.mode(new Mode(
                    "with-" + i,
                    units.get(i),
                    units.get(i),
                    draft.cause("with", ""),
                    part,
                    new Never(),
                    false,
                    -1,
                    -1,
                    Effect.DOWN,
                    0,
                    List.of(),
                    true,
                    -1,
                    -1,
                    Found.AT_ONCE,
                    Renewal.OWN_MODE,
                    0));
        }
        draft.alsoHit(new AlsoHit(mode, followers, 0.4));
    }

    private void standIn() {
        int unit = draft.node("generator", Node.Kind.INSTANCE, part, 0);
        draft.mode(mode(unit, unit, "generator", 40, -1));
        int works = draft.node("generator runs", Node.Kind.COMPONENT, -1, 0, unit);
        draft.standIn(new StandIn(
                "generator",
                unit,
                works,
                place,
                chance(0.5) ? 0 : 0.3,
                chance(0.5) ? List.of() : List.of(Phase.of(Stage.SWITCHOVER, law(0.1, 0.5))),
                0.9,
                List.of(Phase.of(Stage.BY_HAND, law(0.5, 2))),
                Double.POSITIVE_INFINITY));
        steps.add(new Step.Works(draft.gate("powered", 1, place, works)));
    }

    private void machine(int[] members) {
        int holds = draft.node("machine", Node.Kind.COMPONENT, -1, 0);
        Machine.Move[] moves = {
            new Machine.Move(0, new int[] {1}, new double[] {1}, law(5, 20), members[0], false),
            new Machine.Move(0, new int[] {1, 2}, new double[] {0.3, 0.7}, law(10, 30), members[1], true),
            new Machine.Move(1, new int[] {0, 2}, new double[] {0.5, 0.5}, law(1, 4), -1, false),
            new Machine.Move(2, new int[] {0}, new double[] {1}, chance(0.3) ? null : law(1, 4), members[0], false),
            new Machine.Move(2, new int[] {1}, new double[] {1}, law(1, 4), -1, false)
        };
        draft.machine(
                new Machine("machine", holds, draft.cause("machine", ""), new boolean[] {true, true, false}, 0, moves));
        steps.add(new Step.Works(holds));
    }

    private void plan(List<Integer> modes) {
        Plan.Verb verb = one(Plan.Verb.values());
        int unit = units.get(0);
        Plan.Target first =
                verb == Plan.Verb.BREAK ? new Plan.Target(-1, modes.get(0), -1, false) : Plan.Target.of(unit);
        Plan.Target second =
                verb == Plan.Verb.BREAK ? new Plan.Target(-1, modes.get(1), -1, false) : Plan.Target.of(units.get(1));
        Plan plan = new Plan(
                "plan",
                draft.cause("plan", ""),
                Double.NaN,
                law(20, 60),
                verb,
                chance(0.5) ? new Plan.Target[][] {{first, second}} : new Plan.Target[][] {{first}, {second}},
                verb == Plan.Verb.HOLD || verb == Plan.Verb.DEGRADE
                        ? List.of(Phase.of(Stage.PLANNED, law(0.5, 2)))
                        : List.of(),
                chance(0.5) ? 1 : 0.5,
                chance(0.5),
                chance(0.5) ? 1 : 0.5,
                0.4);
        draft.plan(more == null ? plan : reaching(plan, modes, more));
    }

    /** The same plan, hitting a number of its targets, others as a group, and leaving some broken. */
    private static Plan reaching(Plan plan, List<Integer> modes, SplittableRandom more) {
        boolean some = plan.steps().length == 1 && more.nextBoolean();
        boolean stay = plan.verb() == Plan.Verb.HOLD && more.nextBoolean();
        Plan.Target[] last = plan.steps()[plan.steps().length - 1];
        List<Plan.Group> groups = more.nextBoolean() ? List.of(new Plan.Group(last, 0.3)) : List.of();
        int[][] staying = {{modes.get(0)}, {modes.get(1)}};
        return new Plan(
                plan.stream(),
                plan.cause(),
                plan.first(),
                plan.every(),
                plan.verb(),
                plan.steps(),
                plan.phases(),
                plan.share(),
                plan.planned(),
                plan.chance(),
                plan.errors(),
                new Plan.Reach(some ? new Deterministic(1) : null, 0, stay ? 0.4 : 0, staying, groups));
    }
}
