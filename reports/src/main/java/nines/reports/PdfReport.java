package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.Result;

/**
 * A result as a PDF, with the content of the page: for printing and for handing on. It uses the fonts that every PDF reader has, so it
 * needs none, and equal results give equal files on any machine.
 */
public final class PdfReport {
    private static final double CHART = 0.58;
    private static final double PLAN = 0.75;
    private static final double TIMELINE = 0.67;

    private final Page page;
    private final PdfPages pages;

    private PdfReport(Page page) {
        this.page = page;
        pages = new PdfPages(page.title());
    }

    /** The file. */
    public static byte[] bytes(Result result) {
        PdfReport report = new PdfReport(Page.of(result));
        report.write();
        return report.pages.bytes();
    }

    private void write() {
        pages.heading(page.title(), 0);
        pages.small(page.variant());
        pages.small(page.about());
        answer();
        journeys();
        if (page.architecture() != null) {
            pages.together(page.architecture(), PLAN);
            pages.heading("What was simulated", 1);
            pages.drawing(page.architecture(), PLAN);
            pages.small(
                    "Arrows: requests; dashed: can do without the answer; dotted: needs it to work. Bars and numbers: what it"
                            + " is charged with of what “" + page.causes().journey()
                            + "” loses. Thick and “alone”: one of them broken"
                            + " brings “" + page.causes().journey() + "” down.");
        }
        if (page.traffic() != null) {
            traffic(page.traffic());
        }
        if (page.traffic() == null || !page.causes().isEmpty()) {
            causes(page.causes());
            page.alike().forEach(journey -> pages.paragraph("“" + journey + "” loses the same, to the same causes."));
        }
        if (page.insight() != null) {
            insight(page.insight());
        }
        if (!page.figures().isEmpty()) {
            Drawing first = page.figures().get(0).drawing();
            if (first != null) {
                pages.together(first, CHART + 0.1);
            }
            pages.heading("How “" + page.causes().journey() + "” fares from year to year, and outage by outage", 1);
            page.figures().forEach(this::figure);
        }
        worst();
        page.otherCauses().forEach(this::causes);
        parts();
        trust();
        origins();
    }

    private void answer() {
        Answer answer = page.answer();
        pages.strong(answer.manager());
        if (!answer.caution().isEmpty()) {
            pages.paragraph("! " + answer.caution());
        }
        pages.paragraph(answer.cause());
        List<List<String>> tiles = new ArrayList<>();
        answer.tiles().forEach(tile -> tiles.add(List.of(tile.label(), tile.value(), tile.note())));
        pages.table("lrr", List.of("", "", ""), tiles);
        answer.promises()
                .forEach(promise -> pages.paragraph(promise.sign() + " " + promise.word() + ": " + promise.sentence()));
        pages.paragraph(answer.statistician());
        pages.small(answer.note());
    }

    private void journeys() {
        if (page.journeys().size() < 2 || page.traffic() != null) {
            return;
        }
        pages.heading("All journeys", 1);
        List<List<String>> rows = new ArrayList<>();
        for (JourneyLine line : page.journeys()) {
            List<String> promises = line.promises().stream()
                    .map(promise -> promise.sign() + " " + promise.wanted() + " " + promise.word())
                    .toList();
            rows.add(List.of(
                    line.name(),
                    line.nines(),
                    line.served(),
                    line.lost(),
                    line.interval(),
                    line.byClock(),
                    line.outages(),
                    String.join(", ", promises)));
        }
        pages.table(
                "lrrrrrrl",
                List.of(
                        "journey",
                        "nines",
                        "served",
                        "lost a year",
                        "interval",
                        "down by the clock",
                        "outages a year",
                        "promises"),
                rows);
    }

