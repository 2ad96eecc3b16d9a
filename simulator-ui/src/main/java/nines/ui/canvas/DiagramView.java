package nines.ui.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * The drawing: places as frames, components as cards, calls as arrows; it can be zoomed at the cursor, dragged and
 * fitted. Views are kept by id, so that a change moves what stays and replaces nothing.
 */
public final class DiagramView extends Region {
    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 4;
    private static final double LARGEST_FIT = 1.25;
    private static final int MOST_ACROSS = 18;
    private static final PseudoClass CROWDED = PseudoClass.getPseudoClass("crowded");

    private final DiagramViewModel model;
    private final Pane areaLayer = new Pane();
    private final Pane arrowLayer = new Pane();
    private final Pane titleLayer = new Pane();
    private final Pane cardLayer = new Pane();
    private final Pane world = new Pane(areaLayer, arrowLayer, titleLayer, cardLayer);
    private final Scale zoom = new Scale(1, 1);
    private final Map<String, AreaView> areas = new HashMap<>();
    private final Map<String, CardView> cards = new HashMap<>();
    private final Map<String, EntryView> entries = new HashMap<>();
    private final Map<String, ArrowView> arrows = new HashMap<>();
    private Point2D grip = Point2D.ZERO;
    private boolean fitted = true;

    public DiagramView(DiagramViewModel model) {
        this.model = model;
        getStyleClass().add("diagram");
        setId("diagram");
        setAccessibleText("The architecture");
        getChildren().add(world);
        world.getTransforms().add(zoom);
        arrowLayer.getStyleClass().add("arrows");
        arrowLayer.setMouseTransparent(true);
        titleLayer.setMouseTransparent(true);
        areaLayer.setPickOnBounds(false);
        cardLayer.setPickOnBounds(false);
        world.setPickOnBounds(false);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinSize(200, 150);

        model.diagramProperty().addListener((property, was, is) -> {
            reconcile();
            fit();
        });
        ChangeListener<Object> point = (property, was, is) -> pointAt();
        model.markedProperty().addListener(point);
        model.badgesProperty().addListener(point);
        model.journeyProperty().addListener(point);
        ChangeListener<Object> refit = (property, was, is) -> {
            if (fitted) {
                fit();
            }
        };
        widthProperty().addListener(refit);
        heightProperty().addListener(refit);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        reconcile();
    }

    /** Shows all of it, as large as is pleasant. */
    public void fit() {
        DiagramLayout layout = model.layoutProperty().get();
        if (getWidth() <= 0 || getHeight() <= 0 || layout.width() <= 0) {
            return;
        }
        double factor = Math.min(getWidth() / layout.width(), getHeight() / layout.height());
        setZoom(Math.min(LARGEST_FIT, factor));
        world.setLayoutX((getWidth() - layout.width() * zoom.getX()) / 2);
        world.setLayoutY(Math.max(0, (getHeight() - layout.height() * zoom.getX()) / 2));
        fitted = true;
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
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoomAt(event.getDeltaY() > 0 ? 1.1 : 1 / 1.1, event.getX(), event.getY());
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        grip = new Point2D(event.getX() - world.getLayoutX(), event.getY() - world.getLayoutY());
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.MIDDLE) {
            world.setLayoutX(event.getX() - grip.getX());
            world.setLayoutY(event.getY() - grip.getY());
            fitted = false;
        }
    }

    private void reconcile() {
        Diagram diagram = model.diagramProperty().get();
        DiagramLayout layout = model.layoutProperty().get();
        var ids = new ArrayList<String>();
        for (Area area : diagram.areas()) {
            ids.add(area.id());
            AreaView view = viewOf(areas, area.id(), () -> pickable(new AreaView(), area.name()));
            view.show(area);
            place(view, layout.box(area.id()));
        }
        keep(areas, ids, areaLayer);
        titleLayer.getChildren().clear();
        for (String id : ids) {
            HBox title = viewOf(areas, id, AreaView::new).title();
            title.relocate(layout.box(id).x() + 3, layout.box(id).y() + 3);
            titleLayer.getChildren().add(title);
        }
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
        cardLayer.getChildren().setAll(order);
        showArrows(diagram, layout);
        pointAt();
    }

    private void addCards(Area area, String path, DiagramLayout layout, List<String> ids) {
        for (Card card : area.cards()) {
            ids.add(card.id());
            CardView view = viewOf(cards, card.id(), () -> pickable(new CardView(), card.name()));
            view.show(card, path);
            place(view, layout.box(card.id()));
        }
        area.areas().forEach(inside -> addCards(inside, inside.name(), layout, ids));
    }

    private void showArrows(Diagram diagram, DiagramLayout layout) {
        List<Box> obstacles =
                diagram.cards().stream().map(card -> layout.box(card.id())).toList();
        var ids = new ArrayList<String>();
        for (Arrow arrow : layout.arrows()) {
            Box from = layout.box(arrow.from());
            Box to = layout.box(arrow.to());
            if (!from.overlaps(to) && !ids.contains(arrow.id())) {
                ids.add(arrow.id());
                viewOf(arrows, arrow.id(), ArrowView::new).show(arrow, Route.between(from, to, obstacles));
            }
        }
        keep(arrows, ids, arrowLayer);
        boolean crowded = layout.arrows().stream().filter(Arrow::across).count() > MOST_ACROSS;
        arrowLayer.pseudoClassStateChanged(CROWDED, crowded);
    }

    private static <V> V viewOf(Map<String, V> views, String id, Supplier<V> make) {
        return views.computeIfAbsent(id, key -> make.get());
    }

    private static <V extends Node> void keep(Map<String, V> views, List<String> ids, Pane layer) {
        views.keySet().retainAll(ids);
        var order = new ArrayList<Node>();
        ids.forEach(id -> order.add(views.get(id)));
        layer.getChildren().setAll(order);
    }

    private static void place(Region view, Box box) {
        view.setLayoutX(box.x());
        view.setLayoutY(box.y());
        view.setMinSize(box.width(), box.height());
        view.setPrefSize(box.width(), box.height());
        view.setMaxSize(box.width(), box.height());
    }

    private <V extends Region> V pickable(V view, String name) {
        view.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY) {
                view.requestFocus();
                model.pick(name);
                event.consume();
            }
        });
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                model.pick(name);
                event.consume();
            }
        });
        return view;
    }

    /** Marks, badges and the way of a journey. */
    private void pointAt() {
        Set<String> marked = model.markedProperty().get();
        Map<String, String> badges = model.badgesProperty().get();
        areas.forEach((id, view) -> {
            view.pseudoClassStateChanged(CardView.MARKED, marked.contains(id));
            view.fasten(badges.getOrDefault(id, ""));
        });
        cards.forEach((id, view) -> {
            view.pseudoClassStateChanged(CardView.MARKED, marked.contains(id));
            view.fasten(badges.getOrDefault(id, ""));
        });
        String journey = model.journeyProperty().get();
        entries.forEach((id, view) -> view.follow(!journey.isEmpty() && id.equals(ScenarioDiagram.entry(journey))));
        for (Arrow arrow : model.layoutProperty().get().arrows()) {
            ArrowView view = arrows.get(arrow.id());
            if (view != null) {
                boolean on = arrow.link().journeys().contains(journey);
                view.pseudoClassStateChanged(CardView.DIMMED, !journey.isEmpty() && !on);
                view.pseudoClassStateChanged(CardView.MARKED, !journey.isEmpty() && on);
            }
        }
    }
}
