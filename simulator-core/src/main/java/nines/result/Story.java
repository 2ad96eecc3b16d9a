package nines.result;

import java.util.List;

/**
 * One of the worst outages, told.
 *
 * @param replication in which it happened
 * @param start seconds after the start of that replication
 * @param duration in seconds
 * @param lost seconds of full loss: requests lost, over the mean rate
 * @param root the fault to blame most when it began
 * @param open whether it was still going on at the end of the replication
 * @param episodes what went on, in order
 * @param lanes what was wrong with whom meanwhile; empty where it was not recorded
 */
public record Story(
        int replication,
        double start,
        double duration,
        double lost,
        String root,
        boolean open,
        List<Episode> episodes,
        List<Lane> lanes) {
    public Story {
        episodes = List.copyOf(episodes);
        lanes = List.copyOf(lanes);
    }
}
