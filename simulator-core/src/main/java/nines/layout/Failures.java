package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.AlsoHit;
import nines.blueprint.Crew;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Shelf;
import nines.blueprint.Shock;
import nines.blueprint.Slowing;
import nines.blueprint.Stage;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.distribution.Never;
import nines.distribution.Scaled;
import nines.model.Common;
import nines.model.CrewOrder;
import nines.model.Group;
import nines.model.Hits;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Repair;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Spare;
import org.jspecify.annotations.Nullable;

/** Failure modes of instances, places and groups, their common causes, and the people and parts that mend them. */
final class Failures {
    private final Draft draft;
    private final Scenario scenario;
    private final Names names;
    private final Losses losses;
    private final Map<String, Integer> crews = new LinkedHashMap<>();
    private final Map<String, Integer> shelves = new LinkedHashMap<>();

    Failures(Draft draft, Scenario scenario, Names names, Losses losses) {
        this.losses = losses;
        this.draft = draft;
        this.scenario = scenario;
        this.names = names;
    }

    void layOut(int anyJourneyUp) {
        scenario.crews().values().forEach(this::crew);
        for (Spare spare : scenario.spares().values()) {
            shelves.put(spare.name(), draft.shelf(new Shelf(spare.name(), spare.stock(), spare.delivery())));
        }
        for (Place place : scenario.places().values()) {
            for (Mode mode : place.fails().values()) {
                place(place, mode);
            }
        }
        for (Copy copy : names.all()) {
            for (Mode mode : copy.component().common().fails().values()) {
                component(copy, mode, anyJourneyUp);
            }
        }
        scenario.groups().values().forEach(this::group);
    }

    private void crew(nines.model.Crew crew) {
        Crew.Order order = Crew.Order.FIRST_COME;
        int[] rank = new int[draft.partCount()];
        if (crew.order() instanceof CrewOrder.FirstFound) {
            order = Crew.Order.FIRST_FOUND;
        } else if (crew.order() instanceof CrewOrder.AtRandom) {
            order = Crew.Order.AT_RANDOM;
        } else if (crew.order() instanceof CrewOrder.Urgency urgency) {
            order = Crew.Order.PRIORITY;
            java.util.Arrays.fill(rank, urgency.components().size());
            for (Copy copy : names.all()) {
                int at = urgency.components().indexOf(copy.component().name());
                rank[copy.part()] = at < 0 ? urgency.components().size() : at;
            }
            for (String place : scenario.places().keySet()) {
                int at = urgency.components().indexOf(place);
                rank[names.places.part(place)] = at < 0 ? urgency.components().size() : at;
            }
        }
        boolean inspects = order == Crew.Order.FIRST_FOUND && crew.inspection().mean() > 0;
        crews.put(
                crew.name(),
                draft.crew(new Crew(
                        crew.name(),
                        crew.people(),
                        order,
                        rank,
                        crew.preempts(),
                        inspects ? crew.inspection() : null,
                        shifts(crew))));
    }

    private static List<Crew.Shift> shifts(nines.model.Crew crew) {
        List<Crew.Shift> shifts = new ArrayList<>();
        for (nines.model.Crew.Shift shift : crew.works()) {
            boolean weekly = shift.days() < 7;
            shifts.add(new Crew.Shift(
                    shift.from(),
                    shift.lasting(),
                    shift.every(),
                    weekly ? shift.days() : 1,
                    weekly ? 7 * shift.every() : shift.every()));
        }
        return shifts;
    }

    // ---------------------------------------------------------------- modes

    private void place(Place place, Mode mode) {
        int[] nodes = names.places.of(place.name());
        int part = names.places.part(place.name());
        int cause = draft.cause(place.name(), mode.name());
        if (!(mode.hits() instanceof Hits.All)) {
            hitSome(place.name(), mode, cause, contents(nodes));
            return;
        }
        List<Integer> modes = new ArrayList<>();
        for (int node : nodes) {
            // A place lives by the calendar, whatever happens to the place that it lies in.
            modes.add(mode(mode, draft.name(node), node, node, cause, part, -1, -1, false));
        }
        alsoHits(mode, modes, cause);
        shocks(place.name(), mode, modes, nodes);
    }

