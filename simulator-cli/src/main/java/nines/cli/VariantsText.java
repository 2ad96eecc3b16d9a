package nines.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nines.model.Scenario;
import nines.model.Variant;
import nines.result.Availability;
import nines.result.Journey;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.Share;

/** Variants of a scenario side by side. All have met the same luck, so differences are sharper than the intervals. */
final class VariantsText {
    private VariantsText() {}

    static List<String> lines(Scenario written, Map<String, Result> results, Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold(written.name()));
        for (String journey : written.journeys().keySet()) {
            lines.add("");
            Table table = new Table("lrrrlll");
            table.row(
                    paint.bold(journey),
                    paint.faint("nines"),
                    paint.faint("served"),
                    paint.faint("lost a year"),
                    paint.faint("interval"),
                    paint.faint("target"),
                    paint.faint("mostly because of"));
            results.forEach((name, result) -> result.journey(journey).ifPresent(of -> table.row(row(name, of, paint))));
            lines.addAll(table.lines());
        }
        List<String> abouts = new ArrayList<>();
        for (Variant variant : written.variants().values()) {
            String about = variant.about();
            if (about != null && results.containsKey(variant.name())) {
                abouts.add(
                        "  " + variant.name() + ": " + Prose.gist(about.strip().replace('\n', ' '), 90));
            }
        }
        if (!abouts.isEmpty()) {
            lines.add("");
            lines.addAll(abouts);
        }
        return lines;
    }

    private static String[] row(String name, Journey journey, Paint paint) {
        Availability requests = journey.requests();
        String target = journey.targets().isEmpty()
                ? ""
                : switch (worst(journey)) {
                    case MET -> paint.good("met");
                    case MISSED -> paint.bad("missed");
                    case NOT_DECIDED -> paint.unsure("not decided");
                };
        List<Share> roots = journey.lostBy().byRoot();
        return new String[] {
            Prose.clipped(name, 24),
            paint.bold(Amounts.nines(requests.nines())),
            Amounts.availability(requests.unavailability()),
            Amounts.duration(requests.downtimePerYear()),
            Amounts.durations(requests.downtimePerYear()),
            target,
            roots.isEmpty() ? "" : Prose.clipped(roots.get(0).name(), 20)
        };
    }

    private static Outcome worst(Journey journey) {
        boolean undecided = false;
        for (var target : journey.targets()) {
            if (target.outcome() == Outcome.MISSED) {
                return Outcome.MISSED;
            }
            undecided |= target.outcome() == Outcome.NOT_DECIDED;
        }
        return undecided ? Outcome.NOT_DECIDED : Outcome.MET;
    }
}
