package nines.ui.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import nines.format.ScenarioText;
import nines.model.Scenario;
import nines.ui.edit.Connections;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Moves;
import nines.ui.edit.Positions;

/** Editing with the mouse: select, move, connect, drop from the palette; the camera moves with the other buttons. */
final class Gestures {
    private static final double SLACK = 4;
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private enum What {
        NOTHING,
        PAN,
        MOVE,
        CONNECT,
        FRAME
    }

    private final DiagramView view;
    private final EditorViewModel editor;
    private final Circle port = new Circle(7);
    private final Line ghost = new Line();
    private final Label why = new Label();
    private final Rectangle frame = new Rectangle();
    private What what = What.NOTHING;
    private boolean moving;
    private boolean wasSelected;
    private Hit pressed = Hit.NOTHING;
    private Hit owner = Hit.NOTHING;
    private Point2D start = Point2D.ZERO;
    private Point2D last = Point2D.ZERO;

    Gestures(DiagramView view, EditorViewModel editor) {
        this.view = view;
        this.editor = editor;
        port.setId("port");
        port.getStyleClass().add("port");
        port.setVisible(false);
        ghost.getStyleClass().add("ghost");
        why.getStyleClass().add("why");
        frame.getStyleClass().add("rubber-band");
        ghost.setMouseTransparent(true);
        why.setMouseTransparent(true);
        frame.setMouseTransparent(true);
        ghost.setVisible(false);
        why.setVisible(false);
        frame.setVisible(false);
        view.overlay().getChildren().addAll(port, ghost, frame, why);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        view.addEventFilter(MouseEvent.MOUSE_MOVED, this::hover);
        view.addEventHandler(DragEvent.DRAG_OVER, this::over);
        view.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
        view.addEventHandler(DragEvent.DRAG_EXITED, event -> view.aim("", false));
        view.model().changedProperty().addListener((property, was, is) -> port.setVisible(false));
        view.model().freshProperty().addListener((property, was, is) -> cancel());
    }

    /** Gives up what has been begun. */
    void cancel() {
        movedBack();
        what = What.NOTHING;
        moving = false;
        port.setVisible(false);
        ghost.setVisible(false);
        why.setVisible(false);
        frame.setVisible(false);
        view.aim("", false);
    }

    private Point2D point(MouseEvent event) {
        Point2D here = view.sceneToLocal(event.getSceneX(), event.getSceneY());
        return view.inWorld(here.getX(), here.getY());
    }

    private void hover(MouseEvent event) {
        Point2D at = point(event);
        boolean onPort = port.isVisible()
                && Math.hypot(at.getX() - port.getCenterX(), at.getY() - port.getCenterY()) <= port.getRadius() + 3;
        if (what != What.NOTHING || onPort) {
            return;
        }
        Hit hit = Hit.at(view, at.getX(), at.getY());
        boolean has = hit.what() == Hit.What.CARD || hit.what() == Hit.What.JOURNEY;
        port.setVisible(has);
        if (has) {
            owner = hit;
            view.box(hit.id()).ifPresent(box -> {
                port.setCenterX(box.centerX());
                port.setCenterY(box.bottom());
            });
        }
    }

    private void press(MouseEvent event) {
        Point2D at = point(event);
        start = at;
        last = new Point2D(event.getSceneX(), event.getSceneY());
        moving = false;
        if (event.getButton() != MouseButton.PRIMARY) {
            what = What.PAN;
            view.requestFocus();
            return;
        }
        boolean onPort = port.isVisible()
                && Math.hypot(at.getX() - port.getCenterX(), at.getY() - port.getCenterY()) <= port.getRadius() + 2;
        if (onPort) {
            what = What.CONNECT;
            pressed = owner;
            event.consume();
            return;
        }
        pressed = Hit.at(view, at.getX(), at.getY());
        wasSelected = editor.selectionProperty().get().contains(pressed.name());
        Region focus = view.view(pressed.id());
        if (focus != null) {
            focus.requestFocus();
        } else {
            view.requestFocus();
        }
        boolean more = event.isShortcutDown() || event.isShiftDown();
        if (pressed.what() == Hit.What.NOTHING || pressed.what() == Hit.What.AREA) {
            what = What.FRAME;
        } else {
            what = pressed.isMovable() ? What.MOVE : What.NOTHING;
            if (more) {
                editor.toggle(pressed.name());
            } else if (!wasSelected) {
                editor.select(List.of(pressed.name()));
            }
        }
    }

