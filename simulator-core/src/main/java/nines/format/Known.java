package nines.format;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Component;
import nines.model.Place;
import org.jspecify.annotations.Nullable;

/** What could be read of a file, for rules over several keys; whatever could not is {@linkplain Unknowns unknown}. */
final class Known {

    private final Map<String, Map<String, Object>> bound;
    private final Map<String, Spot> spots;
    private final Problems problems;
    private final Unknowns unknowns;
    private @Nullable Set<Spot> shared;

    /**
     * @param bound the entries that have a record, by section and name
     * @param spots where each path was written
     */
    Known(Map<String, Map<String, Object>> bound, Map<String, Spot> spots, Problems problems, Unknowns unknowns) {
        this.bound = bound;
        this.spots = spots;
        this.problems = problems;
        this.unknowns = unknowns;
    }

    <T> Map<String, T> section(String section, Class<T> type) {
        Map<String, T> map = new LinkedHashMap<>();
        bound.getOrDefault(section, Map.of()).forEach((name, value) -> map.put(name, type.cast(value)));
        return map;
    }

    boolean has(String section, String name) {
        return bound.getOrDefault(section, Map.of()).containsKey(name);
    }

    @Nullable
    Component component(String name) {
        return bound.getOrDefault("components", Map.of()).get(name) instanceof Component component ? component : null;
    }

    @Nullable
    Place place(String name) {
        return bound.getOrDefault("places", Map.of()).get(name) instanceof Place place ? place : null;
    }

    /** Whether the values of all these paths are known, with everything in them. */
    boolean are(String... paths) {
        return unknowns.areKnown(paths);
    }

    /** Whether the value of a path is known, but for what is in it. */
    boolean is(String path) {
        return unknowns.isKnown(path);
    }

    /** Whether a path was written for this very entry: it is no default, and does not come from what several are like. */
    boolean isWritten(String path) {
        Spot spot = spots.get(path);
        return spot != null && spot.line() > 0 && is(path) && !shared().contains(spot);
    }

    /** Spots that several named entries have what they say from: templates. */
    private Set<Spot> shared() {
        if (shared == null) {
            shared = new HashSet<>();
            Map<Spot, String> owners = new HashMap<>();
            spots.forEach((path, spot) -> {
                String owner = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
                String other = owners.putIfAbsent(spot, owner);
                if (other != null && !other.equals(owner) && shared != null) {
                    shared.add(spot);
                }
            });
        }
        return shared;
    }

    /** A missing name may have meant any entry of a section. */
    void mayMeanAny(String section) {
        unknowns.mayMean(new String[] {section}, List.of());
    }

    void add(Code code, String path, String message) {
        problems.add(code, spot(path), path, message);
    }

    /** Something that can be read and cannot be simulated. */
    void refuse(Code code, String path, String message) {
        problems.refuse(code, spot(path), path, message);
    }

    /** Where a path was written, or else the nearest block around it. */
    private Spot spot(String path) {
        for (String p = path; ; p = p.substring(0, p.lastIndexOf('.'))) {
            Spot spot = spots.get(p);
            if (spot != null && (spot.line() > 0 || !p.contains("."))) {
                return spot;
            }
            if (!p.contains(".")) {
                return Spot.NOWHERE;
            }
        }
    }
}
