package nines.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Ways;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.model.Link;
import nines.model.Scenario;

/** Where whatever serves or passes on requests is, and which link leads from there to whom it calls. */
final class RequestWays {
    private final Scenario scenario;
    private final Places places;
    /** Spot of each place that holds anything; a place of -1 is anywhere. */
    private final Map<Integer, Integer> spots = new HashMap<>();

    private final List<Integer> placeOf = new ArrayList<>();
    private final Map<Integer, Integer> stations = new HashMap<>();
    private final List<int[]> relays = new ArrayList<>();
    private final List<Integer> takeovers = new ArrayList<>();

    RequestWays(Scenario scenario, Places places) {
        this.scenario = scenario;
        this.places = places;
        spot(-1);
    }

    private int spot(int place) {
        return spots.computeIfAbsent(place, node -> {
            placeOf.add(node);
            return placeOf.size() - 1;
        });
    }

    /** A station stands in a place. */
    void station(int station, int place) {
        stations.put(station, spot(place));
    }

    /** The next relay is this component. */
    void relay(Copy copy) {
        int[] of = new int[copy.placed().length];
        for (int i = 0; i < of.length; i++) {
            of[i] = spot(copy.placed()[i]);
        }
        relays.add(of);
        takeovers.add(copy.takeover());
    }

    /** The next relay is nowhere in particular. */
    void anywhere() {
        relays.add(new int[] {0});
        takeovers.add(-1);
    }

    /** All of so many stations; {@link Ways#NONE} where no link has a latency or a loss. */
    Ways done(int count) {
        List<Link> written = new ArrayList<>();
        List<Ways.Link> links = new ArrayList<>();
        for (var component : scenario.components().values()) {
            if (component instanceof Link link && link.between().size() == 2) {
                Distribution latency = link.latency();
                Distribution time = latency == null ? new Deterministic(0) : latency;
                if (time.mean() > 0 || link.loss() > 0) {
                    written.add(link);
                    links.add(new Ways.Link(link.name(), time, link.loss()));
                }
            }
        }
        if (links.isEmpty()) {
            return Ways.NONE;
        }
        int n = placeOf.size();
        int[][] between = new int[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                between[a][b] = link(written, placeOf.get(a), placeOf.get(b));
            }
        }
        int[] spotOf = new int[count];
        stations.forEach((station, spot) -> spotOf[station] = spot);
        return new Ways(
                spotOf,
                relays.toArray(int[][]::new),
                takeovers.stream().mapToInt(Integer::intValue).toArray(),
                between,
                links);
    }

    /** The link between the innermost places around two others; of several the one written first; -1 for none. */
    private int link(List<Link> written, int from, int to) {
        int found = -1;
        int deepest = -1;
        for (int l = 0; l < written.size(); l++) {
            for (int end = 0; end < 2; end++) {
                for (int here : places.of(written.get(l).between().get(end))) {
                    for (int there : places.of(written.get(l).between().get(1 - end))) {
                        int depth = connects(here, there, from, to) ? places.depth(here) + places.depth(there) : -1;
                        if (depth > deepest) {
                            deepest = depth;
                            found = l;
                        }
                    }
                }
            }
        }
        return found;
    }

    private boolean connects(int here, int there, int from, int to) {
        return places.contains(here, from)
                && places.contains(there, to)
                && !places.contains(here, to)
                && !places.contains(there, from);
    }
}
