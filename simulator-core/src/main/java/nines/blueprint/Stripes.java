package nines.blueprint;

import java.util.List;

/**
 * Objects cut into chunks that lie on different members: what of them is lost for good, and rebuilt before that.
 *
 * @param stream name of its random streams, and of its row in tables
 * @param scheme how reports call the way objects are kept
 * @param domains for each member the number of its domain, counted from 0; an object has at most one chunk in each
 * @param setsOf 0: any choice of domains; else only members that share one of so many sets each (copysets) hold an object
 *     together
 * @param objects how many there are
 * @param width chunks of each
 * @param data how many of them hold what was written; for copies 1
 * @param groups local groups, each with a parity of its own; 0: none
 * @param delay seconds until what is lost begins to be rebuilt
 * @param chunkTime seconds in which the whole store rebuilds one chunk; those of the objects that miss most go first
 * @param readError chance that a chunk cannot be rebuilt because another one cannot be read, in [0, 1]; it matters once
 *     nothing is left to spare
 * @param losses what takes away the chunks of members; its backups say nothing
 */
public record Stripes(
        String stream,
        String scheme,
        int[] domains,
        int setsOf,
        int objects,
        int width,
        int data,
        int groups,
        double delay,
        double chunkTime,
        double readError,
        List<Safety.Loss> losses) {
    public Stripes {
        losses = List.copyOf(losses);
    }

    /** So many chunks may be lost, whichever they are. */
    public int spare() {
        return groups == 0 ? width - data : width - data - groups + 1;
    }

    /**
     * Whether an object is gone that misses some of its chunks: each local parity makes up for one of its group, those over all
     * data for so many others.
     *
     * @param missing tells of each of its chunks whether it is lost: data by group, then local parities, then the others
     */
    public boolean isGone(java.util.function.IntPredicate missing) {
        int open = 0;
        int perGroup = groups == 0 ? 0 : data / groups;
        for (int g = 0; g < groups; g++) {
            int lost = missing.test(data + g) ? 1 : 0;
            for (int i = 0; i < perGroup; i++) {
                lost += missing.test(g * perGroup + i) ? 1 : 0;
            }
            open += Math.max(0, lost - 1);
        }
        for (int i = groups == 0 ? 0 : data + groups; i < width; i++) {
            open += missing.test(i) ? 1 : 0;
        }
        return open > width - data - groups;
    }
}
