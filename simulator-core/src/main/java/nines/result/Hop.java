package nines.result;

/**
 * What one component, link or the client itself contributes to the mean response of a journey: seconds of each request that
 * succeeded. The hops of a journey add up to its mean response.
 *
 * @param name of the component or link; {@code client} for the client itself
 * @param waiting in its queue, or for another request that fetches the same object
 * @param service in the hands of its workers; of what only passes requests on, passing it
 * @param link under way over it
 * @param pause before another attempt to call it
 * @param inVain in attempts that failed, were given up, or were overtaken by a second copy
 * @param total of all of these
 */
public record Hop(
        String name,
        Estimate waiting,
        Estimate service,
        Estimate link,
        Estimate pause,
        Estimate inVain,
        Estimate total) {}
