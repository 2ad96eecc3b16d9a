package nines.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nines.model.Automaton;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Failover;
import nines.model.Place;

/** Finds what lies in itself, needs itself or stands by for itself, over any number of others. */
final class Circles {

    private final Known known;

    Circles(Known known) {
        this.known = known;
    }

    void all() {
        circles("places", "in", this::parents, Code.N109, "places form a circle");
        circles("components", "needs", this::needs, Code.N128, "needs form a circle");
        circles("components", "stands-by-for", this::standsByFor, Code.N128, "stand-bys form a circle");
        circles("places", "stands-by-for", this::standsByForPlace, Code.N128, "stand-bys form a circle");
        circles("components", "failover.controller", this::controllers, Code.N128, "controllers form a circle");
    }

    private interface Edges {
        List<String> from(String name);
    }

    private void circles(String section, String key, Edges edges, Code code, String what) {
        Set<String> done = new HashSet<>();
        for (String start : known.section(section, Object.class).keySet()) {
            List<String> circle = circle(start, edges, done);
            if (!circle.isEmpty()) {
                String verb = code == Code.N109 ? " in " : key.equals("needs") ? " needs " : " → ";
                known.add(code, circle.get(0) + "." + key, what + ": " + String.join(verb, circle) + ".");
            }
        }
    }

    /** The first circle met on the way from a name, its first name repeated at the end; none: empty. */
    private static List<String> circle(String start, Edges edges, Set<String> done) {
        // A stack of our own: a chain may be as long as the file.
        Set<String> path = new LinkedHashSet<>(Set.of(start));
        Deque<Iterator<String>> open = new ArrayDeque<>();
        open.push(
                done.add(start)
                        ? edges.from(start).iterator()
                        : List.<String>of().iterator());
        Deque<String> names = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                path.remove(names.pop());
                continue;
            }
            String next = open.peek().next();
            if (path.contains(next)) {
                List<String> circle = new ArrayList<>(path);
                circle = circle.subList(circle.indexOf(next), circle.size());
                circle.add(next);
                return circle;
            }
            if (done.add(next)) {
                path.add(next);
                names.push(next);
                open.push(edges.from(next).iterator());
            }
        }
        return List.of();
    }

    private List<String> parents(String name) {
        Place place = known.place(name);
        return place == null ? List.of() : place.in().stream().map(this::base).toList();
    }

    /** A place without the number of its instance. */
    private String base(String name) {
        return known.has("places", name) ? name : name.replaceAll("-[1-9][0-9]*$", "");
    }

    private List<String> standsByForPlace(String name) {
        Place place = known.place(name);
        String other = place == null ? null : place.standsByFor();
        return other == null ? List.of() : List.of(other);
    }

    private List<String> needs(String name) {
        Component component = known.component(name);
        List<String> names = new ArrayList<>();
        Condition needs = component == null || component instanceof Automaton
                ? null
                : component.common().needs();
        if (needs != null) {
            needs.named().forEach(who -> names.add(who.name()));
        }
        return names;
    }

    private List<String> standsByFor(String name) {
        Component component = known.component(name);
        String other = component == null ? null : component.common().standsByFor();
        return other == null ? List.of() : List.of(other);
    }

    private List<String> controllers(String name) {
        Component component = known.component(name);
        Failover failover = component == null ? null : component.common().failover();
        String controller = failover == null ? null : failover.controller();
        return controller == null ? List.of() : List.of(controller);
    }
}
