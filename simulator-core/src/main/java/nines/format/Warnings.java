package nines.format;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nines.distribution.Distribution;
import nines.model.Automaton;
import nines.model.Backup;
import nines.model.Call;
import nines.model.Common;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Database;
import nines.model.Event;
import nines.model.Failover;
import nines.model.Group;
import nines.model.HealthCheck;
import nines.model.Journey;
import nines.model.Link;
import nines.model.Monitor;
import nines.model.Orchestrator;
import nines.model.Place;
import nines.model.Placement;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Server;
import nines.model.Verb;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** What is allowed, and yet perhaps not meant. */
final class Warnings {

    private final Scenario scenario;
    private final Known known;
    private final Unknowns unknowns;

    Warnings(Scenario scenario, Known known, Unknowns unknowns) {
        this.scenario = scenario;
        this.known = known;
        this.unknowns = unknowns;
    }

    void all() {
        reached();
        scenario.components().values().forEach(this::together);
        recovery();
        new DataWarnings(scenario, known).all();
        new Timeouts(scenario, known).all();
    }

    // W201

    private static final List<String> REACHING = List.of("journeys", "components", "places", "groups", "events");

    private void reached() {
        if (!REACHING.stream().allMatch(known::is)) {
            return;
        }
        Set<String> used = new LinkedHashSet<>();
        for (Journey journey : scenario.journeys().values()) {
            calls(journey.through(), used);
            calls(journey.calls(), used);
            condition(journey.needs(), used);
        }
        for (Component component : scenario.components().values()) {
            Common common = component.common();
            condition(common.needs(), used);
            if (common.standsByFor() != null) {
                used.add(component.name());
            }
            Failover failover = common.failover();
            if (failover != null) {
                name(failover.controller(), used);
                name(failover.failback() == null ? null : failover.failback().source(), used);
            }
            byKind(component, used);
        }
        scenario.places().values().forEach(place -> condition(place.needs(), used));
        for (Group group : scenario.groups().values()) {
            group.members().forEach(member -> used.add(member.name()));
        }
        scenario.events().values().forEach(event -> event(event, used));
        for (Component component : scenario.components().values()) {
            if (!used.contains(component.name()) && !unknowns.mayBeUsed("components", component.name())) {
                known.add(
                        Code.W201,
                        component.name(),
                        "nothing reaches component `" + component.name()
                                + "`: no journey, need, backup or event uses it.");
            }
        }
    }

    private void byKind(Component component, Set<String> used) {
        boolean delays = component instanceof Link link && (link.latency() != null || link.loss() > 0);
        if (delays && scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS) {
            // Calls between its places take it without naming it.
            used.add(component.name());
        }
        if (component instanceof Backup backup) {
            used.addAll(backup.of());
            used.add(component.name());
        } else if (component instanceof Orchestrator orchestrator) {
            used.addAll(orchestrator.runs());
            used.add(component.name());
        } else if (component instanceof Monitor) {
            used.add(component.name());
        } else if (component instanceof Server server && server.consumes() != null) {
            used.add(server.consumes());
            used.add(component.name());
        } else if (component instanceof Automaton automaton) {
            automaton.moves().forEach(move -> {
                condition(move.during(), used);
                condition(move.unless(), used);
            });
        }
        if (component instanceof Server server && server.autoscale() != null) {
            name(server.autoscale().controller(), used);
        }
        component
                .common()
                .fails()
                .values()
                .forEach(mode -> used.addAll(mode.alsoHits().keySet()));
    }

    private static void event(Event event, Set<String> used) {
        List<Selector> targets = event.verb() instanceof Verb.Fail fail
                ? fail.fail()
                : event.verb() instanceof Verb.Inspect inspect
                        ? inspect.inspect()
                        : event.verb() instanceof Verb.Attack attack ? attack.attack() : List.of();
        targets.forEach(target -> used.add(target.name()));
    }

    private static void name(@Nullable String name, Set<String> used) {
        if (name != null) {
            used.add(name);
        }
    }

