package nines.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import nines.quantity.Figures;
import nines.ui.compare.Side.Versus;
import nines.ui.control.Curves;
import nines.ui.control.Icons;
import nines.ui.control.Whiskers;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The page with runs side by side: a table of figures, the differences, pictures, and what differs in the files. */
public final class CompareView extends ScrollPane {
    private final CompareViewModel model;
    private final VBox content = new VBox(18);
    private final Button back;

    /** @param goBack to the drawing */
    public CompareView(CompareViewModel model, Runnable goBack) {
        this.model = model;
        setId("comparison");
        setFitToWidth(true);
        getStyleClass().add("page");
        content.getStyleClass().add("compare-content");
        setContent(content);
        back = Icons.button("back-to-work", MaterialDesignA.ARROW_LEFT, "Back to the drawing", goBack);
        model.pageProperty().addListener((property, was, is) -> show(is));
        show(model.pageProperty().get());
    }

    private void show(CompareViewModel.@Nullable Page page) {
        content.getChildren().setAll(back);
        if (page == null) {
            return;
        }
        if (page.sides().isEmpty()) {
            content.getChildren()
                    .addAll(
                            styled("Nothing to compare", "title-2"),
                            styled("These runs have no journey of the same name.", "words"));
            return;
        }
        content.getChildren().add(styled("Side by side: “" + page.journey() + "”", "title-2"));
        if (page.journeys().size() > 1) {
            content.getChildren().add(journeys(page));
        }
        content.getChildren().add(table(page.sides()));
        var whiskers = new Whiskers(Figures::duration);
        whiskers.show(
                "Downtime a year of each run with its interval",
                page.sides().stream()
                        .map(side -> new Whiskers.Item(
                                side.name(),
                                side.downtime().value(),
                                side.downtime().low(),
                                side.downtime().high()))
                        .toList());
        content.getChildren().add(new VBox(6, styled("Lost a year, as time", "section"), whiskers));
        if (!page.curves().isEmpty()) {
            var curves = new Curves(Figures::duration);
            curves.show("Share of outages that last longer, for each run", page.curves());
            content.getChildren()
                    .add(new VBox(
                            6, styled("Share of outages that last longer than …", "section"), legend(page), curves));
        }
        page.sides().stream()
                .filter(side -> !side.changed().isEmpty())
                .map(CompareView::difference)
                .forEach(content.getChildren()::add);
        setVvalue(0);
    }

    private HBox journeys(CompareViewModel.Page page) {
        var box = new HBox();
        for (String name : page.journeys()) {
            var button = new ToggleButton(name);
            button.setMnemonicParsing(false);
            button.setSelected(name.equals(page.journey()));
            button.setAccessibleText("Compare journey " + name);
            int at = page.journeys().indexOf(name);
            button.getStyleClass()
                    .add(at == 0 ? "left-pill" : at == page.journeys().size() - 1 ? "right-pill" : "center-pill");
            button.setOnAction(event -> {
                button.setSelected(true);
                model.turnTo(name);
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private static GridPane table(List<Side> sides) {
        var grid = new GridPane();
        grid.setId("compare-table");
        grid.getStyleClass().add("compare-table");
        grid.setHgap(24);
        grid.setVgap(10);
        var names = new ColumnConstraints(130, 170, 190);
        grid.getColumnConstraints().add(names);
        for (int i = 0; i < sides.size(); i++) {
            var column = new ColumnConstraints(130, 240, 340);
            column.setHgrow(Priority.SOMETIMES);
            column.setFillWidth(true);
            grid.getColumnConstraints().add(column);
            Side side = sides.get(i);
            var head = new VBox(
                    2, styled(side.name(), "title-3"), styled(side.subject(), "quiet"), styled(side.nines(), "big"));
            grid.add(head, i + 1, 0);
        }
        int row = 1;
        grid.add(styled("Beside the first", "fact-name"), 0, row);
        for (int i = 0; i < sides.size(); i++) {
            grid.add(versus(sides.get(i).versus(), i), i + 1, row);
        }
        row++;
        var rows = new ArrayList<String>();
        sides.forEach(side -> side.figures().stream()
                .map(Side.Figure::name)
                .filter(name -> !rows.contains(name))
                .forEach(rows::add));
        for (String name : rows) {
            grid.add(styled(name, "fact-name"), 0, row);
            for (int i = 0; i < sides.size(); i++) {
                int column = i + 1;
                int at = row;
                sides.get(i).figures().stream()
                        .filter(figure -> figure.name().equals(name))
                        .findFirst()
                        .ifPresent(figure -> grid.add(
                                new VBox(styled(figure.value(), "fact"), styled(figure.interval(), "quiet")),
                                column,
                                at));
            }
            row++;
        }
        grid.add(styled("Mostly because of", "fact-name"), 0, row);
        for (int i = 0; i < sides.size(); i++) {
            var causes = new VBox(2);
            sides.get(i).causes().forEach(cause -> causes.getChildren().add(styled(cause, "quiet")));
            grid.add(causes, i + 1, row);
        }
        grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        return grid;
    }

    private static Node versus(@Nullable Versus versus, int index) {
        if (versus == null) {
            return styled("what the others are compared with", "quiet");
        }
        Label words = styled(versus.words(), "verdict");
        words.setId("versus-" + index);
        words.setGraphic(Icons.icon(icon(versus.rank()), style(versus.rank())));
        words.setAccessibleText(versus.rank() + ": " + versus.words());
        var box = new VBox(2, words);
        if (!versus.interval().isEmpty()) {
            box.getChildren().add(styled(versus.interval(), "quiet"));
        }
        if (versus.rank().equals("undecided")) {
            box.getChildren().add(styled("not decided: the interval contains zero", "quiet"));
        }
        versus.why().forEach(why -> box.getChildren().add(styled("· " + why, "quiet")));
        return box;
    }

    private static Ikon icon(String rank) {
        return switch (rank) {
            case "better" -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case "worse" -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
            case "same" -> MaterialDesignE.EQUAL;
            default -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }

    private static String style(String rank) {
        return switch (rank) {
            case "better" -> "good";
            case "worse" -> "bad";
            case "same" -> "note";
            default -> "doubt";
        };
    }

    private static HBox legend(CompareViewModel.Page page) {
        var legend = new HBox(18);
        for (int i = 0; i < page.curves().size(); i++) {
            var mark = new Line(0, 0, 26, 0);
            mark.getStyleClass().addAll("curve", "curve-" + i % Curves.MOST);
            var name = new Label(page.curves().get(i).name());
            name.getStyleClass().add("quiet");
            var item = new HBox(6, mark, name);
            item.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            legend.getChildren().add(item);
        }
        return legend;
    }

    private static VBox difference(Side side) {
        var lines = new VBox();
        lines.getStyleClass().add("text-difference");
        for (TextDifference.Line line : side.changed()) {
            var label = new Label((line.isNew() ? "+ " : "− ") + line.words());
            label.getStyleClass().addAll("difference-line", line.isNew() ? "line-new" : "line-gone");
            label.setMaxWidth(Double.MAX_VALUE);
            lines.getChildren().add(label);
        }
        var box = new VBox(6, styled("In the file, “" + side.name() + "” differs from the first", "section"), lines);
        box.setMinHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static Label styled(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
