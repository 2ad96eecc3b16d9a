package nines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import nines.result.Estimate;
import nines.scenarios.Comparison;
import nines.scenarios.ExactCase;
import nines.scenarios.Validation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Simulates the systems whose answers are known, and tells how far off the program is. */
@Command(
        name = "validate",
        description = {
            "Simulates systems whose exact answers are known from theory or literature, solves them as Markov chains where"
                    + " they are, and prints case by case how far off the program is.",
            "Intervals have a confidence of 99.99 %%: a right program misses one case in ten thousand. Each line is printed as"
                    + " soon as it is known; Ctrl-C leaves it at those. Ends with 1 when a case was missed."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines validate                     all cases, in a few minutes",
            "  nines validate --quick             the same, less precise, in a minute",
            "  nines validate C06                 the cases whose names begin with C06"
        })
final class ValidateCommand implements Action {
    private static final double EVENTS = 6e6;
    private static final double QUICK_EVENTS = 3e5;
    private static final int STATES = 200_000;
    private static final int QUICK_STATES = 20_000;

    /** Of the columns between the first and the last. */
    private static final int[] WIDTHS = {12, 10, 10, 10, 8, 8, 6};

    private final Terminal terminal;
    private boolean shown;

    @Parameters(paramLabel = "CASE", arity = "0..1", description = "Only cases whose names begin like this.")
    private String start = "";

    @Option(names = "--quick", description = "Simulate less.")
    private boolean quick;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        List<ExactCase> cases = Validation.cases().stream()
                .filter(each -> each.id().startsWith(start))
                .toList();
        if (cases.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "no case begins with '" + start + "'."
                            + Nearest.hint(
                                    start,
                                    Validation.cases().stream()
                                            .map(ExactCase::id)
                                            .toList()));
        }
        Validation validation = quick ? new Validation(QUICK_EVENTS, QUICK_STATES) : new Validation(EVENTS, STATES);
        Interrupt interrupt = Interrupt.listen(terminal);
        int width = Math.max(
                4, cases.stream().mapToInt(each -> each.id().length()).max().orElse(4));
        say(line(width, List.of("case", "exact", "estimate", "low", "high", "error", "std.err.", "chain", "verdict")));
        progress(0, cases);
        AtomicInteger done = new AtomicInteger();
        List<Comparison> comparisons = validation.compare(
                cases,
                each -> {
                    clear();
                    say(line(width, row(each)));
                    progress(done.incrementAndGet(), cases);
                },
                interrupt::isAsked);
        clear();
        List<String> wrong = new ArrayList<>();
        for (Comparison each : comparisons) {
            if (!each.isCovered() || !each.isSolved()) {
                wrong.add(each.of().id());
            }
        }
        terminal.out().println();
        if (comparisons.size() < cases.size()) {
            terminal.out()
                    .println("Interrupted: " + (cases.size() - comparisons.size()) + " of " + cases.size()
                            + " cases were not compared.");
        }
        terminal.out().println(summary(comparisons, wrong));
        if (!wrong.isEmpty()) {
            return ExitCode.TARGET_MISSED;
        }
        return comparisons.size() < cases.size() ? ExitCode.INTERRUPTED : ExitCode.FINE;
    }

    /** A line of a table whose other lines are not known yet. */
    private static String line(int width, List<String> cells) {
        StringBuilder line = new StringBuilder("  " + left(cells.get(0), width));
        for (int i = 1; i < cells.size() - 1; i++) {
            line.append("  ").append(right(cells.get(i), WIDTHS[i - 1]));
        }
        return line.append("  ").append(cells.get(cells.size() - 1)).toString();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private void say(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }

    private void progress(int done, List<ExactCase> cases) {
        if (terminal.watched() && done < cases.size()) {
            terminal.err()
                    .print("\r\u001b[K" + done + " of " + cases.size() + " cases, now "
                            + cases.get(done).id());
            terminal.err().flush();
            shown = true;
        }
    }

    private void clear() {
        if (shown) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            shown = false;
        }
    }

    private static List<String> row(Comparison each) {
        Estimate estimate = each.estimate();
        return List.of(
                each.of().id(),
                number("%.7g", each.of().exact()),
                number("%.5g", estimate.value()),
                number("%.5g", estimate.low()),
                number("%.5g", estimate.high()),
                estimate.value() > 0 ? number("%+.2f %%", 100 * each.relativeError()) : "",
                number("%+.2f", each.standardErrors()),
                number("%+.0e", each.solvedError()),
                !each.isCovered() ? "MISSED" : !each.isSolved() ? "SOLVER IS OFF" : "covered");
    }

    private static String number(String format, double value) {
        return Double.isNaN(value)
                ? ""
                : value == Double.POSITIVE_INFINITY ? "no limit" : String.format(Locale.ROOT, format, value);
    }

    private static String summary(List<Comparison> comparisons, List<String> wrong) {
        long solved = comparisons.stream()
                .filter(each -> !Double.isNaN(each.solved()))
                .count();
        return String.format(
                Locale.ROOT,
                "%d cases, %d of them solved exactly too. %s",
                comparisons.size(),
                solved,
                wrong.isEmpty()
                        ? "All exact values lie in their intervals."
                        : "Missed: " + String.join(", ", wrong) + ".");
    }
}
