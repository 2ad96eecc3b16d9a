package nines.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.result.Lane;

/** Lanes in the making: what is wrong with whom, in the order in which it began. */
final class Lanes {
    /** More than this nobody can tell apart. */
    private static final int LANES = 24;

    private static final int SPANS = 40;

    /** What is under way: the stage and since when. */
    private record Open(String lane, double since, String stage) {}

    private final Map<String, List<Lane.Span>> spans = new LinkedHashMap<>();
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final double origin;

    /** Lanes whose times are told from {@code origin} on. */
    Lanes(double origin) {
        this.origin = origin;
    }

    /** Something enters a stage, and leaves the one it was in. */
    void enter(String key, String lane, double time, String stage) {
        leave(key, time);
        spans.computeIfAbsent(lane, name -> new ArrayList<>());
        open.put(key, new Open(lane, time, stage));
    }

    /** Something is over; nothing when it was not under way. */
    void leave(String key, double time) {
        Open was = open.remove(key);
        if (was != null) {
            close(was, time);
        }
    }

    boolean isOpen(String key) {
        return open.containsKey(key);
    }

    private void close(Open was, double time) {
        List<Lane.Span> lane = spans.get(was.lane());
        if (lane != null && time > was.since() && lane.size() < SPANS) {
            lane.add(new Lane.Span(was.since() - origin, time - was.since(), was.stage()));
        }
    }

    /** All of them; what is still under way lasts until the end. */
    List<Lane> until(double end) {
        open.values().forEach(was -> close(was, end));
        open.clear();
        List<Lane> lanes = new ArrayList<>();
        spans.forEach((name, of) -> {
            if (!of.isEmpty() && lanes.size() < LANES) {
                lanes.add(new Lane(name, of));
            }
        });
        return lanes;
    }
}
