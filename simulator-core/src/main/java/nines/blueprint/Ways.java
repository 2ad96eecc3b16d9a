package nines.blueprint;

import java.util.List;
import nines.distribution.Distribution;

/**
 * Where the stations and relays of a blueprint are, and the links between those places. A spot is a place in which
 * anything stands; spot 0 is anywhere, to which no link leads. Between two spots there is at most one link; what has
 * none takes no time.
 *
 * @param stations spot of each station
 * @param relays spots of the instances of each relay
 * @param takeovers index of the take-over that says which instance of a relay works, or -1
 * @param between index of the link from one spot to another, or -1
 * @param links all links
 */
public record Ways(int[] stations, int[][] relays, int[] takeovers, int[][] between, List<Link> links) {
    /** Everything is in one place. */
    public static final Ways NONE = new Ways(new int[0], new int[0][], new int[0], new int[0][], List.of());

    public Ways {
        links = List.copyOf(links);
    }

    /**
     * What messages between two places pass, one by one.
     *
     * @param name of the component, and of its random streams
     * @param latency one way, in seconds
     * @param loss chance that a message is lost, in [0, 0.5); it is sent again when no answer has come in time
     */
    public record Link(String name, Distribution latency, double loss) {}
}
