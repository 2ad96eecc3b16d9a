package nines.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.blueprint.Draft;
import nines.blueprint.LoadSharing;
import nines.blueprint.Machine;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Restart;
import nines.blueprint.Stage;
import nines.blueprint.StandIn;
import nines.blueprint.Takeover;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.model.Automaton;
import nines.model.Common;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Effect;
import nines.model.Failback;
import nines.model.Failover;
import nines.model.Generator;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Silence;
import org.jspecify.annotations.Nullable;

/** Instances and what makes them a whole: k of n, posts with standbys, a leader, stand-ins, automata. */
final class Components {
    private static final int INSTANCES_MAX = 100_000;

    private final Draft draft;
    private final Scenario scenario;
    private final Names names;
    private final boolean withRequests;
    private final Set<String> pausedOrIsolated;
    private int takeovers;

    /** @param withRequests whether instances that may be added are laid out too */
    Components(Draft draft, Scenario scenario, Names names, boolean withRequests) {
        this.withRequests = withRequests;
        this.draft = draft;
        this.scenario = scenario;
        this.names = names;
        pausedOrIsolated = Affected.pausedOrIsolated(scenario);
    }

    /** First pass: instances and the nodes that say whether each whole works. */
    void layOutUnits() {
        for (Component component : scenario.components().values()) {
            String per = component.common().per();
            if (per == null) {
                names.add(copy(component, component.name(), -1, null));
                continue;
            }
            List<Integer> places = names.places.ofKind(per);
            if (places.isEmpty()) {
                throw new NotLaidOut(component.name() + ": `per: " + per + "`, but no place is of that kind");
            }
            for (int place : places) {
                names.add(copy(component, component.name() + "@" + draft.name(place), place, draft.name(place)));
            }
        }
    }

    private Copy copy(
            Component component, String name, int place, @org.jspecify.annotations.Nullable String placeName) {
        Common common = component.common();
        int n = withRequests ? component.mostInstances() : common.instances();
        if (n > INSTANCES_MAX) {
            throw new NotLaidOut(
                    Refusal.Why.OUT_OF_RANGE,
                    component.name() + ".autoscale",
                    "`max: " + n + "` instances; at most " + INSTANCES_MAX + " can be laid out.");
        }
        int part = draft.newPart(name, component.kind());
        int[] placed = new int[n];
        if (place >= 0) {
            java.util.Arrays.fill(placed, place);
        } else {
            placed = names.places.spread(common.in(), n);
        }
        int[] units = new int[n];
        int[] reach = new int[n];
        int[] serve = new int[n];
        boolean needsReach = has(common, Effect.ISOLATED) || pausedOrIsolated.contains(component.name());
        boolean needsServe = has(common, Effect.HANG) || pausedOrIsolated.contains(component.name());
        boolean restarts = common.restart().mean() > 0;
        for (int i = 0; i < n; i++) {
            String called = instanceName(component, i, n, placeName);
            int inside = placed[i];
            if (restarts && (inside >= 0 || common.needs() != null)) {
                int outside = inside < 0
                        ? draft.node(called + " is supplied", Node.Kind.GATE, part, 0)
                        : draft.node(called + " is supplied", Node.Kind.GATE, part, 0, inside);
                units[i] = draft.node(called, Node.Kind.INSTANCE, part, 0, outside);
                draft.restart(new Restart(called, units[i], outside, common.restart()));
            } else if (inside >= 0) {
                units[i] = draft.node(called, Node.Kind.INSTANCE, part, 0, inside);
            } else {
                units[i] = draft.node(called, Node.Kind.INSTANCE, part, 0);
            }
            reach[i] = needsReach ? facet(called + " is reachable", part, units[i]) : units[i];
            serve[i] = needsServe ? facet(called + " answers", part, reach[i]) : reach[i];
        }
        int posts = posts(component);
        int needed = Math.max(common.needed().of(n), component.neededAtLeast());
        int works;
        int takeover = -1;
        int[] fills = new int[0];
        if (common.standsByFor() != null) {
            int[] running = new int[n];
            for (int i = 0; i < n; i++) {
                running[i] = draft.node(draft.name(units[i]) + " runs", Node.Kind.GATE, part, 0, serve[i]);
            }
            works = draft.node(name + " works", Node.Kind.COMPONENT, part, n - Math.min(needed, n), running);
            draft.fill(part, works, units);
            return new Copy(
                    component, name, place, placeName, part, units, reach, serve, placed, works, -1, new int[0]);
        }
        if (posts < n || isCovered(common, n)) {
            takeover = takeovers++;
            if (posts > 1 && posts < n) {
                fills = new int[posts];
                for (int post = 0; post < posts; post++) {
                    fills[post] = draft.node(name + " post " + (post + 1) + " is filled", Node.Kind.GATE, part, 0);
                }
            }
            if (posts < n && !component.leads()) {
                works = draft.node(name + " works", Node.Kind.COMPONENT, part, 0);
            } else {
                // A node of its own: the take-over takes the whole down however many members live.
                int enough = draft.node(name + " has enough", Node.Kind.GATE, part, n - needed, serve);
                works = draft.node(name + " works", Node.Kind.COMPONENT, part, 0, enough);
            }
        } else if (n == 1) {
            works = serve[0];
        } else {
            works = draft.node(name + " works", Node.Kind.COMPONENT, part, n - needed, serve);
        }
        draft.fill(part, works, units);
        return new Copy(component, name, place, placeName, part, units, reach, serve, placed, works, takeover, fills);
    }

