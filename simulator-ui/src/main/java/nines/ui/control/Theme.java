package nines.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** The look: Primer, light or dark, with a font of our own so that it is the same everywhere. */
public final class Theme {
    private static final List<String> FONTS = List.of("Regular", "SemiBold", "Bold");

    private Theme() {}

    /** The stylesheet of controls. */
    public static String stylesheet(boolean dark) {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /** Gives a scene our font and our stylesheet. */
    public static void dress(Scene scene) {
        FONTS.forEach(Theme::load);
        scene.getStylesheets()
                .add(Objects.requireNonNull(Theme.class.getResource("/nines/ui/nines.css"), "nines.css")
                        .toExternalForm());
    }

    private static void load(String weight) {
        try (InputStream font = Theme.class.getResourceAsStream("/fonts/ttf/OpenSans/OpenSans-" + weight + ".ttf")) {
            if (font != null) {
                Font.loadFont(font, 13);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
