package nines.format;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nines.model.Acts;
import nines.model.Later;
import org.jspecify.annotations.Nullable;

/** Remembers what was written that does not act yet, and tells each thing once. */
final class Notices {

    /** @param times how often it was written */
    private record Seen(Spot spot, String path, Code code, String message, int times) {}

    private final Set<String> counted = new HashSet<>();

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /** Whether single requests are simulated. */
    private final boolean requests;

    Notices(boolean requests) {
        this.requests = requests;
    }

    void written(Field field, Spot spot, String path) {
        Later later = field.later();
        if (later != null && !(requests && later.actsOnRequests())) {
            later("`" + field.key() + "`", later, spot, path);
        } else if (field.meta().acts() == Acts.REQUESTS && !requests) {
            add(
                    Code.N301,
                    field.key(),
                    spot,
                    path,
                    "`" + field.key() + "` acts only when requests are simulated; the structural result does not depend"
                            + " on it");
        }
    }

    /** One of the words that a key takes. */
    void written(Enum<?> word, Field field, Spot spot, String path) {
        try {
            Later later = word.getDeclaringClass().getField(word.name()).getAnnotation(Later.class);
            written("`" + field.key() + ": " + KebabCase.of(word) + "`", later, spot, path);
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A kind or a verb. */
    void written(String what, @Nullable Later later, Spot spot, String path) {
        if (later != null && !(requests && later.actsOnRequests())) {
            later(what, later, spot, path);
        }
    }

    private void later(String what, Later later, Spot spot, String path) {
        add(
                Code.N302,
                what + later.value(),
                spot,
                path,
                what + " is read and checked, but does not act yet (" + later.value() + ")");
    }

    private void add(Code code, String key, Spot spot, String path, String message) {
        if (!spot.isInFile() || !counted.add(code + key + spot.line() + ":" + spot.column())) {
            return;
        }
        seen.merge(
                code + key,
                new Seen(spot, path, code, message, 1),
                (old, next) -> new Seen(old.spot(), old.path(), code, message, old.times() + 1));
    }

    void tell(Problems problems) {
        seen.values().forEach(s -> {
            String more = s.times() == 1 ? "." : ", here and in " + (s.times() - 1) + " more places.";
            problems.add(s.code(), s.spot(), s.path(), s.message() + more);
        });
    }
}
