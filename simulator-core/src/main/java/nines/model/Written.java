package nines.model;

import java.util.List;
import java.util.Map;

/** A value as it stands in a file, before anything is made of it: what parameters and changes hold. */
public sealed interface Written {

    /** A plain value: {@code 30s}, {@code exponential mean 4y}, {@code $load}. */
    record Plain(String text) implements Written {}

    /** {@code null}: takes away what stands there. */
    record Nothing() implements Written {}

    /** A list. */
    record Items(List<Written> items) implements Written {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A block. */
    record Entries(Map<String, Written> entries) implements Written {
        public Entries {
            entries = Ordered.copy(entries);
        }
    }
}
