package nines.queueing;

/**
 * What a queue in its steady state answers. A queue that gets more than it can serve, and may not turn anybody away, has
 * no steady state: its waits are infinite.
 */
public sealed interface Waiting permits GeneralServer, InfiniteServers, ManyServers, SharedServer, UnreliableServers {
    /** Requests per second that come. */
    double arrivalRate();

    /** Mean number of requests in service. */
    double meanBusy();

    /** Mean number of requests that wait. */
    double meanQueue();

    /** Whether there is a steady state. */
    boolean isStable();

    /** Mean number of requests, waiting or in service. */
    default double meanInSystem() {
        return meanBusy() + meanQueue();
    }

    /** Requests per second that are let in. */
    default double acceptedRate() {
        return arrivalRate();
    }

    /** Mean wait of those let in, those who give up included, in seconds (Little 1961). */
    default double meanWait() {
        return arrivalRate() == 0 ? 0 : meanQueue() / acceptedRate();
    }

    /** Mean time from arrival to departure of those let in, in seconds. */
    default double meanSojourn() {
        return meanInSystem() / acceptedRate();
    }
}
