package nines.layout;

import java.util.HashSet;
import java.util.Set;
import nines.blueprint.Draft;
import nines.model.Component;
import nines.model.Event;
import nines.model.Scenario;
import nines.model.Verb;

/** Components that are laid out in another way because of what may happen to them. */
final class Affected {
    private Affected() {}

    /** Names of components that some event pauses or isolates: their instances need more than one truth. */
    static Set<String> pausedOrIsolated(Scenario scenario) {
        Set<String> found = new HashSet<>();
        for (Event event : scenario.events().values()) {
            if (event.verb() instanceof Verb.Pause pause) {
                pause.pause().forEach(who -> found.add(who.name()));
            } else if (event.verb() instanceof Verb.Isolate isolate) {
                isolate.isolate().forEach(who -> found.add(who.name()));
            } else if (event.verb() instanceof Verb.Deploy deploy && Deploys.silences(deploy.harm())) {
                deploy.deploy().forEach(who -> found.add(who.name()));
            }
        }
        return components(scenario, found);
    }

    /** Names of components whose instances may answer wrongly, by themselves or by some event. */
    static Set<String> answersWrongly(Scenario scenario) {
        Set<String> found = new HashSet<>();
        for (Component component : scenario.components().values()) {
            if (component.common().fails().values().stream().anyMatch(mode -> mode.errors() > 0)) {
                found.add(component.name());
            }
        }
        for (Event event : scenario.events().values()) {
            if (event.verb() instanceof Verb.Degrade degrade && degrade.errors() > 0) {
                degrade.degrade().forEach(who -> found.add(who.name()));
            } else if (event.verb() instanceof Verb.Deploy deploy
                    && deploy.bad() > 0
                    && deploy.harm().errors() > 0) {
                deploy.deploy().forEach(who -> found.add(who.name()));
            }
        }
        return components(scenario, found);
    }

    /** The components that names mean: groups stand for their members, a place for whatever is in the file. */
    private static Set<String> components(Scenario scenario, Set<String> named) {
        if (named.isEmpty()) {
            return named;
        }
        Set<String> found = new HashSet<>(named);
        scenario.groups().values().stream()
                .filter(group -> named.contains(group.name()))
                .forEach(group -> group.members().forEach(who -> found.add(who.name())));
        Places places = new Places(new Draft(), scenario);
        if (found.stream().anyMatch(places::knows)) {
            found.addAll(scenario.components().keySet());
        }
        return found;
    }
}
