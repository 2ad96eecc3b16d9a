package nines.distribution;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;

/**
 * Laws as the scenario language writes them: {@code lognormal median 5s p90 20s plus 1s}, or spelled
 * out as an object with the same words as keys. {@link Distribution#text} is the way back.
 *
 * <p>Whatever cannot be read is a {@link TextProblem} with its place, what is allowed and the likely
 * intention.
 */
public final class DistributionText {

    private DistributionText() {}

    /** The families that are written as a word and parameters, in the order of the alphabet. */
    public static List<Family<?>> families() {
        return Families.all();
    }

    /** The words with which a law of this kind of quantity may begin. */
    public static List<String> words(Dimension dimension) {
        Stream<String> families =
                Families.all().stream().filter(f -> f.allows(dimension)).map(Family::word);
        Stream<String> special = dimension == Dimension.DURATION
                ? Stream.of("never", "hazard", "phase-type", "data", "empirical", "replay")
                : Stream.of("data", "empirical", "replay");
        return Stream.concat(families, special).toList();
    }

    /** The law of a duration. */
    public static Distribution parse(String text) {
        return parse(text, Dimension.DURATION, Surroundings.NONE);
    }

    /** The law of a quantity of this kind. */
    public static Distribution parse(String text, Dimension dimension, Surroundings surroundings) {
        return new LawReader(text, dimension, surroundings).read();
    }

    /**
     * The law of a duration where a constant would be a likely mistake: {@code 1000h} alone is
     * refused, {@code fixed 1000h} is not.
     */
    public static Distribution parseRandom(String text, Surroundings surroundings) {
        Distribution law = parse(text, Dimension.DURATION, surroundings);
        String bare = text.strip();
        if (law instanceof Deterministic && (Character.isDigit(bare.charAt(0)) || bare.startsWith("$"))) {
            throw new TextProblem(
                    TextProblem.CONSTANT,
                    "a fixed time is rarely meant: `" + bare
                            + "` is the same every time, sharp. Write `exponential mean " + bare + "`, or `fixed "
                            + bare + "` if you do mean it.",
                    0);
        }
        return law;
    }

    /**
     * The law of an object: a key {@code distribution} with the family's word and keys for its
     * parameters and modifiers. Values are texts, lists of values, or maps of the same kind.
     */
    public static Distribution parse(Map<String, ?> object, Dimension dimension, Surroundings surroundings) {
        return new LawObjectReader(object, dimension, surroundings).read();
    }

    /** The text of a law to which a modifier is added: in brackets where it would bind too little. */
    static String operand(Distribution law, Dimension dimension) {
        return law instanceof Mixture || law instanceof Once ? "(" + law.text(dimension) + ")" : law.text(dimension);
    }
}
