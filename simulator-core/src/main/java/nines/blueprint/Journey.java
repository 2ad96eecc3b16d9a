package nines.blueprint;

import java.util.Arrays;
import java.util.List;

/**
 * What a user asks for.
 *
 * @param name as the user wrote it
 * @param step its way through the system
 * @param upAt served share from which it counts as up, in (0, 1]
 * @param rate requests per second, mean; 1 when no traffic is described
 * @param attempts tries of each kind of client, the first one included
 * @param weights share of requests of each kind of client, adding up to 1
 * @param patience how long each kind of client waits, where a target that hangs costs more than one that refuses;
 *     empty: they cost the same
 * @param inflows parts of its requests that surges multiply
 */
public record Journey(
        String name,
        Step step,
        double upAt,
        double rate,
        int[] attempts,
        double[] weights,
        List<Patience> patience,
        List<Inflow> inflows) {
    public Journey {
        patience = List.copyOf(patience);
        inflows = List.copyOf(inflows);
    }

    /** A journey without surges to which a target that hangs is like one that refuses. */
    public Journey(String name, Step step, double upAt, double rate, int[] attempts, double[] weights) {
        this(name, step, upAt, rate, attempts, weights, List.of(), List.of());
    }

    /** Whether a target that accepts and never answers costs more than one that refuses. */
    public boolean mindsWaiting() {
        return !patience.isEmpty();
    }

    /** Whether both go the same way and their clients ask alike, so that both are served the same share. */
    public boolean goesTheWayOf(Journey other) {
        return step.equals(other.step)
                && upAt == other.upAt
                && Arrays.equals(attempts, other.attempts)
                && Arrays.equals(weights, other.weights)
                && patience.equals(other.patience);
    }
}
