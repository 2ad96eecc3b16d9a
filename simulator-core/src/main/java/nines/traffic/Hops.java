package nines.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Blueprint;
import nines.blueprint.Part;
import nines.blueprint.Relay;
import nines.blueprint.Requests;
import nines.blueprint.Ways;

/** Where a request can spend its time: the components that it calls, the links that it crosses, and the client itself. */
public final class Hops {
    /** In the queue of a station, or for another request that fetches the same object. */
    public static final int WAITING = 0;
    /** In the hands of a worker; of a relay, passing it. */
    public static final int SERVICE = 1;
    /** Under way over a link. */
    public static final int LINK = 2;
    /** Before another attempt. */
    public static final int PAUSE = 3;
    /** In attempts that failed, were given up, or were overtaken by a second copy. */
    public static final int IN_VAIN = 4;
    /** How many kinds there are. */
    public static final int KINDS = 5;

    /** What clients and steps of their own are called. */
    public static final String CLIENT = "client";

    private final List<String> names;
    final int[] stations;
    final int[] relays;
    final int[] links;
    final int client;

    private Hops(List<String> names, int[] stations, int[] relays, int[] links, int client) {
        this.names = List.copyOf(names);
        this.stations = stations;
        this.relays = relays;
        this.links = links;
        this.client = client;
    }

    /** Those of a blueprint. */
    public static Hops of(Blueprint blueprint) {
        Map<String, Integer> index = new LinkedHashMap<>();
        for (Part part : blueprint.parts()) {
            index.put(part.name(), index.size());
        }
        Requests requests = blueprint.requests();
        int[] stations =
                requests.stations().stream().mapToInt(station -> station.part()).toArray();
        int[] relays = requests.relays().stream()
                .map(Relay::name)
                .mapToInt(name -> index.computeIfAbsent(name, absent -> index.size()))
                .toArray();
        int[] links = requests.ways().links().stream()
                .map(Ways.Link::name)
                .mapToInt(name -> index.computeIfAbsent(name, absent -> index.size()))
                .toArray();
        List<String> names = new ArrayList<>(index.keySet());
        names.add(CLIENT);
        return new Hops(names, stations, relays, links, names.size() - 1);
    }

    /** What they are called; the last is the client. */
    public List<String> names() {
        return names;
    }

    /** The column of a hop and a kind of time in {@link Journal#hopTime}. */
    public static int column(int hop, int kind) {
        return hop * KINDS + kind;
    }
}
