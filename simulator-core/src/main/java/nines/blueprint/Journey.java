package nines.blueprint;

/**
 * What a user asks for.
 *
 * @param name as the user wrote it
 * @param step its way through the system
 * @param upAt served share from which it counts as up, in (0, 1]
 * @param rate requests per second, mean; 1 when no traffic is described
 * @param attempts tries of each kind of client, the first one included
 * @param weights share of requests of each kind of client, adding up to 1
 */
public record Journey(String name, Step step, double upAt, double rate, int[] attempts, double[] weights) {}
