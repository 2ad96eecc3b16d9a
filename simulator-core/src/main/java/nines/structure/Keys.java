package nines.structure;

import java.util.Arrays;

/** Numbers keys of one length in the order in which they are first seen: an open hash table over one arena. */
final class Keys {
    private static final int CHUNK_BITS = 20;

    private final int length;
    private final int perChunk;
    private short[][] chunks = new short[4][];
    private int[] table = new int[1 << 12];
    private int count;

    Keys(int length) {
        this.length = length;
        perChunk = Math.max(1, (1 << CHUNK_BITS) / Math.max(1, length));
        Arrays.fill(table, -1);
    }

    int count() {
        return count;
    }

    /** The number of a key; {@link #count} before the call when it is new. */
    int number(short[] key) {
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
            chunks[chunk] = new short[perChunk * length];
        }
        System.arraycopy(key, 0, chunks[chunk], count % perChunk * length, length);
        count++;
        if (count > table.length / 2) {
            grow();
        }
        return count - 1;
    }

    private boolean isAt(int number, short[] key) {
        int start = number % perChunk * length;
        return Arrays.equals(chunks[number / perChunk], start, start + length, key, 0, length);
    }

    private int hash(short[] array, int start) {
        long hash = 0x9E3779B97F4A7C15L;
        for (int i = start; i < start + length; i++) {
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
            int at = hash(chunks[number / perChunk], number % perChunk * length) & mask;
            while (larger[at] >= 0) {
                at = (at + 1) & mask;
            }
            larger[at] = number;
        }
        table = larger;
    }
}
