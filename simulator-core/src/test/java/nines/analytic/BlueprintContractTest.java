package nines.analytic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nines.blueprint.Blueprint;
import nines.blueprint.Crew;
import nines.blueprint.Draft;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Stage;
import nines.blueprint.Tier;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.format.Reading;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import nines.layout.NotLaidOut;
import nines.structure.Alike;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Solvers copy, compare and take apart blueprints field by field: a field that is new must not be forgotten by any. */
class BlueprintContractTest {
    /**
     * The fields that the solvers know. Who adds one looks at: {@code Subsystems} (does it tie things together?),
     * {@code Unit.isOne} and {@code Pool} (does a closed form, or a count, still say all?), {@code Symmetry} (can units be
     * told apart by it?), {@code Excerpt}, {@code ExponentialTwin} and {@code Served} (do they hand it on?).
     */
    private static final Map<Class<?>, List<String>> KNOWN = Map.of(
            Blueprint.class,
            List.of(
                    "nodes",
                    "parts",
                    "causes",
                    "modes",
                    "shocks",
                    "alsoHits",
                    "watches",
                    "takeovers",
                    "standIns",
                    "tolerances",
                    "restarts",
                    "loadSharings",
                    "crews",
                    "shelves",
                    "plans",
                    "machines",
                    "tiers",
                    "journeys",
                    "load",
                    "requests",
                    "datasets",
                    "stripes"),
            Mode.class,
            List.of(
                    "stream",
                    "unit",
                    "holds",
                    "cause",
                    "part",
                    "timeToFailure",
                    "operating",
                    "onlyWhile",
                    "site",
                    "effect",
                    "errors",
                    "repair",
                    "mendable",
                    "crew",
                    "spare",
                    "found",
                    "renewal",
                    "failsAgain"),
            Phase.class,
            List.of("called", "stage", "law", "resource", "success", "committed"),
            Crew.class,
            List.of("stream", "people", "order", "rank", "preempts", "inspection", "shifts"),
            Node.class,
            List.of("name", "kind", "component", "slack", "inputs"),
            Tier.class,
            List.of(
                    "name",
                    "part",
                    "members",
                    "watches",
                    "senders",
                    "needed",
                    "capacity",
                    "load",
                    "attempts",
                    "panicBelow",
                    "blind",
                    "clients",
                    "alive",
                    "inflows"),
            Journey.class,
            List.of("name", "step", "upAt", "rate", "attempts", "weights", "patience", "inflows"));

    @Test
    void everyFieldIsKnown() {
        KNOWN.forEach((type, known) -> assertThat(
                        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                .as(type.getSimpleName())
                .containsExactlyElementsOf(known));
    }

    // ---------------------------------------------------------------- an excerpt of everything is everything

    @Test
    void nothingIsLostOnTheWay() throws Exception {
        int compared = 0;
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/language-examples"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Blueprint whole = blueprint(file);
                if (whole == null) {
                    continue;
                }
                Automata automata = new Automata(whole);
                BitSet all = new BitSet();
                all.set(0, automata.count);
                Blueprint copy = Excerpt.of(automata, all);
                for (RecordComponent component : Blueprint.class.getRecordComponents()) {
                    // Single requests and lost data are not the solvers' business; crews and shelves without work are
                    // left
                    // out.
                    if (!List.of("requests", "datasets", "stripes", "crews", "shelves")
                            .contains(component.getName())) {
                        same(
                                file + " " + component.getName(),
                                component.getAccessor().invoke(copy),
                                component.getAccessor().invoke(whole));
                    }
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    private static @Nullable Blueprint blueprint(Path file) throws Exception {
        Reading reading = ScenarioReader.parse(Files.readString(file), file.toString());
        try {
            return Layout.of(reading.scenarioOrThrow());
        } catch (NotLaidOut | IllegalStateException unfinished) {
            return null;
        }
    }

    /** Equal to the last field, arrays by what is in them. */
    private static void same(String where, @Nullable Object one, @Nullable Object other) throws Exception {
        if (one == null || other == null) {
            assertThat(one).as(where).isSameAs(other);
        } else if (one.getClass().isArray()) {
            assertThat(Array.getLength(one)).as(where).isEqualTo(Array.getLength(other));
            for (int i = 0; i < Array.getLength(one); i++) {
                same(where + "[" + i + "]", Array.get(one, i), Array.get(other, i));
            }
        } else if (one instanceof List<?> list) {
            same(where, list.toArray(), ((List<?>) other).toArray());
        } else if (one instanceof Record && one.getClass() == other.getClass() && !(one instanceof Distribution)) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                same(
                        where + "." + component.getName(),
                        component.getAccessor().invoke(one),
                        component.getAccessor().invoke(other));
            }
        } else {
            assertThat(one).as(where).isEqualTo(other);
        }
    }

    // ---------------------------------------------------------------- units that differ are not alike

    /** Two units that differ in any one field of their mode may not change places; but for names and causes. */
    @Test
    void anyFieldTellsUnitsApart() throws Exception {
        assertThat(Alike.of(pair(null))).hasSize(1);
        List<String> sameForAll = List.of("stream", "unit", "holds", "cause");
        for (RecordComponent component : Mode.class.getRecordComponents()) {
            if (!sameForAll.contains(component.getName())) {
                assertThat(Alike.of(pair(component.getName())))
                        .as("units that differ in %s", component.getName())
                        .isEmpty();
            }
        }
    }

    /** Two units of which the second differs from the first in a field. */
    private static Blueprint pair(@Nullable String field) throws Exception {
        Bench bench = new Bench();
        Draft draft = bench.draft;
        int part = bench.part("unit");
        bench.part("other");
        bench.crew(1, Crew.Order.FIRST_COME);
        draft.crew(new Crew("others", 1, Crew.Order.FIRST_COME, new int[0], false, null, List.of()));
        int place = draft.node("place", Node.Kind.PLACE, -1, 0);
        int[] units = new int[2];
        for (int i = 0; i < 2; i++) {
            units[i] = draft.node("unit-" + i, Node.Kind.INSTANCE, part, 0, place);
            Mode mode = bench.mode(units[i], part, Bench.exponential(10), Bench.repair(1, 0), 0, true);
            draft.mode(i == 1 && field != null ? changed(mode, field, place) : mode);
        }
        bench.journey("any", draft.gate("any", 1, units));
        return draft.finish();
    }

    private static Mode changed(Mode mode, String field, int place) throws Exception {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : Mode.class.getRecordComponents()) {
            Object value = component.getAccessor().invoke(mode);
            types.add(component.getType());
            values.add(component.getName().equals(field) ? other(value, field, place) : value);
        }
        return Mode.class.getConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
    }

    private static Object other(Object value, String field, int place) {
        if (value instanceof Integer) {
            return switch (field) {
                case "part", "crew" -> 1;
                case "onlyWhile", "site" -> place;
                case "spare" -> -2;
                default -> throw new AssertionError("which other value may " + field + " have?");
            };
        }
        if (value instanceof Double number) {
            return number + 0.25;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Enum<?> constant) {
            for (Object another : constant.getDeclaringClass().getEnumConstants()) {
                if (another != constant) {
                    return another;
                }
            }
        }
        if (value instanceof Distribution) {
            return new Exponential(12_345);
        }
        if (value instanceof List<?>) {
            return List.of(Phase.of(Stage.REPAIR, new Exponential(54_321)));
        }
        throw new AssertionError("which other value may " + field + " have?");
    }
}
