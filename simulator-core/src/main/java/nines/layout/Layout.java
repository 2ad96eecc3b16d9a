package nines.layout;

import nines.blueprint.Blueprint;
import nines.blueprint.Draft;
import nines.model.Scenario;

/** The one way from a scenario to its blueprint. */
public final class Layout {
    private Layout() {}

    /**
     * Lays a scenario out.
     *
     * @throws NotLaidOut when it says something that has no meaning yet or contradicts itself
     */
    public static Blueprint of(Scenario scenario) {
        Draft draft = new Draft();
        Places places = new Places(draft, scenario);
        Names names = new Names(draft, places, scenario.groups());
        Components components = new Components(draft, scenario, names);
        components.layOutUnits();
        Conditions conditions = new Conditions(draft, names);
        components.layOutNeeds(conditions);
        components.layOutBehaviour(conditions);
        Journeys journeys = new Journeys(draft, scenario, names, conditions);
        boolean stopsInOutage = scenario.components().values().stream()
                .anyMatch(component -> !component.common().agesInOutage());
        new Failures(draft, scenario, names).layOut(stopsInOutage ? journeys.anyJourneyUp() : -1);
        journeys.layOut();
        new Events(draft, scenario, names).layOut();
        return draft.finish();
    }
}
