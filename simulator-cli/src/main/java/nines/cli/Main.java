package nines.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code nines}: how many nines will an architecture deliver, and why? */
@Command(
        name = "nines",
        mixinStandardHelpOptions = true,
        version = "Nines 0.1.0",
        description = "How many nines will this architecture deliver, and why?")
public final class Main implements Runnable {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