    private void drag(MouseEvent event) {
        Point2D at = point(event);
        if (what == What.PAN) {
            view.pan(event.getSceneX() - last.getX(), event.getSceneY() - last.getY());
            last = new Point2D(event.getSceneX(), event.getSceneY());
            moving = true;
            return;
        }
        if (!moving && at.distance(start) * view.zoom() < SLACK) {
            return;
        }
        moving = true;
        switch (what) {
            case MOVE -> move(at);
            case CONNECT -> stretch(at, event.isShiftDown());
            case FRAME -> frame(at);
            default -> {
                // An arrow or a journey cannot be dragged.
            }
        }
    }

    private void release(MouseEvent event) {
        Point2D at = point(event);
        What was = what;
        boolean wasMoving = moving;
        boolean more = event.isShortcutDown() || event.isShiftDown();
        List<String> moved = was == What.MOVE ? movedIds() : List.of();
        cancel();
        if (was == What.FRAME && !wasMoving) {
            if (pressed.what() == Hit.What.AREA && more) {
                editor.toggle(pressed.name());
            } else if (!more) {
                editor.select(pressed.what() == Hit.What.AREA ? List.of(pressed.name()) : List.of());
            }
        } else if (was == What.FRAME) {
            editor.select(within(at, more));
        } else if (was == What.MOVE && wasMoving) {
            land(moved, at);
        } else if (was == What.MOVE && !more && wasSelected) {
            editor.select(List.of(pressed.name()));
        } else if (was == What.CONNECT) {
            connect(at, event.isShiftDown());
        }
    }

    // Moving

    /** Everything that moves along: all selected cards and places, the pressed one first. */
    private List<String> movedIds() {
        List<String> selected = editor.selectionProperty().get();
        if (!selected.contains(pressed.name()) || selected.size() == 1) {
            return List.of(pressed.id());
        }
        var ids = new LinkedHashSet<>(List.of(pressed.id()));
        Diagram diagram = view.model().diagramProperty().get();
        diagram.cards().stream()
                .filter(card -> selected.contains(card.name()) && !card.name().equals(pressed.name()))
                .forEach(card -> ids.add(card.id()));
        diagram.areas().stream()
                .filter(area -> selected.contains(area.name()) && !area.name().equals(pressed.name()))
                .forEach(area -> ids.add(area.id()));
        return List.copyOf(ids);
    }

    private void move(Point2D at) {
        List<String> ids = movedIds();
        for (String id : ids) {
            follow(id, at.getX() - start.getX(), at.getY() - start.getY());
        }
        Area target = Hit.areaAt(view, at.getX(), at.getY(), ids);
        view.aim(target == null ? "" : target.id(), true);
    }

    /** A place takes along what is in it. */
    private void follow(String id, double dx, double dy) {
        Diagram diagram = view.model().diagramProperty().get();
        for (Card card : diagram.cards()) {
            if (card.id().equals(id)
                    || card.id().startsWith(id + "/")
                    || card.id().startsWith(id + "#")) {
                shift(view.view(card.id()), dx, dy);
            }
        }
        for (Area area : diagram.areas()) {
            if (area.id().equals(id) || area.id().startsWith(id + "/")) {
                shift(view.view(area.id()), dx, dy);
            }
        }
    }

    private static void shift(@org.jspecify.annotations.Nullable Region node, double dx, double dy) {
        if (node != null) {
            node.setTranslateX(dx);
            node.setTranslateY(dy);
        }
    }

    private void movedBack() {
        if (what == What.MOVE) {
            movedIds().forEach(id -> follow(id, 0, 0));
        }
    }

    private void land(List<String> ids, Point2D at) {
        Area target = Hit.areaAt(view, at.getX(), at.getY(), ids);
        String to = target == null ? "" : target.id();
        boolean stays = Ids.around(pressed.id()).equals(to);
        String label = ids.size() == 1 ? "Move " + pressed.name() : "Move " + ids.size() + " things";
        double dx = at.getX() - start.getX();
        double dy = at.getY() - start.getY();
        if (stays) {
            editor.put(label, spots(ids, dx, dy));
            return;
        }
        Scenario scenario = editor.drawn();
        if (scenario != null) {
            editor.edit(label, text -> {
                ScenarioText changed = text;
                for (String id : ids) {
                    changed = Moves.move(
                            scenario,
                            changed,
                            Ids.name(id),
                            Ids.name(Ids.around(id)),
                            target == null ? "" : target.name());
                }
                return changed;
            });
        }
    }

