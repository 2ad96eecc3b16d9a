package nines.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import nines.catalogue.Catalogue;
import nines.catalogue.Content;
import nines.catalogue.Entry;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** Numbers with a source, to choose from: what each says, who measured it, how far it can be trusted. */
final class CataloguePicker extends VBox {
    private final ListView<Entry> list = new ListView<>();
    private final Dimension dimension;
    private final boolean failures;

    /**
     * @param dimension what the law must be of
     * @param failures whether times to failure are meant, or else times that are none
     */
    CataloguePicker(Dimension dimension, boolean failures, Consumer<String> chosen) {
        this.dimension = dimension;
        this.failures = failures;
        getStyleClass().add("catalogue-picker");
        setSpacing(6);
        var filter = new TextField();
        filter.setId("catalogue-filter");
        filter.setPromptText("Search the catalogue: disk, zone, restart …");
        filter.setAccessibleText("Search the catalogue");
        filter.textProperty().addListener((property, was, is) -> show(is));
        list.setId("catalogue-list");
        list.setAccessibleText("Entries of the catalogue");
        list.setPrefHeight(210);
        list.setCellFactory(view -> new EntryCell());
        list.setOnMouseClicked(event -> choose(chosen));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(chosen);
                event.consume();
            }
        });
        getChildren().addAll(filter, list);
        show("");
    }

    private void choose(Consumer<String> chosen) {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null) {
            chosen.accept("catalogue:" + entry.id());
        }
    }

    private void show(String query) {
        List<Entry> all = query.isBlank()
                ? Catalogue.bundled().entries()
                : Catalogue.bundled().search(query);
        list.getItems().setAll(all.stream().filter(this::fits).toList());
    }

    private boolean fits(Entry entry) {
        return entry.content() instanceof Content.Law law
                && law.dimension() == dimension
                && (dimension != Dimension.DURATION || entry.isTimeToFailure() == failures);
    }

    /** One entry: what it is, what it says, where it comes from. */
    private static final class EntryCell extends ListCell<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                return;
            }
            var name = new Label(entry.name());
            name.getStyleClass().add("catalogue-name");
            name.setWrapText(true);
            var says = new Label(entry.text());
            says.getStyleClass().add("words");
            says.setWrapText(true);
            String from = entry.sources().isEmpty()
                    ? "no published source"
                    : entry.sources().get(0).title() + ", "
                            + entry.sources().get(0).year();
            var source = new Label("Grade " + entry.grade() + " · " + from);
            source.getStyleClass().add("quiet");
            source.setWrapText(true);
            var box = new VBox(1, name, says, source);
            box.setPrefWidth(300);
            box.setMaxWidth(320);
            setGraphic(box);
            setAccessibleText(entry.name() + ": " + entry.text() + ". " + source.getText());
        }
    }
}
