package nines.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes: the answer to {@code out}, everything else to {@code err}.
 *
 * @param out standard output
 * @param err standard error
 * @param watched whether a person looks at {@code err}, so that a progress line makes sense
 * @param columns characters of a line, between 80 and 100
 * @param paint colours of {@code out}; none unless a person looks at it
 * @param errPaint colours of {@code err}
 * @param debug whether the places of mistakes in the program are shown
 */
record Terminal(
        PrintStream out, PrintStream err, boolean watched, int columns, Paint paint, Paint errPaint, boolean debug) {
    private static final int NARROW = 80;
    private static final int WIDE = 100;

    /** A terminal nobody looks at: what pipes, files and tests get. */
    static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, WIDE, Paint.NONE, Paint.NONE, false);
    }

    /**
     * The terminal of this process. The launcher says in the property {@code nines.terminal} what is one, and how wide it
     * is: {@code out,err,120}. Without it Java is asked, which knows only whether input and output both are.
     */
    static Terminal ofProcess() {
        String said = System.getProperty("nines.terminal");
        List<String> words = said == null ? List.of() : List.of(said.split(","));
        boolean console = said == null && isConsole();
        boolean watchedOut = console || words.contains("out");
        boolean watchedErr = console || words.contains("err");
        boolean coloured = isColoured();
        return new Terminal(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                watchedErr,
                columns(watchedOut ? words : List.of()),
                coloured && watchedOut ? Paint.ANSI : Paint.NONE,
                coloured && watchedErr ? Paint.ANSI : Paint.NONE,
                System.getenv("NINES_DEBUG") != null);
    }

    /** Colour is for terminals that have it, and for people who did not say NO_COLOR. */
    private static boolean isColoured() {
        String none = System.getenv("NO_COLOR");
        return (none == null || none.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    private static int columns(List<String> words) {
        for (String word : words) {
            if (!word.isEmpty() && word.length() < 6 && word.chars().allMatch(Character::isDigit)) {
                return Math.max(NARROW, Math.min(WIDE, Integer.parseInt(word)));
            }
        }
        return WIDE;
    }

    /** Since Java 22 there is a console even where there is no terminal, and it says so. */
    @SuppressWarnings("SystemConsoleNull") // It is null on Java 17.
    private static boolean isConsole() {
        Object console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) console.getClass().getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new Outlet(new FileOutputStream(descriptor)), false, charset());
    }

    /** UTF-8, but what the console expects on Windows. */
    private static Charset charset() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? known(System.getProperty("stdout.encoding")) : StandardCharsets.UTF_8;
    }

    private static Charset known(@Nullable String name) {
        return name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }
}
