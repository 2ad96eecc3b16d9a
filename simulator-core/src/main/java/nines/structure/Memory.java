package nines.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * Copies of a world's changing arrays, to come back to a state after trying what may follow it. Sums, streams and who is
 * to blame are not among them: the future does not depend on those.
 */
final class Memory {
    /** Three arrays, a record and a place in a list. */
    private static final int OVERHEAD = 100;

    private final List<int[]> ints = new ArrayList<>();
    private final List<double[]> doubles = new ArrayList<>();
    private final List<boolean[]> booleans = new ArrayList<>();
    private final List<byte[]> bytes = new ArrayList<>();
    private int intCount;
    private int doubleCount;
    private int byteCount;

    /** One remembered state. */
    record Snapshot(int[] ints, double[] doubles, byte[] bytes) {}

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(int[]... arrays) {
        for (int[] array : arrays) {
            ints.add(array);
            intCount += array.length;
        }
    }

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(double[]... arrays) {
        for (double[] array : arrays) {
            doubles.add(array);
            doubleCount += array.length;
        }
    }

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(boolean[]... arrays) {
        for (boolean[] array : arrays) {
            booleans.add(array);
            byteCount += array.length;
        }
    }

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(byte[]... arrays) {
        for (byte[] array : arrays) {
            bytes.add(array);
            byteCount += array.length;
        }
    }

    /** What a remembered state takes, in bytes. */
    long bytes() {
        return 4L * intCount + 8L * doubleCount + byteCount + OVERHEAD;
    }

    Snapshot save() {
        Snapshot saved = new Snapshot(new int[intCount], new double[doubleCount], new byte[byteCount]);
        int at = 0;
        for (int[] array : ints) {
            System.arraycopy(array, 0, saved.ints, at, array.length);
            at += array.length;
        }
        at = 0;
        for (double[] array : doubles) {
            System.arraycopy(array, 0, saved.doubles, at, array.length);
            at += array.length;
        }
        at = 0;
        for (byte[] array : bytes) {
            System.arraycopy(array, 0, saved.bytes, at, array.length);
            at += array.length;
        }
        for (boolean[] array : booleans) {
            for (boolean one : array) {
                saved.bytes[at++] = (byte) (one ? 1 : 0);
            }
        }
        return saved;
    }

    void restore(Snapshot saved) {
        int at = 0;
        for (int[] array : ints) {
            System.arraycopy(saved.ints, at, array, 0, array.length);
            at += array.length;
        }
        at = 0;
        for (double[] array : doubles) {
            System.arraycopy(saved.doubles, at, array, 0, array.length);
            at += array.length;
        }
        at = 0;
        for (byte[] array : bytes) {
            System.arraycopy(saved.bytes, at, array, 0, array.length);
            at += array.length;
        }
        for (boolean[] array : booleans) {
            for (int i = 0; i < array.length; i++) {
                array[i] = saved.bytes[at++] != 0;
            }
        }
    }
}
