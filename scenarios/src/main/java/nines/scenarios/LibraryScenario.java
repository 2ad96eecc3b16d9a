package nines.scenarios;

import java.util.ArrayList;
import java.util.List;

/**
 * A bundled scenario.
 *
 * @param name by which it is called, without extension: {@code three-tier-shop}
 * @param text of the whole file
 */
public record LibraryScenario(String name, String text) {

    /** The value of {@code name:}, one line. */
    public String title() {
        return text.lines()
                .filter(line -> line.startsWith("name:"))
                .map(line -> unquoted(line.substring("name:".length()).strip()))
                .findFirst()
                .orElse(name);
    }

    /** The value of {@code about:}, its lines joined; empty when there is none. */
    public String about() {
        List<String> words = new ArrayList<>();
        boolean inside = false;
        for (String line : text.lines().toList()) {
            if (inside && !line.isBlank() && !line.startsWith(" ")) {
                break;
            }
            if (line.startsWith("about:")) {
                inside = true;
                String first = unquoted(line.substring("about:".length()).strip());
                words.add(first.matches("[|>][+-]?") ? "" : first);
            } else if (inside) {
                words.add(line.strip());
            }
        }
        words.removeIf(String::isEmpty);
        return String.join(" ", words).strip();
    }

    /** The name of the file, as messages show it. */
    public String fileName() {
        return name + ".yaml";
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
