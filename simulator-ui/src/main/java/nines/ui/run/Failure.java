package nines.ui.run;

import java.util.Locale;

/** What to tell a user about an exception: words, never a stack trace. */
final class Failure {
    private Failure() {}

    static String words(Throwable problem) {
        if (problem instanceof OutOfMemoryError) {
            return "There was not enough memory for this run. Give Java more with NINES_JAVA_OPTS=-Xmx4g.";
        }
        String message = problem.getMessage();
        if (problem instanceof IllegalArgumentException || problem instanceof UnsupportedOperationException) {
            return message == null ? "The scenario cannot be run." : sentence(message);
        }
        String kind = problem.getClass().getSimpleName();
        return "The run broke off: this is a mistake in Nines, not in your file ("
                + (message == null ? kind : kind + ": " + message) + ").";
    }

    private static String sentence(String message) {
        String first = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }
}
