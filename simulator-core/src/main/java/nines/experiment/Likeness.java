package nines.experiment;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import nines.layout.Layout;
import nines.model.RunSettings;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What decides the figures of a run: the blueprint, what is asked of it, and what is promised. Runs that are alike give the
 * same figures to the last bit, whatever their files say. Only a digest of all that is kept, as a sweep has hundreds.
 */
public final class Likeness {
    private final byte[] digest;
    /** Whether something in it could not be told from its like by its content: then it is like nothing else. */
    private final boolean opaque;

    private Likeness(Object... parts) {
        Content content = new Content();
        content.add(parts);
        digest = content.digest.digest();
        opaque = content.opaque;
    }

    /**
     * The likeness of a scenario with its own settings.
     *
     * @throws nines.layout.NotLaidOut when it cannot be laid out
     */
    public static Likeness of(Scenario scenario) {
        boolean withRequests = scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS;
        return new Likeness(
                withRequests ? Layout.withRequests(scenario) : Layout.of(scenario),
                Study.settings(scenario),
                Study.promises(scenario),
                Study.responsePromises(scenario),
                Study.dataPromises(scenario),
                withRequests,
                String.valueOf(scenario.run().discard()),
                scenario.traffic().values().stream().anyMatch(traffic -> traffic.rate() != null));
    }

    /** Whether both describe one system, asked the same and judged by the same promises. */
    public boolean isSameAs(Likeness other) {
        return this == other || !opaque && !other.opaque && Arrays.equals(digest, other.digest);
    }

    /** Feeds records, lists and arrays to a digest, all the way down: records compare their arrays by identity. */
    private static final class Content {
        private final MessageDigest digest;
        private boolean opaque;

        Content() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException absent) {
                throw new IllegalStateException("SHA-256 is required of every Java platform", absent);
            }
        }

        private void add(@Nullable Object item) {
            if (item == null) {
                text("null");
            } else if (item instanceof Double number) {
                text(Long.toHexString(Double.doubleToLongBits(number)));
            } else if (item instanceof String
                    || item instanceof Number
                    || item instanceof Boolean
                    || item instanceof Enum<?>) {
                text(item.toString());
            } else if (item instanceof List<?> list) {
                text("list " + list.size());
                list.forEach(this::add);
            } else if (item.getClass().isArray()) {
                text("array " + Array.getLength(item));
                for (int i = 0; i < Array.getLength(item); i++) {
                    add(Array.get(item, i));
                }
            } else if (item instanceof Record) {
                text(item.getClass().getName());
                for (RecordComponent component : item.getClass().getRecordComponents()) {
                    add(valueOf(item, component));
                }
            } else {
                opaque = true;
            }
        }

        /** Each text ends with a letter that no text has: "ab", "c" is not "a", "bc". */
        private void text(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }

        private static @Nullable Object valueOf(Object item, RecordComponent component) {
            try {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                return accessor.invoke(item);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("cannot read " + component, impossible);
            }
        }
    }
}
