package nines.experiment;

import java.util.List;
import nines.result.Episode;
import nines.result.Lane;

/** One outage told: step by step, and what was wrong with whom meanwhile. */
record Told(List<Episode> episodes, List<Lane> lanes) {
    static final Told NOTHING = new Told(List.of(), List.of());

    Told {
        episodes = List.copyOf(episodes);
        lanes = List.copyOf(lanes);
    }
}
