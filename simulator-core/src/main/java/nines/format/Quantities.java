package nines.format;

import java.util.LinkedHashMap;
import java.util.Map;
import nines.catalogue.Catalogue;
import nines.distribution.Distribution;
import nines.distribution.DistributionText;
import nines.distribution.Surroundings;
import nines.quantity.Dimension;
import nines.quantity.Money;
import nines.quantity.TextProblem;

/** Quantities and laws as texts: the language's way to the readers of numbers and to the catalogue. */
final class Quantities {

    private static final String CATALOGUE = "catalogue:";

    private Quantities() {}

    static double amount(String text, Dimension dimension) throws BadValue {
        try {
            return text.startsWith(CATALOGUE)
                    ? Catalogue.bundled().amount(text.substring(CATALOGUE.length()), dimension)
                    : dimension.read(text);
        } catch (TextProblem e) {
            throw bad(e);
        }
    }

    static Distribution law(String text, Dimension dimension, Surroundings surroundings) throws BadValue {
        try {
            return DistributionText.parse(text, dimension, surroundings);
        } catch (TextProblem e) {
            throw bad(e);
        }
    }

    /** A time to failure: of the catalogue only entries that are one. */
    static Distribution life(String text, Surroundings surroundings) throws BadValue {
        if (text.startsWith(CATALOGUE)) {
            String id = text.substring(CATALOGUE.length());
            var reference = Catalogue.bundled().find(id);
            if (reference.isPresent() && !reference.get().entry().isTimeToFailure()) {
                throw new BadValue(
                        Code.N117,
                        text + " is " + reference.get().entry().kind()
                                + "; `time-to-failure` needs a failure entry such as catalogue:sw.process.crash.");
            }
        }
        return law(text, Dimension.DURATION, surroundings);
    }

    static Distribution law(Node.Entries block, Dimension dimension, Surroundings surroundings) throws BadValue {
        if (!block.has("distribution")) {
            throw new BadValue(
                    Code.N121, "a distribution is written `exponential mean 30d`, or as a block with `distribution:`.");
        }
        try {
            return DistributionText.parse(object(block), dimension, surroundings);
        } catch (TextProblem e) {
            throw bad(e);
        }
    }

    static Money money(String text) throws BadValue {
        try {
            return text.startsWith(CATALOGUE)
                    ? Catalogue.bundled().money(text.substring(CATALOGUE.length()))
                    : Money.read(text);
        } catch (TextProblem e) {
            throw bad(e);
        }
    }

    private static Map<String, Object> object(Node.Entries block) {
        Map<String, Object> map = new LinkedHashMap<>();
        block.entries().forEach((key, entry) -> map.put(key, plain(entry.value())));
        return map;
    }

    private static Object plain(Node node) {
        if (node instanceof Node.Entries block) {
            return object(block);
        }
        if (node instanceof Node.Items list) {
            return list.items().stream().map(Quantities::plain).toList();
        }
        return node instanceof Node.Plain text ? text.text() : "";
    }

    private static BadValue bad(TextProblem problem) {
        return new BadValue(Code.valueOf(problem.code()), problem.message(), problem.offset());
    }
}
