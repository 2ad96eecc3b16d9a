package nines.quantity;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money, once, per time or per volume.
 *
 * @param amount in the currency
 * @param currency ISO 4217 code
 * @param per what one pays for: a unit such as {@code h}, {@code month}, {@code GB}; empty for once
 */
public record Money(double amount, String currency, String per) {
    private static final Pattern FORM = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\s*([A-Za-z$€£]+)(?:\\s*/\\s*(\\S+))?");
    private static final List<String> UNITS = List.of(
            "s",
            "min",
            "h",
            "d",
            "w",
            "month",
            "y",
            "B",
            "kB",
            "MB",
            "GB",
            "TB",
            "PB",
            "GB-month",
            "TB-month",
            "request",
            "million");

    /** Reads {@code 0.096 USD/h}, or throws a {@link TextProblem}. */
    public static Money read(String text) {
        String stripped = text.strip();
        Matcher matcher = FORM.matcher(stripped);
        if (!matcher.matches()) {
            boolean bare = stripped.matches("-?\\d+(\\.\\d+)?");
            throw new TextProblem(
                    bare ? TextProblem.NO_UNIT : TextProblem.UNREADABLE,
                    bare
                            ? "`" + stripped + "` has no currency. Write `" + stripped + " USD` or `" + stripped
                                    + " EUR/month`."
                            : "`" + stripped + "` is not an amount such as `0.096 USD/h` or `20 EUR/month`.",
                    0);
        }
        String currency = matcher.group(2);
        if (!currency.matches("[A-Z]{3}")) {
            throw new TextProblem(
                    TextProblem.UNREADABLE,
                    "`" + currency + "` is not a currency code of three capitals such as USD or EUR.",
                    matcher.start(2));
        }
        String per = matcher.group(3) == null ? "" : matcher.group(3);
        if (!per.isEmpty() && !UNITS.contains(per)) {
            throw new TextProblem(
                    per.equals("m") ? TextProblem.AMBIGUOUS : TextProblem.UNREADABLE,
                    "`" + per + "` is not something to pay for. It is one of " + String.join(", ", UNITS) + ".",
                    matcher.start(3));
        }
        double amount = new BigDecimal(matcher.group(1)).doubleValue();
        if (amount < 0) {
            throw new TextProblem(TextProblem.OUT_OF_RANGE, "`" + stripped + "` must not be negative.", 0);
        }
        return new Money(amount, currency, per);
    }

    /** As the scenario language writes it. */
    public String text() {
        return Dimension.NUMBER.exact(amount) + " " + currency + (per.isEmpty() ? "" : "/" + per);
    }
}
