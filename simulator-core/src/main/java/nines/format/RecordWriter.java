package nines.format;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON: components in their order, kebab-case keys, NaN as null, infinity as the text "infinity".
 * Whatever fits on a line stands on one.
 */
final class RecordWriter {
    private static final int LINE_WIDTH = 280;

    private RecordWriter() {}

    static String write(Record document) {
        StringBuilder out = new StringBuilder();
        value(document, 0, out);
        return out.append('\n').toString();
    }

    private static void value(@Nullable Object value, int depth, StringBuilder out) {
        if (value instanceof Record || value instanceof List<?>) {
            String line = inline(value);
            if (2 * depth + line.length() <= LINE_WIDTH) {
                out.append(line);
            } else if (value instanceof List<?> list) {
                block('[', ']', list.size(), depth, out, i -> value(list.get(i), depth + 1, out));
            } else {
                recordBlock((Record) value, depth, out);
            }
        } else {
            scalar(value, out);
        }
    }

    private static void recordBlock(Record item, int depth, StringBuilder out) {
        RecordComponent[] components = item.getClass().getRecordComponents();
        block('{', '}', components.length, depth, out, i -> {
            out.append(key(components[i]));
            value(valueOf(item, components[i]), depth + 1, out);
        });
    }

    private static void block(char open, char close, int size, int depth, StringBuilder out, IntConsumer write) {
        out.append(open);
        for (int i = 0; i < size; i++) {
            out.append(i == 0 ? "\n" : ",\n").append("  ".repeat(depth + 1));
            write.accept(i);
        }
        out.append('\n').append("  ".repeat(depth)).append(close);
    }

    private static String inline(Object value) {
        StringBuilder out = new StringBuilder();
        inline(value, out);
        return out.toString();
    }

    private static void inline(@Nullable Object value, StringBuilder out) {
        if (value instanceof Record item) {
            String separator = "{ ";
            for (RecordComponent component : item.getClass().getRecordComponents()) {
                out.append(separator).append(key(component));
                inline(valueOf(item, component), out);
                separator = ", ";
            }
            out.append(" }");
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (int i = 0; i < list.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                inline(list.get(i), out);
            }
            out.append(']');
        } else {
            scalar(value, out);
        }
    }

    private static void scalar(@Nullable Object value, StringBuilder out) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Double number) {
            decimal(number, out);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Enum<?> constant) {
            text(KebabCase.of(constant), out);
        } else {
            text(value.toString(), out);
        }
    }

    private static void decimal(double number, StringBuilder out) {
        if (Double.isNaN(number)) {
            out.append("null");
        } else if (Double.isInfinite(number)) {
            out.append(number > 0 ? "\"infinity\"" : "\"-infinity\"");
        } else {
            out.append(ShortestDecimal.of(number));
        }
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (letter < ' ' || Character.isSurrogate(letter)) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }

    private static String key(RecordComponent component) {
        return "\"" + KebabCase.of(component.getName()) + "\": ";
    }

    private static @Nullable Object valueOf(Record item, RecordComponent component) {
        try {
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }
}
