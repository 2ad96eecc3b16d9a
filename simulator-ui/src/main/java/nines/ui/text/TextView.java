package nines.ui.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import nines.format.NamedEntries;
import nines.format.ScenarioText;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Fields;

/**
 * The text of the file, in step with the drawing both ways: what is typed is drawn, what is changed on the drawing is
 * written here, and what is selected in one is found in the other.
 */
public final class TextView extends BorderPane {
    private final EditorViewModel editor;
    private final TextArea area = new TextArea();
    private final LineNumbers numbers = new LineNumbers();
    private boolean following;

    public TextView(EditorViewModel editor) {
        this.editor = editor;
        setId("text-view");
        getStyleClass().add("text-view");
        area.setId("text");
        area.getStyleClass().add("source");
        area.setAccessibleText("The scenario as text");
        setCenter(area);
        setLeft(numbers);
        area.textProperty().addListener((property, was, is) -> {
            numbers.count((int) is.chars().filter(c -> c == '\n').count() + 1);
            if (!following) {
                editor.type(is);
            }
        });
        area.caretPositionProperty().addListener((property, was, is) -> {
            if (!following && area.isFocused()) {
                selectAt(is.intValue());
            }
        });
        area.scrollTopProperty().addListener((property, was, is) -> numbers.scroll(is.doubleValue()));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        editor.snapshotProperty().addListener((property, was, is) -> follow());
        editor.selectionProperty().addListener((property, was, is) -> point(is));
        follow();
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /** Moves the cursor to a line, counted from 1. */
    public void goTo(int line, int column) {
        String text = area.getText();
        int at = 0;
        for (int i = 1; i < line && at >= 0; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        area.requestFocus();
        area.positionCaret(Math.max(0, Math.min(text.length(), at + Math.max(0, column - 1))));
    }

    /** The history of the document is one: that of the text field does not count. */
    private void press(KeyEvent event) {
        boolean undo = event.isShortcutDown() && event.getCode() == KeyCode.Z && !event.isShiftDown();
        boolean redo = event.isShortcutDown()
                && (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown());
        if (undo) {
            editor.undo();
            event.consume();
        } else if (redo) {
            editor.redo();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown() && !event.isShortcutDown()) {
            area.replaceSelection("  ");
            event.consume();
        }
    }

    /** Writes what has changed, and only that, so that cursor and place stay. */
    private void follow() {
        String is = editor.text().text();
        String was = area.getText();
        if (is.equals(was)) {
            return;
        }
        int from = 0;
        int most = Math.min(is.length(), was.length());
        while (from < most && is.charAt(from) == was.charAt(from)) {
            from++;
        }
        int behind = 0;
        while (behind < most - from && is.charAt(is.length() - 1 - behind) == was.charAt(was.length() - 1 - behind)) {
            behind++;
        }
        following = true;
        double top = area.getScrollTop();
        if (from == 0 && behind == 0) {
            area.setText(is);
        } else {
            area.replaceText(from, was.length() - behind, is.substring(from, is.length() - behind));
        }
        area.setScrollTop(top);
        following = false;
    }

    /** The entry at the cursor is selected on the drawing. */
    private void selectAt(int offset) {
        ScenarioText text = editor.text();
        List<String> path = text.pathAt(offset);
        boolean entry = path.size() > 1 && path.get(0).equals(NamedEntries.section(text, path.get(1)));
        if (entry && !editor.selectionProperty().get().equals(List.of(path.get(1)))) {
            editor.select(List.of(path.get(1)));
        }
    }

    /** What is selected on the drawing is selected here. */
    private void point(List<String> selection) {
        if (area.isFocused() || selection.size() != 1) {
            return;
        }
        ScenarioText text = editor.text();
        List<String> path = Fields.path(text, selection.get(0));
        if (!path.isEmpty()) {
            text.range(path).ifPresent(range -> {
                following = true;
                area.selectRange(range.to(), range.from());
                following = false;
            });
        }
    }

    /** Numbers stand beside their lines only in the very same font and at the very same height. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (Node node : area.lookupAll(".text")) {
            if (node instanceof Text inner && inner.getText().equals(area.getText())) {
                numbers.like(inner, area.getScrollTop());
            }
        }
    }
}
