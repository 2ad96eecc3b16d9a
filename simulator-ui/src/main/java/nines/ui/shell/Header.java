package nines.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.ui.control.Icons;
import nines.ui.run.RunViewModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The bar on top: what is open, undo and redo, what is run, run and stop, light and dark. */
final class Header extends HBox {
    private static final String AS_WRITTEN = "as written";

    private final WindowViewModel model;
    private final Label title = new Label();
    private final Label file = new Label();
    private final Button run;
    private final Button stop;
    private final Button theme;
    private final Button home;
    private final Button save;
    private final Button undo;
    private final Button redo;
    private final Button export;
    private final ComboBox<String> variant = new ComboBox<>();
    private boolean busy;

    Header(WindowViewModel model, Runnable openFile, Runnable saveFile, Runnable exportResult) {
        this.model = model;
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        home = Icons.button("home", MaterialDesignH.HOME_OUTLINE, "Start page", "", model::close);
        var open = Icons.button("open", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open", "Ctrl+O", openFile);
        save = Icons.button("save", MaterialDesignC.CONTENT_SAVE_OUTLINE, "Save", "Ctrl+S", saveFile);
        undo = Icons.button("undo", MaterialDesignU.UNDO, "Undo", "Ctrl+Z", model.editor()::undo);
        redo = Icons.button("redo", MaterialDesignR.REDO, "Redo", "Ctrl+Shift+Z", model.editor()::redo);
        title.getStyleClass().add("header-title");
        title.setId("title");
        file.setId("file");
        file.getStyleClass().add("quiet");
        var names = new VBox(title, file);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(60);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        variant.setId("variant");
        variant.setAccessibleText("Which alternative of the file to run");
        variant.setMaxWidth(190);
        variant.valueProperty().addListener((property, was, is) -> {
            if (!busy) {
                model.variantProperty().set(is == null || is.equals(AS_WRITTEN) ? "" : is);
            }
        });
        run = Icons.button("run", MaterialDesignP.PLAY, "Run", model::start);
        run.getStyleClass().add("accent");
        run.setAccessibleText("Run, Ctrl+R");
        run.setMinWidth(USE_PREF_SIZE);
        stop = Icons.button("stop", MaterialDesignS.STOP, "Stop", model::stop);
        stop.setAccessibleText("Stop and keep what is there, Escape");
        stop.setMinWidth(USE_PREF_SIZE);
        export = Icons.button(
                "export", MaterialDesignE.EXPORT_VARIANT, "Write the result as a page or JSON", "Ctrl+E", exportResult);
        theme = Icons.button("theme", MaterialDesignW.WEATHER_NIGHT, "Dark", "", this::switchTheme);
        getChildren().addAll(home, open, save, undo, redo, names, gap, variant, run, stop, export, theme);
        model.documentProperty().addListener((property, was, is) -> update());
        model.pageProperty().addListener((property, was, is) -> update());
        model.run().stateProperty().addListener((property, was, is) -> update());
        model.darkProperty().addListener((property, was, is) -> update());
        model.result().resultProperty().addListener((property, was, is) -> update());
        model.editor().dirtyProperty().addListener((property, was, is) -> update());
        label(undo, "Undo", "Ctrl+Z", model.editor().undoesProperty());
        label(redo, "Redo", "Ctrl+Shift+Z", model.editor().redoesProperty());
        update();
    }

    /** What would be undone stands in the tooltip, and is spoken. */
    private static void label(Button button, String word, String key, ReadOnlyStringProperty what) {
        Runnable update = () -> {
            button.setDisable(what.get().isEmpty());
            button.setAccessibleText(what.get().isEmpty() ? word : word + ": " + what.get());
            button.getTooltip().setText((what.get().isEmpty() ? word : word + ": " + what.get()) + " (" + key + ")");
        };
        what.addListener((property, was, is) -> update.run());
        update.run();
    }

    private void switchTheme() {
        model.darkProperty().set(!model.darkProperty().get());
    }

    private void update() {
        Document document = model.documentProperty().get();
        title.setText(document == null ? "Nines" : document.title());
        String name = document == null ? "" : document.source().name();
        boolean dirty = document != null && model.editor().dirtyProperty().get();
        file.setText(dirty ? name + " · not saved" : name);
        file.setVisible(!name.isEmpty());
        file.setManaged(!name.isEmpty());
        boolean running = model.run().isRunning();
        boolean working = model.pageProperty().get() == WindowViewModel.Page.WORK;
        show(run, working);
        run.setDisable(running);
        show(stop, working);
        stop.setDisable(!running || model.run().stateProperty().get() == RunViewModel.State.STOPPING);
        boolean elsewhere = model.pageProperty().get() == WindowViewModel.Page.CLASSROOM;
        show(home, document != null && !elsewhere);
        show(save, working);
        save.setDisable(!dirty && document != null && document.source() instanceof Source.FileSource);
        show(undo, working);
        show(redo, working);
        show(export, working);
        export.setDisable(model.result().resultProperty().get() == null);
        variants(working, document);
        boolean dark = model.darkProperty().get();
        theme.setGraphic(new FontIcon(dark ? MaterialDesignW.WEATHER_SUNNY : MaterialDesignW.WEATHER_NIGHT));
        theme.setAccessibleText(dark ? "Light colours" : "Dark colours");
        theme.getTooltip().setText(dark ? "Light colours" : "Dark colours");
    }

    private void variants(boolean working, @org.jspecify.annotations.Nullable Document document) {
        List<String> names = model.variants();
        boolean some = working && !names.isEmpty();
        variant.setVisible(some);
        variant.setManaged(some);
        var all = new ArrayList<>(List.of(AS_WRITTEN));
        all.addAll(names);
        busy = true;
        if (!variant.getItems().equals(all)) {
            variant.getItems().setAll(all);
        }
        String now = document == null || document.variant().isEmpty() ? AS_WRITTEN : document.variant();
        if (!now.equals(variant.getValue())) {
            variant.setValue(now);
        }
        busy = false;
    }

    private static void show(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }
}
