package nines.cli;

/** Emphasis in texts for terminals. */
enum Paint {
    /** No emphasis: files and pipes. */
    NONE,
    /** ANSI escape sequences. */
    ANSI;

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return with("\u001b[1m", text);
    }

    String faint(String text) {
        return with("\u001b[2m", text);
    }

    String good(String text) {
        return with("\u001b[32m", text);
    }

    String bad(String text) {
        return with("\u001b[31m", text);
    }

    String unsure(String text) {
        return with("\u001b[33m", text);
    }

    private String with(String start, String text) {
        return this == NONE || text.isEmpty() ? text : start + text + RESET;
    }

    /** Characters that show: the length without escape sequences. */
    static int width(String text) {
        int width = 0;
        boolean escape = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u001b') {
                escape = true;
            } else if (escape) {
                escape = c != 'm';
            } else if (!Character.isLowSurrogate(c)) {
                width++;
            }
        }
        return width;
    }
}
