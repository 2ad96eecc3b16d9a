package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.Comparison;
import org.jspecify.annotations.Nullable;

/** Designs side by side as a PDF, with the content of the page. Equal comparisons give equal files on any machine. */
public final class ComparisonPdf {
    private static final double CHART = 0.62;

    private final ComparisonPage page;
    private final PdfPages pages;

    private ComparisonPdf(ComparisonPage page) {
        this.page = page;
        pages = new PdfPages(page.title() + ": designs side by side");
    }

    /** The file. */
    public static byte[] bytes(Comparison comparison) {
        ComparisonPdf pdf = new ComparisonPdf(ComparisonPage.of(comparison));
        pdf.write();
        return pdf.pages.bytes();
    }

    private void write() {
        pages.heading(page.title() + ": designs side by side", 0);
        pages.strong(page.manager());
        pages.paragraph(page.statistician());
        List<List<String>> abouts = new ArrayList<>();
        page.abouts().forEach(about -> abouts.add(List.of(about.name(), about.text())));
        pages.table("ll", List.of("design", "what it is"), abouts);
        page.journeys().forEach(this::journey);
        pages.heading("How far to trust it", 1);
        List<List<String>> facts = new ArrayList<>();
        page.facts().forEach(fact -> facts.add(List.of(fact.name(), fact.value())));
        pages.table("ll", List.of("", ""), facts);
        if (!page.command().isEmpty()) {
            pages.heading("To repeat it", 2);
            pages.code(page.command());
        }
    }

    private void journey(ComparisonPage.Part part) {
        pages.heading("What “" + part.journey() + "” loses", 1);
        if (!part.like().isEmpty()) {
            pages.paragraph("“" + part.journey() + "” fares like “" + part.like() + "”.");
            return;
        }
        List<List<String>> answers = new ArrayList<>();
        List<List<String>> differences = new ArrayList<>();
        List<String> cautions = new ArrayList<>();
        for (ComparisonPage.Row row : part.rows()) {
            answers.add(List.of(row.name(), row.nines(), row.lost(), row.interval(), row.promise()));
            if (!row.verdict().isEmpty()) {
                differences.add(List.of(row.name(), row.more(), row.between(), row.verdict(), row.worth()));
            }
            if (!row.caution().isEmpty()) {
                cautions.add(row.name() + ": " + row.caution());
            }
        }
        pages.table("lrrrl", List.of("design", "nines", "lost a year", "interval", "promises"), answers);
        pages.table(
                "lrrlr",
                List.of("design", "beside the first", "interval of the difference", "verdict", "shared luck is worth"),
                differences);
        cautions.forEach(pages::small);
        pages.small(
                "“Shared luck is worth”: how many times as many replications would be needed to know the difference as well"
                        + " if each design had luck of its own.");
        drawing("Lost a year", part.lost(), "Each point on its own interval.");
        drawing(
                "More than the first",
                part.more(),
                "To the left of 0: less is lost. ▼ better, ▲ worse, ? no evidence, = identical.");
        causes(part);
    }

    private void drawing(String title, @Nullable Drawing drawing, String caption) {
        if (drawing != null) {
            pages.together(drawing, CHART);
            pages.heading(title, 2);
            pages.drawing(drawing, CHART);
            pages.small(caption);
        }
    }

    private void causes(ComparisonPage.Part part) {
        if (part.causes().isEmpty()) {
            return;
        }
        pages.heading("What makes the difference", 2);
        List<String> head = new ArrayList<>(List.of("root cause", "costs the first, a year"));
        head.addAll(part.designs());
        List<List<String>> rows = new ArrayList<>();
        for (ComparisonPage.Cause cause : part.causes()) {
            List<String> row = new ArrayList<>(List.of(cause.root(), cause.first()));
            row.addAll(cause.more());
            rows.add(row);
        }
        pages.table("l" + "r".repeat(head.size() - 1), head, rows);
        pages.small(
                "What each root costs more (+) or less (−) a year than in the first design. These have no intervals of their"
                        + " own: small ones may be chance.");
    }
}
