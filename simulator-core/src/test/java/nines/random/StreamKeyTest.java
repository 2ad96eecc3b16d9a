package nines.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamKeyTest {

    /** The hashing as the documentation states it, written a second time. */
    private static long documentedKey(String owner, String purpose, long seed, long replication) {
        long g = 0x9e3779b97f4a7c15L;
        long h = 0;
        for (String text : new String[] {owner, purpose}) {
            for (int i = 0; i < text.length(); i++) {
                h = splitMix(h + g + text.charAt(i));
            }
            h = splitMix(h + g + 65536 + text.length());
        }
        return splitMix(splitMix(h + g * splitMix(seed + g)) + g * (replication + 1));
    }

    private static long splitMix(long word) {
        long z = word;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Test
    void keysAreHashedAsDocumented() {
        for (String owner : new String[] {"", "a", "db-1", "Größe", "a rather long name of a component"}) {
            for (String purpose : new String[] {"", "repair", "failure"}) {
                for (long seed : new long[] {0, 1, -1, Long.MIN_VALUE}) {
                    assertThat(StreamKey.of(StreamKey.of(owner, purpose), seed, 12))
                            .isEqualTo(documentedKey(owner, purpose, seed, 12));
                }
            }
        }
    }

    @Test
    void keysNeverChange() {
        long name = StreamKey.of("db-1", "repair");
        assertThat(name).isEqualTo(6372169101426294206L);
        assertThat(StreamKey.of(name, 42, 7)).isEqualTo(3151143146995358768L);
        assertThat(StreamKey.uniform(name, 42, 7, 3, 1)).isEqualTo(0.21579501772391463);
    }

    @Test
    void ownerAndPurposeAreKeptApart() {
        Set<Long> keys = new HashSet<>();
        String text = "abcabc";
        for (int i = 0; i <= text.length(); i++) {
            keys.add(StreamKey.of(text.substring(0, i), text.substring(i)));
        }
        keys.add(StreamKey.of("", ""));
        keys.add(StreamKey.of("\0", ""));
        keys.add(StreamKey.of("", "\0"));
        assertThat(keys).hasSize(text.length() + 4);
    }

    @Test
    void aComponentMoreShiftsNoOtherDraw() {
        double[] alone = draws("web-1", null);
        double[] beside = draws("web-1", "web-2");
        assertThat(beside).isEqualTo(alone);
    }

    private static double[] draws(String owner, String neighbour) {
        var random = new RandomStream(0);
        double[] draws = new double[100];
        for (int replication = 0; replication < draws.length; replication++) {
            if (neighbour != null) {
                random.reseed(StreamKey.of(StreamKey.of(neighbour, "failure"), 1, replication));
                random.nextExponential();
            }
            random.reseed(StreamKey.of(StreamKey.of(owner, "failure"), 1, replication));
            draws[replication] = random.nextExponential();
        }
        return draws;
    }
}