    private static String instanceName(
            Component component, int i, int n, @org.jspecify.annotations.Nullable String placeName) {
        String plain = n == 1 ? component.name() : component.name() + "-" + (i + 1);
        return placeName == null ? plain : plain + "@" + placeName;
    }

    private int facet(String name, int part, int of) {
        return draft.node(name, Node.Kind.FACET, part, 0, of);
    }

    private static boolean has(Common common, Effect effect) {
        return common.fails().values().stream().anyMatch(mode -> mode.effect() == effect);
    }

    /** How many instances work at once; a database has one primary and a consensus group one leader. */
    private int posts(Component component) {
        int n = component.common().instances();
        // Where instances are added and taken away, all that there can be are active.
        return withRequests && !component.leads() && component.mostInstances() > n
                ? component.mostInstances()
                : posts(component, scenario.defaults());
    }

    private static int posts(Component component, Silence silence) {
        Common common = component.common();
        int n = common.instances();
        if (component.leads() && n > 1) {
            boolean elects = silence == Silence.FIELD || common.failover() != null;
            return component.electionTime() == null || elects ? 1 : n;
        }
        return Math.min(n, common.active().of(n));
    }

    /** Whether some of its instances work while others stand by or follow. */
    static boolean hasRoles(Component component, Silence silence) {
        Common common = component.common();
        int n = common.instances();
        return common.standsByFor() == null && (posts(component, silence) < n || isCovered(common, n));
    }

    /** Where all work, a failover block says whether the others carry on after a failure. */
    private static boolean isCovered(Common common, int n) {
        Failover failover = common.failover();
        return n > 1 && failover != null && failover.success() < 1;
    }

