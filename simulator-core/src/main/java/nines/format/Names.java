package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nines.model.Scenario;
import nines.model.Selector;
import org.jspecify.annotations.Nullable;

/** Everything in a file that has a name: one namespace, so that a bare name is never ambiguous. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern NUMBERED = Pattern.compile("(.+)-([1-9][0-9]{0,6})");
    private static final Set<String> WORDS =
            Set.of("like", "about", "all", "any", "never", "none", "unlimited", "true", "false", "null");
    private static final Set<String> ROLES = Set.of("primary", "replicas", "leader", "active", "standby");

    private static final String[] COMPONENTS = {"components"};
    private static final String[] PLACES = {"places"};
    private static final String[] HAVE_INSTANCES = {"components", "places"};

    private final Node.Entries root;
    /** By name; of a name that stands in several sections all of them, the first one first. */
    private final Map<String, List<String>> sections = new LinkedHashMap<>();

    private Names(Node.Entries root) {
        this.root = root;
    }

    /** Reads the names of a file; what breaks the rules of names becomes a problem. */
    static Names of(Node.Entries root, Problems problems, Unknowns unknowns) {
        Names names = new Names(root);
        Map<String, Spot> spots = new LinkedHashMap<>();
        for (String section : Paths.NAMED) {
            if (root.get(section) instanceof Node.Entries entries) {
                entries.entries()
                        .forEach((name, entry) -> names.add(section, name, entry.key(), spots, problems, unknowns));
            }
        }
        spots.forEach((name, spot) -> {
            Matcher numbered = NUMBERED.matcher(name);
            if (numbered.matches() && names.hasInstances(numbered.group(1))) {
                problems.add(
                        Code.N124,
                        spot,
                        name,
                        "`" + name + "` looks like an instance of `" + numbered.group(1) + "`. Choose another name.");
            }
        });
        return names;
    }

    private void add(
            String section, String name, Spot spot, Map<String, Spot> spots, Problems problems, Unknowns unknowns) {
        if (name.startsWith("x-")) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            unknowns.misnamed(name, better(name));
            problems.add(
                    Code.N124,
                    spot,
                    name,
                    "`" + name
                            + "` is not a name. Names are small letters, digits and `-`, begin with a letter and have"
                            + " at most 63 characters." + suggestion(name));
        } else if (WORDS.contains(name) || Shape.of(Scenario.class).field(name) != null || name.equals("templates")) {
            problems.add(Code.N124, spot, name, "`" + name + "` is a word of the language. Choose another name.");
        }
        List<String> others = sections.computeIfAbsent(name, any -> new ArrayList<>(1));
        others.add(section);
        String other = others.get(0);
        Spot first = spots.putIfAbsent(name, spot);
        if (first != null) {
            problems.add(
                    Code.N110,
                    spot,
                    name,
                    "`" + name + "` is the name of an entry of `" + other + "` (line " + first.line() + ") and of `"
                            + section + "` (line " + spot.line() + "). One namespace: rename one.");
        }
    }

    /** The kinds of some entries. */
    Set<String> kinds(List<String> of) {
        Set<String> kinds = new LinkedHashSet<>();
        of.forEach(name -> kinds.add(kind(name)));
        kinds.remove("");
        return kinds;
    }

    /** Those of some entries that have a kind. */
    List<String> ofKind(List<String> of, String kind) {
        return of.stream().filter(name -> kind(name).equals(kind)).toList();
    }

    private String kind(String name) {
        String section = section(name);
        return section != null
                        && root.get(section) instanceof Node.Entries entries
                        && entries.get(name) instanceof Node.Entries entry
                        && entry.get("kind") instanceof Node.Plain plain
                ? plain.text()
                : "";
    }

    private static String suggestion(String name) {
        String better = better(name);
        return better.isEmpty() || better.length() > 63 ? "" : " Write `" + better + "`.";
    }

    private static String better(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    }

    private boolean hasInstances(String name) {
        return isIn(name, HAVE_INSTANCES);
    }

    /** The section of a name; null if nothing is called so. */
    @Nullable
    String section(String name) {
        List<String> of = sections.get(name);
        return of == null ? null : of.get(0);
    }

    boolean isIn(String name, String[] allowed) {
        List<String> of = sections.get(name);
        if (of == null) {
            return false;
        }
        for (String section : allowed) {
            if (of.contains(section)) {
                return true;
            }
        }
        return false;
    }

    /** The names of some sections, in file order. */
    List<String> in(String... wanted) {
        List<String> names = new ArrayList<>();
        sections.keySet().stream().filter(name -> isIn(name, wanted)).forEach(names::add);
        return names;
    }

    /** Reads {@code web}, {@code web-3}, {@code db.primary}, {@code web@zone-a}; null if it names nothing. */
    @Nullable
    Selector selector(String text, String[] allowed) {
        String rest = text;
        String at = null;
        int sign = rest.indexOf('@');
        if (sign >= 0) {
            at = rest.substring(sign + 1);
            rest = rest.substring(0, sign);
            if (place(at) == null) {
                return null;
            }
        }
        String role = null;
        int dot = rest.indexOf('.');
        if (dot >= 0) {
            role = rest.substring(dot + 1);
            rest = rest.substring(0, dot);
        }
        Integer instance = null;
        if (!isIn(rest, allowed)) {
            Matcher numbered = NUMBERED.matcher(rest);
            if (!numbered.matches() || !isIn(numbered.group(1), allowed) || !hasInstances(numbered.group(1))) {
                return null;
            }
            rest = numbered.group(1);
            instance = Integer.valueOf(numbered.group(2));
        }
        if (role != null && !hasRole(rest, role)) {
            return null;
        }
        return new Selector(rest, instance, role, at);
    }

    private boolean hasRole(String name, String role) {
        if (!isIn(name, COMPONENTS)) {
            return false;
        }
        return ROLES.contains(role)
                || (root.get("components") instanceof Node.Entries components
                        && components.get(name) instanceof Node.Entries component
                        && component.get("states") instanceof Node.Entries states
                        && states.has(role));
    }

    /** The place that a name means, an instance of it included; null if there is none. */
    @Nullable
    String place(String text) {
        if (isIn(text, PLACES)) {
            return text;
        }
        Matcher numbered = NUMBERED.matcher(text);
        return numbered.matches() && isIn(numbered.group(1), PLACES) ? numbered.group(1) : null;
    }
}