    private static void calls(List<Call> calls, Set<String> used) {
        for (Call call : calls) {
            name(call.to(), used);
            name(call.fallback(), used);
            if (call.onMiss() != null) {
                calls(List.of(call.onMiss()), used);
            }
            calls(call.calls(), used);
            calls(call.parallel(), used);
        }
    }

    private static void condition(@Nullable Condition condition, Set<String> used) {
        if (condition == null) {
            return;
        }
        if (condition.tolerates() != null) {
            name(condition.tolerates().with(), used);
        }
        if (condition instanceof Condition.Works works) {
            used.add(works.who().name());
        }
        condition.of().forEach(each -> condition(each, used));
    }

    // W202

    private void together(Component component) {
        List<Placement> in = component.common().in();
        if (!(component instanceof Database)
                || component.common().instances() < 2
                || in.isEmpty()
                || !known.are(component.name() + ".in", component.name() + ".instances")) {
            return;
        }
        Set<String> shared = within(in.get(0).place());
        in.forEach(each -> shared.retainAll(within(each.place())));
        for (String name : shared) {
            Place place = scenario.places().get(name);
            if (place == null
                    || place.instances() > 1
                    || !known.are(name + ".instances", name + ".kind", name + ".fails")
                    || in.size() > 1 && place.fails().isEmpty()) {
                continue;
            }
            long alike = scenario.places().values().stream()
                    .filter(other -> other.kind().equals(place.kind()) && known.is(other.name() + ".kind"))
                    .count();
            if (alike > 1) {
                known.add(
                        Code.W202,
                        component.name(),
                        "all instances of `" + component.name() + "` are in " + name + ": losing this " + place.kind()
                                + " loses them together. Intended?");
                return;
            }
        }
    }

    /** A place and all that it is in, the innermost first; what has several instances spreads what is in it. */
    private Set<String> within(String name) {
        Set<String> all = new LinkedHashSet<>();
        Place place = scenario.places().get(name);
        while (place != null && all.add(place.name())) {
            boolean one = place.in().size() == 1 && known.are(place.name() + ".in");
            place = one ? scenario.places().get(place.in().get(0)) : null;
        }
        return all;
    }

    // W204

    private void recovery() {
        Double wanted = scenario.targets().recovery();
        if (wanted != null && known.are("targets.recovery")) {
            tooSlow(wanted, "the recovery target");
        }
        for (Journey journey : scenario.journeys().values()) {
            Double own = journey.targets().recovery();
            if (own != null && !own.equals(wanted) && known.are(journey.name() + ".targets.recovery")) {
                tooSlow(own, "the recovery target of `" + journey.name() + "`");
            }
        }
    }

    private void tooSlow(double wanted, String whose) {
        scenario.components().values().forEach(component -> {
            Failover failover = component.common().failover();
            String path = component.name() + ".failover";
            if (failover == null || !(component instanceof Database) || !known.are(path)) {
                return;
            }
            double noticed = mean(failover.detection()) + noticed(failover.healthCheck());
            double stages = noticed
                    + mean(failover.holdDown())
                    + mean(failover.decision())
                    + mean(failover.fencingTime())
                    + mean(failover.start())
                    + mean(failover.promotion());
            if (stages > wanted) {
                boolean already = noticed > wanted;
                known.add(
                        Code.W204,
                        path,
                        whose + ", " + Dimension.DURATION.rounded(wanted) + ", is below "
                                + (already
                                        ? "the time in which the failover of `" + component.name()
                                                + "` notices on average that there is anything to do ("
                                                + Dimension.DURATION.rounded(noticed)
                                        : "the mean of the stages of the failover of `" + component.name() + "` ("
                                                + Dimension.DURATION.rounded(stages))
                                + "): it cannot be met.");
            }
        });
    }

    /** The first probe that fails comes half an interval after the failure on average. */
    private static double noticed(@Nullable HealthCheck check) {
        return check == null ? 0 : (check.fall() - 0.5) * check.interval();
    }

    private static double mean(@Nullable Distribution law) {
        return law == null ? 0 : law.mean();
    }
}
