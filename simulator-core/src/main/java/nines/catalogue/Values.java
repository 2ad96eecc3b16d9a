package nines.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/** Named values of an entry as quantities: the name's last part is the unit, as in {@code interval_s}. */
final class Values {
    private static final List<Map.Entry<String, Unit>> ENDINGS = List.of(
            Map.entry("_bytes", new Unit(Dimension.BYTES, "B")),
            Map.entry("_percent", new Unit(Dimension.SHARE, "%")),
            Map.entry("_usd", new Unit(Dimension.NUMBER, "")),
            Map.entry("_min", new Unit(Dimension.DURATION, "min")),
            Map.entry("_ms", new Unit(Dimension.DURATION, "ms")),
            Map.entry("_ns", new Unit(Dimension.DURATION, "ns")),
            Map.entry("_s", new Unit(Dimension.DURATION, "s")),
            Map.entry("_h", new Unit(Dimension.DURATION, "h")));

    private record Unit(Dimension dimension, String symbol) {}

    private Values() {}

    /** A number in plain digits; anything else as it stands. */
    static String text(Object value) {
        return value instanceof Number number ? plain(number) : String.valueOf(value);
    }

    private static String plain(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    /** The value as a text of this kind of quantity; null if it is of another kind. */
    static @Nullable String as(Dimension dimension, String key, Object value, String unit) {
        if (!(value instanceof Number number)) {
            return value instanceof String text && reads(dimension, text) ? text : null;
        }
        String digits = plain(number);
        if (!unit.isEmpty()) {
            return unit.equals("1/y") && dimension == Dimension.RATE ? digits + "/y" : null;
        }
        for (Map.Entry<String, Unit> ending : ENDINGS) {
            if (key.endsWith(ending.getKey())) {
                boolean fits = ending.getValue().dimension == dimension;
                return fits ? digits + ending.getValue().symbol : null;
            }
        }
        return switch (dimension) {
            case NUMBER, COUNT -> digits;
            case SHARE ->
                number.doubleValue() >= 0 && number.doubleValue() <= 1
                        ? new BigDecimal(digits)
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString() + "%"
                        : null;
            case FACTOR -> digits + "x";
            default -> null;
        };
    }

    private static boolean reads(Dimension dimension, String text) {
        try {
            dimension.read(text);
            return true;
        } catch (TextProblem e) {
            return false;
        }
    }
}
