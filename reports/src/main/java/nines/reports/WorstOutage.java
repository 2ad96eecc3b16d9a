package nines.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.result.Episode;
import nines.result.Journey;
import nines.result.Story;
import org.jspecify.annotations.Nullable;

/**
 * One of the worst outages, told.
 *
 * @param root the fault that began it
 * @param duration how long it lasted
 * @param sentence what the time was spent on; empty where it was not recorded
 * @param lost in time of full loss; empty when it was not recorded
 * @param when in which replication, and when in it
 * @param timeline a lane for everything that did not work; null where it was not recorded
 * @param steps what went on, in order
 */
record WorstOutage(
        String root,
        String duration,
        String sentence,
        String lost,
        String when,
        @Nullable Drawing timeline,
        List<Step> steps) {
    private static final int MOST = 5;
    private static final int STEPS = 24;

    /** The picture to stand in a page; empty when there is none. */
    String svg() {
        return timeline == null ? "" : SvgPicture.of(timeline);
    }

    static List<WorstOutage> of(Journey journey) {
        List<WorstOutage> worst = new ArrayList<>();
        for (Story story : journey.worst().stream().limit(MOST).toList()) {
            worst.add(of(story, worst.size() + 1));
        }
        return worst;
    }

    private static WorstOutage of(Story story, int number) {
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
                sentence(story),
                story.lost() > 0 ? Amounts.duration(story.lost(), 3) + " of full loss; " : "",
                "replication " + story.replication() + ", after " + Amounts.duration(story.start(), 3)
                        + (story.open() ? ", and not over at its end" : ""),
                TimelineDrawing.has(story) ? TimelineDrawing.of(story, number) : null,
                steps);
    }

    /** What the time was spent on, stage by stage, in the order in which they came. */
    private static String sentence(Story story) {
        Map<String, Double> stages = new LinkedHashMap<>();
        for (Episode episode : story.episodes()) {
            if (episode.duration() > 0 && !episode.stage().isEmpty()) {
                stages.merge(episode.stage(), episode.duration(), Double::sum);
            }
        }
        if (stages.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        stages.forEach((stage, seconds) -> parts.add(words(stage, Amounts.duration(seconds, 3))));
        return "It began with " + story.root() + ": " + String.join(", ", parts) + ".";
    }

    private static String words(String stage, String time) {
        return switch (stage) {
            case "detection" -> time + " until it was noticed";
            case "switch-over" -> time + " to switch over";
            case "by hand" -> "a person took " + time;
            case "waiting" -> time + " of waiting for hands or parts";
            case "repair" -> time + " to repair";
            case "restart" -> time + " to start again";
            case "restore" -> time + " to get the data back";
            case "planned work" -> time + " of planned work";
            case "overload" -> time + " with more load than the rest could carry";
            default -> time + " of " + stage;
        };
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
