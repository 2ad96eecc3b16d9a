package nines.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.catalogue.Catalogue;
import nines.catalogue.Entry;
import nines.catalogue.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks numbers up in the catalogue. */
@Command(
        name = "catalogue",
        description = {
            "Looks up failure rates, repair times and product defaults: what they are, who says so, and how far to trust"
                    + " them. In a scenario: catalogue:ID.",
            "Grades: A measured on many or documented by the maker, B good but dated or from one site, C weak or old,"
                    + " D an engineering guess."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  nines catalogue                          what there is, by category",
            "  nines catalogue disk                     entries about disks",
            "  nines catalogue zone outage              entries with both words",
            "  nines catalogue server.node.outage       everything about one entry",
            "  nines catalogue --all                    all entries, one a line"
        })
final class CatalogueCommand implements Action {
    private static final int VALUE = 60;

    private final Terminal terminal;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Words to look for, or the id of an entry.")
    private List<String> query = List.of();

    @Option(names = "--all", description = "All entries, one a line.")
    private boolean all;

    CatalogueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int call() {
        Catalogue catalogue = Catalogue.bundled();
        if (query.isEmpty()) {
            if (all) {
                lines(catalogue.entries());
            } else {
                categories(catalogue);
            }
            return ExitCode.FINE;
        }
        String words = String.join(" ", query);
        String id = words.startsWith("catalogue:") ? words.substring("catalogue:".length()) : words;
        var exact = catalogue.find(id);
        if (exact.isPresent()) {
            whole(exact.get().entry(), catalogue);
            return ExitCode.FINE;
        }
        List<Entry> found = catalogue.search(id);
        if (found.isEmpty()) {
            List<String> ids = catalogue.entries().stream().map(Entry::id).toList();
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    "the catalogue has nothing about '" + words + "'." + Nearest.hint(id, ids)
                            + " 'nines catalogue' shows what there is.");
        }
        if (found.size() == 1) {
            whole(found.get(0), catalogue);
        } else if (all) {
            lines(found);
        } else {
            found.forEach(this::brief);
        }
        return ExitCode.FINE;
    }

    private void categories(Catalogue catalogue) {
        Map<String, List<Entry>> categories = new LinkedHashMap<>();
        for (Entry entry : catalogue.entries()) {
            categories
                    .computeIfAbsent(entry.category(), category -> new ArrayList<>())
                    .add(entry);
        }
        terminal.out()
                .println(terminal.paint().bold("Catalogue of " + catalogue.edition()) + ": "
                        + Prose.count(catalogue.entries().size(), "entry").replace("entrys", "entries"));
        Table table = new Table("lrl");
        categories.forEach((category, entries) -> table.row(
                terminal.paint().bold(category),
                Integer.toString(entries.size()),
                Prose.clipped(
                        String.join(
                                ", ", entries.stream().map(Entry::id).limit(4).toList()),
                        terminal.columns() - 24)));
        table.lines().forEach(terminal.out()::println);
        terminal.out().println("Next: nines catalogue disk, nines catalogue server.node.outage");
    }

    private void lines(List<Entry> entries) {
        Table table = new Table("lll");
        entries.forEach(entry -> table.row(
                entry.id(), entry.grade().name(), Prose.clipped(entry.text().replace('\n', ' '), VALUE)));
        table.lines().forEach(terminal.out()::println);
    }

    private void brief(Entry entry) {
        Paint paint = terminal.paint();
        terminal.out().println(paint.bold(entry.id()) + "  " + entry.name());
        Prose.wrapped("    ", Prose.clipped(entry.text(), 3 * terminal.columns()), terminal.columns())
                .forEach(terminal.out()::println);
        String source = entry.sources().isEmpty()
                ? entry.check().word()
                : cited(entry.sources().get(0));
        Prose.wrapped("    ", "grade " + entry.grade().name() + ", " + source, terminal.columns())
                .forEach(line -> terminal.out().println(paint.faint(line)));
    }

    private void whole(Entry entry, Catalogue catalogue) {
        terminal.out().println(terminal.paint().bold(entry.id()) + "  " + entry.name());
        say("value", entry.text());
        say("grade", entry.grade().name() + ": " + entry.grade().meaning());
        say("checked", entry.check().word());
        for (Source source : entry.sources()) {
            say("source", cited(source));
            say("", source.url());
        }
        say("not for", entry.notValidFor());
        say("note", entry.note());
        say("edition", catalogue.edition());
        say("write", "catalogue:" + entry.id());
    }

    private void say(String what, String text) {
        if (!text.isBlank()) {
            Prose.wrapped("  " + what + " ".repeat(9 - what.length()), text, terminal.columns())
                    .forEach(terminal.out()::println);
        }
    }

    private static String cited(Source source) {
        return source.title() + (source.year() > 0 ? ", " + source.year() : "");
    }
}
