package nines.cli;

import org.jspecify.annotations.Nullable;

/** What is said when the program itself is wrong: a sentence and how to report it, never a stack trace unasked. */
final class OwnMistake {
    private OwnMistake() {}

    static int tell(Throwable mistake, Terminal terminal) {
        if (mistake instanceof OutOfMemoryError) {
            terminal.err()
                    .println("nines: not enough memory for this scenario."
                            + " Give Java more, for example NINES_JAVA_OPTS=-Xmx4g, or make the scenario smaller.");
            return ExitCode.INTERNAL;
        }
        String what = mistake.getMessage() == null ? "" : ": " + mistake.getMessage();
        terminal.err()
                .println("nines: a mistake in Nines itself, not in your scenario ("
                        + mistake.getClass().getSimpleName() + what + ").");
        if (terminal.debug()) {
            tellPlaces(mistake, terminal);
        } else {
            terminal.err()
                    .println("Please report it with the scenario, and with what the same command prints when the"
                            + " variable NINES_DEBUG=1 is set.");
        }
        return ExitCode.INTERNAL;
    }

    private static void tellPlaces(Throwable mistake, Terminal terminal) {
        for (@Nullable Throwable cause = mistake; cause != null; cause = cause.getCause()) {
            terminal.err().println(cause);
            for (StackTraceElement place : cause.getStackTrace()) {
                terminal.err().println("    at " + place);
            }
        }
    }
}
