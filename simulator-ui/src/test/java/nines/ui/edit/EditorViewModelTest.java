package nines.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import nines.format.PropertyForm;
import nines.format.ScenarioText;
import nines.model.Scenario;
import nines.ui.control.BackgroundRun;
import org.junit.jupiter.api.Test;

class EditorViewModelTest {
    private static final String SHOP = """
            nines: 1
            name: Shop
            places:
              eu: { kind: region }
              zone-a: { kind: zone, in: eu }   # the first
              zone-b: { like: zone-a }
            components:
              # takes the requests
              lb: { kind: balancer, in: [zone-a, zone-b], instances: 2 }
              web: { kind: server, in: [zone-a, zone-b], instances: 4 }
              db: { kind: database, in: zone-a }   # one is none
            journeys:
              browse: { through: [lb, web, { to: db, as: read }] }
              order: { through: [lb, web, db] }
            traffic:
              shoppers: { rate: 100/s, mix: { browse: 90%, order: 10% } }
            events:
              patching: { every: 30d, maintain: db, for: 20min }
            """;

    private final AtomicLong clock = new AtomicLong();
    private final EditorViewModel editor = editor(BackgroundRun.inPlace());

    private EditorViewModel editor(BackgroundRun background) {
        var model = new EditorViewModel(background, clock::get);
        open(model, SHOP);
        return model;
    }

    private static void open(EditorViewModel model, String text) {
        Reader reader = Reader.of("shop.yaml");
        model.open(reader, Snapshot.of(ScenarioText.of(text), reader, null), text);
    }

    @Test
    void undoHasALabelAndLeadsBackToTheVeryText() {
        assertThat(editor.now().isCurrent()).isTrue();
        editor.addComponent("cache", "zone-a");
        editor.connect("web", "cache", Connections.Way.CALL);
        assertThat(editor.undoesProperty().get()).isEqualTo("Connect web with cache");
        assertThat(editor.dirtyProperty().get()).isTrue();
        editor.undo();
        assertThat(editor.undoesProperty().get()).isEqualTo("Add cache");
        assertThat(editor.redoesProperty().get()).isEqualTo("Connect web with cache");
        editor.undo();
        assertThat(editor.text().text()).isEqualTo(SHOP);
        assertThat(editor.dirtyProperty().get()).isFalse();
        editor.redo();
        editor.redo();
        assertThat(editor.text().text()).contains("{ to: web, calls: [cache] }");
    }

    @Test
    void everyKindCanBeAddedAndIsSelectedThen() {
        for (String kind : PropertyForm.kinds()) {
            assertThat(editor.addComponent(kind, "zone-b"))
                    .as(kind + ": " + editor.messageProperty().get())
                    .isTrue();
            String name = editor.selectionProperty().get().get(0);
            Scenario drawn = editor.drawn();
            assertThat(drawn.components().get(name).kind()).isEqualTo(kind);
        }
        for (String kind : Entries.PLACE_KINDS) {
            assertThat(editor.addPlace(kind, "eu")).as(kind).isTrue();
        }
        assertThat(editor.addJourney("web")).isTrue();
    }

    @Test
    void movesBetweenPlaces() {
        assertThat(editor.move("db", "zone-a", "zone-b")).isTrue();
        assertThat(editor.text().text()).contains("db: { kind: database, in: zone-b }   # one is none");
        assertThat(editor.move("web", "zone-a", "eu")).isTrue();
        assertThat(editor.text().text()).contains("web: { kind: server, in: [eu, zone-b]");
        assertThat(editor.move("db", "zone-b", "")).isTrue();
        assertThat(editor.text().text()).contains("db: { kind: database }   # one is none");
        assertThat(editor.move("eu", "", "zone-a")).isFalse();
        assertThat(editor.messageProperty().get()).contains("cannot stand in itself");
    }

