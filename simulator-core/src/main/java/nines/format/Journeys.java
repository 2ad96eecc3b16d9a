package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Completes the journeys: the one of silence, and the targets of the file in each. */
final class Journeys {

    private static final Set<String> BESIDE = Set.of("backup", "monitor", "orchestrator");
    private static final Spot SILENT = new Spot(0, 0, "a default");

    private Journeys() {}

    static Node.Entries complete(Node.Entries file) {
        Node.Entries journeys = file.get("journeys") instanceof Node.Entries written ? written : service(file);
        if (file.has("journeys") && !(file.get("journeys") instanceof Node.Entries)) {
            return file;
        }
        if (!(file.get("targets") instanceof Node.Entries targets)) {
            return withJourneys(file, journeys);
        }
        Map<String, Node.Entry> map = new LinkedHashMap<>();
        journeys.entries().forEach((name, entry) -> {
            Node value = entry.value();
            if (value instanceof Node.Entries journey) {
                Node.Entries own =
                        journey.get("targets") instanceof Node.Entries block ? block : Node.Entries.empty(SILENT);
                Map<String, Node.Entry> both = new LinkedHashMap<>(targets.entries());
                both.putAll(own.entries());
                Spot at = own.isEmptyBlock() ? targets.spot() : own.spot();
                Node.Entries all = new Node.Entries(both, at, targets.unsure()).andUnsure(own.unsure());
                value = journey.has("targets") && !(journey.get("targets") instanceof Node.Entries)
                        ? journey
                        : journey.with("targets", new Node.Entry(SILENT, all));
            }
            map.put(name, new Node.Entry(entry.key(), value));
        });
        return withJourneys(file, journeys.holding(map));
    }

    private static Node.Entries withJourneys(Node.Entries file, Node.Entries journeys) {
        Map<String, Node.Entry> map = new LinkedHashMap<>(file.entries());
        map.put("journeys", new Node.Entry(spot(file), journeys));
        return file.holding(map);
    }

    private static Spot spot(Node.Entries file) {
        Node.Entry entry = file.entries().get("journeys");
        return entry == null ? SILENT : entry.key();
    }

    /** One journey that needs every component that does not feed another. */
    private static Node.Entries service(Node.Entries file) {
        if (!(file.get("components") instanceof Node.Entries components)) {
            return Node.Entries.empty(SILENT);
        }
        Set<String> feeders = new LinkedHashSet<>();
        List<Node> needed = new ArrayList<>();
        components.entries().forEach((name, entry) -> {
            if (entry.value() instanceof Node.Entries component) {
                collect(component.get("needs"), feeders);
                String kind = component.text("kind");
                boolean beside = (kind != null && BESIDE.contains(kind)) || component.has("stands-by-for");
                if (beside) {
                    feeders.add(name);
                }
                if (component.get("failover") instanceof Node.Entries failover) {
                    collect(failover.get("controller"), feeders);
                }
            }
        });
        for (String name : components.entries().keySet()) {
            if (!feeders.contains(name) && !name.startsWith("x-")) {
                needed.add(new Node.Plain(name, SILENT));
            }
        }
        if (needed.isEmpty()) {
            return Node.Entries.empty(SILENT);
        }
        Node.Entries all =
                Node.Entries.empty(SILENT).with("all", new Node.Entry(SILENT, new Node.Items(needed, SILENT)));
        Node.Entries journey = Node.Entries.empty(SILENT).with("needs", new Node.Entry(SILENT, all));
        return Node.Entries.empty(SILENT).with("service", new Node.Entry(SILENT, journey));
    }

    private static void collect(@org.jspecify.annotations.Nullable Node node, Set<String> names) {
        if (node instanceof Node.Plain plain) {
            names.add(plain.text());
            names.add(plain.text().replaceAll("[-.@].*$", ""));
        } else if (node instanceof Node.Items list) {
            list.items().forEach(item -> collect(item, names));
        } else if (node instanceof Node.Entries block) {
            block.entries().values().forEach(entry -> collect(entry.value(), names));
        }
    }
}
