package nines.ui.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * The drawing: places as frames, components as cards, calls as arrows; it can be zoomed at the cursor, dragged and
 * fitted. Views are kept by id, so that a change moves what stays and replaces nothing.
 */
public final class DiagramView extends Region {
    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 4;
    private static final double LARGEST_FIT = 1.25;
    private static final double AROUND = 60;
    /** Above it stands what the lines mean. */
    private static final double LEGEND = 26;

    private static final int MOST_ACROSS = 18;
    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final DiagramViewModel model;
    private final Pane areaLayer = new Pane();
    private final Pane arrowLayer = new Pane();
    private final Pane titleLayer = new Pane();
    private final Pane cardLayer = new Pane();
    private final Pane overlay = new Pane();
    private final Pane world = new Pane(areaLayer, arrowLayer, titleLayer, cardLayer, overlay);
    private final Scale zoom = new Scale(1, 1);
    private final Map<String, AreaView> areas = new HashMap<>();
    private final Map<String, CardView> cards = new HashMap<>();
    private final Map<String, EntryView> entries = new HashMap<>();
    private final Map<String, ArrowView> arrows = new HashMap<>();
    private final Map<String, Route> routes = new HashMap<>();
    private final ReadOnlyIntegerWrapper camera = new ReadOnlyIntegerWrapper();
    private Set<String> selected = Set.of();
    private boolean fitted = true;

    public DiagramView(DiagramViewModel model) {
        this.model = model;
        getStyleClass().add("diagram");
        setId("diagram");
        setAccessibleText("The architecture");
        setFocusTraversable(true);
        getChildren().add(world);
        world.getTransforms().add(zoom);
        arrowLayer.getStyleClass().add("arrows");
        arrowLayer.setMouseTransparent(true);
        titleLayer.setMouseTransparent(true);
        areaLayer.setPickOnBounds(false);
        cardLayer.setPickOnBounds(false);
        overlay.setPickOnBounds(false);
        world.setPickOnBounds(false);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinSize(200, 150);

        model.freshProperty().addListener((property, was, is) -> {
            reconcile();
            fit();
        });
        model.changedProperty().addListener((property, was, is) -> reconcile());
        ChangeListener<Object> point = (property, was, is) -> pointAt();
        model.markedProperty().addListener(point);
        model.badgesProperty().addListener(point);
        model.journeyProperty().addListener(point);
        ChangeListener<Object> refit = (property, was, is) -> {
            if (fitted) {
                fit();
            } else {
                moved();
            }
        };
        widthProperty().addListener(refit);
        heightProperty().addListener(refit);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        reconcile();
    }

    /** Counts the moves of the camera. */
    ReadOnlyIntegerProperty cameraProperty() {
        return camera.getReadOnlyProperty();
    }

    private void moved() {
        camera.set(camera.get() + 1);
    }

    DiagramViewModel model() {
        return model;
    }

    /** Where what is drawn for a moment goes: a ghost, a frame. */
    Pane overlay() {
        return overlay;
    }

    /** A point of the view as a point of the drawing. */
    Point2D inWorld(double x, double y) {
        return new Point2D((x - world.getLayoutX()) / zoom.getX(), (y - world.getLayoutY()) / zoom.getX());
    }

    /** The part of the drawing that is seen. */
    Box seen() {
        return new Box(
                -world.getLayoutX() / zoom.getX(),
                -world.getLayoutY() / zoom.getX(),
                getWidth() / zoom.getX(),
                getHeight() / zoom.getX());
    }

    /** Moves a point of the drawing to the middle. */
    void lookAt(double x, double y) {
        world.setLayoutX(getWidth() / 2 - x * zoom.getX());
        world.setLayoutY(getHeight() / 2 - y * zoom.getX());
        fitted = false;
        moved();
    }

    void pan(double dx, double dy) {
        world.setLayoutX(world.getLayoutX() + dx);
        world.setLayoutY(world.getLayoutY() + dy);
        fitted = false;
        moved();
    }

    /** Shows some things as large as is pleasant. */
    void show(List<String> ids) {
        List<Box> boxes = ids.stream().map(this::box).flatMap(Optional::stream).toList();
        if (boxes.isEmpty()) {
            fit();
            return;
        }
        double left = boxes.stream().mapToDouble(Box::x).min().orElse(0) - AROUND;
        double top = boxes.stream().mapToDouble(Box::y).min().orElse(0) - AROUND;
        double right = boxes.stream().mapToDouble(Box::right).max().orElse(0) + AROUND;
        double bottom = boxes.stream().mapToDouble(Box::bottom).max().orElse(0) + AROUND;
        setZoom(Math.min(1.6, Math.min(getWidth() / (right - left), getHeight() / (bottom - top))));
        lookAt((left + right) / 2, (top + bottom) / 2);
    }

