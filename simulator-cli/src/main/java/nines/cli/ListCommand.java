package nines.cli;

import java.util.List;
import nines.scenarios.LibraryScenario;
import nines.scenarios.ScenarioLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the bundled scenarios. */
@Command(
        name = "list",
        description = "Lists the bundled scenarios, each with its title and what one learns from it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines list                         names, titles and lessons",
            "  nines list --names                 only the names, one a line",
            "  nines show three-tier-shop         read one",
            "  nines run three-tier-shop          run one"
        })
final class ListCommand implements Action {
    private static final int LESSON = 170;

    private final Terminal terminal;

    @Option(names = "--names", description = "Only the names, one a line.")
    private boolean namesOnly;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        if (namesOnly) {
            ScenarioLibrary.names().forEach(terminal.out()::println);
            return ExitCode.FINE;
        }
        List<LibraryScenario> scenarios = ScenarioLibrary.all();
        int widest = scenarios.stream().mapToInt(s -> s.name().length()).max().orElse(0);
        for (LibraryScenario scenario : scenarios) {
            String name = scenario.name() + " ".repeat(widest - scenario.name().length());
            String start = terminal.paint().bold(name) + "  ";
            Prose.wrapped(start, scenario.title(), terminal.columns()).forEach(terminal.out()::println);
            String lesson = Prose.gist(scenario.about(), LESSON);
            if (!lesson.isEmpty()) {
                Prose.wrapped(" ".repeat(widest + 2), lesson, terminal.columns())
                        .forEach(line -> terminal.out().println(terminal.paint().faint(line)));
            }
        }
        if (scenarios.isEmpty()) {
            terminal.out().println("There are no bundled scenarios. 'nines new FILE' writes one to start from.");
        }
        return ExitCode.FINE;
    }
}
