package nines.ui;

import javafx.application.Application;

/** Starts the desktop. JavaFX refuses to start an {@code Application} from the class path, so this one is none. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        Application.launch(NinesApp.class, args);
    }
}
