package nines.layout;

import java.util.List;

/**
 * One thing that a scenario says and that cannot be simulated: a number without it, or with half of it, would be wrong and
 * look right.
 *
 * @param path of the value, as the language writes it: {@code db.failover.anti-flap}
 * @param rests paths of everything that the verdict rests on, that one included
 * @param message what was found, the rule, the likely intention
 */
public record Refusal(Why why, String path, List<String> rests, String message) {

    public Refusal {
        rests = List.copyOf(rests);
    }

    /** With the path in front. */
    public String text() {
        return path + ": " + message;
    }

    /** What is wrong with it. */
    public enum Why {
        /** It has a meaning, but not yet here. */
        NOT_YET,
        /** It contradicts something else. */
        CONTRADICTS,
        /** It lies outside of what is possible. */
        OUT_OF_RANGE,
        /** Nothing is called so, or nothing of what it names is there. */
        NOT_THERE,
        /** Something is missing. */
        MISSING
    }
}