    private void traffic(TrafficView view) {
        pages.heading("Single requests", 1);
        pages.small(view.note());
        List<String> head = new ArrayList<>(List.of("journey", "offered", "in time", "failed", "mean"));
        head.addAll(view.shares());
        head.add("attempts");
        List<List<String>> rows = new ArrayList<>();
        for (TrafficView.Line line : view.journeys()) {
            List<String> row =
                    new ArrayList<>(List.of(line.name(), line.offered(), line.goodput(), line.failed(), line.mean()));
            row.addAll(line.percentiles());
            row.add(line.attempts());
            rows.add(row);
        }
        pages.table("l" + "r".repeat(head.size() - 1), head, rows);
        view.figures().forEach(this::figure);
        List<List<String>> hops = new ArrayList<>();
        view.hops()
                .forEach(hop -> hops.add(List.of(
                        hop.journey(),
                        hop.name(),
                        hop.waiting(),
                        hop.service(),
                        hop.link(),
                        hop.pause(),
                        hop.inVain(),
                        hop.total(),
                        hop.share())));
        pages.table(
                "llrrrrrrr",
                List.of("journey", "hop", "waiting", "served", "on the way", "pausing", "in vain", "in all", "share"),
                hops);
        List<List<String>> failures = new ArrayList<>();
        view.failures()
                .forEach(each -> failures.add(List.of(each.journey(), each.cause(), each.requests(), each.share())));
        pages.table("llrr", List.of("journey", "failed because", "requests", "of those offered"), failures);
        List<List<String>> stations = new ArrayList<>();
        view.stations()
                .forEach(each -> stations.add(List.of(
                        each.name(),
                        each.throughput(),
                        each.utilisation(),
                        each.queue(),
                        each.most(),
                        each.waiting(),
                        each.rejected())));
        pages.table(
                "lrrrrrr",
                List.of("station", "served", "busy", "in the queue", "most", "wait", "turned away"),
                stations);
    }

    private void causes(CauseTable table) {
        pages.heading("Why “" + table.journey() + "” loses requests", 1);
        if (table.isEmpty()) {
            pages.paragraph(table.empty());
            return;
        }
        List<String> head = new ArrayList<>(List.of("root cause", "lost a year", "interval"));
        head.addAll(table.stages());
        head.add("share");
        List<List<String>> rows = new ArrayList<>();
        for (CauseTable.Row each : table.rows()) {
            List<String> row = new ArrayList<>(List.of(each.name(), each.lost(), each.interval()));
            row.addAll(each.cells());
            row.add(each.share());
            rows.add(row);
        }
        List<String> all = new ArrayList<>(List.of("all", table.total(), table.interval()));
        all.addAll(table.sums());
        rows.add(all);
        pages.table("l" + "r".repeat(head.size() - 1), head, rows);
        List<List<String>> stages = new ArrayList<>();
        for (int stage = 0; stage < table.stages().size(); stage++) {
            CauseTable.Lost lost = table.lost().get(stage);
            stages.add(List.of(
                    table.stages().get(stage),
                    lost.value(),
                    lost.interval(),
                    table.sums().get(stage)));
        }
        pages.table("lrrr", List.of("stage", "lost a year", "interval", "share"), stages);
    }

    private void insight(Insight insight) {
        pages.heading("What brings “" + insight.journey() + "” down, and what would help", 1);
        pages.paragraph(insight.most());
        pages.paragraph(insight.empty());
        pages.paragraph(insight.reach());
        pages.paragraph(insight.summary());
        List<List<String>> sets = new ArrayList<>();
        insight.sets()
                .forEach(set -> sets.add(
                        List.of(set.events(), set.single() ? set.size() + " alone" : set.size(), set.chance())));
        pages.table("lrr", List.of("down together", "how many", "down a year"), sets);
        List<List<String>> helps = new ArrayList<>();
        insight.helps()
                .forEach(
                        help -> helps.add(List.of(help.name(), help.kind(), help.gain(), help.less(), help.charged())));
        pages.table(
                "llrrr",
                List.of(
                        "if this never failed",
                        "kind",
                        "you would gain a year",
                        "of the structure’s downtime",
                        "charged in the simulation"),
                helps);
    }

