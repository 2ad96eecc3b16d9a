package nines.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named alternative: the file with some paths set to other values.
 *
 * @param like the variant whose changes apply first
 * @param changes path → value, in order
 */
public record Variant(
        String name, @Nullable String about, @Nullable String like, Map<String, Written> changes) {
    public Variant {
        changes = Ordered.copy(changes);
    }
}
