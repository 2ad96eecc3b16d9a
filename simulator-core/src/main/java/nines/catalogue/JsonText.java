package nines.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a value out of the middle of a JSON text. For the bundled catalogue only, of which a run
 * needs a few entries: starting a whole JSON library and reading 140 kB for them costs more than
 * everything else that happens before the first result.
 */
final class JsonText {
    private final String text;
    private int position;

    private JsonText(String text, int position) {
        this.text = text;
        this.position = position;
    }

    /** The value that begins at a position: maps, lists, texts, numbers, flags; empty text for null. */
    static Object valueAt(String text, int position) {
        return new JsonText(text, position).value();
    }

    private Object value() {
        char first = next();
        switch (first) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> {
                return string();
            }
            default -> {
                return word(first);
            }
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        char separator = next();
        while (separator != '}') {
            String key = string();
            expect(next(), ':');
            map.put(key, value());
            separator = next();
            if (separator == ',') {
                separator = next();
            }
        }
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        char separator = next();
        while (separator != ']') {
            position--;
            list.add(value());
            separator = next();
            if (separator == ',') {
                separator = next();
            }
        }
        return list;
    }

    /** The rest of a text whose opening quote has been read. */
    private String string() {
        var result = new StringBuilder();
        char c = text.charAt(position++);
        while (c != '"') {
            result.append(c == '\\' ? escaped() : c);
            c = text.charAt(position++);
        }
        return result.toString();
    }

    private char escaped() {
        char c = text.charAt(position++);
        if (c == 'u') {
            position += 4;
            return (char) Integer.parseInt(text.substring(position - 4, position), 16);
        }
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    private Object word(char first) {
        int start = position - 1;
        while (position < text.length() && ",]} \n\r\t".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String word = text.substring(start, position);
        if (first == '-' || Character.isDigit(first)) {
            return Double.valueOf(word);
        }
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> "";
            default -> throw new IllegalStateException("unexpected " + word + " at " + start);
        };
    }

    private char next() {
        char c = text.charAt(position++);
        while (Character.isWhitespace(c)) {
            c = text.charAt(position++);
        }
        return c;
    }

    private void expect(char found, char wanted) {
        if (found != wanted) {
            throw new IllegalStateException("expected " + wanted + " at " + position + ": " + found);
        }
    }
}
