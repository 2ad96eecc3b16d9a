package nines.layout;

import java.util.List;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Replay;
import nines.layout.Refusal.Why;
import nines.model.Component;
import nines.model.Event;
import nines.model.Hits;
import nines.model.Repair;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** What events say that cannot be simulated. */
final class EventRefusals {
    private static final String FAILURES = "failures";

    private final Scenario scenario;
    private final Refusals found;
    private final boolean withRequests;

    EventRefusals(Scenario scenario, Refusals found, boolean withRequests) {
        this.scenario = scenario;
        this.found = found;
        this.withRequests = withRequests;
    }

    void event(Event event) {
        Verb verb = event.verb();
        if (verb instanceof Verb.Fail fail) {
            fail(event, fail);
        } else if (verb instanceof Verb.Pause pause) {
            spread(event, pause.pause());
            unseen(event, "pause", pause.pause());
        } else if (verb instanceof Verb.Isolate isolate) {
            spread(event, isolate.isolate());
            unseen(event, "isolate", isolate.isolate());
        } else if (verb instanceof Verb.Degrade degrade) {
            degrade(event, degrade);
        } else if (verb instanceof Verb.Surge) {
            together(event, "of a surge");
            lasts(event);
        } else if (verb instanceof Verb.Maintain maintain) {
            together(event, "with this verb");
            lasts(event);
            roles(event, "maintain", maintain.maintain());
        } else if (verb instanceof Verb.Inspect inspect) {
            together(event, "with this verb");
            roles(event, "inspect", inspect.inspect());
        } else if (verb instanceof Verb.Deploy deploy) {
            together(event, "with this verb");
            deploy(event, deploy);
        } else {
            together(event, "with this verb");
        }
        Distribution every = event.every();
        if (every != null && !(every instanceof Replay)) {
            found.forgets(event.name() + ".every", every, FAILURES);
        }
    }

    private void fail(Event event, Verb.Fail fail) {
        String name = event.name();
        if (fail.mode() != null) {
            if (fail.notReturning() > 0 || !fail.alsoHits().isEmpty()) {
                found.add(
                        Why.CONTRADICTS,
                        name + (fail.notReturning() > 0 ? ".not-returning" : ".also-hits"),
                        "with `mode: " + fail.mode() + "` the targets are mended by that mode's repair; leave out"
                                + " `not-returning` and `also-hits`, or write `for` in place of `mode`.",
                        name + ".mode");
            }
            fixed(event);
            roles(event, "fail", fail.fail());
            return;
        }
        boolean together = fail.notReturning() > 0;
        if (together && event.over().mean() > 0) {
            doesNotAct(name + ".not-returning", "`not-returning` together with `over`", name + ".over");
        }
        if (together) {
            nobodyByRole(name, "not-returning", "fail", fail.fail());
        }
        spread(event, fail.fail());
    }

    private void unseen(Event event, String verb, List<Selector> targets) {
        for (Selector who : targets) {
            Component component = scenario.components().get(who.name());
            if (component != null) {
                new ModeRefusals(found).unseen(component, event.name() + "." + verb);
            }
        }
    }

    /** Those hit one by one get a fault each, whose law may be any; together they share one draw. */
    private void spread(Event event, List<Selector> targets) {
        String verb = Verbs.word(event.verb());
        roles(event, verb, targets);
        fixed(event);
        if (event.over().mean() > 0) {
            nobodyByRole(event.name(), "over", verb, targets);
        } else {
            lasts(event);
        }
    }

    private void degrade(Event event, Verb.Degrade degrade) {
        boolean slow = degrade.slow() != 1 || degrade.serviceTime() != null;
        String name = event.name();
        if (slow && withRequests) {
            Distribution lasting = event.lasting();
            boolean several = degrade.degrade().size() > 1
                    || degrade.degrade().stream().anyMatch(who -> who.instance() == null && isSeveral(who));
            if (lasting != null && several && !(lasting instanceof Deterministic)) {
                doesNotAct(
                        name + ".for",
                        "`for: " + lasting.text() + "`, a law, with `slow` and several targets,",
                        name + ".slow",
                        name + ".degrade");
            }
            roles(event, "degrade", degrade.degrade());
            nobodyByRole(name, "slow", "degrade", degrade.degrade());
            fixed(event);
        } else if (degrade.errors() > 0) {
            spread(event, degrade.degrade());
        } else {
            fixed(event);
        }
    }

    /** Where it is not sure that there is only one, whoever lays it out says so. */
    private boolean isSeveral(Selector who) {
        Component component = scenario.components().get(who.name());
        return component != null && component.common().instances() > 1;
    }

    private void deploy(Event event, Verb.Deploy deploy) {
        String name = event.name();
        if (event.hits() instanceof Hits.Some) {
            doesNotAct(name + ".hits", "`hits` as a number for a release");
        }
        roles(event, "deploy", deploy.deploy());
        Repair repair = deploy.repair();
        if (deploy.bad() > 0) {
            found.forgets(name + ".detection", deploy.detection(), FAILURES);
            if (repair != null) {
                new ModeRefusals(found).stages(name + ".repair", repair);
            }
        }
    }

    // ---------------------------------------------------------------- what they have in common

    private void lasts(Event event) {
        Distribution lasting = event.lasting();
        if (lasting == null) {
            found.add(Why.MISSING, event.name(), "it needs `for`: how long it lasts.", event.name() + ".for");
        } else {
            found.forgets(event.name() + ".for", lasting, FAILURES);
        }
    }

    private void fixed(Event event) {
        found.isFixed(event.name() + ".over", event.over(), " Within it each hit comes at a random moment.");
    }

    private void together(Event event, String what) {
        if (event.over().mean() > 0) {
            doesNotAct(event.name() + ".over", "`over` " + what);
        }
    }

    private void nobodyByRole(String event, String key, String verb, List<Selector> targets) {
        if (targets.stream().anyMatch(who -> who.role() != null)) {
            doesNotAct(event + "." + key, "`" + key + "` for whoever has a role", event + "." + verb);
        }
    }

    private void roles(Event event, String verb, List<Selector> targets) {
        for (Selector who : targets) {
            Component component = scenario.components().get(who.name());
            if (who.role() != null && component != null && !Components.hasRoles(component, scenario.defaults())) {
                String name = component.name();
                found.add(
                        Why.NOT_THERE,
                        event.name() + "." + verb,
                        "`" + who.text() + "`: " + name + " has no roles, all its instances are alike. Name an instance"
                                + " such as `" + name + "-1`, or let some stand by.",
                        name,
                        name + ".instances",
                        name + ".active",
                        name + ".failover",
                        name + ".stands-by-for");
            }
        }
    }

    private void doesNotAct(String path, String what, String... alsoRestsOn) {
        found.add(
                Why.NOT_YET, path, what + " does not act yet when failures are simulated. Leave it out.", alsoRestsOn);
    }

    /** The words of verbs. */
    private static final class Verbs {
        static String word(@Nullable Verb verb) {
            Verb.Word word = verb == null ? null : verb.getClass().getAnnotation(Verb.Word.class);
            return word == null ? "" : word.value();
        }
    }
}
