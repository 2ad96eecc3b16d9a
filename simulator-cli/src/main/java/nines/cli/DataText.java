package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.reports.Amounts;
import nines.result.DataCause;
import nines.result.DataSafety;
import nines.result.Estimate;
import nines.result.Quantile;
import nines.result.Split;
import nines.result.StageTime;

/** What is lost of the data of one component, how long it takes until it is served again, and who is to blame. */
final class DataText {
    private static final int ROWS = 8;

    private final DataSafety data;
    private final Paint paint;
    private final int columns;

    DataText(DataSafety data, Paint paint, int columns) {
        this.data = data;
        this.paint = paint;
        this.columns = columns;
    }

    static String title(DataSafety data) {
        return "What becomes of the data of '" + data.name() + "'";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        say(
                lines,
                "recovery",
                data.interruptionsPerYear().value() > 0
                        ? Amounts.number(data.interruptionsPerYear()) + " times a year nobody serves it" + length()
                        : "never interrupted: " + bound(data.interruptionsPerYear()));
        List<String> ways = new ArrayList<>();
        if (data.takeoversPerYear().value() > 0) {
            ways.add(Amounts.number(data.takeoversPerYear()) + " times a year from another copy");
        }
        if (data.restoresPerYear().value() > 0) {
            ways.add(Amounts.number(data.restoresPerYear()) + " times a year from a backup");
        }
        if (ways.isEmpty()) {
            say(lines, "comes back", "always as it was: no take-over and no restore seen");
        } else {
            say(
                    lines,
                    "comes back",
                    String.join(", ", ways) + "; acknowledged work "
                            + (data.lossesPerYear().value() > 0
                                    ? "is lost " + Amounts.number(data.lossesPerYear()) + " times a year"
                                            + (data.goneCompletelyPerYear().value() > 0
                                                    ? ", counting when all is gone"
                                                    : "")
                                    : "was never seen lost: " + bound(data.lossesPerYear())));
        }
        if (data.goneCompletelyPerYear().value() > 0) {
            say(
                    lines,
                    "all is gone",
                    paint.bad(Amounts.number(data.goneCompletelyPerYear()) + " times a year")
                            + ": no copy and no usable backup is left");
        }
        if (data.seconds().value() > 0) {
            String records = data.records().isKnown() ? " or " + Amounts.number(data.records()) + " writes" : "";
            say(
                    lines,
                    "lost each time",
                    Amounts.duration(data.seconds()) + " of writing" + records + " on average"
                            + percentiles("; ", data.secondsQuantiles()));
            String yearly =
                    data.recordsPerYear().isKnown() ? " or " + Amounts.number(data.recordsPerYear()) + " writes" : "";
            say(lines, "lost a year", Amounts.duration(data.secondsPerYear()) + " of writing" + yearly);
        }
        if (data.doubtfulPerYear().value() > 0) {
            say(
                    lines,
                    "in doubt",
                    Amounts.duration(data.doubtfulPerYear())
                            + " of writing a year, after the data had become wrong and before anybody noticed");
        }
        Split split = data.split();
        if (split != null) {
            say(lines, "two at once", split(split));
        }
        lines.addAll(causes());
        return lines;
    }

    /** Nobody fences an old holder: how long it and its successor both took writes. */
    private static String split(Split split) {
        if (!(split.perYear().value() > 0)) {
            return "never seen, though nobody fences an old holder: " + bound(split.perYear());
        }
        String writes = split.recordsPerYear().isKnown()
                ? ": up to " + Amounts.number(split.recordsPerYear()) + " writes a year are on the wrong side and lost"
                : ": what the old one took meanwhile is lost";
        return Amounts.number(split.perYear()) + " times a year an old holder that nobody fences goes on writing, for "
                + Amounts.duration(split.seconds()) + " on average" + writes;
    }

    /** How long it takes until it is served again, where it is. */
    private String length() {
        if (!data.recovery().isKnown()) {
            return ", and nothing of it ever came back";
        }
        return (data.goneCompletelyPerYear().value() > 0 ? "; where anything comes back, after " : ", for ")
                + Amounts.duration(data.recovery()) + " on average" + stages()
                + percentiles("; ", data.recoveryQuantiles());
    }

    private static String bound(Estimate perYear) {
        return perYear.hasInterval() ? "at most " + Amounts.number(perYear.high(), 2) + " a year" : "not known";
    }

    private String stages() {
        List<String> texts = new ArrayList<>();
        for (StageTime stage : data.stages()) {
            texts.add(stage.stage() + " " + Amounts.duration(stage.seconds()));
        }
        return texts.size() > 1 ? " (" + String.join(", ", texts) + ")" : "";
    }

    private static String percentiles(String before, List<Quantile> quantiles) {
        List<String> texts = new ArrayList<>();
        for (Quantile quantile : quantiles) {
            if (quantile.value().isKnown() && quantile.share() <= 0.95) {
                texts.add(
                        quantile.share() == 0.5
                                ? "half under " + Amounts.duration(quantile.value())
                                : Amounts.promised(quantile.share()) + " under " + Amounts.duration(quantile.value()));
            }
        }
        return texts.isEmpty() ? "" : before + String.join(", ", texts);
    }

    /** A row for each root cause, where there are several or one that may leave nothing. */
    private List<String> causes() {
        List<DataCause> causes = data.byCause();
        boolean anyGone = data.goneCompletelyPerYear().value() > 0;
        if (causes.size() < 2 && !anyGone) {
            return List.of();
        }
        boolean counted = data.records().isKnown();
        Table table = new Table("lrrrrr")
                .row(
                        paint.faint("begun by"),
                        paint.faint("a year"),
                        paint.faint(anyGone ? "all gone" : ""),
                        paint.faint("lost each"),
                        paint.faint(counted ? "writes each" : ""),
                        paint.faint("recovery each"));
        boolean mixed = false;
        for (DataCause cause : causes.subList(0, Math.min(ROWS, causes.size()))) {
            boolean comesBack = cause.recovery().isKnown();
            mixed |= comesBack && cause.goneCompletelyPerYear().value() > 0;
            table.row(
                    Prose.clipped(cause.root(), 40),
                    Amounts.number(cause.perYear()),
                    anyGone ? paint.bad(goneShare(cause)) : "",
                    comesBack ? amount(cause.seconds()) : paint.bad("everything"),
                    counted ? comesBack ? number(cause.records()) : paint.bad("all") : "",
                    comesBack ? Amounts.duration(cause.recovery()) : paint.bad("never"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        if (mixed) {
            lines.addAll(Prose.wrapped(
                    "  ",
                    paint.faint(
                            "Where all is gone only sometimes, what is lost and how long recovery takes is about the other times."),
                    columns));
        }
        if (causes.size() > ROWS) {
            lines.add("  " + paint.faint((causes.size() - ROWS) + " more in --format json"));
        }
        return lines;
    }

    private static String goneShare(DataCause cause) {
        double gone = cause.goneCompletelyPerYear().value();
        if (gone <= 0) {
            return "";
        }
        return cause.recovery().isKnown()
                ? Amounts.percent(gone / cause.perYear().value())
                : "each time";
    }

    private static String amount(Estimate seconds) {
        return seconds.value() == 0 ? "nothing" : Amounts.duration(seconds);
    }

    private static String number(Estimate records) {
        return records.value() == 0 ? "none" : Amounts.number(records);
    }

    private void say(List<String> lines, String what, String text) {
        String start = "  " + what + " ".repeat(Math.max(1, 16 - what.length()));
        lines.addAll(Prose.wrapped(start, text, columns));
    }
}
