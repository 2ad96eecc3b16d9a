package nines.cli;

import java.util.Arrays;

/** The program {@code nines}: how many nines will an architecture deliver, and why? */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, Terminal.ofProcess()));
    }

    /** Runs one command line to its end and returns the exit code. */
    static int run(String[] arguments, Terminal terminal) {
        int code = guarded(arguments, terminal);
        boolean written = !terminal.out().checkError();
        if (!written) {
            terminal.err().println("nines: cannot write to standard output. Is the disk full?");
        }
        terminal.err().flush();
        return written ? code : ExitCode.INPUT_OUTPUT;
    }

    private static int guarded(String[] arguments, Terminal terminal) {
        try {
            return dispatch(arguments, terminal);
        } catch (CommandFailure failure) {
            terminal.out().flush();
            terminal.err().println("nines: " + failure.message());
            return failure.exitCode();
        } catch (RuntimeException | Error mistake) {
            terminal.out().flush();
            return OwnMistake.tell(mistake, terminal);
        }
    }

    /** The front page and the version come without the library that reads command lines: they are there at once. */
    private static int dispatch(String[] arguments, Terminal terminal) {
        String first = arguments.length == 0 ? "--help" : arguments[0];
        switch (first) {
            case "--help", "-h" -> {
                FrontPage.print(terminal);
                return ExitCode.FINE;
            }
            case "--version", "-V", "version" -> {
                terminal.out().println("Nines " + Version.NUMBER);
                return ExitCode.FINE;
            }
            case "help" -> {
                return help(arguments, terminal);
            }
            default -> {
                return CommandLines.run(first, Arrays.copyOfRange(arguments, 1, arguments.length), terminal);
            }
        }
    }

    private static int help(String[] arguments, Terminal terminal) {
        if (arguments.length == 1) {
            FrontPage.print(terminal);
            return ExitCode.FINE;
        }
        return CommandLines.run(arguments[1], new String[] {"--help"}, terminal);
    }
}
