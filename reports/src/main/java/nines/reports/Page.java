package nines.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nines.result.Architecture;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Traffic;
import org.jspecify.annotations.Nullable;

/**
 * What a page says, in the order in which it says it; every number is a text already. The template only places it.
 *
 * @param title of the scenario
 * @param variant and changed values, in a line; empty for the scenario as it stands
 * @param about the scenario's description; may be empty
 * @param style sheet
 * @param answer of the headline journey
 * @param journeys all of them, the headline first
 * @param causes of the headline's loss
 * @param alike journeys that lose the same to the same causes
 * @param otherCauses of the losses of all other journeys
 * @param data what becomes of it; null where no component keeps any
 * @param insight what brings the headline down and what would help; null where the document is silent
 * @param figures of the headline journey
 * @param worst a few of its worst outages
 * @param traffic what was seen of single requests; null without
 * @param architecture drawn; null where the document is silent or it is too large
 * @param tooLarge whether it is too large to be drawn
 * @param parts components and places
 * @param trust how far to believe it
 * @param origins where each number comes from
 */
record Page(
        String title,
        String variant,
        String about,
        String style,
        Answer answer,
        List<JourneyLine> journeys,
        CauseTable causes,
        List<String> alike,
        List<CauseTable> otherCauses,
        @Nullable DataTable data,
        @Nullable Insight insight,
        List<Figure> figures,
        List<WorstOutage> worst,
        @Nullable TrafficView traffic,
        @Nullable Drawing architecture,
        boolean tooLarge,
        PartTable parts,
        Trust trust,
        Origins origins) {
    static Page of(Result result) {
        Journey headline = result.answer();
        List<Journey> others = result.journeys().stream()
                .filter(journey -> !journey.equals(headline))
                .toList();
        List<JourneyLine> lines = new ArrayList<>();
        lines.add(JourneyLine.of(headline));
        others.forEach(journey -> lines.add(JourneyLine.of(journey)));
        CauseTable causes = CauseTable.of(headline);
        Traffic traffic = result.traffic();
        Architecture drawn = result.architecture();
        boolean isStructural = traffic == null;
        List<CauseTable> otherCauses = others.stream().map(CauseTable::of).toList();
        return new Page(
                result.scenario().name(),
                variant(result),
                result.scenario().about(),
                sheet(),
                Answer.of(result),
                lines,
                causes,
                otherCauses.stream()
                        .filter(causes::isLike)
                        .map(CauseTable::journey)
                        .toList(),
                otherCauses.stream().filter(other -> !causes.isLike(other)).toList(),
                result.data().isEmpty() && result.durability().isEmpty() ? null : DataTable.of(result),
                Insight.of(result)
                        .filter(insight -> isStructural || !insight.isEmpty())
                        .orElse(null),
                isStructural ? Figure.of(headline, result.scenario().horizon()) : List.of(),
                WorstOutage.of(headline),
                traffic == null ? null : TrafficView.of(result, traffic),
                ArchitectureDrawing.of(result).orElse(null),
                drawn != null && ArchitectureDrawing.isTooLarge(drawn),
                PartTable.of(result),
                Trust.of(result),
                Origins.of(result.provenance()));
    }

    /** The picture to stand in the page; empty when there is none. */
    String plan() {
        return architecture == null ? "" : SvgPicture.of(architecture);
    }

    private static String variant(Result result) {
        List<String> changes = new ArrayList<>();
        if (!result.scenario().variant().isEmpty()) {
            changes.add("variant " + result.scenario().variant());
        }
        result.scenario().sets().forEach(set -> changes.add(set.path() + " = " + set.value()));
        return String.join(", ", changes);
    }

    static String sheet() {
        try (InputStream sheet = Objects.requireNonNull(Page.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("/*light*/", ChartTheme.LIGHT.variables())
                    .replace("/*dark*/", ChartTheme.DARK.variables())
                    .replace("/*families*/", PlainFont.FAMILIES);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
