package nines.blueprint;

import java.util.List;

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
 * @param blind without watches: each attempt meets any member, whether it answers or not, instead of one that does
 * @param clients how often the clients behind the load try
 * @param alive for each member the node by which one that does not answer accepts requests all the same; empty: it
 *     refuses them
 * @param inflows parts of its load that surges multiply
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
        double panicBelow,
        boolean blind,
        Tries clients,
        int[] alive,
        List<Inflow> inflows) {
    public Tier {
        inflows = List.copyOf(inflows);
    }

    /** Instances among which the choice sees who answers, or believes what the watches say. */
    public Tier(
            String name,
            int part,
            int[] members,
            int[] watches,
            int[] senders,
            int needed,
            double capacity,
            double load,
            int attempts,
            double panicBelow) {
        this(
                name,
                part,
                members,
                watches,
                senders,
                needed,
                capacity,
                load,
                attempts,
                panicBelow,
                false,
                Tries.ONCE,
                new int[0],
                List.of());
    }

    /** The same tier with only the members in these places. */
    public Tier with(int[] places) {
        return new Tier(
                name,
                part,
                only(members, places),
                watches,
                senders,
                needed,
                capacity,
                load,
                attempts,
                panicBelow,
                blind,
                clients,
                alive.length == 0 ? alive : only(alive, places),
                inflows);
    }

    private static int[] only(int[] all, int[] places) {
        int[] some = new int[places.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = all[places[i]];
        }
        return some;
    }

    /**
     * The share of what meets its living members that they can carry.
     *
     * @param able how many members work for it
     * @param meets chance that one try meets one of them, in [0, 1]
     * @param level load relative to its mean
     */
    public double carried(double able, double meets, double level) {
        double can = able * capacity;
        double all = level * load;
        // Whatever never meets anybody alive is no burden to the living.
        double arrives = can >= all || meets >= 1 ? all : all * clients.any(meets);
        return can >= arrives ? 1 : can / arrives;
    }

    /** Chance that one of its callers' own tries comes through when each does so with the same chance, in [0, 1]. */
    public double tried(double one) {
        double fails = 1;
        for (int a = 0; a < attempts; a++) {
            fails *= 1 - one;
        }
        return 1 - fails;
    }
}
