package nines.structure;

import java.util.Arrays;

/**
 * Shares of blame that were worked out before, by their {@link Situation}. Forgets all when it is full. What it gives
 * back has the same bits as working it out again.
 */
final class Explanations {
    private static final int ENTRIES_MAX = 1024;
    private static final int ARENA = 32 * ENTRIES_MAX;
    private static final int NUMBERS = 2 * Attribution.EXACT_MAX + 1;

    private final int[] table = new int[4 * ENTRIES_MAX];
    private final int[] arena = new int[ARENA];
    private final int[] start = new int[ENTRIES_MAX + 1];
    private final double[] numbers = new double[ENTRIES_MAX * NUMBERS];
    private int count;
    /** Where the situation last looked for belongs in the table. */
    private int place;

    /** The entry of a situation in which so much is lost; -1 when there is none. */
    int find(Situation situation, double lost) {
        place = hash(situation) & table.length - 1;
        while (table[place] != 0) {
            int entry = table[place] - 1;
            if (Arrays.equals(arena, start[entry], start[entry + 1], situation.entries, 0, situation.length)
                    && numbers[entry * NUMBERS] == lost) {
                return entry;
            }
            place = (place + 1) & table.length - 1;
        }
        return -1;
    }

    /** Makes an entry for the situation just looked for in vain. */
    int add(Situation situation, double lost) {
        if (count == ENTRIES_MAX || start[count] + situation.length > ARENA) {
            Arrays.fill(table, 0);
            count = 0;
            place = hash(situation) & table.length - 1;
        }
        int entry = count++;
        table[place] = count;
        System.arraycopy(situation.entries, 0, arena, start[entry], situation.length);
        start[count] = start[entry] + situation.length;
        numbers[entry * NUMBERS] = lost;
        return entry;
    }

    double lost(int entry, int player) {
        return numbers[entry * NUMBERS + 1 + 2 * player];
    }

    double down(int entry, int player) {
        return numbers[entry * NUMBERS + 2 + 2 * player];
    }

    void put(int entry, int player, double lost, double down) {
        numbers[entry * NUMBERS + 1 + 2 * player] = lost;
        numbers[entry * NUMBERS + 2 + 2 * player] = down;
    }

    private static int hash(Situation situation) {
        int hash = situation.length;
        for (int i = 0; i < situation.length; i++) {
            hash = (hash ^ situation.entries[i]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }
}
