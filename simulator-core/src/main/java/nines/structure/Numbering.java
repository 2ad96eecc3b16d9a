package nines.structure;

import java.util.Arrays;

/** Things of several owners, numbered through: those of owner {@code k} are {@code base[k]} up to {@code base[k + 1]}. */
final class Numbering {
    private Numbering() {}

    /** Whose each thing is. */
    static int[] owners(int[] base) {
        int last = base.length - 1;
        int[] owners = new int[base[last]];
        for (int k = 0; k < last; k++) {
            Arrays.fill(owners, base[k], base[k + 1], k);
        }
        return owners;
    }
}
