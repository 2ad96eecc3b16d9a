package nines.cli;

import java.util.List;
import java.util.Locale;
import nines.format.Problem;
import nines.format.Severity;

/** Problems of a scenario as compilers print them, in the order of the file. */
final class ProblemsText {
    private ProblemsText() {}

    static String line(Problem problem, Paint paint) {
        String text = problem.text();
        String code = problem.code().name();
        int at = text.indexOf("  " + code + " ");
        if (at < 0) {
            return text;
        }
        String painted = switch (problem.severity()) {
            case ERROR -> paint.bad(code);
            case WARNING -> paint.unsure(code);
            case NOTICE -> paint.faint(code);
        };
        return paint.bold(text.substring(0, at)) + "  " + painted + text.substring(at + 2 + code.length());
    }

    /** {@code 2 errors, 1 warning}. */
    static String summary(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        for (Severity severity : Severity.values()) {
            long count = problems.stream().filter(p -> p.severity() == severity).count();
            if (count > 0) {
                String word = severity.name().toLowerCase(Locale.ROOT);
                text.append(text.length() == 0 ? "" : ", ").append(Prose.count(count, word));
            }
        }
        return text.toString();
    }
}
