package nines.reports;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import nines.result.Comparison;
import nines.result.Result;

/**
 * A result as one HTML page that needs nothing else: no network, no script, no font of its own. Equal results give equal
 * pages, byte for byte, on any machine.
 */
public final class HtmlReport {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), "nines.reports");

    private HtmlReport() {}

    /** The page as text. */
    public static String text(Result result) {
        StringOutput output = new StringOutput(65_536);
        TEMPLATES.render("report.jte", Page.of(result), output);
        return output.toString();
    }

    /** A page about designs side by side, as text. */
    public static String text(Comparison comparison) {
        StringOutput output = new StringOutput(65_536);
        TEMPLATES.render("comparison.jte", ComparisonPage.of(comparison), output);
        return output.toString();
    }

    /** The page about designs side by side, as UTF-8. */
    public static byte[] bytes(Comparison comparison) {
        return text(comparison).getBytes(StandardCharsets.UTF_8);
    }

    /** The page as UTF-8. */
    public static byte[] bytes(Result result) {
        return text(result).getBytes(StandardCharsets.UTF_8);
    }

    /** Appends the page. */
    public static void write(Result result, Appendable page) throws IOException {
        page.append(text(result));
    }

    /**
     * Writes the page into a file, whole or not at all.
     *
     * @throws IOException with a sentence that says what could not be written and why; a file that was there before is
     *     then as it was
     */
    public static void write(Result result, Path file) throws IOException {
        WholeFile.write(file, bytes(result));
    }
}
