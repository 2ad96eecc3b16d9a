package nines.ui.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user asks of a run, written as in a file; what is empty is as the file says.
 *
 * @param fidelity {@code structural} or {@code requests}
 * @param horizon simulated time of one replication: {@code 20y}
 * @param replications exactly so many
 * @param precision wanted half width of the interval over the estimate: {@code 2%}
 * @param seed of all randomness
 * @param wallClock when to stop at the latest: {@code 60s}
 */
public record Wishes(
        String fidelity, String horizon, String replications, String precision, String seed, String wallClock) {
    /** As the file says. */
    public static final Wishes NONE = new Wishes("", "", "", "", "", "");

    /** What is asked for, by the key of the section {@code run}. */
    public Map<String, String> written() {
        var all = new LinkedHashMap<String, String>();
        all.put("fidelity", fidelity);
        all.put("horizon", horizon);
        all.put("replications", replications);
        all.put("precision", precision);
        all.put("seed", seed);
        all.put("wall-clock", wallClock);
        all.values().removeIf(String::isBlank);
        return all;
    }

    /** The same with another value of one key. */
    public Wishes with(String key, String value) {
        String next = value.strip();
        return new Wishes(
                key.equals("fidelity") ? next : fidelity,
                key.equals("horizon") ? next : horizon,
                key.equals("replications") ? next : replications,
                key.equals("precision") ? next : precision,
                key.equals("seed") ? next : seed,
                key.equals("wall-clock") ? next : wallClock);
    }

    /** In a few words: {@code seed 7, horizon 20y}; empty when nothing is asked for. */
    public String words() {
        List<String> words = new ArrayList<>();
        written().forEach((key, value) -> words.add(key.equals("fidelity") ? value : key + " " + value));
        return String.join(", ", words);
    }
}