    Optional<Box> box(String id) {
        return Optional.ofNullable(model.layoutProperty().get().boxes().get(id));
    }

    /** What is seen of a card, area or journey; null if there is no such thing. */
    @Nullable
    Region view(String id) {
        Region view = cards.get(id);
        view = view == null ? entries.get(id) : view;
        return view == null ? areas.get(id) : view;
    }

    /** The way of an arrow. */
    Map<String, Route> routes() {
        return routes;
    }

    /** Shows what is selected: names of entries, arrows as {@code from→to}. */
    void select(Collection<String> names) {
        selected = Set.copyOf(names);
        pointAt();
    }

    /** Highlights the place in which something would land; an empty id for none. */
    void aim(String id, boolean welcome) {
        areas.forEach((key, view) -> view.pseudoClassStateChanged(TARGET, key.equals(id) && welcome));
        cards.forEach((key, view) -> view.pseudoClassStateChanged(TARGET, key.equals(id) && welcome));
    }

    /** Shows all of it, as large as is pleasant. */
    public void fit() {
        DiagramLayout layout = model.layoutProperty().get();
        if (getWidth() <= 0 || getHeight() <= 0 || layout.width() <= 0) {
            return;
        }
        double factor = Math.min(getWidth() / layout.width(), (getHeight() - LEGEND) / layout.height());
        setZoom(Math.min(LARGEST_FIT, factor));
        world.setLayoutX((getWidth() - layout.width() * zoom.getX()) / 2);
        world.setLayoutY(LEGEND + Math.max(0, (getHeight() - LEGEND - layout.height() * zoom.getX()) / 2));
        fitted = true;
        moved();
    }

    /** Zooms around the middle. */
    public void zoomBy(double factor) {
        zoomAt(factor, getWidth() / 2, getHeight() / 2);
    }

    public double zoom() {
        return zoom.getX();
    }

