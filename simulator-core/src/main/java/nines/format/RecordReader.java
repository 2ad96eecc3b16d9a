package nines.format;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.result.Estimate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what {@link RecordWriter} wrote. Unknown keys are passed over; a missing number is NaN, a missing text empty, a
 * missing list empty, a missing claim false, a missing estimate not known; any other missing record is an error unless its component is
 * {@link Nullable}. So files of older programs can be read, as long as what is added has such a value.
 */
final class RecordReader {
    private static final int DEEPEST = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private RecordReader() {}

    /** Reads a document of this version or an older one. */
    static <T extends Record> T read(String json, Class<T> type, String versionKey, int version) {
        Object tree;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            tree = tree(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableResult(parser.currentTokenLocation().getLineNr() + ": text after the document");
            }
        } catch (JacksonException malformed) {
            throw new UnreadableResult(describe(malformed));
        }
        if (!(tree instanceof Map<?, ?> fields) || !(fields.get(versionKey) instanceof Number found)) {
            throw new UnreadableResult("1:1: not a result: it must begin with \"" + versionKey + "\": " + version);
        }
        if (found.intValue() < 1 || found.intValue() > version) {
            throw new UnreadableResult("1:1: this program reads \"" + versionKey + "\": "
                    + (version == 1 ? "1" : "1 to " + version) + ", found " + found
                    + ". Maybe it was written by a newer version?");
        }
        return type.cast(bind(tree, type, ""));
    }

    private static String describe(JacksonException malformed) {
        var location = malformed.getLocation();
        String place = location == null ? "1:1" : location.getLineNr() + ":" + location.getColumnNr();
        return place + ": not JSON: " + malformed.getOriginalMessage();
    }

    private static @Nullable Object tree(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new UnreadableResult("1:1: the document is empty");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new UnreadableResult("unexpected " + token);
        };
    }

    private static Number integer(JsonParser parser) {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Number) parser.getDoubleValue()
                : (Number) parser.getLongValue();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            fields.put(key, tree(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser) {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(tree(parser));
        }
        return items;
    }

    private static Object bind(@Nullable Object value, Type type, String path) {
        if (type == double.class || type == Double.class) {
            return decimal(value, path);
        }
        if (type == String.class) {
            return value == null ? "" : expect(value, String.class, path);
        }
        if (type instanceof ParameterizedType list) {
            return value == null ? List.of() : list(value, list.getActualTypeArguments()[0], path);
        }
        if (type == boolean.class) {
            return value != null && expect(value, Boolean.class, path);
        }
        if (value == null && type == Estimate.class) {
            return Estimate.notKnown("the file does not say; it was written before this was told");
        }
        if (value == null) {
            throw wrong(path, null, "a value");
        }
        if (type == int.class) {
            return expect(value, Number.class, path).intValue();
        }
        if (type == long.class || type == Long.class) {
            return expect(value, Number.class, path).longValue();
        }
        Class<?> declared = (Class<?>) type;
        return declared.isEnum() ? constant(value, declared, path) : item(value, declared, path);
    }

    private static double decimal(@Nullable Object value, String path) {
        if (value == null) {
            return Double.NaN;
        }
        if (value.equals("infinity")) {
            return Double.POSITIVE_INFINITY;
        }
        if (value.equals("-infinity")) {
            return Double.NEGATIVE_INFINITY;
        }
        return expect(value, Number.class, path).doubleValue();
    }

    private static List<Object> list(Object value, Type itemType, String path) {
        List<Object> items = new ArrayList<>();
        for (Object item : expect(value, List.class, path)) {
            items.add(bind(item, itemType, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private static Object constant(Object value, Class<?> type, String path) {
        for (Object candidate : type.getEnumConstants()) {
            if (KebabCase.of((Enum<?>) candidate).equals(value)) {
                return candidate;
            }
        }
        throw wrong(path, value, "one of the words of docs/result.md");
    }

    private static Object item(Object value, Class<?> type, String path) {
        Map<?, ?> fields = expect(value, Map.class, path);
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            String key = KebabCase.of(component.getName());
            Object field = fields.get(key);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            arguments[i] = field == null && optional
                    ? null
                    : bind(field, component.getGenericType(), path.isEmpty() ? key : path + "." + key);
        }
        return construct(type, types, arguments, path);
    }

    private static Object construct(Class<?> type, Class<?>[] types, @Nullable Object[] arguments, String path) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new UnreadableResult(
                    path + ": " + refused.getTargetException().getMessage());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot build " + type, impossible);
        }
    }

    private static <T> T expect(Object value, Class<T> type, String path) {
        if (!type.isInstance(value)) {
            throw wrong(path, value, type.getSimpleName());
        }
        return type.cast(value);
    }

    private static UnreadableResult wrong(String path, @Nullable Object value, String wanted) {
        return new UnreadableResult("1:1: " + path + " must be " + wanted + ": " + value);
    }
}
