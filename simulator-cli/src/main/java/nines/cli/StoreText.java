package nines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.reports.Amounts;
import nines.result.Durability;
import nines.result.Estimate;

/** How safe the objects of one store are, and what keeping them so costs. */
final class StoreText {
    private final Durability store;
    private final int columns;

    StoreText(Durability store, int columns) {
        this.store = store;
        this.columns = columns;
    }

    static String title(Durability store) {
        return "How safe the objects of '" + store.name() + "' are";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Estimate chance = store.objectLossPerYear();
        boolean seen = chance.value() > 0;
        say(
                lines,
                "durability",
                seen
                        ? nines(chance.value()) + " nines a year: " + tiny(chance.value())
                                + " of the objects are lost a year (" + tiny(chance.low()) + " to "
                                + tiny(chance.high()) + ")"
                        : "no loss was seen: at least " + nines(chance.high()) + " nines a year"
                                + ", if a loss could take everything");
        if (seen) {
            say(
                    lines,
                    "losses",
                    Amounts.number(store.lossesPerYear()) + " times a year, of "
                            + Amounts.number(
                                    store.objectsPerYear().value()
                                            / store.lossesPerYear().value(),
                                    2)
                            + " objects each on average");
        } else {
            say(
                    lines,
                    "losses",
                    "at most " + Amounts.number(store.lossesPerYear().high(), 2)
                            + " a year with "
                            + Amounts.percent(store.lossesPerYear().level())
                            + " confidence; more years tell more");
        }
        say(
                lines,
                "by theory",
                Double.isNaN(store.independent())
                        ? "not known: " + store.independentSays()
                        : tiny(store.independent()) + " of the objects a year if each chunk were lost by itself ("
                                + store.independentSays() + ")");
        if (store.unreadPerYear().value() > 0) {
            say(
                    lines,
                    "unreadable",
                    Amounts.number(store.unreadPerYear())
                            + " objects a year that have nothing left to spare when another chunk cannot be read");
        }
        say(
                lines,
                "costs",
                store.scheme() + ": " + Amounts.number(store.overhead(), 3) + " bytes for each, "
                        + Amounts.number(store.readsPerChunk(), 3) + " chunks read for each that is rebuilt, "
                        + Amounts.number(store.rebuiltPerYear()) + " of them a year");
        return lines;
    }

    private static String nines(double lost) {
        return lost <= 0 ? "∞" : String.format(Locale.ROOT, "%.2f", -StrictMath.log10(lost));
    }

    private static String tiny(double share) {
        return Amounts.scientific(share, 2);
    }

    private void say(List<String> lines, String what, String text) {
        String start = "  " + what + " ".repeat(Math.max(1, 16 - what.length()));
        lines.addAll(Prose.wrapped(start, text, columns));
    }
}
