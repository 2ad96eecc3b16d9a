package nines.model;

/**
 * The queue in front of a station.
 */
@Block(title = "Queue in front of a station", path = "queue")
public record WaitingLine(
        @Key(
                type = Type.COUNT,
                field = "100",
                textbook = "unlimited",
                acts = Acts.REQUESTS,
                mechanism = "M22",
                says = "waiting places; overflow is rejected")
        int capacity,

        @Key(type = Type.WORD, field = "fifo", acts = Acts.REQUESTS, mechanism = "M22", says = "who is next")
        Order order,

        @Key(
                type = Type.DURATION,
                field = "never",
                acts = Acts.REQUESTS,
                mechanism = "M20",
                says = "dropped when it waited longer")
        double waitAtMost) {

    /** The words of {@code order}. */
    public enum Order {
        FIFO,
        LIFO,
        ADAPTIVE_LIFO,
        PRIORITY
    }
}
