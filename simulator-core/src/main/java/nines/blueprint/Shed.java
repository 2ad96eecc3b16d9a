package nines.blueprint;

/**
 * How an overloaded station turns requests away.
 *
 * @param method the rule
 * @param target seconds of waiting that are tolerated, for {@link Method#CODEL}
 * @param over seconds for which the target must be exceeded, for {@link Method#CODEL}
 * @param cost work of turning one away, as a share of a mean service time, at least 0
 */
public record Shed(Method method, double target, double over, double cost) {
    /** The rules. */
    public enum Method {
        /** Whoever has waited too long is dropped, ever more often while waits stay too long (Nichols and Jacobson 2012). */
        CODEL,
        /** No more at once than the response time shows to be useful (gradient algorithm of Netflix and Envoy). */
        ADAPTIVE_CONCURRENCY,
        /** When the queue is full, whoever is least important leaves it. */
        PRIORITY
    }
}
