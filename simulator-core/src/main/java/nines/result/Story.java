package nines.result;

import java.util.List;

/**
 * One of the worst outages, told.
 *
 * @param replication in which it happened
 * @param start seconds after the start of that replication
 * @param duration in seconds
 * @param lost seconds of full loss: the integral of the share not served
 * @param root the fault that began it
 * @param episodes what went on, in order
 */
public record Story(int replication, double start, double duration, double lost, String root, List<Episode> episodes) {
    public Story {
        episodes = List.copyOf(episodes);
    }
}
