package nines.blueprint;

import nines.distribution.Distribution;

/**
 * What passes requests on without queueing them: a balancer, a firewall, a name service. It has one view of its targets
 * for each sender.
 *
 * @param name of the component
 * @param stream name of its random streams
 * @param works node that is true while it passes anything on
 * @param senders nodes of those that send, each with beliefs of its own; a dead one sends nothing
 * @param latency it adds, in seconds
 */
public record Relay(String name, String stream, int works, int[] senders, Distribution latency) {}
