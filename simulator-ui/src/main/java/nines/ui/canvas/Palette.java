package nines.ui.canvas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import nines.format.PropertyForm;
import nines.ui.edit.EditorViewModel;
import nines.ui.edit.Entries;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** What can be put on the drawing: drag it into a place, or press it to put it into the place that is selected. */
public final class Palette extends ScrollPane {
    /** What is dragged from the palette: the word of a kind. */
    static final DataFormat KIND = format();

    private static final String JOURNEY = "journey";

    /** The kinds most architectures are made of, in the order of a request; the rest follows in the order of the records. */
    private static final Map<String, List<String>> GROUPS = groups();

    private final EditorViewModel editor;

    public Palette(EditorViewModel editor) {
        this.editor = editor;
        setId("palette");
        getStyleClass().add("palette");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        var content = new VBox(2);
        content.getStyleClass().add("palette-content");
        content.getChildren().add(section("Users and places"));
        content.getChildren()
                .add(item(JOURNEY, "journey", MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE, "What users ask for"));
        for (String kind : Entries.PLACE_KINDS) {
            content.getChildren()
                    .add(item(
                            "place:" + kind,
                            kind,
                            KindIcons.ofPlace(kind),
                            "A place: what fails there takes what is in it down"));
        }
        GROUPS.forEach((title, kinds) -> {
            content.getChildren().add(section(title));
            kinds.forEach(kind ->
                    content.getChildren().add(item(kind, kind, KindIcons.ofComponent(kind), PropertyForm.says(kind))));
        });
        setContent(content);
    }

    private static DataFormat format() {
        DataFormat known = DataFormat.lookupMimeType("application/x-nines-kind");
        return known == null ? new DataFormat("application/x-nines-kind") : known;
    }

    private static Map<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put("Serve", List.of("balancer", "server", "cache", "database", "queue", "storage", "consensus"));
        groups.put("Reach", List.of("dns", "cdn", "ddos-filter", "firewall", "link", "identity"));
        groups.put("Power", List.of("utility", "generator", "ups", "battery", "pdu", "cooling"));
        List<String> known = groups.values().stream().flatMap(List::stream).toList();
        groups.put(
                "More",
                PropertyForm.kinds().stream()
                        .filter(kind -> !known.contains(kind))
                        .toList());
        return groups;
    }

    private static Label section(String title) {
        var label = new Label(title);
        label.getStyleClass().add("palette-section");
        return label;
    }

    private Button item(String kind, String word, Ikon ikon, String says) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add("palette-icon");
        var button = new Button(word, icon);
        button.setId("palette-" + word);
        button.getStyleClass().setAll("palette-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMnemonicParsing(false);
        button.setAccessibleText("Add " + word + ". " + says);
        var tooltip = new Tooltip(says + " Drag it into a place, or press it.");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        button.setTooltip(tooltip);
        button.setOnAction(event -> add(editor, kind, selectedPlace()));
        button.setOnDragDetected(event -> {
            Dragboard board = button.startDragAndDrop(TransferMode.COPY);
            var content = new ClipboardContent();
            content.put(KIND, kind);
            board.setContent(content);
            event.consume();
        });
        return button;
    }

    /** The place that is selected, or that of the component that is; empty for none. */
    private String selectedPlace() {
        List<String> selection = editor.selectionProperty().get();
        String one = selection.isEmpty() ? "" : selection.get(selection.size() - 1);
        if (editor.text().has(List.of("places", one))) {
            return one;
        }
        return editor.text().plain(List.of("components", one, "in")).orElse("");
    }

    /** Adds what the palette calls so. */
    static boolean add(EditorViewModel editor, String kind, String place) {
        if (kind.equals(JOURNEY)) {
            List<String> selection = editor.selectionProperty().get();
            String first = selection.stream()
                    .filter(name -> editor.text().has(List.of("components", name)))
                    .findFirst()
                    .orElseGet(() -> editor.text().keys(List.of("components")).stream()
                            .findFirst()
                            .orElse(""));
            return editor.addJourney(first);
        }
        return kind.startsWith("place:")
                ? editor.addPlace(kind.substring("place:".length()), place)
                : editor.addComponent(kind, place);
    }
}
