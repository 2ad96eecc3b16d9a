package nines.ui.edit;

import java.util.List;
import nines.format.EditRefused;
import nines.format.NamedEntries;
import nines.format.ScenarioText;
import nines.format.ScenarioText.Holds;
import nines.model.Component;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/** Drawing and cutting arrows: calls of journeys, and needs. */
public final class Connections {
    /** What an arrow means. */
    public enum Way {
        /** Requests go there. */
        CALL,
        /** It cannot work without, but sends nothing. */
        NEED
    }

    private Connections() {}

    /** What an arrow between the two means when nobody says: power and cooling are needed, everything else is asked. */
    public static Way usual(Scenario scenario, ScenarioText text, String from, String to) {
        boolean journey = "journeys".equals(NamedEntries.section(text, from));
        boolean place =
                "places".equals(NamedEntries.section(text, to)) || "places".equals(NamedEntries.section(text, from));
        return !journey && (place || feeds(scenario, to) || feeds(scenario, from) || !isOnAJourney(text, from))
                ? Way.NEED
                : Way.CALL;
    }

    private static boolean feeds(Scenario scenario, String name) {
        Component component = scenario.components().get(name);
        return component != null
                && component.kind().matches("utility|generator|battery|ups|pdu|cooling|identity|orchestrator");
    }

    private static boolean isOnAJourney(ScenarioText text, String name) {
        return Calls.of(text).stream().anyMatch(call -> call.to().equals(name));
    }

    /** Why there can be no arrow; null if there can. */
    public static @Nullable String refusal(ScenarioText text, String from, String to, Way way) {
        try {
            connect(text, from, to, way);
            return null;
        } catch (EditRefused refused) {
            return refused.getMessage();
        }
    }

    /** The text with one more arrow. */
    public static ScenarioText connect(ScenarioText text, String from, String to, Way way) {
        if (from.equals(to)) {
            throw new EditRefused("`" + from + "` cannot be connected with itself");
        }
        String target = NamedEntries.section(text, to);
        if (!"components".equals(target) && !("places".equals(target) && way == Way.NEED)) {
            throw new EditRefused(
                    "journeys".equals(target)
                            ? "`" + to + "` is a journey: arrows begin there and do not end there"
                            : "`" + to + "` is a place: requests go to what stands in it");
        }
        if (way == Way.NEED) {
            return need(text, from, to);
        }
        return "journeys".equals(NamedEntries.section(text, from)) ? enter(text, from, to) : call(text, from, to);
    }

    /** A journey begins at a component. */
    private static ScenarioText enter(ScenarioText text, String journey, String to) {
        List<String> through = Steps.of("journeys", journey, "through");
        List<String> calls = Steps.of("journeys", journey, "calls");
        if (text.has(through)) {
            String first = Calls.of(text).stream()
                    .filter(call -> call.journey().equals(journey))
                    .findFirst()
                    .map(Calls.Call::to)
                    .orElse("");
            throw new EditRefused(
                    first.equals(to)
                            ? "`" + journey + "` begins there already"
                            : "`" + journey + "` begins at `" + first
                                    + "`. Draw the arrow from what its requests go through");
        }
        return text.has(calls) ? text.add(calls, to) : text.set(through, "[" + to + "]");
    }

    private static ScenarioText call(ScenarioText text, String from, String to) {
        List<Calls.Call> all = Calls.of(text);
        ScenarioText changed = text;
        boolean isThere = false;
        boolean isAsked = false;
        for (String journey : text.keys(Steps.of("journeys"))) {
            List<Calls.Call> calls =
                    all.stream().filter(call -> call.journey().equals(journey)).toList();
            Calls.Call asker = calls.stream()
                    .filter(call -> call.to().equals(from))
                    .findFirst()
                    .orElse(null);
            boolean connected = calls.stream()
                    .anyMatch(call -> call.asker().equals(from) && call.to().equals(to));
            isThere |= asker != null;
            isAsked |= connected;
            if (asker != null && !connected) {
                changed = from(changed, journey, asker, to);
            }
        }
        if (!isThere) {
            throw new EditRefused("no journey comes to `" + from + "`: connect a journey with it first");
        }
        if (changed.equals(text)) {
            throw new EditRefused(
                    isAsked ? "`" + from + "` asks `" + to + "` already" : "`" + from + "` cannot ask `" + to + "`");
        }
        return changed;
    }

