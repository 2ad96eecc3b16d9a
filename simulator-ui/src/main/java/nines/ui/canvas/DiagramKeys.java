package nines.ui.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import nines.model.Scenario;
import nines.ui.edit.Connections;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Positions;

/** Editing with the keyboard: what the mouse can do, keys can do too. */
final class DiagramKeys {
    private static final double NUDGE = 10;

    private final DiagramView view;
    private final EditorViewModel editor;
    private final Gestures gestures;
    private final Runnable openProperties;
    private String connectingFrom = "";

    DiagramKeys(DiagramView view, EditorViewModel editor, Gestures gestures, Runnable openProperties) {
        this.view = view;
        this.editor = editor;
        this.gestures = gestures;
        this.openProperties = openProperties;
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        boolean done =
                event.isShortcutDown() ? withShortcut(event.getCode()) : plain(event.getCode(), event.isShiftDown());
        if (done) {
            event.consume();
        }
    }

    private boolean withShortcut(KeyCode code) {
        List<String> selection = editor.selectionProperty().get();
        switch (code) {
            case A -> editor.select(everything());
            case C -> copy(selection);
            case X -> {
                copy(selection);
                editor.delete(selection);
            }
            case V -> paste();
            case D -> editor.duplicate(selection);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code, boolean shift) {
        List<String> selection = editor.selectionProperty().get();
        double step = shift ? 1 : NUDGE;
        switch (code) {
            case DELETE, BACK_SPACE -> editor.delete(selection);
            case LEFT -> nudge(-step, 0);
            case RIGHT -> nudge(step, 0);
            case UP -> nudge(0, -step);
            case DOWN -> nudge(0, step);
            case SPACE -> focused(shift);
            case C -> begin(selection);
            case ENTER -> enter(shift);
            case F2 -> {
                focused(false);
                openProperties.run();
            }
            case ESCAPE -> {
                return escape();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean escape() {
        boolean had =
                !connectingFrom.isEmpty() || !editor.selectionProperty().get().isEmpty();
        connectingFrom = "";
        gestures.cancel();
        view.aim("", false);
        editor.select(List.of());
        return had;
    }

    /** Selects what has the focus. */
    private void focused(boolean more) {
        String name = focusedName();
        if (!name.isEmpty() && more) {
            editor.toggle(name);
        } else if (!name.isEmpty()) {
            editor.select(List.of(name));
        }
    }

    private String focusedName() {
        Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
        Diagram diagram = view.model().diagramProperty().get();
        for (Card card : diagram.cards()) {
            if (owner != null && owner == view.view(card.id())) {
                return card.name();
            }
        }
        for (Area area : diagram.areas()) {
            if (owner != null && owner == view.view(area.id())) {
                return area.name();
            }
        }
        for (String journey : diagram.journeys()) {
            if (owner != null && owner == view.view(ScenarioDiagram.entry(journey))) {
                return journey;
            }
        }
        return "";
    }

    private void begin(List<String> selection) {
        String from = focusedName().isEmpty() && selection.size() == 1 ? selection.get(0) : focusedName();
        if (!from.isEmpty()) {
            connectingFrom = from;
            editor.select(List.of(from));
            editor.say("Connect " + from + " with …: go to the other end with Tab and press Enter, or Escape.");
        }
    }

    private void enter(boolean need) {
        String to = focusedName();
        if (connectingFrom.isEmpty()) {
            focused(false);
            openProperties.run();
            return;
        }
        String from = connectingFrom;
        connectingFrom = "";
        Scenario scenario = editor.drawn();
        if (!to.isEmpty() && scenario != null) {
            editor.connect(
                    from, to, need ? Connections.Way.NEED : Connections.usual(scenario, editor.text(), from, to));
        }
    }

    private List<String> everything() {
        Diagram diagram = view.model().diagramProperty().get();
        return diagram.cards().stream().map(Card::name).distinct().toList();
    }

    private void copy(List<String> selection) {
        String text = editor.copy(selection);
        if (!text.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        List<String> selection = editor.selectionProperty().get();
        String place =
                selection.size() == 1 && editor.text().has(List.of("places", selection.get(0))) ? selection.get(0) : "";
        editor.paste(text == null ? "" : text, place);
    }

    private void nudge(double dx, double dy) {
        Map<String, Positions.Spot> spots = new LinkedHashMap<>();
        for (String id : Aligning.idsOf(view, editor.selectionProperty().get())) {
            view.box(id).ifPresent(box -> {
                Point2D corner = Corners.of(view, Ids.around(id));
                spots.put(
                        Positions.key(id),
                        new Positions.Spot(box.x() + dx - corner.getX(), box.y() + dy - corner.getY()));
            });
        }
        if (!spots.isEmpty()) {
            editor.edit("Nudge", "nudge " + spots.keySet(), text -> Positions.put(text, spots));
        }
    }
}
