package nines.ui.shell;

import java.util.List;
import nines.model.Event;
import nines.model.Selector;
import nines.model.Verb;

/** The names of what an event happens to. */
final class EventTargets {
    private EventTargets() {}

    static List<String> of(Event event) {
        return selectors(event.verb()).stream().map(Selector::name).toList();
    }

    /** What changes traffic, the network between places or a setting happens to nothing that is drawn. */
    private static List<Selector> selectors(Verb verb) {
        if (verb instanceof Verb.Fail fail) {
            return fail.fail();
        } else if (verb instanceof Verb.Degrade degrade) {
            return degrade.degrade();
        } else if (verb instanceof Verb.Pause pause) {
            return pause.pause();
        } else if (verb instanceof Verb.Isolate isolate) {
            return isolate.isolate();
        } else if (verb instanceof Verb.Corrupt corrupt) {
            return corrupt.corrupt();
        } else if (verb instanceof Verb.Maintain maintain) {
            return maintain.maintain();
        } else if (verb instanceof Verb.Inspect inspect) {
            return inspect.inspect();
        } else if (verb instanceof Verb.Deploy deploy) {
            return deploy.deploy();
        } else if (verb instanceof Verb.Attack attack) {
            return attack.attack();
        }
        return List.of();
    }
}
