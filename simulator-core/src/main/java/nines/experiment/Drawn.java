package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.model.Component;
import nines.model.Place;
import nines.model.Scenario;
import nines.model.Standing;
import nines.model.Tie;
import nines.result.Architecture;

/** A scenario as it is drawn: places in places, components where they stand, calls and needs between them. */
final class Drawn {
    /** Levels of places inside places; more can only be a circle, which no scenario that runs has. */
    private static final int DEEPEST = 50;

    private final Scenario scenario;
    private final Standing stands;
    private final List<Architecture.Ground> grounds = new ArrayList<>();
    private final List<Architecture.Stand> standing = new ArrayList<>();

    private Drawn(Scenario scenario) {
        this.scenario = scenario;
        stands = new Standing(scenario);
    }

    static Architecture of(Scenario scenario) {
        return new Drawn(scenario).architecture();
    }

    private Architecture architecture() {
        stand("", "", List.of(0));
        ground("", "", 0);
        List<Architecture.Line> lines = Tie.of(scenario).stream()
                .map(tie -> new Architecture.Line(
                        tie.from(), tie.to(), tie.way().name().toLowerCase(Locale.ROOT), tie.journeys()))
                .toList();
        return new Architecture(grounds, standing, lines);
    }

    private void ground(String parent, String parentId, int depth) {
        for (Place place : scenario.places().values()) {
            List<Integer> members = Standing.membersIn(place, parent);
            if (!members.isEmpty() && depth < DEEPEST) {
                String id = parentId + "/" + place.name();
                grounds.add(new Architecture.Ground(id, place.name(), place.kind(), parentId, members.size()));
                stand(place.name(), id, members);
                ground(place.name(), id, depth + 1);
            }
        }
    }

    private void stand(String place, String ground, List<Integer> members) {
        for (Component component : scenario.components().values()) {
            int count = stands.count(component, place, members);
            if (count > 0) {
                standing.add(new Architecture.Stand(
                        component.name(), component.kind(), ground, count, redundancy(component)));
            }
        }
    }

    private static String redundancy(Component component) {
        int instances = component.common().instances();
        int active = component.common().active().of(instances);
        int needed = component.common().needed().of(instances);
        if (component.common().standsByFor() != null) {
            return "stands by for " + component.common().standsByFor();
        }
        if (active < instances) {
            return active + " of " + instances + " active";
        }
        return needed > 1 ? "needs " + needed + " of " + instances : "";
    }
}
