package nines.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where in a few words of 64 bits each part of a state stands, and whom it belongs to. */
final class StateFields {
    private final List<String> owners = new ArrayList<>();
    private int[] word = new int[16];
    private int[] shift = new int[16];
    private int[] width = new int[16];
    private int count;
    private int words;
    /** Bits taken of the last word. */
    private int taken = Long.SIZE;

    /** Makes room for one more field of so many different values. */
    void add(String owner, double values) {
        int bits = Math.max(1, Math.getExponent(Math.max(1, values - 1)) + 1);
        if (bits >= Long.SIZE) {
            throw new IllegalArgumentException("a field of so many values does not fit: " + values);
        }
        if (taken + bits > Long.SIZE) {
            words++;
            taken = 0;
        }
        if (count == word.length) {
            word = Arrays.copyOf(word, 2 * count);
            shift = Arrays.copyOf(shift, 2 * count);
            width = Arrays.copyOf(width, 2 * count);
        }
        owners.add(owner);
        word[count] = words - 1;
        shift[count] = taken;
        width[count++] = bits;
        taken += bits;
    }

    int words() {
        return words;
    }

    int count() {
        return count;
    }

    /** Whom a field belongs to. */
    String owner(int field) {
        return owners.get(field);
    }

    /** Writes a value into a key of zeros. */
    void write(long[] key, int field, long value) {
        if (value >>> width[field] != 0) {
            throw new IllegalStateException(
                    owners.get(field) + ": " + value + " does not fit into " + width[field] + " bits");
        }
        key[word[field]] |= value << shift[field];
    }

    /** What stands in a field of a state that was found. */
    long read(Keys keys, int state, int field) {
        return keys.word(state, word[field]) >>> shift[field] & (1L << width[field]) - 1;
    }
}