    private void figure(Figure figure) {
        if (figure.drawing() != null) {
            pages.together(figure.drawing(), CHART);
        }
        pages.heading(figure.title(), 2);
        if (figure.drawing() != null) {
            pages.drawing(figure.drawing(), CHART);
        }
        pages.small(figure.caption());
    }

    private void worst() {
        if (page.worst().isEmpty()) {
            return;
        }
        pages.heading("The worst outages seen", 1);
        for (WorstOutage outage : page.worst()) {
            if (outage.timeline() != null) {
                pages.together(outage.timeline(), TIMELINE);
            }
            pages.heading(outage.root() + ": " + outage.duration(), 2);
            pages.paragraph(outage.sentence());
            pages.small(outage.lost() + outage.when());
            if (outage.timeline() != null) {
                pages.drawing(outage.timeline(), TIMELINE);
            }
            List<List<String>> steps = new ArrayList<>();
            outage.steps().forEach(step -> steps.add(List.of(step.when(), step.served(), step.happened())));
            pages.table("lll", List.of("when", "served", "what happened"), steps);
        }
    }

    private void parts() {
        if (page.parts().isEmpty()) {
            return;
        }
        pages.heading("Components and places, each for itself, as the run met them", 1);
        parts("component", page.parts().components());
        parts("place", page.parts().places());
        parts("instance", page.parts().instances());
        pages.small(page.parts().more());
    }

    private void parts(String title, List<PartTable.Row> rows) {
        List<String> journeys = page.parts().journeys(rows);
        List<String> head = new ArrayList<>(
                List.of(title, "kind", "alive", "failures a year", "taken down a year", "down a year, each"));
        journeys.forEach(journey -> head.add("of " + journey + "’s loss"));
        List<List<String>> cells = new ArrayList<>();
        for (PartTable.Row each : rows) {
            List<String> row = new ArrayList<>(
                    List.of(each.name(), each.kind(), each.alive(), each.failures(), each.taken(), each.down()));
            row.addAll(each.shares());
            while (row.size() < head.size()) {
                row.add("");
            }
            cells.add(row);
        }
        pages.table("ll" + "r".repeat(head.size() - 2), head, cells);
    }

    private void trust() {
        Trust trust = page.trust();
        pages.heading("How far to trust it", 1);
        trust.warnings().forEach(warning -> pages.paragraph("! " + warning));
        List<List<String>> facts = new ArrayList<>();
        trust.facts().forEach(fact -> facts.add(List.of(fact.name(), fact.value())));
        pages.table("ll", List.of("", ""), facts);
        pages.heading("To repeat it", 2);
        pages.code(trust.command());
        pages.small(trust.repeat());
        List<List<String>> branches = new ArrayList<>();
        trust.branches()
                .forEach(each -> branches.add(List.of(
                        each.name(),
                        each.probability(),
                        each.opportunities(),
                        each.expected(),
                        each.seen(),
                        each.verdict())));
        pages.table(
                "lrrrrl",
                List.of("choice by chance", "probability", "opportunities", "visits expected", "seen", "verdict"),
                branches);
    }

    private void origins() {
        pages.heading("Where every number comes from", 1);
        pages.paragraph(page.origins().summary());
        for (Origins.Group group : page.origins().groups()) {
            pages.heading(group.title(), 2);
            pages.small(group.about());
            List<List<String>> rows = new ArrayList<>();
            for (Origins.Line line : group.lines()) {
                rows.add(
                        group.cited()
                                ? List.of(
                                        line.path(),
                                        line.text(),
                                        line.id(),
                                        line.citation(),
                                        line.grade() + (line.weak() ? " ! weak" : ""))
                                : List.of(line.path(), line.text()));
            }
            pages.table(
                    group.cited() ? "lllll" : "ll",
                    group.cited() ? List.of("number", "value", "entry", "source", "grade") : List.of("number", "value"),
                    rows);
            pages.small(group.more());
        }
    }
}
