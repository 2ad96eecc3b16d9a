package nines.structure;

import java.util.Arrays;

/** Numbers keys of so many words in the order in which they are first seen: an open hash table over one arena. */
final class Keys {
    private static final int CHUNK_BITS = 17;

    private final int words;
    private final int perChunk;
    private long[][] chunks = new long[4][];
    private int[] table = new int[1 << 12];
    private int count;

    Keys(int words) {
        this.words = words;
        perChunk = Math.max(1, (1 << CHUNK_BITS) / Math.max(1, words));
        Arrays.fill(table, -1);
    }

    int count() {
        return count;
    }

    /** The number of a key; {@link #count} before the call when it is new. */
    int number(long[] key) {
        int mask = table.length - 1;
        int at = hash(key, 0) & mask;
        while (table[at] >= 0) {
            if (isAt(table[at], key)) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        table[at] = count;
        int chunk = count / perChunk;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[perChunk * words];
        }
        System.arraycopy(key, 0, chunks[chunk], count % perChunk * words, words);
        count++;
        if (count > table.length / 2) {
            grow();
        }
        return count - 1;
    }

    /** One word of the key of a number. */
    long word(int number, int word) {
        return chunks[number / perChunk][number % perChunk * words + word];
    }

    private boolean isAt(int number, long[] key) {
        long[] chunk = chunks[number / perChunk];
        int start = number % perChunk * words;
        for (int i = 0; i < words; i++) {
            if (chunk[start + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private int hash(long[] array, int start) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = start; i < start + words; i++) {
            hash = (hash ^ array[i]) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
        }
        return (int) (hash ^ hash >>> 29);
    }

    private void grow() {
        int[] larger = new int[2 * table.length];
        Arrays.fill(larger, -1);
        int mask = larger.length - 1;
        for (int number = 0; number < count; number++) {
            int at = hash(chunks[number / perChunk], number % perChunk * words) & mask;
            while (larger[at] >= 0) {
                at = (at + 1) & mask;
            }
            larger[at] = number;
        }
        table = larger;
    }
}
