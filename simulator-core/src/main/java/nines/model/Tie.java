package nines.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * That one thing asks or needs another: what is drawn as a line between the two.
 *
 * @param from a component, a place, or the {@linkplain #entry entry} of a journey
 * @param to name of a component or a place
 * @param journeys whose requests take it; empty for what is merely needed
 */
public record Tie(String from, String to, Way way, List<String> journeys) {
    /** How one thing depends on another. */
    public enum Way {
        /** Sends requests and waits for the answers. */
        CALL,
        /** Sends requests, and can do without the answers. */
        SOFT,
        /** Cannot work without it, but sends nothing. */
        NEED
    }

    public Tie {
        journeys = List.copyOf(journeys);
    }

    /** What a tie from a journey names as its beginning: a component may have the same name. */
    public static String entry(String journey) {
        return "journey " + journey;
    }

    /** All ties of a scenario, one for each pair and way: those of journeys first, then of components, then of places. */
    public static List<Tie> of(Scenario scenario) {
        return new Walk(scenario).ties();
    }

    /** Goes through a scenario and notes who asks or needs whom. */
    private static final class Walk {
        private record Pair(String from, String to, Way way) {}

        private final Scenario scenario;
        private final Map<Pair, Set<String>> takers = new LinkedHashMap<>();

        Walk(Scenario scenario) {
            this.scenario = scenario;
        }

        List<Tie> ties() {
            scenario.journeys().values().forEach(this::journey);
            scenario.components()
                    .forEach((name, component) -> needs(name, component.common().needs(), ""));
            scenario.places().forEach((name, place) -> needs(name, place.needs(), ""));
            List<Tie> ties = new ArrayList<>();
            takers.forEach((pair, journeys) -> {
                // What is needed for the answer is not drawn a second time as merely nice to have.
                boolean covered =
                        pair.way() == Way.SOFT && takers.containsKey(new Pair(pair.from(), pair.to(), Way.CALL));
                if (!covered && !pair.from().equals(pair.to())) {
                    ties.add(new Tie(pair.from(), pair.to(), pair.way(), List.copyOf(journeys)));
                }
            });
            return ties;
        }

        private void journey(Journey journey) {
            String entry = entry(journey.name());
            String asker = entry;
            for (Call call : journey.through()) {
                call(asker, call, journey.name(), false);
                asker = call.to() == null ? asker : call.to();
            }
            // The last of the way makes the calls.
            for (Call call : journey.calls()) {
                call(asker, call, journey.name(), false);
            }
            needs(entry, journey.needs(), journey.name());
        }

        private void call(String asker, Call call, String journey, boolean softAbove) {
            boolean soft = softAbove || call.soft();
            String to = call.to();
            if (to != null) {
                add(asker, to, soft ? Way.SOFT : Way.CALL, journey);
                call.calls().forEach(next -> call(to, next, journey, soft));
            }
            if (call.fallback() != null) {
                add(asker, call.fallback(), Way.SOFT, journey);
            }
            if (call.onMiss() != null) {
                call(asker, call.onMiss(), journey, soft);
            }
            call.parallel().forEach(next -> call(asker, next, journey, soft));
        }

        private void needs(String from, @Nullable Condition needs, String journey) {
            if (needs != null) {
                needs.named().forEach(who -> add(from, who.name(), Way.NEED, journey));
            }
        }

        private void add(String from, String to, Way way, String journey) {
            if (!scenario.components().containsKey(to) && !scenario.places().containsKey(to)) {
                return;
            }
            Set<String> journeys = takers.computeIfAbsent(new Pair(from, to, way), pair -> new LinkedHashSet<>());
            if (!journey.isEmpty()) {
                journeys.add(journey);
            }
        }
    }
}
