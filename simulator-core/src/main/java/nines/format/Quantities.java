package nines.format;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.quantity.Dimension;

/** INTERIM until the parser of quantities and laws is there. */
final class Quantities {
    private static final Pattern P = Pattern.compile("(-?[0-9.]+) ?([A-Za-z/%]*)");
    private static final Map<String, Double> U = Map.ofEntries(
            Map.entry("s", 1.),
            Map.entry("min", 60.),
            Map.entry("h", 3600.),
            Map.entry("d", 86400.),
            Map.entry("y", 31536000.),
            Map.entry("ms", 1e-3),
            Map.entry("us", 1e-6),
            Map.entry("w", 604800.),
            Map.entry("month", 2592000.),
            Map.entry("%", .01),
            Map.entry("ppm", 1e-6),
            Map.entry("x", 1.),
            Map.entry("/s", 1.),
            Map.entry("/min", 1. / 60),
            Map.entry("/h", 1. / 3600),
            Map.entry("B", 1.),
            Map.entry("TB", 1e12),
            Map.entry("PB", 1e15),
            Map.entry("GB", 1e9),
            Map.entry("MB/s", 1e6),
            Map.entry("Gbit/s", 1.25e8),
            Map.entry("", 1.));

    static double amount(String text, Dimension dimension) throws BadValue {
        if (text.startsWith("catalogue:") || text.startsWith("1/")) {
            return 1;
        }
        Matcher m = P.matcher(text);
        double sum = 0;
        int end = 0;
        while (m.find() && m.start() == end) {
            Double u = U.get(m.group(2));
            if (u == null) {
                throw new BadValue(Code.N127, "`" + text + "` is not " + dimension.example() + ".");
            }
            sum += Double.parseDouble(m.group(1)) * u;
            end = m.end();
        }
        if (end == 0 || end != text.length()) {
            throw new BadValue(Code.N127, "`" + text + "` is not " + dimension.example() + ".");
        }
        return sum;
    }

    static Distribution law(String text, Dimension dimension) throws BadValue {
        if (text.matches(
                "(exponential|uniform|lognormal|weibull|triangular|erlang|geometric|fixed|poisson|catalogue:).*")) {
            return new Exponential(3600);
        }
        return new Deterministic(amount(text, dimension));
    }

    static Distribution law(Node.Entries block, Dimension dimension) throws BadValue {
        if (block.has("distribution")) {
            return new Exponential(3600);
        }
        throw new BadValue(
                Code.N121, "a distribution is written `exponential mean 30d`, or as a block with `distribution:`.");
    }

    static double perByte(String text) throws BadValue {
        return amount(text, Dimension.RATE);
    }

    static nines.model.Money money(String text) throws BadValue {
        Matcher m = Pattern.compile("([0-9.]+) ?([A-Z]{3})(?:/([A-Za-z]+))?").matcher(text);
        if (text.startsWith("catalogue:")) {
            return new nines.model.Money(1, "USD", "h");
        }
        if (!m.matches()) {
            throw new BadValue(Code.N127, "`" + text + "` is not an amount such as `20 EUR/month`.");
        }
        return new nines.model.Money(Double.parseDouble(m.group(1)), m.group(2), m.group(3));
    }

    private Quantities() {}
}
