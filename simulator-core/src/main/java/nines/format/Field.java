package nines.format;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import nines.model.Key;
import nines.model.Later;
import nines.model.Silence;
import org.jspecify.annotations.Nullable;

/**
 * One key of a block, as its annotation describes it.
 *
 * @param key the word in the file
 * @param element the Java type of the value, or of each member of a list or map
 * @param holds whether it takes one value, a list or a map
 * @param optional whether null stands for its absence
 * @param type what may be written; this and the rest stand in the annotation too, where reading them takes long
 * @param inField what silence means under {@code defaults: field}
 * @param inTextbook what it means under {@code defaults: textbook}
 */
record Field(
        String key,
        Key meta,
        @Nullable Later later,
        Class<?> element,
        Holds holds,
        boolean optional,
        nines.model.Type type,
        boolean isRequired,
        String inField,
        String inTextbook) {

    Field(String key, Key meta, @Nullable Later later, Class<?> element, Holds holds, boolean optional) {
        this(
                key,
                meta,
                later,
                element,
                holds,
                optional,
                meta.type(),
                meta.required(),
                meta.field(),
                meta.textbook().equals(Key.SAME) ? meta.field() : meta.textbook());
    }

    /** One value, a list of them, or a map with names chosen by the user. */
    enum Holds {
        ONE,
        LIST,
        MAP,
        /** A map to lists: only the section {@code sweep}. */
        MAP_OF_LISTS
    }

    static Field of(RecordComponent component, Key meta) {
        Type type = component.getGenericType();
        Holds holds = Holds.ONE;
        Class<?> element = component.getType();
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type last = arguments[arguments.length - 1];
            if (component.getType() == List.class) {
                holds = Holds.LIST;
            } else if (component.getType() == Map.class) {
                holds = last instanceof ParameterizedType ? Holds.MAP_OF_LISTS : Holds.MAP;
            }
            element = (Class<?>) (last instanceof ParameterizedType inner ? inner.getActualTypeArguments()[0] : last);
        }
        String key = meta.name().isEmpty() ? KebabCase.of(component.getName()) : meta.name();
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(key, meta, component.getAnnotation(Later.class), element, holds, optional);
    }

    /** What silence means under a set of defaults, as the language writes it; empty: absent. */
    String silence(Silence set) {
        return set == Silence.FIELD ? inField : inTextbook;
    }

    boolean isBlock() {
        return type == nines.model.Type.BLOCK || type == nines.model.Type.CALL;
    }

    /** Whether {@code never} and {@code none} may stand for its absence. */
    boolean mayBeAbsent() {
        return optional || (holds != Holds.ONE && isBlock());
    }
}
