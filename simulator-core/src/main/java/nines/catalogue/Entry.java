package nines.catalogue;

import java.util.List;
import nines.distribution.Bathtub;
import nines.distribution.Exponential;
import nines.distribution.Weibull;
import nines.quantity.Dimension;

/**
 * A number or law with its source.
 *
 * @param id as in {@code server.node.outage}
 * @param category the first word of the id: server, disk, net, …
 * @param name what it is, in one line
 * @param content what it says
 * @param sources what it cites, the main one first
 * @param grade how far it can be trusted
 * @param check how it came into the catalogue
 * @param notValidFor where it must not be used; may be empty
 * @param note what else to know; may be empty
 */
public record Entry(
        String id,
        String category,
        String name,
        Content content,
        List<Source> sources,
        Grade grade,
        Check check,
        String notValidFor,
        String note) {

    public Entry {
        sources = List.copyOf(sources);
    }

    /** True for a time between failures or other mishaps; false for a duration, a latency, a lag. */
    public boolean isTimeToFailure() {
        return content instanceof Content.Law law
                && law.dimension() == Dimension.DURATION
                && (law.law() instanceof Exponential
                        || law.law() instanceof Weibull
                        || law.law() instanceof Bathtub
                        || id.endsWith(".mtbf"));
    }

    /** What it is, in words for a message: "a time to failure", "a latency". */
    public String kind() {
        if (isTimeToFailure()) {
            return "a time to failure";
        }
        if (content instanceof Content.Law law && law.dimension() == Dimension.DURATION) {
            return switch (category) {
                case "lat" -> "a latency";
                case "lag" -> "a replication lag";
                case "repair" -> "a repair time";
                default -> "a duration";
            };
        }
        if (content instanceof Content.Law law) {
            return law.dimension().noun();
        }
        if (category.equals("cost")) {
            return "a price";
        }
        return content instanceof Content.Chance
                ? "a chance"
                : content instanceof Content.Settings ? "a set of values" : "a table";
    }

    /** The law, chance or values as text, in the words of the scenario language where it has them. */
    public String text() {
        if (content instanceof Content.Law law) {
            return law.law().text(law.dimension());
        }
        if (content instanceof Content.Chance chance) {
            return Dimension.SHARE.exact(chance.chance());
        }
        if (content instanceof Content.Settings settings) {
            return settings.values().entrySet().stream()
                            .map(value -> value.getKey() + " " + Values.text(value.getValue()))
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("")
                    + (settings.unit().isEmpty() ? "" : " " + settings.unit());
        }
        if (content instanceof Content.Weights weights) {
            return weights.weights().entrySet().stream()
                    .map(weight -> weight.getKey() + " " + Dimension.SHARE.exact(weight.getValue()))
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
        if (content instanceof Content.Partial partial) {
            return partial.family() + " " + partial.known() + ", " + partial.missing();
        }
        return content instanceof Content.Table table
                ? "table of " + table.rows().size() + " rows"
                : "";
    }
}