    private int[] contents(int[] places) {
        List<Integer> inside = new ArrayList<>();
        for (Copy copy : names.all()) {
            for (int i = 0; i < copy.instances(); i++) {
                for (int place : places) {
                    if (names.places.contains(place, copy.placed()[i])) {
                        inside.add(copy.units()[i]);
                    }
                }
            }
        }
        return inside.stream().mapToInt(Integer::intValue).toArray();
    }

    private void component(Copy copy, Mode mode, int anyJourneyUp) {
        Common common = copy.component().common();
        int cause = draft.cause(copy.component().name(), mode.name());
        boolean operating =
                mode.clock() == Mode.Clock.OPERATING && !copy.component().livesByTheCalendar();
        List<Integer> modes = new ArrayList<>();
        for (int i = 0; i < copy.instances(); i++) {
            int holds = switch (mode.effect()) {
                case HANG -> copy.serve()[i];
                case ISOLATED -> copy.reach()[i];
                case DOWN, DEGRADED -> copy.units()[i];
            };
            modes.add(mode(
                    mode,
                    draft.name(copy.units()[i]),
                    copy.units()[i],
                    holds,
                    cause,
                    copy.part(),
                    // A mode that lives by the calendar is also mended by it, whatever happens to its place.
                    operating ? copy.placed()[i] : -1,
                    common.agesInOutage() ? -1 : anyJourneyUp,
                    operating));
        }
        alsoHits(mode, modes, cause);
        shocks(copy.name(), mode, modes, copy.placed());
    }

    /** Components that go down with a failure, each with its chance, and come back with it. */
    private void alsoHits(Mode mode, List<Integer> modes, int cause) {
        mode.alsoHits().forEach((name, chance) -> {
            var targets = names.targets(Selector.of(name), Names.Facet.LIVES, true);
            for (int m : modes) {
                int[] followers = new int[targets.size()];
                for (int i = 0; i < followers.length; i++) {
                    followers[i] = follower(targets.get(i).node(), draft.modeAt(m).stream(), cause);
                }
                draft.alsoHit(new AlsoHit(m, followers, chance));
            }
        });
    }