    private static ScenarioText from(ScenarioText text, String journey, Calls.Call asker, String to) {
        List<String> calls = Steps.of("journeys", journey, "calls");
        if (asker.isLastInThrough() && !text.has(calls) && !text.has(Steps.child(asker.path(), "calls"))) {
            boolean circle = Calls.of(text).stream()
                    .anyMatch(call -> call.journey().equals(journey)
                            && call.inThrough()
                            && call.to().equals(to));
            return circle ? text.set(calls, "[" + to + "]") : text.add(Steps.of("journeys", journey, "through"), to);
        }
        if (asker.isLastInThrough() && text.has(calls)) {
            return text.add(calls, to);
        }
        if (text.holds(asker.path()) == Holds.PLAIN) {
            return text.set(asker.path(), "{ to: " + asker.to() + ", calls: [" + to + "] }");
        }
        return text.add(Steps.child(asker.path(), "calls"), to);
    }

    private static ScenarioText need(ScenarioText text, String from, String to) {
        String section = NamedEntries.section(text, from);
        List<String> needs = Steps.of(section == null ? "components" : section, from, "needs");
        if (names(text, needs).contains(to)) {
            throw new EditRefused("`" + from + "` needs `" + to + "` already");
        }
        if (reaches(text, to, from)) {
            throw new EditRefused("`" + to + "` already needs `" + from + "`: needs cannot go in a circle");
        }
        if (text.holds(needs) != Holds.BLOCK) {
            return text.holds(needs) == Holds.ABSENT ? text.set(needs, to) : text.add(needs, to);
        }
        List<String> all = Steps.child(needs, "all");
        return text.has(all)
                ? text.add(all, to)
                : text.set(needs, "{ all: [" + text.value(needs).orElse("{}") + ", " + to + "] }");
    }

    private static boolean reaches(ScenarioText text, String from, String to) {
        return reaches(text, from, to, new java.util.HashSet<>());
    }

    private static boolean reaches(ScenarioText text, String from, String to, java.util.Set<String> seen) {
        if (!seen.add(from)) {
            return false;
        }
        String section = NamedEntries.section(text, from);
        List<String> next = names(text, Steps.of(section == null ? "components" : section, from, "needs"));
        return next.contains(to) || next.stream().anyMatch(name -> reaches(text, name, to, seen));
    }

    /** The names in a condition, as deep as it goes. */
    private static List<String> names(ScenarioText text, List<String> path) {
        if (text.holds(path) == Holds.PLAIN) {
            return text.plain(path).map(List::of).orElse(List.of());
        }
        return text.keys(path).stream()
                .filter(key -> !key.equals("tolerates") && !key.equals("at-least"))
                .flatMap(key -> names(text, Steps.child(path, key)).stream())
                .toList();
    }

    /** The text without the arrows from one to the other: calls in every journey, and the need. */
    public static ScenarioText disconnect(ScenarioText text, String from, String to) {
        ScenarioText changed = text;
        boolean journey = "journeys".equals(NamedEntries.section(text, from));
        List<Calls.Call> calls = Calls.of(text).stream()
                .filter(call -> call.to().equals(to)
                        && (journey
                                ? call.journey().equals(from) && call.asker().isEmpty()
                                : call.asker().equals(from)))
                .toList();
        for (int i = calls.size() - 1; i >= 0; i--) {
            Calls.Call call = calls.get(i);
            boolean goesOn = call.inThrough()
                    && (!call.isLastInThrough() || changed.has(Steps.of("journeys", call.journey(), "calls")));
            if (goesOn) {
                throw new EditRefused("in `" + call.journey() + "`, requests go on from `" + to
                        + "`. Cut the arrows behind it first");
            }
            changed = changed.remove(call.path());
        }
        String section = NamedEntries.section(text, from);
        List<String> needs = Steps.of(section == null ? "components" : section, from, "needs");
        changed = withoutNeed(changed, needs, to);
        if (changed.equals(text)) {
            throw new EditRefused("this arrow comes from a template or a fallback: change it in the text");
        }
        return Tidy.journeys(changed);
    }

    private static ScenarioText withoutNeed(ScenarioText text, List<String> path, String to) {
        if (text.holds(path) == Holds.PLAIN) {
            return text.plain(path).orElse("").equals(to) ? text.remove(path) : text;
        }
        ScenarioText changed = text;
        List<String> keys = text.keys(path);
        for (int i = keys.size() - 1; i >= 0; i--) {
            String key = keys.get(i);
            if (!key.equals("tolerates") && !key.equals("at-least")) {
                changed = withoutNeed(changed, Steps.child(path, key), to);
            }
        }
        return changed;
    }
}
