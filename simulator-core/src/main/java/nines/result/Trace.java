package nines.result;

import java.util.List;

/**
 * The full story of some requests of one replication, reproducible from the seed.
 *
 * @param scenario its name
 * @param seed of the run
 * @param replication its number, from 0
 * @param requests in the order in which they were asked for
 */
public record Trace(String scenario, long seed, long replication, List<TracedRequest> requests) {
    public Trace {
        requests = List.copyOf(requests);
    }
}
