package nines.result;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sixteen hexadecimal digits that stand for the estimates: SHA-256, cut, over the names and the bits of the numbers in
 * journeys, parts, branches, traffic and data, in document order. Exact values, texts and effort are left out.
 */
final class Fingerprint {
    private static final int DIGITS = 16;

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("SHA-256 is required of every Java platform", absent);
        }
    }

    static String of(
            List<Journey> journeys,
            List<Part> parts,
            List<Branch> branches,
            @Nullable Traffic traffic,
            List<DataSafety> data,
            List<Durability> durability) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(journeys);
        fingerprint.add(parts);
        fingerprint.add(branches);
        fingerprint.add(traffic);
        if (!data.isEmpty()) {
            fingerprint.add(data);
        }
        if (!durability.isEmpty()) {
            fingerprint.add(durability);
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest()).substring(0, DIGITS);
    }

    private void add(@Nullable Object value) {
        if (value instanceof Double number) {
            // + 0.0 makes one zero of two.
            addBits(Double.doubleToLongBits(number + 0.0));
        } else if (value instanceof Number number) {
            addBits(number.longValue());
        } else if (value instanceof Estimate estimate) {
            add((Object) estimate.value());
            add((Object) estimate.low());
            add((Object) estimate.high());
        } else if (value instanceof List<?> list) {
            addBits(list.size());
            list.forEach(this::add);
        } else if (value instanceof Record item) {
            addRecord(item);
        }
    }

    private void addRecord(Record item) {
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            if (item instanceof Story && component.getName().equals("episodes")) {
                continue; // A run that is interrupted tells none.
            }
            Object value = valueOf(item, component);
            if (item instanceof JourneyTraffic && component.getName().equals("hops")
                    || item instanceof Traffic && component.getName().equals("series")
                    || item instanceof StationTraffic && component.getName().equals("present")) {
                // Told only when asked for, or finer than what is counted anyway: the same run has the same
                // fingerprint.
                continue;
            }
            if (component.getName().equals("name") && value != null) {
                digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
            } else {
                add(value);
            }
        }
    }

    private static @Nullable Object valueOf(Record item, RecordComponent component) {
        try {
            return component.getAccessor().invoke(item);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }

    private void addBits(long bits) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            digest.update((byte) (bits >>> shift));
        }
    }
}
