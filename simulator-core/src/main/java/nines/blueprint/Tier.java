package nines.blueprint;

/**
 * Instances of which each attempt meets one, chosen by whoever stands in front.
 *
 * @param name of the component
 * @param part index of the part
 * @param members nodes that tell whether an instance answers
 * @param watches beliefs by which it is chosen, one watch for each sender; empty: the choice sees the truth at once
 * @param senders node of each sender, or -1; a dead sender sends nothing
 * @param needed fewer living instances serve nothing
 * @param capacity requests per second of one instance, or +infinity
 * @param load requests per second offered to the whole, at mean traffic
 * @param attempts tries of the caller in front of this tier, at least 1; the client's own tries come on top
 * @param panicBelow share of trusted instances below which everybody is trusted, in [0, 1]
 */
public record Tier(
        String name,
        int part,
        int[] members,
        int[] watches,
        int[] senders,
        int needed,
        double capacity,
        double load,
        int attempts,
        double panicBelow) {}
