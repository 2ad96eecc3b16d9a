package nines.ui.incident;

import java.util.LinkedHashMap;
import java.util.Map;
import nines.experiment.Replay.Incident;
import nines.quantity.Figures;
import nines.result.Episode;
import nines.result.Lane;
import nines.result.Story;

/** Steps of an outage in whole sentences. */
final class Sentences {
    private Sentences() {}

    /** What changes with a step, and what it means for the requests. */
    static String of(Episode episode) {
        String happened = episode.happened().isEmpty() ? "the share that is served changes" : episode.happened();
        return when(episode) + ": " + happened + "." + served(episode);
    }

    private static String when(Episode episode) {
        if (episode.from() < 0) {
            return Figures.duration(-episode.from()) + " before";
        }
        return episode.from() == 0 ? "It begins" : "After " + Figures.duration(episode.from());
    }

    private static String served(Episode episode) {
        if (Double.isNaN(episode.served())) {
            return "";
        }
        String share = episode.served() >= 1
                ? " All requests are served"
                : episode.served() <= 0
                        ? " No request is served"
                        : " " + Figures.share(episode.served()) + " of the requests are served";
        String blame = episode.root().isEmpty() || episode.served() >= 1
                ? ""
                : ", because of " + episode.root() + (episode.stage().isEmpty() ? "" : " (" + episode.stage() + ")");
        String until = episode.duration() > 0 ? ", for " + Figures.duration(episode.duration()) : "";
        return share + until + blame + ".";
    }

    /** How bad an outage is. */
    static String about(Incident incident) {
        return "It lasts " + Figures.duration(incident.duration())
                + (incident.open() ? ", and is not over at the end" : "") + "; what is lost equals "
                + Figures.duration(incident.lost()) + " of all requests."
                + (incident.root().isEmpty() ? "" : " Begun by " + incident.root() + ".");
    }

    /** What is wrong with whom at a moment. */
    static Map<String, String> wrong(Story story, double now) {
        var wrong = new LinkedHashMap<String, String>();
        for (Lane lane : story.lanes()) {
            for (Lane.Span span : lane.spans()) {
                if (span.from() <= now && now < span.from() + span.duration()) {
                    wrong.put(lane.name(), span.stage());
                }
            }
        }
        return wrong;
    }
}
