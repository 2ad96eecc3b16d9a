package nines.blueprint;

import java.util.List;

/**
 * The traffic side of a blueprint: what single requests do. It speaks of the same units as the rest, by the indexes of
 * their nodes.
 *
 * @param sources who asks
 * @param routes index of the first call of each journey, in the order of {@link Blueprint#journeys}
 * @param priorities of each journey: larger is more important
 * @param calls what is asked of whom, in which order
 * @param relays what passes requests on
 * @param pools alike stations of which each call meets one
 * @param stations what serves
 * @param slowings what broken modes do to service times
 * @param ways where all of these are, and what lies between
 */
public record Requests(
        List<Source> sources,
        int[] routes,
        int[] priorities,
        List<Call> calls,
        List<Relay> relays,
        List<Pool> pools,
        List<Station> stations,
        List<Slowing> slowings,
        Ways ways) {
    /** No requests were laid out. */
    public static final Requests NONE = new Requests(
            List.of(), new int[0], new int[0], List.of(), List.of(), List.of(), List.of(), List.of(), Ways.NONE);

    public Requests {
        sources = List.copyOf(sources);
        calls = List.copyOf(calls);
        relays = List.copyOf(relays);
        pools = List.copyOf(pools);
        stations = List.copyOf(stations);
        slowings = List.copyOf(slowings);
    }
}
