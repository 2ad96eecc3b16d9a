package nines.ui.text;

import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The numbers of the lines, moving with the text beside them. */
final class LineNumbers extends Region {
    private static final double ABOVE = 8;

    private final Text numbers = new Text("1");
    private int lines = 1;

    LineNumbers() {
        getStyleClass().add("line-numbers");
        numbers.getStyleClass().add("line-number");
        numbers.setTextOrigin(VPos.TOP);
        numbers.setTextAlignment(TextAlignment.RIGHT);
        numbers.setY(ABOVE);
        getChildren().add(numbers);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setMinWidth(44);
        setPrefWidth(44);
        setMinHeight(0);
        setPrefHeight(0);
    }

    /** Takes over the font, the distance of lines and the place of the text beside, which is scrolled so far. */
    void like(Text text, double scrolled) {
        numbers.setFont(text.getFont());
        numbers.setLineSpacing(0);
        double pitch = text.getLayoutBounds().getHeight() / lines;
        double own = numbers.getLayoutBounds().getHeight() / (lines + 1);
        numbers.setLineSpacing(Math.max(0, pitch - own));
        Point2D top = text.localToScene(0, text.getLayoutBounds().getMinY());
        numbers.setY(sceneToLocal(top).getY() + scrolled);
    }

    void count(int next) {
        if (next != lines) {
            lines = next;
            var text = new StringBuilder();
            for (int i = 1; i <= lines; i++) {
                text.append(i).append('\n');
            }
            numbers.setText(text.toString());
            requestLayout();
        }
    }

    void scroll(double top) {
        numbers.setTranslateY(-top);
    }

    @Override
    protected void layoutChildren() {
        numbers.setX(getWidth() - numbers.getLayoutBounds().getWidth() - 8);
    }
}
