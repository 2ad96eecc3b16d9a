package nines.ui.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.format.ScenarioText;

/**
 * Where the user put things by hand, in the section {@code x-diagram} of the file: a card or place and its distance in
 * pixels from the corner of the place it stands in. What is not there is laid out by itself.
 */
public final class Positions {
    /** The section; names that begin with {@code x-} mean nothing to the simulation. */
    static final List<String> SECTION = List.of("x-diagram");

    /** A distance from the corner of the place around. */
    public record Spot(double x, double y) {}

    private Positions() {}

    /** All of them, by {@link #key}. */
    public static Map<String, Spot> of(ScenarioText text) {
        var spots = new LinkedHashMap<String, Spot>();
        for (String key : text.keys(SECTION)) {
            String[] parts =
                    text.plain(Steps.child(SECTION, key)).orElse("").strip().split("\\s+", -1);
            if (parts.length == 2 && parts[0].matches("-?[0-9]{1,6}") && parts[1].matches("-?[0-9]{1,6}")) {
                spots.put(key, new Spot(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
            }
        }
        return spots;
    }

    /** How the file names a card, {@code /eu/zone-a#web}, or a place, {@code /eu/zone-a}: {@code web@eu/zone-a}. */
    public static String key(String id) {
        int sign = id.indexOf('#');
        String place = strip(sign < 0 ? id : id.substring(0, sign));
        return sign < 0 ? place : id.substring(sign + 1) + (place.isEmpty() ? "" : "@" + place);
    }

    private static String strip(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    static boolean isAbout(String key, String name) {
        return List.of(key.split("[@/]")).contains(name);
    }

    /** Puts things where the user wants them. */
    public static ScenarioText put(ScenarioText text, Map<String, Spot> spots) {
        ScenarioText changed = text;
        for (var entry : spots.entrySet()) {
            Spot spot = entry.getValue();
            changed = changed.set(
                    Steps.child(SECTION, entry.getKey()),
                    Math.max(0, Math.round(spot.x())) + " " + Math.max(0, Math.round(spot.y())));
        }
        return changed;
    }

    /** Lays everything out by itself again. */
    public static ScenarioText forget(ScenarioText text) {
        return text.has(SECTION) ? text.remove(SECTION) : text;
    }

    /** The same positions under another name. */
    static ScenarioText renamed(ScenarioText text, String name, String next) {
        ScenarioText changed = text;
        for (String key : text.keys(SECTION)) {
            if (isAbout(key, name)) {
                String other =
                        ("/" + key).replaceAll("(?<=[@/])" + java.util.regex.Pattern.quote(name) + "(?=[@/]|$)", next);
                changed = changed.rename(Steps.child(SECTION, key), other.substring(1));
            }
        }
        return changed;
    }
}
