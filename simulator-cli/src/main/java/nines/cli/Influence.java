package nines.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nines.experiment.Likeness;
import nines.format.EditRefused;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.ScenarioText.Holds;
import nines.layout.NotLaidOut;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a file says and what changes nothing: each key is taken out by itself, and the model that is left is compared
 * with the whole one. What is found this way was written to no effect, whatever the reason; a default that is written out is
 * left alone, and so is what has been told already.
 */
final class Influence {
    /** A key without influence: where it stands, and to whom it belongs. */
    record Idle(int line, int column, String key, String owner) {}

    /** Sections that describe the system; what is asked and promised is no part of it. */
    private static final List<String> SECTIONS =
            List.of("places", "groups", "components", "journeys", "traffic", "crews", "spares", "events");

    /** Keys that name or explain, and those that everything else of their block follows from. */
    private static final Set<String> NO_SETTING =
            Set.of("like", "about", "kind", "location", "targets", "outage-cost", "cost");

    /** With more keys than this, or with more of keys × nodes, it would take seconds: it is told that nothing was tried. */
    private static final int KEYS = 600;

    private static final long WORK = 200_000;

    private final nines.format.ScenarioText text;
    private final nines.format.ScenarioText shorter;
    private final Reader reader;
    private final Scenario whole;
    private final Likeness likeness;
    private final Set<String> told;
    private final List<Idle> found = new ArrayList<>();

    /** Reads a text in the file's place, with the changes that were asked for. */
    interface Reader {
        Reading read(String text);
    }

    private Influence(
            nines.format.ScenarioText text,
            nines.format.ScenarioText shorter,
            Reader reader,
            Scenario whole,
            Likeness likeness,
            Set<String> told) {
        this.text = text;
        this.shorter = shorter;
        this.reader = reader;
        this.whole = whole;
        this.likeness = likeness;
        this.told = told;
    }

    /**
     * The keys without influence, in the order of the file; null if there are too many keys to try each.
     *
     * @param content of the file
     * @param nodes of what is laid out of it
     * @param reading of it, without errors
     * @param variant that was read; null: as written
     */
    static @Nullable List<Idle> none(
            String content, int nodes, Reading reading, @Nullable String variant, Reader reader) {
        Scenario whole = reading.scenario();
        nines.format.ScenarioText text = nines.format.ScenarioText.of(content);
        if (whole == null || !text.refusal().isEmpty()) {
            return null;
        }
        List<List<String>> entries = new ArrayList<>();
        int keys = 0;
        for (String section : SECTIONS) {
            for (String name : text.keys(List.of(section))) {
                entries.add(List.of(section, name));
                keys += count(text, List.of(section, name));
            }
        }
        if (keys > KEYS || (long) keys * nodes > WORK) {
            return null;
        }
        Set<String> told =
                reading.problems().stream().map(Influence::spot).collect(Collectors.toCollection(HashSet::new));
        Influence influence = new Influence(text, shortened(text, variant), reader, whole, Likeness.of(whole), told);
        entries.forEach(entry -> influence.block(entry, entry.get(1)));
        return influence.found;
    }

    /** Without what is checked with every reading and was checked already: other variants, and values of the sweep. */
    private static nines.format.ScenarioText shortened(nines.format.ScenarioText text, @Nullable String variant) {
        nines.format.ScenarioText shorter = text;
        for (String section : variant == null ? List.of("sweep", "variants") : List.of("sweep")) {
            try {
                shorter = shorter.has(List.of(section)) ? shorter.remove(List.of(section)) : shorter;
            } catch (EditRefused inTheWay) {
                return text;
            }
        }
        return shorter;
    }

    private static int count(nines.format.ScenarioText text, List<String> path) {
        int sum = 1;
        for (String key : text.keys(path)) {
            sum += count(text, with(path, key));
        }
        return sum;
    }

    private static String spot(Problem problem) {
        return problem.line() + ":" + problem.column();
    }

    private void block(List<String> block, String owner) {
        for (String key : text.keys(block)) {
            List<String> path = with(block, key);
            boolean named = !key.matches("[0-9]+");
            if (named && (NO_SETTING.contains(key) || key.startsWith("x-") || isTold(path))) {
                continue;
            }
            if (named && changesNothing(path)) {
                int at = text.range(path).orElseThrow().from();
                found.add(new Idle(line(at), column(at), key, owner));
            } else if (text.holds(path) == Holds.BLOCK || text.holds(path) == Holds.LIST) {
                block(path, owner);
            }
        }
    }

    /** Whether something was said of this key, at the key or at its value. */
    private boolean isTold(List<String> path) {
        var range = text.range(path).orElseThrow();
        int end = text.holds(path) == Holds.PLAIN
                ? range.to()
                : Math.min(range.to(), range.from() + path.get(path.size() - 1).length() + 2);
        for (int at = range.from(); at <= end; at++) {
            if (told.contains(line(at) + ":" + column(at))) {
                return true;
            }
        }
        return false;
    }

    private int line(int at) {
        return (int) text.text().substring(0, at).lines().count() + (column(at) == 1 ? 1 : 0);
    }

    private int column(int at) {
        return at - text.text().lastIndexOf('\n', at - 1);
    }

    private boolean changesNothing(List<String> path) {
        Scenario without;
        try {
            Reading reading = reader.read(shorter.remove(path).text());
            without = reading.scenario();
            if (without == null || reading.hasErrors()) {
                return false;
            }
        } catch (EditRefused cannotBeTakenOut) {
            return false;
        }
        if (isSame(without)) {
            return false;
        }
        try {
            return Likeness.of(without).isSameAs(likeness);
        } catch (NotLaidOut refused) {
            return false;
        }
    }

    /** Whether the model is the same, and not only what is made of it: a default that was written out. */
    private boolean isSame(Scenario other) {
        return other.places().equals(whole.places())
                && other.groups().equals(whole.groups())
                && other.components().equals(whole.components())
                && other.journeys().equals(whole.journeys())
                && other.traffic().equals(whole.traffic())
                && other.crews().equals(whole.crews())
                && other.spares().equals(whole.spares())
                && other.events().equals(whole.events());
    }

    private static List<String> with(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }
}
