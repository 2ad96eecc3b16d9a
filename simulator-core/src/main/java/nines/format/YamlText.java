package nines.format;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes YAML: short blocks on one line, sections apart, comments behind values. */
final class YamlText {

    private static final int WIDTH = 100;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9$./][A-Za-z0-9 ._/%+@$:-]*");
    private static final Pattern OTHER_MEANING = Pattern.compile(
            "(?i)(true|false|null|yes|no|on|off|y|n|~|-?[0-9][0-9_]*(\\.[0-9]*)?(e[-+]?[0-9]+)?|0x[0-9a-f]+|0o[0-7]+)|[0-9-]+:[0-9:]+");

    private final StringBuilder text = new StringBuilder();

    private YamlText() {}

    static String of(Draft.Block file) {
        YamlText yaml = new YamlText();
        boolean first = true;
        for (Map.Entry<String, Draft> entry : file.entries().entrySet()) {
            boolean section = entry.getValue() instanceof Draft.Block;
            if (section && !first) {
                yaml.text.append('\n');
            }
            first = false;
            yaml.entry(entry.getKey(), entry.getValue(), 0, true);
        }
        return yaml.text.toString();
    }

    private void block(Draft.Block block, int indent) {
        block.entries().forEach((key, value) -> entry(key, value, indent, false));
    }

    private void entry(String key, Draft value, int indent, boolean section) {
        text.append(" ".repeat(indent)).append(quoted(key)).append(':');
        if (value instanceof Draft.Plain plain && plain.text().contains("\n")) {
            literal(plain.text(), indent + 2);
            return;
        }
        String line = inline(value);
        boolean fits = indent + key.length() + 2 + line.length() <= WIDTH && !hasComments(value);
        boolean open = value instanceof Draft.Block && (section || !fits) && !value.isEmpty();
        boolean list = value instanceof Draft.Items && !fits;
        if (open) {
            text.append('\n');
            block((Draft.Block) value, indent + 2);
        } else if (list) {
            text.append('\n');
            items(((Draft.Items) value).items(), indent + 2);
        } else {
            text.append(' ').append(line);
            comment(value.comment());
        }
    }

    private void items(List<Draft> items, int indent) {
        for (Draft item : items) {
            text.append(" ".repeat(indent)).append('-');
            if (item instanceof Draft.Block block && !block.isEmpty()) {
                int start = text.length();
                block(block, indent + 2);
                // The first key stands behind the dash.
                text.delete(start, start + indent + 1);
            } else {
                text.append(' ').append(inline(item));
                comment(item.comment());
            }
        }
    }

    private void literal(String value, int indent) {
        boolean ends = value.endsWith("\n");
        text.append(ends ? " |\n" : " |-\n");
        for (String line : value.strip().split("\n", -1)) {
            text.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
        }
    }

    private void comment(String comment) {
        if (!comment.isEmpty()) {
            text.append("  # ").append(comment);
        }
        text.append('\n');
    }

    private static boolean hasComments(Draft value) {
        if (value instanceof Draft.Block block) {
            return block.entries().values().stream().anyMatch(v -> !v.comment().isEmpty() || hasComments(v));
        }
        return value instanceof Draft.Items list
                && list.items().stream().anyMatch(v -> !v.comment().isEmpty() || hasComments(v));
    }

    private static String inline(Draft value) {
        if (value instanceof Draft.Plain plain) {
            return plain.quoted() ? quoted(plain.text()) : plain.text();
        }
        if (value instanceof Draft.Items list) {
            return "["
                    + String.join(
                            ", ", list.items().stream().map(YamlText::inline).toList()) + "]";
        }
        Draft.Block block = (Draft.Block) value;
        if (block.isEmpty()) {
            return "{}";
        }
        return "{ "
                + String.join(
                        ", ",
                        block.entries().entrySet().stream()
                                .map(e -> quoted(e.getKey()) + ": " + inline(e.getValue()))
                                .toList())
                + " }";
    }

    /** A text as a key or value: in quotes where it would mean something else without. */
    static String quoted(String value) {
        boolean plain = PLAIN.matcher(value).matches()
                && !OTHER_MEANING.matcher(value).matches()
                && !value.contains(": ")
                && !value.endsWith(":")
                && !value.endsWith(" ");
        if (plain) {
            return value;
        }
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t")
                        .replace("\r", "\\r")
                + '"';
    }
}
