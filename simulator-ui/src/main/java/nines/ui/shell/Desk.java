package nines.ui.shell;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nines.ui.edit.Autosave;

/** What the desktop remembers from one start to the next: recent files, the window, light or dark. */
public final class Desk {
    private static final int MOST_RECENT = 10;
    private static final String FILE = "desktop.properties";

    private final Path folder;
    private final Properties remembered = new Properties();

    /** @param folder where it is kept; unsaved work lies in a folder in it */
    public Desk(Path folder) {
        this.folder = folder;
        try {
            remembered.load(new StringReader(Files.readString(folder.resolve(FILE))));
        } catch (IOException | IllegalArgumentException nothing) {
            // The first start, or a file that somebody broke: nothing is remembered.
            remembered.clear();
        }
    }

    /** Where unsaved work lies. */
    public Path unsaved() {
        return folder.resolve("unsaved");
    }

    /** The files that were open last, the last one first, as far as they are still there. */
    public List<Path> recent() {
        var files = new ArrayList<Path>();
        for (int i = 0; i < MOST_RECENT; i++) {
            String name = remembered.getProperty("recent." + i);
            if (name != null && Files.isRegularFile(Path.of(name))) {
                files.add(Path.of(name));
            }
        }
        return List.copyOf(files);
    }

    /** A file has been opened or saved. */
    public void opened(Path file) {
        var files = new ArrayList<>(recent());
        Path whole = file.toAbsolutePath().normalize();
        files.remove(whole);
        files.add(0, whole);
        for (int i = 0; i < MOST_RECENT; i++) {
            if (i < files.size()) {
                remembered.setProperty("recent." + i, files.get(i).toString());
            } else {
                remembered.remove("recent." + i);
            }
        }
        keep();
    }

    public boolean isDark() {
        return Boolean.parseBoolean(remembered.getProperty("dark", "false"));
    }

    public void dark(boolean dark) {
        remembered.setProperty("dark", Boolean.toString(dark));
        keep();
    }

    /** A number of the window: {@code x}, {@code width}; the other one if it is not remembered. */
    public double number(String key, double otherwise) {
        String text = remembered.getProperty(key, "");
        return text.matches("-?[0-9]{1,6}(\\.[0-9]+)?") ? Double.parseDouble(text) : otherwise;
    }

    /** Remembers where the window was. */
    public void window(double x, double y, double width, double height, boolean maximized) {
        remembered.setProperty("x", Long.toString(Math.round(x)));
        remembered.setProperty("y", Long.toString(Math.round(y)));
        remembered.setProperty("width", Long.toString(Math.round(width)));
        remembered.setProperty("height", Long.toString(Math.round(height)));
        remembered.setProperty("maximized", Boolean.toString(maximized));
        keep();
    }

    public boolean isMaximized() {
        return Boolean.parseBoolean(remembered.getProperty("maximized", "false"));
    }

    private void keep() {
        try {
            Files.createDirectories(folder);
            var text = new StringWriter();
            remembered.store(text, null);
            Autosave.write(folder.resolve(FILE), text.toString());
        } catch (IOException full) {
            // To forget where the window was is no reason to bother anybody.
            remembered.setProperty("kept", "false");
        }
    }
}
