package nines.format;

import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import nines.model.Component;
import nines.model.Event;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Selector;
import nines.model.Sides;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** What no single key of an event can tell: when, for how long, and whether its targets are there. */
final class EventChecks {

    private final Known known;
    private final ComponentChecks components;

    EventChecks(Known known, ComponentChecks components) {
        this.known = known;
        this.components = components;
    }

    /** Without places of that kind all would be taken at once. */
    private void onePer(String name, String kind) {
        Map<String, Place> places = known.section("places", Place.class);
        boolean sure = known.is("places") && places.keySet().stream().allMatch(place -> known.is(place + ".kind"));
        if (sure
                && known.is(name + ".one-per")
                && places.values().stream().noneMatch(place -> place.kind().equals(kind))) {
            known.add(Code.N102, name + ".one-per", "`one-per: " + kind + "`: there is no place of this kind.");
        }
    }

    void event(String name, Event event) {
        if ((event.at() == null) == (event.every() == null) && known.is(name + ".at") && known.is(name + ".every")) {
            known.add(
                    event.at() == null ? Code.N120 : Code.N130,
                    name,
                    event.at() == null
                            ? "event `" + name + "` says not when: write `at` (once) or `every` (again and again)."
                            : "event `" + name + "` has `at` and `every`: it happens once or again and again.");
        }
        Verb verb = event.verb();
        boolean lasts = verb instanceof Verb.Degrade
                || verb instanceof Verb.Pause
                || verb instanceof Verb.Isolate
                || verb instanceof Verb.Partition
                || verb instanceof Verb.Maintain
                || verb instanceof Verb.Surge
                || verb instanceof Verb.Attack
                || (verb instanceof Verb.Fail fail && fail.mode() == null && !fail.losesData());
        if (lasts
                && event.lasting() == null
                && known.is(name + ".for")
                && known.is(name + ".mode")
                && known.is(name + ".loses-data")) {
            String word = verb.getClass().getAnnotation(Verb.Word.class).value();
            known.add(Code.N120, name, "event `" + name + "`: `" + word + "` needs `for`, how long it lasts.");
        }
        if (verb instanceof Verb.Degrade degrade
                && degrade.slow() == 1
                && degrade.errors() == 0
                && degrade.serviceTime() == null
                && known.are(name)) {
            known.add(
                    Code.N120,
                    name,
                    "event `" + name + "` degrades nothing: say how, with `errors`, `slow` or `service-time`.");
        }
        Distribution every = event.every();
        if (every != null && !(every.mean() > 0) && known.are(name + ".every")) {
            known.add(Code.N126, name + ".every", "`every` must be longer than no time at all: it would never end.");
        }
        if (verb instanceof Verb.Maintain maintain && !maintain.onePer().equals("instance")) {
            onePer(name, maintain.onePer());
        }
        Shape.of(verb.getClass()).values(verb).forEach((field, value) -> targets(name + "." + field.key(), value));
        if (verb instanceof Verb.Fail fail) {
            failsAs(name, fail);
        }
    }

    /** What a verb acts on must be there. */
    private void targets(String path, @Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(each -> targets(path, each));
        } else if (value instanceof Sides sides) {
            targets(path, sides.one());
            targets(path, sides.other());
        } else if (value instanceof Selector selector) {
            components.exists(path, selector);
        }
    }

    private void failsAs(String name, Verb.Fail fail) {
        if (fail.mode() == null || !known.is(name + ".mode")) {
            return;
        }
        for (Selector selector : fail.fail()) {
            Component component = known.component(selector.name());
            Place place = known.place(selector.name());
            Map<String, Mode> modes =
                    component != null ? component.common().fails() : place != null ? place.fails() : Map.of();
            if (!modes.containsKey(fail.mode()) && known.is(selector.name() + ".fails")) {
                known.add(
                        Code.N102,
                        name + ".mode",
                        "`" + selector.name() + "` has no failure mode `" + fail.mode() + "`."
                                + DidYouMean.hint(fail.mode(), modes.keySet()));
            }
        }
    }
}