    private void setZoom(double to) {
        zoom.setX(Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, to)));
        zoom.setY(zoom.getX());
    }

    private void zoomAt(double factor, double x, double y) {
        double was = zoom.getX();
        setZoom(was * factor);
        double ratio = zoom.getX() / was;
        world.setLayoutX(x - (x - world.getLayoutX()) * ratio);
        world.setLayoutY(y - (y - world.getLayoutY()) * ratio);
        fitted = false;
        moved();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomAt(event.getDeltaY() > 0 ? 1.1 : 1 / 1.1, event.getX(), event.getY());
            event.consume();
        }
    }

    private void reconcile() {
        Diagram diagram = model.diagramProperty().get();
        DiagramLayout layout = model.layoutProperty().get();
        var ids = new ArrayList<String>();
        for (Area area : diagram.areas()) {
            ids.add(area.id());
            AreaView view = viewOf(areas, area.id(), AreaView::new);
            view.show(area);
            place(view, layout.box(area.id()));
        }
        keep(areas, ids, areaLayer);
        var titles = new ArrayList<Node>();
        for (String id : ids) {
            HBox title = viewOf(areas, id, AreaView::new).title();
            title.relocate(layout.box(id).x() + 3, layout.box(id).y() + 3);
            titles.add(title);
        }
        fill(titleLayer, titles);
        ids.clear();
        for (String journey : diagram.journeys()) {
            String id = ScenarioDiagram.entry(journey);
            ids.add(id);
            EntryView view = viewOf(entries, id, () -> new EntryView(journey, () -> model.follow(journey)));
            place(view, layout.box(id));
        }
        var order = new ArrayList<Node>();
        ids.forEach(id -> order.add(entries.get(id)));
        entries.keySet().retainAll(ids);
        ids.clear();
        addCards(diagram.root(), "", layout, ids);
        cards.keySet().retainAll(ids);
        ids.forEach(id -> order.add(cards.get(id)));
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean isCard = owner != null && cardLayer.getChildren().contains(owner);
        fill(cardLayer, order);
        if (isCard && !cardLayer.getChildren().contains(owner)) {
            // What had the focus is gone: keys go to the drawing.
            requestFocus();
        }
        showArrows(diagram, layout);
        pointAt();
    }

    private void addCards(Area area, String path, DiagramLayout layout, List<String> ids) {
        for (Card card : area.cards()) {
            ids.add(card.id());
            CardView view = viewOf(cards, card.id(), CardView::new);
            view.show(card, path);
            place(view, layout.box(card.id()));
        }
        area.areas().forEach(inside -> addCards(inside, inside.name(), layout, ids));
    }

    private void showArrows(Diagram diagram, DiagramLayout layout) {
        List<Box> obstacles =
                diagram.cards().stream().map(card -> layout.box(card.id())).toList();
        var ids = new LinkedHashSet<String>();
        routes.clear();
        Ports ports = Ports.of(layout);
        for (Arrow arrow : layout.arrows()) {
            Box from = layout.box(arrow.from());
            Box to = layout.box(arrow.to());
            if (!from.overlaps(to) && ids.add(arrow.id())) {
                Route route = Route.between(from, to, obstacles, ports.start(arrow.id()), ports.end(arrow.id()));
                routes.put(arrow.id(), route);
                viewOf(arrows, arrow.id(), ArrowView::new).show(arrow, route);
            }
        }
        keep(arrows, ids, arrowLayer);
        boolean crowded = layout.arrows().stream().filter(Arrow::across).count() > MOST_ACROSS;
        arrowLayer.pseudoClassStateChanged(CROWDED, crowded);
    }

    private static <V> V viewOf(Map<String, V> views, String id, Supplier<V> make) {
        return views.computeIfAbsent(id, key -> make.get());
    }

    private static <V extends Node> void keep(Map<String, V> views, Collection<String> ids, Pane layer) {
        views.keySet().retainAll(ids);
        var order = new ArrayList<Node>();
        ids.forEach(id -> order.add(views.get(id)));
        fill(layer, order);
    }

    /** Nodes that stay are not touched: a node that is taken out and put back loses a running gesture. */
    private static void fill(Pane layer, List<Node> order) {
        if (!layer.getChildren().equals(order)) {
            layer.getChildren().retainAll(order);
            if (!layer.getChildren().equals(order)) {
                layer.getChildren().setAll(order);
            }
        }
    }

    private static void place(Region view, Box box) {
        view.setLayoutX(box.x());
        view.setLayoutY(box.y());
        view.setMinSize(box.width(), box.height());
        view.setPrefSize(box.width(), box.height());
        view.setMaxSize(box.width(), box.height());
    }

    /** Marks, badges, selection and the way of a journey. */
    private void pointAt() {
        Set<String> marked = model.markedProperty().get();
        Map<String, String> badges = model.badgesProperty().get();
        for (Area area : model.diagramProperty().get().areas()) {
            AreaView view = areas.get(area.id());
            if (view != null) {
                view.pseudoClassStateChanged(CardView.MARKED, marked.contains(area.id()));
                view.pseudoClassStateChanged(SELECTED, selected.contains(area.name()));
                view.fasten(badges.getOrDefault(area.id(), ""));
            }
        }
        for (Card card : model.diagramProperty().get().cards()) {
            CardView view = cards.get(card.id());
            if (view != null) {
                view.pseudoClassStateChanged(CardView.MARKED, marked.contains(card.id()));
                view.pseudoClassStateChanged(SELECTED, selected.contains(card.name()));
                view.fasten(badges.getOrDefault(card.id(), ""));
            }
        }
        String journey = model.journeyProperty().get();
        for (String name : model.diagramProperty().get().journeys()) {
            EntryView view = entries.get(ScenarioDiagram.entry(name));
            if (view != null) {
                view.follow(name.equals(journey));
                view.pseudoClassStateChanged(SELECTED, selected.contains(name));
            }
        }
        for (Arrow arrow : model.layoutProperty().get().arrows()) {
            ArrowView view = arrows.get(arrow.id());
            if (view != null) {
                boolean on = arrow.link().journeys().contains(journey);
                view.pseudoClassStateChanged(CardView.DIMMED, !journey.isEmpty() && !on);
                view.pseudoClassStateChanged(CardView.MARKED, !journey.isEmpty() && on);
                String from = nameOf(arrow.link().from());
                boolean touches = selected.contains(from)
                        || selected.contains(arrow.link().to());
                boolean picked = selected.contains(from + "→" + arrow.link().to());
                view.pseudoClassStateChanged(SELECTED, picked || touches && selected.size() == 1);
            }
        }
    }

    /** The name of an entry without what tells a journey from a component of the same name. */
    static String nameOf(String end) {
        return end.startsWith("journey ") ? end.substring("journey ".length()) : end;
    }
}
