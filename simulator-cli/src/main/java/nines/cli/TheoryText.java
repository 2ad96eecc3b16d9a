package nines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.reports.Amounts;
import nines.result.Estimate;
import nines.result.Exact;
import nines.result.Measured;
import nines.result.Result;

/** What theory knows of the same figures: the estimate, its interval, the exact value and the gap between them. */
final class TheoryText {
    private static final int MOST = 40;
    private static final int WIDE = 100;

    private final Result result;
    private final Paint paint;
    private final int columns;

    TheoryText(Result result, Paint paint, int columns) {
        this.result = result;
        this.paint = paint;
        this.columns = columns;
    }

    List<String> lines() {
        List<Measured> known = Measured.knownExactly(result);
        if (known.isEmpty()) {
            return List.of();
        }
        boolean several = known.stream().map(Measured::of).distinct().count() > 1;
        Table table = new Table("lrlrrl");
        table.row(
                "",
                paint.faint("simulated"),
                paint.faint("interval"),
                paint.faint("exact"),
                paint.faint("gap"),
                paint.faint("method"));
        String method = "";
        for (Measured each : known.subList(0, Math.min(MOST, known.size()))) {
            Estimate estimate = each.estimate();
            Exact exact = estimate.exact();
            if (exact == null) {
                continue;
            }
            String of = several ? Prose.clipped(each.of(), columns < WIDE ? 14 : 24) + ": " : "";
            table.row(
                    of + each.measure(),
                    figure(estimate.value(), each.unit()),
                    estimate.hasInterval()
                            ? figure(estimate.low(), each.unit()) + " to " + figure(estimate.high(), each.unit())
                            : "",
                    figure(exact.value(), each.unit()),
                    Double.isFinite(exact.gap()) ? gap(100 * exact.gap()) : "",
                    paint.faint(exact.method().equals(method) ? "" : exact.method()));
            method = exact.method();
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (known.size() > MOST) {
            lines.add("  " + paint.faint("and " + (known.size() - MOST) + " more, with --format json"));
        }
        return lines;
    }

    private static String figure(double value, String unit) {
        return switch (unit) {
            case "s" -> Amounts.duration(value, 4);
            case "1", "n" -> number(value);
            default -> number(value) + unit;
        };
    }

    private static String number(double value) {
        return value == 0
                ? "0"
                : value >= 1e-3 && value < 1e6
                        ? String.format(Locale.ROOT, "%." + Math.max(0, 4 - digits(value)) + "f", value)
                        : String.format(Locale.ROOT, "%.4e", value);
    }

    /** Digits before the point. */
    private static int digits(double value) {
        return (int) Math.floor(StrictMath.log10(Math.abs(value)));
    }

    private static String gap(double percent) {
        return String.format(Locale.ROOT, Math.abs(percent) < 9.95 ? "%+.2g %%" : "%+.0f %%", percent);
    }
}
