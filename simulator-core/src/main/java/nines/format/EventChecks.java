package nines.format;

import java.util.Map;
import nines.model.Component;
import nines.model.Event;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Selector;
import nines.model.Verb;

/** What no single key of an event can tell: when, for how long, and whether its targets are there. */
final class EventChecks {

    private final Known known;
    private final ComponentChecks components;

    EventChecks(Known known, ComponentChecks components) {
        this.known = known;
        this.components = components;
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
        if (verb instanceof Verb.Fail fail) {
            fail.fail().forEach(s -> components.exists(name + ".fail", s));
            failsAs(name, fail);
        } else if (verb instanceof Verb.Degrade degrade) {
            degrade.degrade().forEach(s -> components.exists(name + ".degrade", s));
        } else if (verb instanceof Verb.Maintain maintain) {
            maintain.maintain().forEach(s -> components.exists(name + ".maintain", s));
        } else if (verb instanceof Verb.Inspect inspect) {
            inspect.inspect().forEach(s -> components.exists(name + ".inspect", s));
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
