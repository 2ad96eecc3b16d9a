package nines.format;

import java.util.Map;
import nines.model.Common;
import nines.model.Component;
import nines.model.Crew;
import nines.model.Event;
import nines.model.Group;
import nines.model.Journey;
import nines.model.Place;
import nines.model.Traffic;

/** What no single key can tell: circles, contradictions, more needed than there is. */
final class Checks {

    private final Known known;

    Checks(Known known) {
        this.known = known;
    }

    void all() {
        ComponentChecks components = new ComponentChecks(known);
        JourneyChecks journeys = new JourneyChecks(known, components);
        EventChecks events = new EventChecks(known, components);
        known.section("places", Place.class).forEach((name, place) -> {
            components.modes(name, place.fails());
            components.failover(name + ".failover", place.failover());
            components.places(name + ".in", place.in());
        });
        known.section("components", Component.class).forEach(components::component);
        new Circles(known).all();
        known.section("groups", Group.class).forEach((name, group) -> {
            components.modes(name, group.fails());
            group.members().forEach(member -> components.exists(name + ".members", member));
        });
        known.section("journeys", Journey.class).forEach(journeys::journey);
        known.section("traffic", Traffic.class).forEach(journeys::traffic);
        known.section("crews", Crew.class).forEach(journeys::crew);
        known.section("events", Event.class).forEach(events::event);
        instances();
    }

    private void instances() {
        long sum = 0;
        Map<String, Place> places = known.section("places", Place.class);
        for (Place place : places.values()) {
            sum += place.instances();
        }
        if (sum > Limits.INSTANCES) {
            known.add(
                    Code.N119,
                    "places",
                    "the places have " + sum + " instances; at most " + Limits.INSTANCES + " are possible.");
        }
        sum = 0;
        for (Component component : known.section("components", Component.class).values()) {
            Common common = component.common();
            long copies = common.per() == null
                    ? 1
                    : places.values().stream()
                            .filter(p -> p.kind().equals(common.per()))
                            .mapToLong(Place::instances)
                            .sum();
            if (common.per() != null && copies == 0 && known.is(component.name() + ".per") && knowsKinds(places)) {
                known.add(
                        Code.N102,
                        component.name() + ".per",
                        "`per: " + common.per() + "`: there is no place of this kind.");
            }
            sum += copies * common.instances();
        }
        if (sum > Limits.INSTANCES) {
            known.add(
                    Code.N119,
                    "components",
                    "the components have " + sum + " instances; at most " + Limits.INSTANCES + " are possible.");
        }
    }

    private boolean knowsKinds(Map<String, Place> places) {
        return known.is("places") && places.keySet().stream().allMatch(place -> known.is(place + ".kind"));
    }
}
