package nines.ui.edit;

import java.util.ArrayList;
import java.util.List;
import nines.format.ScenarioText;
import nines.format.ScenarioText.Holds;

/** The calls of a scenario text, as they are written. */
final class Calls {
    /**
     * One call.
     *
     * @param journey in which it is made
     * @param asker who makes it; empty: the user
     * @param to whom it asks
     * @param path where it is written
     * @param inThrough whether it stands in {@code through}, as number {@code index} of {@code of}
     */
    record Call(String journey, String asker, String to, List<String> path, boolean inThrough, int index, int of) {
        boolean isLastInThrough() {
            return inThrough && index == of - 1;
        }
    }

    private final ScenarioText text;
    private final List<Call> found = new ArrayList<>();

    private Calls(ScenarioText text) {
        this.text = text;
    }

    static List<Call> of(ScenarioText text) {
        var calls = new Calls(text);
        for (String journey : text.keys(Steps.of("journeys"))) {
            if (!journey.startsWith("x-")) {
                calls.journey(journey);
            }
        }
        return calls.found;
    }

    private void journey(String journey) {
        List<String> through = Steps.of("journeys", journey, "through");
        String asker = "";
        List<List<String>> items = items(through);
        for (int i = 0; i < items.size(); i++) {
            String to = target(items.get(i));
            found.add(new Call(journey, asker, to, items.get(i), true, i, items.size()));
            deeper(journey, to, items.get(i));
            asker = to.isEmpty() ? asker : to;
        }
        for (List<String> item : items(Steps.of("journeys", journey, "calls"))) {
            call(journey, asker, item);
        }
    }

    private void call(String journey, String asker, List<String> path) {
        String to = target(path);
        if (!to.isEmpty()) {
            found.add(new Call(journey, asker, to, path, false, 0, 1));
        }
        deeper(journey, to.isEmpty() ? asker : to, path);
        for (List<String> item : items(Steps.child(path, "parallel"))) {
            call(journey, asker, item);
        }
        List<String> onMiss = Steps.child(path, "on-miss");
        if (text.has(onMiss)) {
            call(journey, asker, onMiss);
        }
    }

    private void deeper(String journey, String asker, List<String> path) {
        for (List<String> item : items(Steps.child(path, "calls"))) {
            call(journey, asker, item);
        }
    }

    private List<List<String>> items(List<String> list) {
        if (text.holds(list) == Holds.LIST) {
            return text.keys(list).stream().map(i -> Steps.child(list, i)).toList();
        }
        return text.holds(list) == Holds.ABSENT || text.holds(list) == Holds.NOTHING ? List.of() : List.of(list);
    }

    private String target(List<String> path) {
        return text.holds(path) == Holds.PLAIN
                ? text.plain(path).orElse("")
                : text.plain(Steps.child(path, "to")).orElse("");
    }
}
