package nines.kernel;

/** Something that events happen to. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Lets an event happen; its time is {@link Simulation#time()}.
     *
     * @param kind what happens, a number of the handler's own
     * @param argument to whom or how much, as it was scheduled
     */
    void onEvent(int kind, int argument);
}
