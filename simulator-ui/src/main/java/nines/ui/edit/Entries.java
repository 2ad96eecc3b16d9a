package nines.ui.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.format.EditRefused;
import nines.format.NamedEntries;
import nines.format.PropertyForm;
import nines.format.ScenarioText;
import org.jspecify.annotations.Nullable;

/** Adding, copying and deleting entries of a document. */
public final class Entries {
    /** Kinds of places that have a name of their own in the palette. */
    public static final List<String> PLACE_KINDS = List.of("region", "zone", "building", "room", "rack", "host");

    /** The usual name of what is called otherwise in a diagram than in the language. */
    private static final Map<String, String> USUAL = Map.of("server", "web", "database", "db", "balancer", "lb");

    /**
     * What came of a change.
     *
     * @param text the new text
     * @param names the entries to select now
     */
    public record Changed(ScenarioText text, List<String> names) {
        public Changed {
            names = List.copyOf(names);
        }
    }

    private Entries() {}

    /** One more component of a kind. */
    public static Changed component(ScenarioText text, String kind, String place) {
        String name = NamedEntries.free(text, USUAL.getOrDefault(kind, kind));
        String in = place.isEmpty() ? "" : ", in: " + place;
        String more = more(text, kind);
        return new Changed(
                text.set(Steps.component(name), "{ kind: " + kind + in + (more.isEmpty() ? "" : ", " + more) + " }"),
                List.of(name));
    }

    private static String more(ScenarioText text, String kind) {
        String first = text.keys(Steps.of("components")).stream()
                .filter(name -> !name.startsWith("x-"))
                .findFirst()
                .orElse("");
        List<String> places = text.keys(Steps.of("places"));
        return switch (kind) {
            case "backup" -> "of: " + need(first, kind, "a component to copy");
            case "orchestrator" -> "runs: " + need(first, kind, "a component to run");
            case "link" ->
                "between: [" + need(places.size() > 0 ? places.get(0) : "", kind, "two places to connect") + ", "
                        + need(places.size() > 1 ? places.get(1) : "", kind, "two places to connect") + "]";
            case "raid" ->
                "level: 5, disks: 4, disk: { fails: { dead: { time-to-failure: exponential mean 100y, repair: 24h } } }";
            case "automaton" ->
                "states: { up: {}, down: { works: false } }, start: up, moves: [{ from: up, to: down, after: exponential"
                        + " mean 30d }, { from: down, to: up, after: 1h }]";
            default -> "";
        };
    }

    private static String need(String found, String kind, String what) {
        if (found.isEmpty()) {
            throw new EditRefused("a " + kind + " needs " + what + " first");
        }
        return found;
    }

    /** One more place of a kind. */
    public static Changed place(ScenarioText text, String kind, String around) {
        String name = NamedEntries.free(text, kind);
        String in = around.isEmpty() ? "" : ", in: " + around;
        return new Changed(text.set(Steps.of("places", name), "{ kind: " + kind + in + " }"), List.of(name));
    }

    /** One more journey, which begins at a component. */
    public static Changed journey(ScenarioText text, String to) {
        String name = NamedEntries.free(text, "journey");
        return new Changed(text.set(Steps.of("journeys", name), "{ through: [" + to + "] }"), List.of(name));
    }

    /** Without some entries and whatever names them; what one deletion takes along need not be there for the next. */
    public static ScenarioText delete(ScenarioText text, List<String> names) {
        ScenarioText changed = text;
        for (String name : names) {
            if (NamedEntries.section(changed, name) != null) {
                changed = NamedEntries.delete(changed, name);
            }
        }
        for (String key : changed.keys(Positions.SECTION)) {
            boolean gone = names.stream().anyMatch(name -> Positions.isAbout(key, name));
            if (gone && changed.has(Steps.child(Positions.SECTION, key))) {
                changed = changed.remove(Steps.child(Positions.SECTION, key));
            }
        }
        return changed;
    }

    /** Some entries as a text that can be pasted, here or in another window. */
    public static String copy(ScenarioText text, List<String> names) {
        var sections = new LinkedHashMap<String, StringBuilder>();
        for (String name : names) {
            String section = NamedEntries.section(text, name);
            String source = section == null
                    ? null
                    : text.source(Steps.of(section, name)).orElse(null);
            if (section != null && source != null) {
                var lines = sections.computeIfAbsent(section, s -> new StringBuilder(s + ":\n"));
                boolean inline = !source.contains("\n") || source.startsWith("{");
                lines.append("  ").append(name).append(':');
                lines.append(
                        inline
                                ? " " + source.replace("\n", "\n    ")
                                : "\n" + source.indent(4).stripTrailing());
                lines.append('\n');
            }
        }
        return String.join("", sections.values());
    }

    /**
     * The entries of a text that was copied, under names that are free; those that name each other name each other again.
     *
     * @param place where components stand that stood somewhere not known here; empty: in none
     */
    public static Changed paste(ScenarioText text, String copied, String place) {
        ScenarioText source = ScenarioText.of(copied);
        Set<String> known =
                Set.of("places", "components", "journeys", "groups", "events", "crews", "spares", "traffic");
        List<String> sections =
                source.keys(List.of()).stream().filter(known::contains).toList();
        if (!source.refusal().isEmpty() || sections.isEmpty()) {
            throw new EditRefused("what was copied is no part of a scenario");
        }
        ScenarioText renamed = source;
        var names = new LinkedHashMap<String, String>();
        for (String section : sections) {
            for (String name : source.keys(Steps.of(section))) {
                names.put(name, fresh(text, source, name, names));
            }
        }
        for (var entry : names.entrySet()) {
            if (!entry.getKey().equals(entry.getValue())) {
                renamed = NamedEntries.rename(renamed, entry.getKey(), entry.getValue());
            }
        }
        ScenarioText changed = text;
        for (String section : sections) {
            for (String name : renamed.keys(Steps.of(section))) {
                List<String> path = Steps.of(section, name);
                changed = changed.set(path, renamed.source(path).orElse("{}"));
                changed = placed(changed, path, place);
            }
        }
        return new Changed(changed, List.copyOf(names.values()));
    }

    private static String fresh(ScenarioText text, ScenarioText source, String name, Map<String, String> taken) {
        String fresh = NamedEntries.free(text, name);
        ScenarioText all = text;
        while (taken.containsValue(fresh) || !fresh.equals(name) && NamedEntries.section(source, fresh) != null) {
            all = all.set(Steps.of("components", fresh), "{ kind: server }");
            fresh = NamedEntries.free(all, name);
        }
        return fresh;
    }

    /** A place that is not known here is replaced. */
    private static ScenarioText placed(ScenarioText text, List<String> path, String place) {
        List<String> in = Steps.child(path, "in");
        var named = new ArrayList<String>();
        text.plain(in).ifPresent(named::add);
        if (text.holds(in) == ScenarioText.Holds.LIST) {
            text.keys(in).forEach(i -> text.plain(Steps.child(in, i)).ifPresent(named::add));
        } else {
            named.addAll(text.keys(in));
        }
        boolean known = named.stream()
                .allMatch(name -> text.has(Steps.of("places", name.replaceAll("-[1-9][0-9]*$", "")))
                        || text.has(Steps.of("places", name)));
        if (named.isEmpty() || known) {
            return text;
        }
        return place.isEmpty() ? text.remove(in) : text.set(in, place);
    }

    /** The kind of a component; null if there is none of that name. */
    public static @Nullable String kind(ScenarioText text, String name) {
        return text.has(Steps.component(name)) ? PropertyForm.kind(text, name) : null;
    }
}