    @Test
    void refusesArrowsWithTheReason() {
        assertThat(editor.connect("web", "web", Connections.Way.CALL)).isFalse();
        assertThat(editor.messageProperty().get()).contains("with itself");
        assertThat(editor.connect("web", "browse", Connections.Way.CALL)).isFalse();
        assertThat(editor.messageProperty().get()).contains("is a journey");
        assertThat(editor.connect("web", "db", Connections.Way.CALL)).isFalse();
        assertThat(editor.messageProperty().get()).contains("already");
        assertThat(editor.connect("browse", "web", Connections.Way.CALL)).isFalse();
        assertThat(editor.messageProperty().get()).contains("begins at `lb`");
        assertThat(editor.connect("web", "db", Connections.Way.NEED)).isTrue();
        assertThat(editor.connect("db", "web", Connections.Way.NEED)).isFalse();
        assertThat(editor.messageProperty().get()).contains("circle");
    }

    @Test
    void cutsArrowsInEveryJourney() {
        editor.addComponent("cache", "");
        editor.connect("db", "cache", Connections.Way.CALL);
        assertThat(editor.text().text())
                .contains("{ to: db, as: read }, cache]")
                .contains("[lb, web, db, cache]");
        assertThat(editor.delete(List.of("db→cache"))).isTrue();
        assertThat(editor.text().text()).contains("through: [lb, web, db]");
        assertThat(editor.delete(List.of("lb→web"))).isFalse();
        assertThat(editor.messageProperty().get()).contains("requests go on");
    }

    @Test
    void deletesWithWhatNamesItAndKeepsTheComments() {
        assertThat(editor.delete(List.of("db"))).isTrue();
        assertThat(editor.text().text())
                .contains("through: [lb, web]")
                .doesNotContain("patching")
                .contains("# takes the requests")
                .contains("# the first");
        assertThat(editor.delete(List.of("lb", "web"))).isFalse();
        assertThat(editor.selectionProperty().get()).isEmpty();
    }

    @Test
    void copiesBetweenWindowsUnderFreeNames() {
        String copied = editor.copy(List.of("web", "db"));
        assertThat(editor.paste(copied, "")).isTrue();
        assertThat(editor.selectionProperty().get()).containsExactly("web-b", "db-b");
        assertThat(editor.text().text()).contains("web-b: { kind: server, in: [zone-a, zone-b], instances: 4 }");
        EditorViewModel other = new EditorViewModel(BackgroundRun.inPlace());
        open(other, "nines: 1\nname: Other\nplaces: { here: { kind: zone } }\ncomponents: { x: { kind: server } }\n");
        assertThat(other.paste(copied, "here")).isTrue();
        assertThat(other.text().text()).contains("db: { kind: database, in: here }");
        assertThat(other.paste("nonsense", "")).isFalse();
        assertThat(editor.duplicate(List.of("lb"))).isTrue();
        assertThat(editor.selectionProperty().get()).containsExactly("lb-b");
    }

    @Test
    void renamesEverywhere() {
        editor.put("Move db", Map.of("db@eu/zone-a", new Positions.Spot(10, 20)));
        assertThat(editor.rename("db", "store")).isTrue();
        assertThat(editor.text().text())
                .contains("{ to: store, as: read }")
                .contains("maintain: store")
                .contains("store@eu/zone-a: 10 20");
        assertThat(editor.rename("web", "lb")).isFalse();
        assertThat(editor.rename("zone-a", "zone-c")).isTrue();
        assertThat(editor.text().text()).contains("store@eu/zone-c: 10 20").contains("zone-b: { like: zone-c }");
    }

    @Test
    void whatWouldBreakASoundFileIsRefused() {
        assertThat(editor.edit("Set", text -> text.set(List.of("components", "web", "instances"), "many")))
                .isFalse();
        assertThat(editor.messageProperty().get()).contains("instances");
        assertThat(editor.text().text()).isEqualTo(SHOP);
        assertThat(editor.objection(text -> text.set(List.of("components", "web", "instances"), "0")))
                .isNotEmpty();
    }

