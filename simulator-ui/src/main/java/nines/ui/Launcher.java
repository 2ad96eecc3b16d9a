package nines.ui;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Starts the desktop. JavaFX refuses to start an {@code Application} from the class path, so this one is none. */
public final class Launcher {
    /** JavaFX warns that it does not like the class path; it works there all the same. Kept, or the level is forgotten. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Launcher() {}

    public static void main(String[] args) {
        JAVAFX.setLevel(Level.SEVERE);
        Application.launch(NinesApp.class, args);
    }
}
