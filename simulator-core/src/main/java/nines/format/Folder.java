package nines.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nines.catalogue.Catalogue;
import nines.distribution.Distribution;
import nines.distribution.Surroundings;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/**
 * What laws in a scenario may refer to: the catalogue, and tables in the folder of its file or below. Nothing outside that
 * folder is ever opened, whatever a name or a link says: scenarios are mailed, and run by people who have not read them.
 */
final class Folder implements Surroundings {
    private static final int BYTES = 10_000_000;

    private final @Nullable Path home;

    /** With the folder of the scenario's file; null where a text has none. */
    Folder(@Nullable Path home) {
        this.home = home;
    }

    @Override
    public Distribution catalogue(String id, Dimension dimension) {
        return Catalogue.bundled().law(id, dimension);
    }

    @Override
    public List<String> cells(String file, String column) {
        if (home == null) {
            throw problem("`" + file + "`: files are looked for beside the scenario's own file, and it has none.");
        }
        List<List<String>> rows = rows(content(file, home));
        if (rows.isEmpty()) {
            throw problem("`" + file + "` is empty.");
        }
        List<String> head = rows.get(0);
        int at = 0;
        boolean headed = !column.isEmpty() || !head.get(0).matches("\\s*[-+.0-9].*");
        if (!column.isEmpty()) {
            at = head.indexOf(column);
            if (at < 0) {
                throw problem("`" + file + "` has no column `" + column + "`: its columns are "
                        + String.join(", ", head) + "." + DidYouMean.hint(column, head));
            }
        }
        List<String> cells = new ArrayList<>();
        for (int i = headed ? 1 : 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (at >= row.size()) {
                throw problem("`" + file + "`: row " + (i + 1) + " has only " + row.size() + " cells.");
            }
            cells.add(row.get(at));
        }
        return cells;
    }

    private static String content(String file, Path home) {
        try {
            Path name = Path.of(file);
            boolean strays = name.isAbsolute() || file.contains("\\") || file.contains(":");
            for (Path step : name) {
                strays |= step.toString().equals("..");
            }
            if (strays) {
                throw problem("`" + file + "` must lie beside the scenario's file or in a folder below it.");
            }
            Path folder = home.toRealPath();
            Path real = folder.resolve(name).toRealPath();
            if (!real.startsWith(folder)) {
                throw problem("`" + file + "` leads out of the scenario's folder, by a link.");
            }
            if (!Files.isRegularFile(real)) {
                throw problem("`" + file + "` is not a file.");
            }
            byte[] bytes;
            try (InputStream in = Files.newInputStream(real)) {
                bytes = in.readNBytes(BYTES + 1);
            }
            if (bytes.length > BYTES) {
                throw problem("`" + file + "` has more than 10 MB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (InvalidPathException e) {
            throw problem("`" + file + "` is not a file name.");
        } catch (IOException e) {
            throw problem(
                    "`" + file + "` cannot be read: there is no such file beside the scenario, or no permission.");
        }
    }

    private static TextProblem problem(String message) {
        return new TextProblem(TextProblem.UNREADABLE, message, 0);
    }

    /** Rows of cells, separated by commas or semicolons; a cell in quotes may hold either, and quotes written twice. */
    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = text.startsWith("\uFEFF") ? 1 : 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (quoted && i < text.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.toString().isBlank()) {
                cell.setLength(0);
                quoted = true;
            } else if (c == ',' || c == ';') {
                row.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '\n') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (row.size() > 1 || !row.get(0).isEmpty()) {
                    rows.add(row);
                }
                row = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
