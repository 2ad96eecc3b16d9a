package nines.structure;

/** Things that must be looked at before the instant is over, each once, in the order they were noted. */
final class Pending {
    private final int[] items;
    private final boolean[] noted;
    private final int[] outstanding;
    private int from;
    private int to;

    /** With a count shared by several lists: how many things are noted in all of them. */
    Pending(int things, int[] outstanding) {
        items = new int[things];
        noted = new boolean[things];
        this.outstanding = outstanding;
    }

    void note(int thing) {
        if (!noted[thing]) {
            noted[thing] = true;
            outstanding[0]++;
            if (to == items.length) {
                System.arraycopy(items, from, items, 0, to - from);
                to -= from;
                from = 0;
            }
            items[to++] = thing;
        }
    }

    boolean isEmpty() {
        return from == to;
    }

    int take() {
        int thing = items[from++];
        noted[thing] = false;
        outstanding[0]--;
        if (from == to) {
            from = 0;
            to = 0;
        }
        return thing;
    }
}
