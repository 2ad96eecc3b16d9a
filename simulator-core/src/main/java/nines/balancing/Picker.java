package nines.balancing;

import nines.random.RandomStream;

/**
 * The memory of one balancer: it picks among the targets it trusts, and is told what becomes of the requests. Targets
 * are numbers from 0. It never learns the truth about a target but by what it is told.
 */
public interface Picker {

    /**
     * One of the trusted targets, of which there is at least one.
     *
     * @param client who asks, as a number that differs for every client; for {@link Balancing#looksAtClients}
     * @param now in seconds; for {@link Balancing#learnsFromAnswers}
     */
    int pick(Targets targets, RandomStream random, long client, double now);

    /** Forgets everything; no request is out, and the targets trusted are those given. */
    default void begin(Targets targets) {}

    /** The set of trusted targets has changed. */
    default void trustChanged(Targets targets) {}

    /** A request has been sent to a target; told if {@link Balancing#countsRequests}, and counted already. */
    default void sent(int target, Targets targets) {}

    /** A request is out no longer; told if {@link Balancing#countsRequests}, and counted no more. */
    default void done(int target, Targets targets) {}

    /**
     * What came of a request; told if {@link Balancing#learnsFromAnswers}, before {@link #done}.
     *
     * @param seconds since it was sent
     * @param answered false: the caller left before it ended, it took at least so long
     * @param failed whether it ended badly
     * @param now in seconds
     */
    default void learned(int target, double seconds, boolean answered, boolean failed, double now) {}
}