    private Map<String, Positions.Spot> spots(List<String> ids, double dx, double dy) {
        var spots = new LinkedHashMap<String, Positions.Spot>();
        for (String id : ids) {
            view.box(id).ifPresent(box -> {
                Point2D corner = corner(Ids.around(id));
                spots.put(
                        Positions.key(id),
                        new Positions.Spot(box.x() + dx - corner.getX(), box.y() + dy - corner.getY()));
            });
        }
        return spots;
    }

    /** The corner from which positions in an area are counted. */
    private Point2D corner(String area) {
        return Corners.of(view, area);
    }

    // Selecting by a frame

    private void frame(Point2D at) {
        frame.setX(Math.min(at.getX(), start.getX()));
        frame.setY(Math.min(at.getY(), start.getY()));
        frame.setWidth(Math.abs(at.getX() - start.getX()));
        frame.setHeight(Math.abs(at.getY() - start.getY()));
        frame.setVisible(true);
    }

    private List<String> within(Point2D at, boolean more) {
        var band = new Box(
                Math.min(at.getX(), start.getX()),
                Math.min(at.getY(), start.getY()),
                Math.abs(at.getX() - start.getX()),
                Math.abs(at.getY() - start.getY()));
        var names = new LinkedHashSet<String>(more ? editor.selectionProperty().get() : List.of());
        for (Card card : view.model().diagramProperty().get().cards()) {
            if (view.box(card.id()).map(band::overlaps).orElse(false)) {
                names.add(card.name());
            }
        }
        for (Area area : view.model().diagramProperty().get().areas()) {
            if (view.box(area.id()).map(band::contains).orElse(false)) {
                names.add(area.name());
            }
        }
        return new ArrayList<>(names);
    }

    // Connecting

    private void stretch(Point2D at, boolean need) {
        ghost.setStartX(port.getCenterX());
        ghost.setStartY(port.getCenterY());
        ghost.setEndX(at.getX());
        ghost.setEndY(at.getY());
        ghost.setVisible(true);
        Hit hit = Hit.at(view, at.getX(), at.getY());
        String refusal = "";
        boolean aims = hit.what() != Hit.What.NOTHING && hit.what() != Hit.What.ARROW;
        if (aims && !hit.id().equals(pressed.id())) {
            Connections.Way way = way(hit.name(), need);
            refusal = editor.objection(text -> Connections.connect(text, pressed.name(), hit.name(), way));
            why.setText(
                    refusal.isEmpty()
                            ? pressed.name() + (way == Connections.Way.CALL ? " asks " : " needs ") + hit.name()
                            : refusal);
        }
        why.setVisible(aims && !hit.id().equals(pressed.id()));
        why.relocate(at.getX() + 14, at.getY() + 10);
        ghost.pseudoClassStateChanged(BAD, !refusal.isEmpty());
        why.pseudoClassStateChanged(BAD, !refusal.isEmpty());
        view.aim(hit.id(), aims && refusal.isEmpty());
    }

    private Connections.Way way(String to, boolean need) {
        Scenario scenario = editor.drawn();
        return need || scenario == null
                ? Connections.Way.NEED
                : Connections.usual(scenario, editor.text(), pressed.name(), to);
    }

    private void connect(Point2D at, boolean need) {
        Hit hit = Hit.at(view, at.getX(), at.getY());
        boolean aims = hit.what() != Hit.What.NOTHING && hit.what() != Hit.What.ARROW;
        if (aims && !hit.id().equals(pressed.id())) {
            editor.connect(pressed.name(), hit.name(), way(hit.name(), need));
        }
    }

    // Dropping from the palette

    private void over(DragEvent event) {
        if (event.getDragboard().hasContent(Palette.KIND)) {
            event.acceptTransferModes(TransferMode.COPY);
            Point2D at = view.inWorld(event.getX(), event.getY());
            Area target = Hit.areaAt(view, at.getX(), at.getY(), List.of());
            view.aim(target == null ? "" : target.id(), true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        if (event.getDragboard().hasContent(Palette.KIND)) {
            Point2D at = view.inWorld(event.getX(), event.getY());
            Area target = Hit.areaAt(view, at.getX(), at.getY(), List.of());
            String kind = String.valueOf(event.getDragboard().getContent(Palette.KIND));
            event.setDropCompleted(Palette.add(editor, kind, target == null ? "" : target.name()));
            view.aim("", false);
            view.requestFocus();
            event.consume();
        }
    }
}
