package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.Episode;
import nines.result.Journey;
import nines.result.Story;

/**
 * One of the worst outages, told.
 *
 * @param root the fault that began it
 * @param duration how long it lasted
 * @param lost in time of full loss; empty when it was not recorded
 * @param when in which replication, and when in it
 * @param steps what went on, in order
 */
record WorstOutage(String root, String duration, String lost, String when, List<String> steps) {
    private static final int MOST = 5;
    private static final int STEPS = 12;

    static List<WorstOutage> of(Journey journey) {
        return journey.worst().stream().limit(MOST).map(WorstOutage::of).toList();
    }

    private static WorstOutage of(Story story) {
        List<String> steps = new ArrayList<>();
        for (Episode episode : story.episodes()) {
            if (steps.size() == STEPS) {
                steps.add("… and " + (story.episodes().size() - STEPS) + " more");
                break;
            }
            String cause = episode.root().equals(story.root()) ? "" : " (" + episode.root() + ")";
            steps.add("after " + Amounts.duration(episode.from(), 2) + ": " + episode.stage() + cause + ", "
                    + Amounts.duration(episode.duration(), 2));
        }
        return new WorstOutage(
                story.root(),
                Amounts.duration(story.duration(), 3),
                story.lost() > 0 ? Amounts.duration(story.lost(), 3) + " of full loss; " : "",
                "replication " + story.replication() + ", at " + Amounts.duration(story.start(), 3),
                steps);
    }
}