    @Test
    void typingIsNeverRefusedAndKeepsTheLastDrawing() {
        editor.type(SHOP.replace("instances: 4", "instances: [4"));
        assertThat(editor.now().isCurrent()).isFalse();
        assertThat(editor.drawn().components()).containsKey("web");
        assertThat(editor.now().reading().problems()).isNotEmpty();
        assertThat(editor.addComponent("cache", "")).isFalse();
        editor.type(SHOP.replace("instances: 4", "instances: 6"));
        assertThat(editor.drawn().components().get("web").common().instances()).isEqualTo(6);
        editor.undo();
        assertThat(editor.text().text()).isEqualTo(SHOP);
    }

    @Test
    void typingIsOneStepUntilAPause() {
        editor.type(SHOP + "#");
        editor.type(SHOP + "# a");
        clock.addAndGet(2_000_000_000L);
        editor.type(SHOP + "# a b");
        editor.undo();
        assertThat(editor.text().text()).isEqualTo(SHOP + "# a");
        editor.undo();
        assertThat(editor.text().text()).isEqualTo(SHOP);
        assertThat(editor.undoesProperty().get()).isEmpty();
    }

    @Test
    void aDrawingEditWaitsForWhatHasBeenTyped() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        EditorViewModel slow = editor(new BackgroundRun(waiting::add, Runnable::run));
        slow.type(SHOP.replace("instances: 4", "instances: 6"));
        assertThat(slow.addComponent("cache", "")).isTrue();
        waiting.forEach(Runnable::run);
        assertThat(slow.text().text()).contains("instances: 6").contains("kind: cache");
        assertThat(slow.drawn().components()).containsKey("cache");
    }

    /** A seeded user without sense: whatever it does, the file stays sound, and undo leads back to the first document. */
    @Test
    void aThousandRandomEditsAndBack() {
        var random = new Random(20261121);
        int done = 0;
        for (int i = 0; i < 1000; i++) {
            done += act(random) ? 1 : 0;
            assertThat(editor.now().errors()).isEmpty();
            assertThat(editor.drawn()).isNotNull();
        }
        assertThat(done).isGreaterThan(400);
        String last = editor.text().text();
        assertThat(last).contains("# takes the requests");
        int steps = 0;
        while (!editor.undoesProperty().get().isEmpty()) {
            editor.undo();
            steps++;
        }
        assertThat(editor.text().text()).isEqualTo(SHOP);
        for (int i = 0; i < steps; i++) {
            editor.redo();
        }
        assertThat(editor.text().text()).isEqualTo(last);
    }

    private boolean act(Random random) {
        List<String> names = new ArrayList<>(editor.drawn().components().keySet());
        List<String> places = new ArrayList<>(editor.drawn().places().keySet());
        places.add("");
        List<String> all = new ArrayList<>(names);
        all.addAll(places.subList(0, places.size() - 1));
        all.addAll(editor.text().keys(List.of("journeys")));
        String one = pick(random, all);
        String place = pick(random, places);
        // Few enough to stay quick: what is added is deleted again.
        int crowd = names.size() + places.size() > 25 ? 3 : 0;
        return switch (random.nextInt(14 + crowd)) {
            case 0 -> editor.addComponent(pick(random, PropertyForm.kinds()), place);
            case 1 -> editor.addPlace(pick(random, Entries.PLACE_KINDS), place);
            case 2 -> editor.connect(one, pick(random, names), Connections.Way.CALL);
            case 3 -> editor.connect(one, pick(random, all), Connections.Way.NEED);
            case 4 -> editor.move(pick(random, names), pick(random, places), place);
            case 5 -> editor.move(one, pick(random, places), place);
            case 6 -> editor.rename(one, "n" + random.nextInt(40));
            case 7 -> editor.duplicate(List.of(one));
            case 8 ->
                editor.edit(
                        "Set",
                        text -> text.set(Steps.component(pick(random, names), "instances"), "" + random.nextInt(5)));
            case 9 -> editor.delete(List.of(one + "→" + pick(random, names)));
            case 10 ->
                editor.put("Move " + one, Map.of(one, new Positions.Spot(random.nextInt(300), random.nextInt(300))));
            case 11 -> {
                editor.undo();
                yield true;
            }
            case 12 -> {
                editor.redo();
                yield true;
            }
            default -> names.size() > 3 && editor.delete(List.of(one));
        };
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
