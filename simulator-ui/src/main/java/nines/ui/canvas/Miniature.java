package nines.ui.canvas;

import java.util.ArrayList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** A whole drawing, small and without words: places as frames, components as blocks, arrows as lines. */
public final class Miniature extends Region {
    private static final double MARGIN = 8;
    /** A single card is not drawn larger than this. */
    private static final double LARGEST = 0.6;

    private DiagramLayout layout = DiagramLayout.of(Diagram.EMPTY);
    private Diagram diagram = Diagram.EMPTY;

    public Miniature() {
        getStyleClass().add("miniature");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("The whole drawing, small");
        setMouseTransparent(true);
    }

    public void show(Sketch next) {
        show(next.diagram(), next.layout());
    }

    void show(Diagram next, DiagramLayout nextLayout) {
        diagram = next;
        layout = nextLayout;
        requestLayout();
    }

    /** How many pixels here one pixel of the drawing is. */
    double scale() {
        double across = (getWidth() - 2 * MARGIN) / Math.max(1, layout.width());
        double down = (getHeight() - 2 * MARGIN) / Math.max(1, layout.height());
        return Math.max(0.001, Math.min(LARGEST, Math.min(across, down)));
    }

    double left() {
        return (getWidth() - layout.width() * scale()) / 2;
    }

    double top() {
        return (getHeight() - layout.height() * scale()) / 2;
    }

    @Override
    protected void layoutChildren() {
        var nodes = new ArrayList<Node>();
        for (Area area : diagram.areas()) {
            nodes.add(block(layout.box(area.id()), "mini-area", 3));
        }
        for (Arrow arrow : layout.arrows()) {
            if (!arrow.across()) {
                nodes.add(line(layout.box(arrow.from()), layout.box(arrow.to())));
            }
        }
        for (String journey : diagram.journeys()) {
            nodes.add(block(layout.box(ScenarioDiagram.entry(journey)), "mini-entry", 4));
        }
        for (Card card : diagram.cards()) {
            nodes.add(block(layout.box(card.id()), "mini-card", 2));
        }
        getChildren().setAll(nodes);
    }

    private Rectangle block(Box box, String style, double round) {
        double scale = scale();
        var block = new Rectangle(
                left() + box.x() * scale, top() + box.y() * scale, box.width() * scale, box.height() * scale);
        block.setArcWidth(round * 2);
        block.setArcHeight(round * 2);
        block.getStyleClass().add(style);
        return block;
    }

    private Line line(Box from, Box to) {
        double scale = scale();
        var line = new Line(
                left() + from.centerX() * scale,
                top() + from.centerY() * scale,
                left() + to.centerX() * scale,
                top() + to.centerY() * scale);
        line.getStyleClass().add("mini-line");
        return line;
    }
}
