package nines.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nines.result.Comparison;
import nines.result.Design;
import nines.result.DesignJourney;
import nines.result.Difference;
import nines.result.Estimate;
import nines.result.Outcome;
import nines.result.Shift;
import nines.result.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a page about designs side by side says, in the order in which it says it.
 *
 * @param title of what is compared
 * @param style sheet
 * @param manager the sentence to decide on
 * @param statistician what the verdicts rest on
 * @param abouts what each design is
 * @param journeys one part for each
 * @param tradeOffs what each gives for what it costs
 * @param facts how far to trust it and how to repeat it
 * @param command that repeats it; empty where that is not known
 */
record ComparisonPage(
        String title,
        String style,
        String manager,
        String statistician,
        List<About> abouts,
        List<Part> journeys,
        TradeOffTable tradeOffs,
        List<Trust.Fact> facts,
        String command) {
    private static final int ROOTS = 12;
    private static final int ABOUTS = 100;

    /** What a design is. */
    record About(String name, String text) {}

    /**
     * The designs as one journey sees them.
     *
     * @param journey its name
     * @param rows a line each
     * @param lost what each loses, drawn; null where nothing is known
     * @param more how each differs from the first, drawn; null where nothing is known
     * @param designs heads of the columns of causes
     * @param causes what each root costs more
     * @param like name of an earlier journey that fares the same; empty for none
     */
    record Part(
            String journey,
            List<Row> rows,
            @Nullable Drawing lost,
            @Nullable Drawing more,
            List<String> designs,
            List<Cause> causes,
            String like) {
        /** The picture of what each loses, to stand in the page; empty where there is none. */
        String lostPicture() {
            return lost == null ? "" : SvgPicture.of(lost);
        }

        /** The picture of the differences, to stand in the page; empty where there is none. */
        String morePicture() {
            return more == null ? "" : SvgPicture.of(more);
        }
    }

    /** A design. */
    record Row(
            String name,
            String nines,
            String lost,
            String interval,
            String promise,
            String look,
            String more,
            String between,
            String verdict,
            String rank,
            String worth,
            String caution) {}

    /** What a root costs the first design, and how much more the others. */
    record Cause(String root, String first, List<String> more) {}

    static ComparisonPage of(Comparison comparison) {
        List<Part> parts = new ArrayList<>();
        Map<List<Row>, String> told = new LinkedHashMap<>();
        List<String> names = comparison.designs().stream()
                .flatMap(design -> design.journeys().stream())
                .map(DesignJourney::name)
                .distinct()
                .toList();
        for (String name : names) {
            List<Row> rows = comparison.designs().stream()
                    .flatMap(design -> in(design, name).map(of -> row(design, of)).stream())
                    .toList();
            String like = told.putIfAbsent(rows, name);
            parts.add(like == null ? part(comparison, name, rows, parts.size() + 1) : likeness(name, like));
        }
        return new ComparisonPage(
                comparison.name(),
                Page.sheet(),
                names.isEmpty() ? "There is nothing to compare." : manager(comparison, names.get(0)),
                statistician(comparison),
                comparison.designs().stream()
                        .filter(design -> !design.about().isEmpty())
                        .limit(ABOUTS)
                        .map(design -> new About(design.name(), design.about().strip()))
                        .toList(),
                parts,
                TradeOffTable.of(comparison),
                facts(comparison),
                command(comparison));
    }

    private static Part likeness(String name, String like) {
        return new Part(name, List.of(), null, null, List.of(), List.of(), like);
    }

    private static Optional<DesignJourney> in(Design design, String journey) {
        return design.journeys().stream()
                .filter(of -> of.name().equals(journey))
                .findFirst();
    }

    private static Part part(Comparison comparison, String name, List<Row> rows, int number) {
        List<WhiskerDrawing.Whisker> lost = new ArrayList<>();
        List<WhiskerDrawing.Whisker> more = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Design design : comparison.designs()) {
            in(design, name).ifPresent(of -> {
                lost.add(new WhiskerDrawing.Whisker(design.name(), of.requests().downtimePerYear(), ""));
                Difference difference = of.difference();
                if (difference != null) {
                    more.add(new WhiskerDrawing.Whisker(
                            design.name(), difference.lostPerYear(), sign(difference.verdict())));
                    others.add(design.name());
                }
            });
        }
        return new Part(
                name,
                rows,
                WhiskerDrawing.of("lost-" + number, "What “" + name + "” loses a year", lost)
                        .orElse(null),
                WhiskerDrawing.of("more-" + number, "How much more “" + name + "” loses than in the first design", more)
                        .orElse(null),
                others.size() > 8 ? List.of() : others,
                others.size() > 8 ? List.of() : causes(comparison, name),
                "");
    }

    private static List<Cause> causes(Comparison comparison, String journey) {
        Map<String, Double> first = new LinkedHashMap<>();
        List<Map<String, Double>> shifts = new ArrayList<>();
        Map<String, Double> largest = new LinkedHashMap<>();
        for (Design design : comparison.designs()) {
            Difference difference =
                    in(design, journey).map(DesignJourney::difference).orElse(null);
            if (difference != null) {
                Map<String, Double> of = new LinkedHashMap<>();
                for (Shift shift : difference.shifts()) {
                    of.put(shift.root(), shift.secondsPerYear());
                    first.put(shift.root(), shift.first());
                    largest.merge(shift.root(), Math.abs(shift.secondsPerYear()), Math::max);
                }
                shifts.add(of);
            }
        }
        return largest.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(ROOTS)
                .map(each -> new Cause(
                        each.getKey(),
                        Amounts.duration(first.getOrDefault(each.getKey(), 0.0), 2),
                        shifts.stream()
                                .map(of -> change(of.getOrDefault(each.getKey(), 0.0)))
                                .toList()))
                .toList();
    }

    private static String change(double seconds) {
        return seconds == 0 ? "–" : (seconds < 0 ? "−" : "+") + Amounts.duration(Math.abs(seconds), 2);
    }

    private static Row row(Design design, DesignJourney of) {
        Estimate lost = of.requests().downtimePerYear();
        Difference difference = of.difference();
        Outcome outcome = of.outcome();
        boolean trusted = of.requests().unavailability().verdict() != Verdict.NOT_TRUSTED;
        return new Row(
                design.name(),
                Amounts.nines(of.requests().nines()) + (trusted ? "" : " ?"),
                Amounts.duration(lost),
                Amounts.durations(lost),
                outcome == null
                        ? ""
                        : switch (outcome) {
                            case MET -> "✓ kept";
                            case MISSED -> "✗ missed";
                            case NOT_DECIDED -> "? not decided";
                        },
                outcome == null
                        ? ""
                        : switch (outcome) {
                            case MET -> "met";
                            case MISSED -> "missed";
                            case NOT_DECIDED -> "undecided";
                        },
                difference == null ? "the first" : more(difference.lostPerYear().value()),
                difference == null ? "" : between(difference.lostPerYear()),
                difference == null ? "" : sign(difference.verdict()) + " " + word(difference.verdict()),
                difference == null
                        ? ""
                        : switch (difference.verdict()) {
                            case BETTER -> "met";
                            case WORSE -> "missed";
                            case NOT_DECIDED, IDENTICAL -> "undecided";
                        },
                difference == null || !(difference.varianceRatio() > 0)
                        ? ""
                        : "× " + Amounts.number(difference.varianceRatio(), 2),
                difference == null || difference.lostPerYear().verdict() == Verdict.GOOD
                        ? ""
                        : (difference.lostPerYear().verdict() == Verdict.THIN ? "thin: " : "not trusted: ")
                                + difference.lostPerYear().reason());
    }

    static String sign(Difference.Rank rank) {
        return switch (rank) {
            case BETTER -> "▼";
            case WORSE -> "▲";
            case NOT_DECIDED -> "?";
            case IDENTICAL -> "=";
        };
    }

    private static String word(Difference.Rank rank) {
        return switch (rank) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case NOT_DECIDED -> "no evidence";
            case IDENTICAL -> "identical";
        };
    }

    private static String more(double seconds) {
        if (Double.isNaN(seconds)) {
            return Amounts.NOT_KNOWN;
        }
        return seconds == 0 ? "the same" : Amounts.duration(Math.abs(seconds), 3) + (seconds < 0 ? " less" : " more");
    }

    private static String between(Estimate difference) {
        return difference.hasInterval() ? more(difference.low()) + " to " + more(difference.high()) : "";
    }

    private static String manager(Comparison comparison, String journey) {
        List<String> better = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        List<String> open = new ArrayList<>();
        String best = "";
        double least = 0;
        for (Design design : comparison.designs()) {
            Difference difference =
                    in(design, journey).map(DesignJourney::difference).orElse(null);
            if (difference == null) {
                continue;
            }
            String name = "“" + design.name() + "”";
            switch (difference.verdict()) {
                case BETTER -> better.add(name);
                case WORSE -> worse.add(name);
                case NOT_DECIDED, IDENTICAL -> open.add(name);
            }
            if (difference.verdict() == Difference.Rank.BETTER
                    && difference.lostPerYear().value() < least) {
                least = difference.lostPerYear().value();
                best = name;
            }
        }
        String first = "“" + comparison.designs().get(0).name() + "”";
        String head = best.isEmpty()
                ? "No design is shown to be better than " + first + " for “" + journey + "”"
                : best + " helps “" + journey + "” most: it loses " + Amounts.duration(-least, 2) + " a year less than "
                        + first;
        List<String> rest = new ArrayList<>();
        if (better.size() > 1) {
            rest.add(better.size() + " designs are better");
        }
        if (!worse.isEmpty()) {
            rest.add(listed(worse) + (worse.size() == 1 ? " is worse" : " are worse"));
        }
        if (!open.isEmpty()) {
            rest.add("of " + listed(open) + " there is no evidence of a difference");
        }
        return head + (rest.isEmpty() ? "." : "; " + String.join("; ", rest) + ".");
    }

    private static String listed(List<String> names) {
        return names.size() > 4
                ? names.size() + " designs"
                : names.size() == 1
                        ? names.get(0)
                        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private static String statistician(Comparison comparison) {
        int least = Integer.MAX_VALUE;
        for (Design design : comparison.designs()) {
            for (DesignJourney journey : design.journeys()) {
                Difference difference = journey.difference();
                least = difference == null ? least : Math.min(least, difference.pairs());
            }
        }
        return "All designs met the same luck: chance is keyed by seed, replication and name, so that what two designs have in"
                + " common fails at the same times in both and cancels. Differences are taken replication by replication"
                + (least == Integer.MAX_VALUE ? "" : ", over at least " + Amounts.count(least) + " pairs")
                + "; “better” and “worse” are said when the whole " + level(comparison)
                + " interval lies on one side of nothing. Each of many such intervals may miss the truth by chance.";
    }

    private static String level(Comparison comparison) {
        return comparison.designs().stream()
                .flatMap(design -> design.journeys().stream())
                .map(journey -> journey.requests().downtimePerYear().level())
                .filter(Double::isFinite)
                .findFirst()
                .map(Amounts::percent)
                .orElse("95 %");
    }

    private static List<Trust.Fact> facts(Comparison comparison) {
        List<Trust.Fact> facts = new ArrayList<>();
        facts.add(new Trust.Fact("Seed", Long.toString(comparison.seed()), false));
        facts.add(new Trust.Fact("Scenario file", comparison.file(), true));
        facts.add(new Trust.Fact("SHA-256", comparison.sha256(), true));
        facts.add(new Trust.Fact(
                "Version", comparison.version().isEmpty() ? "" : "Nines " + comparison.version(), false));
        for (Design design : comparison.designs().stream().limit(20).toList()) {
            String file =
                    design.file().equals(comparison.file()) || design.file().isEmpty()
                            ? ""
                            : ", " + design.file() + ", SHA-256 " + design.sha256();
            facts.add(new Trust.Fact(
                    design.name(),
                    Amounts.count(design.replications()) + " replications, fingerprint " + design.fingerprint() + file,
                    false));
        }
        facts.removeIf(fact -> fact.value().isEmpty());
        return facts;
    }

    private static String command(Comparison comparison) {
        if (comparison.file().isEmpty() || comparison.kind().equals("sweep")) {
            return "";
        }
        List<String> words =
                new ArrayList<>(List.of("./nines", comparison.kind().equals("gains") ? "gains" : "compare"));
        if (comparison.kind().equals("files")) {
            comparison.designs().forEach(design -> words.add(Trust.quoted(design.name())));
        } else {
            words.add(Trust.quoted(comparison.file()));
        }
        words.add("--seed " + comparison.seed());
        comparison.designs().stream()
                .mapToInt(Design::replications)
                .max()
                .ifPresent(most -> words.add("--replications " + most));
        return String.join(" ", words);
    }
}
