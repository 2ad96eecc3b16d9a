package nines.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who makes a chain large: in how many conditions of its own each component was found. */
final class Multiplying {
    private static final int NAMED_MAX = 4;

    private Multiplying() {}

    /** The components with the most conditions, the first one first: {@code web (288), lb (24)}. */
    static String words(StateFields fields, Keys keys) {
        Map<String, List<Integer>> byOwner = new LinkedHashMap<>();
        for (int field = 0; field < fields.count(); field++) {
            byOwner.computeIfAbsent(fields.owner(field), none -> new ArrayList<>())
                    .add(field);
        }
        Map<String, Integer> conditions = new LinkedHashMap<>();
        byOwner.forEach((owner, own) -> conditions.put(
                owner,
                different(fields, keys, own.stream().mapToInt(Integer::intValue).toArray())));
        List<String> words = conditions.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
        int more = words.size() - NAMED_MAX;
        return String.join(", ", words.subList(0, Math.min(NAMED_MAX, words.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static int different(StateFields fields, Keys keys, int[] own) {
        long[] hashes = new long[keys.count()];
        for (int state = 0; state < hashes.length; state++) {
            long hash = 0;
            for (int field : own) {
                hash = (hash ^ fields.read(keys, state, field)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            hashes[state] = hash;
        }
        Arrays.sort(hashes);
        int different = 0;
        for (int i = 0; i < hashes.length; i++) {
            different += i == 0 || hashes[i] != hashes[i - 1] ? 1 : 0;
        }
        return different;
    }
}
