package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.reports.Amounts;
import nines.result.DataSafety;
import nines.result.Durability;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Setting;
import nines.result.StoppedBecause;
import nines.result.Subject;
import nines.result.Traffic;

/** A result as a page of text: the answer, why, which parts, and how sure all of that is; in this order. */
final class ResultText {
    private final Result result;
    private final Paint paint;
    private final int columns;
    private final int stories;

    ResultText(Result result, Paint paint, int columns) {
        this(result, paint, columns, 0);
    }

    /**
     * The page.
     *
     * @param stories how many of the worst outages to tell
     */
    ResultText(Result result, Paint paint, int columns, int stories) {
        this.stories = stories;
        this.result = result;
        this.paint = paint;
        this.columns = columns;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        title(lines);
        Traffic traffic = result.traffic();
        if (traffic != null) {
            TrafficText text = new TrafficText(result, traffic, paint, columns);
            section(lines, "", text.answer());
            section(lines, "How fast", text.percentiles());
            section(lines, "Where the time goes", text.hops());
            section(lines, "What fails", text.failures());
            section(lines, "Who is busy", text.stations());
            List<String> promises = new ArrayList<>(new AnswerText(result, paint, columns).promises());
            promises.addAll(text.promises());
            section(lines, "Promises", promises);
            section(lines, "What theory says", new TheoryText(result, paint, columns).lines());
            section(lines, "How sure is this?", text.trust());
            lines.addAll(new TrustText(result, columns).ofRequests());
            return lines;
        }
        AnswerText answer = new AnswerText(result, paint, columns);
        section(lines, "", answer.lines());
        Journey headline = result.answer();
        section(
                lines,
                "How '" + headline.name() + "' fails",
                new OutagesText(headline, result.scenario().horizon(), columns).lines());
        section(lines, StoriesText.title(headline, stories), new StoriesText(headline, stories, columns).lines());
        section(lines, CausesText.title(headline), new CausesText(headline, paint, columns).lines());
        for (DataSafety data : result.data()) {
            section(lines, DataText.title(data), new DataText(data, paint, columns).lines());
        }
        for (Durability store : result.durability()) {
            section(lines, StoreText.title(store), new StoreText(store, columns).lines());
        }
        section(lines, PartsText.title(result), new PartsText(result, paint, columns).lines());
        section(lines, "What theory says", new TheoryText(result, paint, columns).lines());
        section(lines, "How sure is this?", new TrustText(result, columns).lines());
        return lines;
    }

    private void title(List<String> lines) {
        Subject subject = result.scenario();
        if (result.effort().stoppedBecause() == StoppedBecause.INTERRUPTED) {
            lines.addAll(Prose.wrapped(
                    paint.unsure("Interrupted: "),
                    "what follows rests on the " + Amounts.count(result.effort().replications())
                            + " replications that were complete.",
                    columns));
            lines.add("");
        }
        lines.add(paint.bold(subject.name()));
        List<String> changes = new ArrayList<>();
        if (!subject.variant().isEmpty()) {
            changes.add("variant " + subject.variant());
        }
        for (Setting set : subject.sets()) {
            changes.add(set.path() + " = " + set.value());
        }
        if (!changes.isEmpty()) {
            lines.addAll(Prose.wrapped("with ", String.join(", ", changes), columns));
        }
    }

    private void section(List<String> lines, String title, List<String> body) {
        if (body.isEmpty()) {
            return;
        }
        lines.add("");
        if (!title.isEmpty()) {
            lines.add(paint.bold(title));
        }
        lines.addAll(body);
    }
}