    /** Second pass: take-overs, stand-ins, automata, load sharing. */
    void layOutBehaviour(Conditions conditions) {
        for (Copy copy : names.all()) {
            Common common = copy.component().common();
            if (copy.takeover() >= 0) {
                takeover(copy);
            }
            String primary = common.standsByFor();
            if (primary != null) {
                standIns(copy, primary);
            }
            if (copy.component() instanceof Automaton automaton) {
                machine(copy, automaton, conditions);
            }
            if (!common.loadSharing().isEmpty()) {
                draft.loadSharing(new LoadSharing(
                        copy.units(),
                        common.loadSharing().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
            }
        }
    }

    private void takeover(Copy copy) {
        Component component = copy.component();
        Common common = component.common();
        Failover failover = common.failover();
        int n = copy.instances();
        int posts = posts(component);
        List<Phase> stages = new ArrayList<>();
        List<Phase> byHand = List.of();
        double success = 1;
        Distribution election = component.electionTime();
        if (failover != null) {
            stages = stages(failover);
            byHand = failover.success() < 1 ? byHand(failover) : List.of();
            success = failover.success();
        } else if (election != null && election.mean() > 0) {
            stages.add(Phase.of(Stage.DETECTION, election));
        }
        String controller = failover == null ? null : failover.controller();
        int watches = controller == null ? -1 : names.works(Selector.of(controller));
        if (watches < 0 && component.leads() && component.electionTime() != null) {
            watches = draft.gate(copy.name() + " has a quorum", common.needed().of(n), copy.serve());
        }
        draft.takeover(new Takeover(
                copy.name(),
                copy.works(),
                copy.serve(),
                posts,
                Math.min(common.needed().of(n), posts),
                common.dormancy(),
                stages,
                success,
                byHand,
                watches,
                failover != null && failover.meanwhile() == Failover.Meanwhile.FROZEN,
                true,
                failover == null ? 0 : failover.antiFlap().mean(),
                returns(failover),
                true,
                copy.fills(),
                failover == null ? new Deterministic(0) : failover.failback().after(),
                failover != null && failover.failback().mode() == Failback.Mode.PLANNED));
    }

    /** Whether the first holder gets its post back; a rebuild first waits for its data, which is not simulated yet. */
    private static boolean returns(@org.jspecify.annotations.Nullable Failover failover) {
        Failback.Mode mode = failover == null ? null : failover.failback().mode();
        return mode == Failback.Mode.AT_ONCE || mode == Failback.Mode.PLANNED;
    }

    /** The stages of a failover that take time, in order; whether it works shows at the end, or after detection. */
    private static List<Phase> stages(Failover failover) {
        List<Phase> stages = new ArrayList<>();
        Distribution detection = failover.detection();
        if (detection == null && failover.healthCheck() != null) {
            detection = Checks.fall(failover.healthCheck(), false);
        }
        if (detection != null) {
            add(stages, "detection", Stage.DETECTION, detection, false);
        }
        add(stages, "hold-down", Stage.DETECTION, failover.holdDown(), false);
        add(stages, "decision", Stage.WAITING, failover.decision(), false);
        int noticed = stages.size();
        add(stages, "fencing-time", Stage.SWITCHOVER, failover.fencingTime(), true);
        add(stages, "start", Stage.SWITCHOVER, failover.start(), true);
        add(stages, "promotion", Stage.SWITCHOVER, failover.promotion(), true);
        add(stages, "redirect", Stage.SWITCHOVER, failover.redirect(), true);
        if (!stages.isEmpty() && failover.success() < 1) {
            boolean early = failover.shows() == Failover.Shows.AFTER_DETECTION && noticed > 0;
            int at = early ? noticed - 1 : stages.size() - 1;
            Phase last = stages.get(at);
            stages.set(
                    at,
                    new Phase(
                            last.called(),
                            last.stage(),
                            last.law(),
                            last.resource(),
                            failover.success(),
                            last.committed()));
        }
        return stages;
    }

    private static void add(List<Phase> stages, String called, Stage stage, Distribution law, boolean committed) {
        if (law.mean() > 0) {
            stages.add(new Phase(called, stage, law, Phase.Resource.NONE, 1, committed));
        }
    }

    private static List<Phase> byHand(Failover failover) {
        List<Phase> phases = new ArrayList<>();
        var person = failover.otherwise();
        Map<String, Distribution> stages = new LinkedHashMap<>();
        stages.put("detection", person.detection());
        stages.put("acknowledgement", person.acknowledgement());
        stages.put("travel", person.travel());
        stages.put("fix", person.fix());
        stages.put("restart", person.restart());
        stages.forEach((called, law) -> {
            if (law.mean() > 0) {
                phases.add(new Phase("otherwise." + called, Stage.BY_HAND, law, Phase.Resource.NONE, 1, false));
            }
        });
        return phases;
    }

    private void standIns(Copy copy, String primary) {
        Common common = copy.component().common();
        Failover failover = common.failover();
        int called = names.places.knows(primary) ? names.places.of(primary)[0] : names.works(Selector.of(primary));
        List<Phase> stages = failover == null ? List.of() : stages(failover);
        double runsFor = Double.POSITIVE_INFINITY;
        if (copy.component() instanceof Generator generator && generator.runsFor() != null) {
            runsFor = generator.runsFor().mean();
        }
        for (int i = 0; i < copy.instances(); i++) {
            int runs = draft.node(copy.works()).inputs()[i];
            draft.standIn(new StandIn(
                    draft.name(copy.units()[i]),
                    copy.units()[i],
                    runs,
                    called,
                    common.dormancy(),
                    stages,
                    failover == null ? 1 : failover.success(),
                    failover == null || failover.success() >= 1 ? List.of() : byHand(failover),
                    runsFor));
        }
    }

    private void machine(Copy copy, Automaton automaton, Conditions conditions) {
        List<String> states = new ArrayList<>(automaton.states().keySet());
        boolean[] works = new boolean[states.size()];
        int number = 0;
        for (Automaton.State state : automaton.states().values()) {
            works[number++] = state.works();
        }
        for (int i = 0; i < copy.instances(); i++) {
            String called = draft.name(copy.units()[i]);
            List<Machine.Move> moves = new ArrayList<>();
            for (Automaton.Move move : automaton.moves()) {
                int guard = -1;
                boolean negated = false;
                if (move.during() != null) {
                    guard = conditions.node(move.during(), called);
                } else if (move.unless() != null) {
                    guard = conditions.node(move.unless(), called);
                    negated = true;
                }
                int[] to = new int[move.to().size()];
                double[] chances = new double[to.length];
                int k = 0;
                for (Map.Entry<String, Double> target : move.to().entrySet()) {
                    to[k] = states.indexOf(target.getKey());
                    chances[k++] = target.getValue();
                }
                for (String from : move.from()) {
                    moves.add(new Machine.Move(
                            states.indexOf(from),
                            to,
                            chances,
                            move.after().mean() == 0 ? null : move.after(),
                            guard,
                            negated,
                            move.memory() == Automaton.Move.Memory.RESTARTS));
                }
            }
            draft.machine(new Machine(
                    called,
                    copy.units()[i],
                    draft.cause(copy.component().name(), "state"),
                    works,
                    states.indexOf(automaton.start()),
                    moves.toArray(Machine.Move[]::new)));
        }
    }

    /** Third pass: what each instance and place cannot live without. */
    void layOutNeeds(Conditions conditions) {
        for (Copy copy : names.all()) {
            var needs = copy.component().common().needs();
            if (needs == null) {
                continue;
            }
            for (int i = 0; i < copy.instances(); i++) {
                int unit = copy.units()[i];
                int[] inputs = draft.node(unit).inputs();
                boolean supplied = inputs.length == 1 && draft.node(inputs[0]).kind() == Node.Kind.GATE;
                draft.require(supplied ? inputs[0] : unit, conditions.node(needs, draft.name(unit)));
            }
        }
        for (var place : scenario.places().values()) {
            if (place.needs() != null) {
                for (int node : names.places.of(place.name())) {
                    draft.require(node, conditions.node(place.needs(), draft.name(node)));
                }
            }
        }
    }

    /** Components that something else cannot live without, or stands by for: they feed, and are not asked. */
    static Set<String> feeders(Scenario scenario) {
        Set<String> feeders = new HashSet<>();
        for (Component component : scenario.components().values()) {
            name(component.common().needs(), feeders);
            if (component.common().standsByFor() != null) {
                feeders.add(component.name());
            }
        }
        scenario.places().values().forEach(place -> name(place.needs(), feeders));
        return feeders;
    }

    private static void name(@Nullable Condition needs, Set<String> names) {
        if (needs != null) {
            needs.named().forEach(who -> names.add(who.name()));
        }
    }
}
