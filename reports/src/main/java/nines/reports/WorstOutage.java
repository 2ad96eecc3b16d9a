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
record WorstOutage(String root, String duration, String lost, String when, List<Step> steps) {
    private static final int MOST = 5;
    private static final int STEPS = 24;

    static List<WorstOutage> of(Journey journey) {
        return journey.worst().stream().limit(MOST).map(WorstOutage::of).toList();
    }

    private static WorstOutage of(Story story) {
        List<Step> steps = new ArrayList<>();
        for (Episode episode : story.episodes()) {
            if (steps.size() == STEPS) {
                steps.add(new Step("", "", "… and " + (story.episodes().size() - STEPS) + " more steps"));
                break;
            }
            steps.add(new Step(Episodes.when(episode), Episodes.served(episode), episode.happened()));
        }
        return new WorstOutage(
                story.root(),
                Amounts.duration(story.duration(), 3),
                story.lost() > 0 ? Amounts.duration(story.lost(), 3) + " of full loss; " : "",
                "replication " + story.replication() + ", after " + Amounts.duration(story.start(), 3)
                        + (story.open() ? ", and not over at its end" : ""),
                steps);
    }

    /**
     * One step.
     *
     * @param when after the beginning of the outage
     * @param served share of requests from then on
     * @param happened what began it
     */
    record Step(String when, String served, String happened) {}
}
