package nines.layout;

import nines.model.Component;
import nines.model.Effect;
import nines.model.Event;
import nines.model.Mode;
import nines.model.Scenario;
import nines.model.Verb;

/** What a scenario says about failures and events that does not act yet when requests are simulated: refused, by name. */
final class RequestRefusals {
    private RequestRefusals() {}

    static void check(Scenario scenario) {
        for (Component component : scenario.components().values()) {
            component.common().fails().forEach((name, mode) -> check(component.name() + ".fails." + name, mode));
        }
        scenario.events().values().forEach(RequestRefusals::check);
    }

    private static void check(String path, Mode mode) {
        if (mode.effect() == Effect.ISOLATED) {
            throw doesNotAct(path + ": `effect: isolated`");
        }
    }

    private static void check(Event event) {
        String name = "event " + event.name();
        Verb verb = event.verb();
        if (verb instanceof Verb.Isolate) {
            throw doesNotAct(name + ": `isolate`");
        } else if (verb instanceof Verb.Partition) {
            throw doesNotAct(name + ": `partition`");
        } else if (verb instanceof Verb.Attack) {
            throw doesNotAct(name + ": `attack`");
        } else if (verb instanceof Verb.Change) {
            throw doesNotAct(name + ": `change`");
        } else if (verb instanceof Verb.Deploy deploy && deploy.harm().slow() != 1) {
            throw doesNotAct(name + ": `harm` with `slow`");
        }
    }

    private static NotLaidOut doesNotAct(String what) {
        return new NotLaidOut(what + " does not act yet when requests are simulated");
    }
}
