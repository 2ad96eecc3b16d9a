package nines.result;

import java.util.List;

/**
 * Workers with a queue in front: a component, or one instance of it.
 *
 * @param name {@code web}, {@code web-1}
 * @param within the component of an instance; empty for a component
 * @param throughput services ended, per second; for a component of all its instances
 * @param utilisation share of the workers that are held; NaN where there is no limit to them
 * @param busy mean number of workers held; for a component of all its instances
 * @param queueLength mean number of requests in the queue; for a component of all its queues
 * @param queueMost most in one queue at once, in any replication
 * @param waiting mean time in the queue of those that were served, in seconds, those that need not wait included
 * @param waitingDeviation its standard deviation
 * @param waits share of those that had to wait
 * @param rejected share of those that came and found the queue full
 * @param wasted share of the services that ended when nobody waited for them any more
 * @param hits share of those that came to a cache of single objects and found theirs; not known for others
 * @param instances mean number of instances that are there, where some are added and taken away; not known for others
 * @param present how often at least so many are there, for single stations with room for at most 64; empty for others
 */
public record StationTraffic(
        String name,
        String within,
        Estimate throughput,
        Estimate utilisation,
        Estimate busy,
        Estimate queueLength,
        long queueMost,
        Estimate waiting,
        Estimate waitingDeviation,
        Estimate waits,
        Estimate rejected,
        Estimate wasted,
        Estimate hits,
        Estimate instances,
        List<Present> present) {
    public StationTraffic {
        present = List.copyOf(present);
    }
}