    /** A mode that only breaks with another one. */
    private int follower(int node, String with, int cause) {
        return draft.mode(new nines.blueprint.Mode(
                draft.name(node) + "/with " + with,
                node,
                node,
                cause,
                draft.node(node).component(),
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

    private int mode(
            Mode mode,
            String owner,
            int unit,
            int holds,
            int cause,
            int part,
            int site,
            int onlyWhile,
            boolean operating) {
        Repair repair = mode.repair();
        double shared = sharedPart(mode);
        Distribution life = mode.timeToFailure();
        if (shared >= 1) {
            life = new Never();
        } else if (shared > 0) {
            // Stretching time by 1 / (1 - share) keeps the mean rate exact whatever the law.
            life = new Scaled(life, 1 / (1 - shared));
        }
        boolean slow = mode.slow() != 1 || mode.serviceTime() != null;
        boolean wrong = mode.effect() == nines.model.Effect.DEGRADED || mode.errors() > 0 || slow;
        int index = draft.mode(new nines.blueprint.Mode(
                owner + "/" + mode.name(),
                unit,
                holds,
                cause,
                part,
                life,
                operating,
                onlyWhile,
                site,
                wrong ? Effect.DEGRADED : effect(mode.effect()),
                mode.errors(),
                repair == null ? List.of() : stages(repair),
                repair != null,
                crew(repair),
                shelf(repair),
                found(mode.found()),
                mode.replaced()
                        ? Renewal.WHOLE_UNIT
                        : mode.afterRepair() == Mode.AfterRepair.AS_BEFORE ? Renewal.NOTHING : Renewal.OWN_MODE,
                repair == null ? 0 : repair.failsAgain()));
        if (mode.losesData()) {
            losses.byMode(index, unit);
        }
        if (slow) {
            draft.slowing(new Slowing(index, unit, mode.slow(), mode.serviceTime()));
        }
        return index;
    }

    private int crew(@Nullable Repair repair) {
        return repair == null ? -1 : indexOf(crews, repair.crew(), "crew");
    }

    private int shelf(@Nullable Repair repair) {
        return repair == null ? -1 : indexOf(shelves, repair.spare(), "spare");
    }

    private static int indexOf(Map<String, Integer> known, @Nullable String name, String what) {
        if (name == null) {
            return -1;
        }
        Integer index = known.get(name);
        if (index == null) {
            throw new NotLaidOut("nothing here is called `" + name + "`: a " + what + " was expected");
        }
        return index;
    }

    private static Effect effect(nines.model.Effect effect) {
        return switch (effect) {
            case DOWN -> Effect.DOWN;
            case HANG -> Effect.HANG;
            case DEGRADED -> Effect.DEGRADED;
            case ISOLATED -> Effect.ISOLATED;
        };
    }

    private static Found found(Mode.Found found) {
        return switch (found) {
            case AT_ONCE -> Found.AT_ONCE;
            case BY_PROBE -> Found.BY_PROBE;
            case ON_DEMAND -> Found.ON_DEMAND;
            case BY_INSPECTION -> Found.BY_INSPECTION;
        };
    }

    /** The stages of a repair that take time or wait for somebody. */
    static List<Phase> stages(Repair repair) {
        List<Phase> stages = new ArrayList<>();
        add(stages, "detection", Stage.DETECTION, repair.detection(), Phase.Resource.NONE);
        add(stages, "acknowledgement", Stage.WAITING, repair.acknowledgement(), Phase.Resource.NONE);
        if (repair.spare() != null) {
            stages.add(new Phase(Stage.WAITING, new Deterministic(0), Phase.Resource.SPARE, 1, false));
        }
        Phase.Resource hands = repair.crew() == null ? Phase.Resource.NONE : Phase.Resource.CREW;
        add(stages, "travel", Stage.WAITING, repair.travel(), hands);
        if (repair.fix().mean() > 0 || hands == Phase.Resource.CREW || repair.failsAgain() > 0) {
            stages.add(new Phase("fix", Stage.REPAIR, repair.fix(), hands, 1, false));
        }
        add(stages, "restart", Stage.RESTART, repair.restart(), Phase.Resource.NONE);
        return stages;
    }

    private static void add(List<Phase> stages, String called, Stage stage, Distribution law, Phase.Resource resource) {
        if (law.mean() > 0) {
            stages.add(new Phase(called, stage, law, resource, 1, false));
        }
    }

    // ---------------------------------------------------------------- common causes

    private static double sharedPart(Mode mode) {
        return mode.commonCause().stream().mapToDouble(nines.model.Shock::share).sum();
    }

    private void shocks(String owner, Mode mode, List<Integer> modes, int[] placed) {
        int number = 0;
        for (nines.model.Shock shock : mode.commonCause()) {
            number++;
            if (shock.share() <= 0) {
                continue;
            }
            int cause = draft.cause(owner, mode.name() + " (common cause)");
            String within = shock.within();
            if (within == null) {
                shock(owner + "/" + mode.name() + "/shock-" + number, cause, mode, shock, modes);
                continue;
            }
            Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
            for (int i = 0; i < modes.size(); i++) {
                int place = names.places.around(placed[i], within);
                groups.computeIfAbsent(place, k -> new ArrayList<>()).add(modes.get(i));
            }
            groups.forEach((place, members) -> shock(
                    owner + "/" + mode.name() + "/shock-" + number(mode, shock) + "@"
                            + (place < 0 ? "anywhere" : draft.name(place)),
                    cause,
                    mode,
                    shock,
                    members));
        }
    }

    private static int number(Mode mode, nines.model.Shock shock) {
        return mode.commonCause().indexOf(shock) + 1;
    }

    private void shock(String stream, int cause, Mode mode, nines.model.Shock shock, List<Integer> members) {
        int n = members.size();
        Shock.Hits hits = Shock.Hits.ALL;
        double share = 1;
        Distribution count = null;
        double expected = n;
        if (shock.hits() instanceof Hits.Each each) {
            hits = Shock.Hits.SHARE;
            share = each.chance();
            expected = n * share;
        } else if (shock.hits() instanceof Hits.Some some) {
            hits = Shock.Hits.COUNT;
            count = some.count();
            expected = 0;
            for (int k = 1; k <= n; k++) {
                expected += count.survival(k - 0.5);
            }
        }
        double mean = mode.timeToFailure().mean() * expected / (shock.share() * n);
        draft.shock(new Shock(
                stream,
                cause,
                new Exponential(mean),
                members.stream().mapToInt(Integer::intValue).toArray(),
                hits,
                share,
                count,
                shock.over().mean(),
                shock.repair() == nines.model.Shock.Repair.TOGETHER));
    }

    // ---------------------------------------------------------------- groups

    private void group(Group group) {
        for (Mode mode : group.fails().values()) {
            int cause = draft.cause(group.name(), mode.name());
            int[] members = members(group);
            if (!(mode.hits() instanceof Hits.All)) {
                hitSome(group.name(), mode, cause, members);
                continue;
            }
            int part = draft.newPart(group.name(), "group");
            int node = draft.node(group.name() + "/" + mode.name(), Node.Kind.PLACE, part, 0);
            draft.fill(part, node, members);
            for (int member : members) {
                int[] inputs = draft.node(member).inputs();
                boolean supplied = inputs.length == 1 && draft.node(inputs[0]).kind() == Node.Kind.GATE;
                draft.require(supplied ? inputs[0] : member, node);
            }
            int index = mode(mode, group.name(), node, node, cause, part, -1, -1, false);
            for (int member : members) {
                if (mode.losesData()) {
                    losses.byMode(index, member);
                }
            }
        }
    }

    private int[] members(Group group) {
        List<Integer> members = new ArrayList<>();
        for (Selector selector : group.members()) {
            for (var target : names.targets(selector, Names.Facet.LIVES, false)) {
                members.add(target.node());
            }
        }
        return members.stream().mapToInt(Integer::intValue).toArray();
    }

    /** An outage of a place or group that hits only some: a shock over modes that never fail alone. */
    private void hitSome(String owner, Mode mode, int cause, int[] units) {
        List<Integer> modes = new ArrayList<>();
        for (int unit : units) {
            Repair repair = mode.repair();
            if (mode.losesData()) {
                losses.byMode(draft.modeCount(), unit);
            }
            modes.add(draft.mode(new nines.blueprint.Mode(
                    draft.name(unit) + "/" + owner + "/" + mode.name(),
                    unit,
                    unit,
                    cause,
                    draft.node(unit).component(),
                    new Never(),
                    false,
                    -1,
                    -1,
                    Effect.DOWN,
                    0,
                    repair == null ? List.of() : stages(repair),
                    repair != null,
                    crew(repair),
                    shelf(repair),
                    found(mode.found()),
                    Renewal.OWN_MODE,
                    0)));
        }
        Shock.Hits hits = mode.hits() instanceof Hits.Each ? Shock.Hits.SHARE : Shock.Hits.COUNT;
        draft.shock(new Shock(
                owner + "/" + mode.name(),
                cause,
                mode.timeToFailure(),
                modes.stream().mapToInt(Integer::intValue).toArray(),
                hits,
                mode.hits() instanceof Hits.Each each ? each.chance() : 1,
                mode.hits() instanceof Hits.Some some ? some.count() : null,
                0,
                false));
    }
}
