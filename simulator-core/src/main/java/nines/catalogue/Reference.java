package nines.catalogue;

import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.quantity.Dimension;
import nines.quantity.Money;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/**
 * What {@code catalogue:id} refers to: an entry, or one value of it.
 *
 * @param entry the entry with the longest id that fits
 * @param key the rest of the reference: the name of one of its values; empty for the whole entry
 */
public record Reference(Entry entry, String key) {

    /** The code of a reference that does not fit its place. */
    static final String UNFIT = "N117";

    /** As it is written, without {@code catalogue:}. */
    public String id() {
        return key.isEmpty() ? entry.id() : entry.id() + "." + key;
    }

    /** The law of a quantity of this kind, constant for a plain value, or a {@link TextProblem}. */
    public Distribution law(Dimension dimension) {
        if (key.isEmpty() && entry.content() instanceof Content.Law law && law.dimension() == dimension) {
            return law.law();
        }
        return new Deterministic(amount(dimension));
    }

    /** The one value of a quantity of this kind, or a {@link TextProblem}. */
    public double amount(Dimension dimension) {
        if (key.isEmpty()) {
            if (entry.content() instanceof Content.Chance chance && dimension == Dimension.SHARE) {
                return chance.chance();
            }
            if (entry.content() instanceof Content.Law law
                    && law.dimension() == dimension
                    && law.law() instanceof Deterministic constant) {
                return constant.value();
            }
        }
        String text = part(dimension);
        if (text == null) {
            throw unfit(dimension.example());
        }
        return dimension.read(text);
    }

    private @Nullable String part(Dimension dimension) {
        if (entry.content() instanceof Content.Settings settings) {
            // An entry of a single value means that value.
            String name = key.isEmpty() && settings.values().size() == 1
                    ? settings.values().keySet().iterator().next()
                    : key;
            Object value = settings.values().get(name);
            return value == null ? null : Values.as(dimension, name, value, settings.unit());
        }
        if (entry.content() instanceof Content.Weights weights && dimension == Dimension.SHARE) {
            Double weight = weights.weights().get(key);
            return weight == null ? null : Dimension.SHARE.exact(weight);
        }
        return null;
    }

    /** The price, or a {@link TextProblem}. */
    public Money money() {
        if (entry.content() instanceof Content.Settings settings
                && settings.unit().startsWith("USD/")
                && settings.values().get("usd") instanceof Number amount) {
            return new Money(amount.doubleValue(), "USD", settings.unit().substring("USD/".length()));
        }
        throw unfit("an amount of money such as `0.1 USD/h`");
    }

    /** That the entry is of another kind than its place needs. */
    public TextProblem unfit(String needed) {
        String advice = entry.content() instanceof Content.Settings settings
                        && key.isEmpty()
                        && settings.values().size() > 1
                ? " Its values are "
                        + String.join(
                                ", ",
                                settings.values().keySet().stream()
                                        .map(name -> entry.id() + "." + name)
                                        .toList())
                        + "."
                : "";
        return new TextProblem(
                UNFIT, "catalogue:" + id() + " is " + entry.kind() + "; here " + needed + " is needed." + advice, 0);
    }
}
