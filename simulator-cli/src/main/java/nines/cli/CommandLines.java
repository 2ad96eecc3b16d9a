package nines.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands by name. Only the one that is called is loaded. */
final class CommandLines {
    private static final int HELP_WIDTH = 90;
    private static final Map<String, Function<Terminal, Action>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("run", RunCommand::new);
        COMMANDS.put("sweep", SweepCommand::new);
        COMMANDS.put("compare", CompareCommand::new);
        COMMANDS.put("gains", GainsCommand::new);
        COMMANDS.put("report", ReportCommand::new);
        COMMANDS.put("solve", SolveCommand::new);
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("list", ListCommand::new);
        COMMANDS.put("show", ShowCommand::new);
        COMMANDS.put("new", NewCommand::new);
        COMMANDS.put("catalogue", CatalogueCommand::new);
        COMMANDS.put("schema", SchemaCommand::new);
        COMMANDS.put("explain", ExplainCommand::new);
        COMMANDS.put("validate", ValidateCommand::new);
        COMMANDS.put("generate-completion", CompletionCommand::new);
    }

    private CommandLines() {}

    static Set<String> names() {
        return Collections.unmodifiableSet(COMMANDS.keySet());
    }

    static int run(String name, String[] arguments, Terminal terminal) {
        Function<Terminal, Action> command = COMMANDS.get(name);
        if (command == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    (name.startsWith("-") ? "unknown option '" : "there is no command '") + name + "'."
                            + Nearest.hint(name, COMMANDS.keySet())
                            + " 'nines --help' shows them all.");
        }
        return execute(dressed(command.apply(terminal), terminal).setCommandName("nines " + name), arguments, terminal);
    }

    private static int execute(CommandLine line, String[] arguments, Terminal terminal) {
        try {
            line.parseArgs(arguments);
        } catch (ParameterException misuse) {
            throw misused(misuse);
        }
        refuseEmpty(line.getParseResult());
        if (line.isUsageHelpRequested()) {
            terminal.out().print(line.getUsageMessage());
            return ExitCode.FINE;
        }
        return ((Action) line.getCommand()).call();
    }

    /** An empty value is never meant: a variable of the shell that was not set. */
    private static void refuseEmpty(CommandLine.ParseResult parsed) {
        for (OptionSpec option : parsed.matchedOptions()) {
            if (option.stringValues().stream().anyMatch(String::isBlank)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        option.longestName() + " has an empty value: it takes " + option.paramLabel() + ".");
            }
        }
        for (CommandLine.Model.PositionalParamSpec positional : parsed.matchedPositionals()) {
            if (positional.stringValues().stream().anyMatch(String::isBlank)) {
                throw new CommandFailure(ExitCode.USAGE, "an empty text where " + positional.paramLabel() + " stands.");
            }
        }
    }

    /** All commands under one roof, for the completion script. */
    static CommandLine all(Terminal terminal) {
        CommandLine top = new CommandLine(CommandSpec.create().name("nines").mixinStandardHelpOptions(true));
        COMMANDS.forEach((name, command) -> top.addSubcommand(name, dressed(command.apply(terminal), terminal)));
        return top;
    }

    private static CommandLine dressed(Action command, Terminal terminal) {
        Ansi ansi = terminal.paint() == Paint.ANSI ? Ansi.ON : Ansi.OFF;
        CommandLine line = new CommandLine(command)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setUsageHelpWidth(Math.min(HELP_WIDTH, terminal.columns()));
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        return line;
    }

    private static CommandFailure misused(ParameterException misuse) {
        String name = misuse.getCommandLine().getCommandName();
        String hint = "";
        if (misuse instanceof UnmatchedArgumentException unmatched) {
            hint = unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(near -> " Did you mean '" + near + "'?")
                    .orElse("");
        }
        String message = String.valueOf(misuse.getMessage());
        return new CommandFailure(
                ExitCode.USAGE,
                Character.toLowerCase(message.charAt(0)) + message.substring(1) + (message.endsWith(".") ? "" : ".")
                        + hint + " '" + name + " --help' shows how it is used.");
    }
}
