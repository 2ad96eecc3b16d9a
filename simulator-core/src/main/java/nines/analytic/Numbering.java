package nines.analytic;

import java.util.Arrays;

/** Numbers in the order in which they are first seen: an open hash table of primitive keys, without objects. */
final class Numbering {
    private long[] keys = new long[1 << 10];
    private int[] table = new int[1 << 11];
    private int count;

    Numbering() {
        Arrays.fill(table, -1);
    }

    int count() {
        return count;
    }

    /** The key of a number. */
    long key(int number) {
        return keys[number];
    }

    /** The number of a key; {@link #count} before the call when it is new. */
    int of(long key) {
        int mask = table.length - 1;
        int at = mixed(key) & mask;
        while (table[at] >= 0) {
            if (keys[table[at]] == key) {
                return table[at];
            }
            at = (at + 1) & mask;
        }
        table[at] = count;
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
        }
        keys[count] = key;
        count++;
        if (count > table.length / 2) {
            grow();
        }
        return count - 1;
    }

    private void grow() {
        int[] larger = new int[2 * table.length];
        Arrays.fill(larger, -1);
        int mask = larger.length - 1;
        for (int number = 0; number < count; number++) {
            int at = mixed(keys[number]) & mask;
            while (larger[at] >= 0) {
                at = (at + 1) & mask;
            }
            larger[at] = number;
        }
        table = larger;
    }

    private static int mixed(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 32;
        mixed *= 0xD6E8FEB86659FD93L;
        return (int) (mixed ^ mixed >>> 29);
    }
}
