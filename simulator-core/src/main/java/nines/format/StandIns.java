package nines.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.model.Condition;
import nines.model.CrewOrder;
import nines.model.Hits;
import nines.model.HowMany;
import nines.model.Selector;
import nines.model.Sides;
import nines.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * Values for what could not be read, so that the record around them can be made and the rest of the file be checked. They
 * mean nothing: their paths are {@linkplain Unknowns unknown}, and no scenario with one leaves the reader.
 */
final class StandIns {

    /** A name that no entry can have. */
    static final String NAME = "?";

    private static final Selector NOBODY = Selector.of(NAME);

    private StandIns() {}

    /** A value of the key's type, there where something was written. */
    static Object of(Field field) {
        return switch (field.holds()) {
            case ONE -> field.isBlock() ? block(Shape.of(field.element())) : plain(field.element());
            case LIST -> List.of();
            case MAP, MAP_OF_LISTS -> Map.of();
        };
    }

    /** A record in which everything that may be absent is absent. */
    static Object block(Shape shape) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : shape.fields().values()) {
            values.put(field.key(), field.holds() == Field.Holds.ONE && field.optional() ? null : of(field));
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        others.put("name", NAME);
        return shape.build(values, others);
    }

    private static Object plain(Class<?> type) {
        if (type == Distribution.class) {
            return new Deterministic(1);
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == String.class) {
            return NAME;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        Object value = DIFFERENT.get(type);
        if (value == null) {
            throw new IllegalArgumentException("nothing can stand in for a " + type.getSimpleName());
        }
        return value;
    }

    private static final Map<Class<?>, Object> DIFFERENT = Map.of(
            HowMany.class, new HowMany.All(),
            Hits.class, new Hits.All(),
            Condition.class, new Condition.Works(NOBODY, null),
            CrewOrder.class, new CrewOrder.FirstCome(),
            Sides.class, new Sides(List.of(NOBODY), List.of(NOBODY), false),
            Money.class, new Money(0, "EUR", ""));

    /** A condition about somebody who could not be read. */
    static Condition condition() {
        return new Condition.Works(NOBODY, null);
    }
}
