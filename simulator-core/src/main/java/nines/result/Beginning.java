package nines.result;

/**
 * How often outages begin with a root cause. Of the faults to blame when an outage begins, one was there first and one came
 * last; unlike the shares of the loss, neither tells how much each of several faults matters.
 *
 * @param root the fault
 * @param first outages a year in which it was the first in the chain
 * @param trigger outages a year in which it came last: the one that began the outage
 * @param triggerShare of all outages; the shares of all roots sum to 1
 */
public record Beginning(String root, Estimate first, Estimate trigger, double triggerShare) {}
