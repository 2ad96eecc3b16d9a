package nines.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import nines.ui.control.Icons;
import nines.ui.run.RunViewModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** The bar on top: what is open, run and stop, light and dark. */
final class Header extends HBox {
    private final WindowViewModel model;
    private final Label title = new Label();
    private final Label file = new Label();
    private final Button run;
    private final Button stop;
    private final Button theme;
    private final Button home;

    Header(WindowViewModel model, Runnable openFile) {
        this.model = model;
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        home = Icons.button("home", MaterialDesignH.HOME_OUTLINE, "Start page", "", model::close);
        var open = Icons.button("open", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open", "Ctrl+O", openFile);
        title.getStyleClass().add("header-title");
        title.setId("title");
        file.getStyleClass().add("quiet");
        var names = new VBox(title, file);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(60);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        run = Icons.button("run", MaterialDesignP.PLAY, "Run", model::start);
        run.getStyleClass().add("accent");
        run.setAccessibleText("Run, Ctrl+R");
        run.setMinWidth(USE_PREF_SIZE);
        stop = Icons.button("stop", MaterialDesignS.STOP, "Stop", model::stop);
        stop.setAccessibleText("Stop and keep what is there, Escape");
        stop.setMinWidth(USE_PREF_SIZE);
        theme = Icons.button("theme", MaterialDesignW.WEATHER_NIGHT, "Dark", "", this::switchTheme);
        getChildren().addAll(home, open, names, gap, run, stop, theme);
        model.documentProperty().addListener((property, was, is) -> update());
        model.pageProperty().addListener((property, was, is) -> update());
        model.run().stateProperty().addListener((property, was, is) -> update());
        model.darkProperty().addListener((property, was, is) -> update());
        update();
    }

    private void switchTheme() {
        model.darkProperty().set(!model.darkProperty().get());
    }

    private void update() {
        Document document = model.documentProperty().get();
        title.setText(document == null ? "Nines" : document.title());
        String name =
                document == null || document.title().equals(document.source().name())
                        ? ""
                        : document.source().name();
        file.setText(name);
        file.setVisible(!name.isEmpty());
        file.setManaged(!name.isEmpty());
        boolean running = model.run().isRunning();
        boolean working = model.pageProperty().get() == WindowViewModel.Page.WORK;
        show(run, working);
        run.setDisable(running);
        show(stop, working);
        stop.setDisable(model.run().stateProperty().get() != RunViewModel.State.RUNNING);
        show(home, document != null);
        boolean dark = model.darkProperty().get();
        theme.setGraphic(new FontIcon(dark ? MaterialDesignW.WEATHER_SUNNY : MaterialDesignW.WEATHER_NIGHT));
        theme.setAccessibleText(dark ? "Light colours" : "Dark colours");
        theme.getTooltip().setText(dark ? "Light colours" : "Dark colours");
    }

    private static void show(Button button, boolean visible) {
        button.setVisible(visible);
        button.setManaged(visible);
    }
}
