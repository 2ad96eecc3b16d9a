package nines.format;

import java.util.stream.Collectors;

/** How values are written on one line: as YAML, or as JSON where the file is JSON. */
enum Spelling {
    YAML,
    JSON;

    /** A whole value on one line. */
    String of(Piece piece) {
        if (piece instanceof Piece.Mapping mapping) {
            return mapping.pairs().isEmpty()
                    ? "{}"
                    : mapping.pairs().stream()
                            .map(pair -> key(pair.key().text()) + ": " + of(pair.value()))
                            .collect(Collectors.joining(", ", "{ ", " }"));
        }
        if (piece instanceof Piece.Sequence sequence) {
            return sequence.items().stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (piece instanceof Piece.Alias alias) {
            throw new EditRefused("`*" + alias.name() + "` stands for a value from somewhere else and cannot be moved");
        }
        Piece.Scalar scalar = (Piece.Scalar) piece;
        if (scalar.isNothing()) {
            return "null";
        }
        boolean isNumber = !scalar.quoted() && scalar.text().matches("-?[0-9]{1,9}|true|false");
        if (isNumber) {
            return scalar.text();
        }
        return this == JSON ? inQuotes(scalar.text()) : text(scalar);
    }

    String key(String key) {
        return this == JSON ? inQuotes(key) : YamlText.quoted(key);
    }

    /** Quotes stay where they were, and come where the text needs them. */
    private static String text(Piece.Scalar scalar) {
        return scalar.quoted() ? inQuotes(scalar.text()) : YamlText.quoted(scalar.text());
    }

    static String inQuotes(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u" + Integer.toHexString(0x10000 | c).substring(1));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
