package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.reports.Amounts;
import nines.reports.Episodes;
import nines.result.Episode;
import nines.result.Journey;
import nines.result.Story;

/** The worst outages of one journey, told step by step. */
final class StoriesText {
    private final Journey journey;
    private final int most;
    private final int columns;

    /**
     * The stories.
     *
     * @param most how many
     */
    StoriesText(Journey journey, int most, int columns) {
        this.journey = journey;
        this.most = most;
        this.columns = columns;
    }

    static String title(Journey journey, int most) {
        return most == 1
                ? "The worst outage of '" + journey.name() + "'"
                : "The worst outages of '" + journey.name() + "'";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Story story :
                journey.worst().subList(0, Math.min(most, journey.worst().size()))) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(Prose.wrapped("  ", about(story), columns));
            lines.addAll(steps(story));
        }
        return lines;
    }

    private static String about(Story story) {
        return Amounts.duration(story.lost(), 3) + " lost in " + Amounts.duration(story.duration(), 3)
                + (story.open() ? ", and not over at the end" : "") + ", after " + Amounts.duration(story.start(), 3)
                + " of replication " + story.replication() + ", begun by " + story.root() + ":";
    }

    private List<String> steps(Story story) {
        Table table = new Table("lrl");
        int left = 0;
        for (Episode episode : story.episodes()) {
            left = Math.max(left, Episodes.when(episode).length());
        }
        int room = Math.max(20, columns - left - 17);
        for (Episode episode : story.episodes()) {
            List<String> texts = Prose.wrapped("", episode.happened(), room);
            table.row(Episodes.when(episode), Episodes.served(episode), texts.get(0));
            texts.stream().skip(1).forEach(more -> table.row("", "", more));
        }
        return table.lines();
    }
}
