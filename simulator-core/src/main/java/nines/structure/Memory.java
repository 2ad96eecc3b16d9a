package nines.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A world's changing arrays, to come back to a state after trying what may follow it, and to put states by until it is
 * their turn. A state that is put by is written as what differs from the first one: a few dozen bytes. Sums, streams and
 * who is to blame are not among the arrays: the future does not depend on those.
 */
final class Memory {
    private final List<int[]> someInts = new ArrayList<>();
    private final List<double[]> someDoubles = new ArrayList<>();
    private final List<boolean[]> someBooleans = new ArrayList<>();
    private final List<byte[]> someBytes = new ArrayList<>();

    private int[][] ints = new int[0][];
    private double[][] doubles = new double[0][];
    private boolean[][] booleans = new boolean[0][];
    private byte[][] bytes = new byte[0][];

    // The first state, and the state to come back to.
    private int[][] firstInts = new int[0][];
    private double[][] firstDoubles = new double[0][];
    private boolean[][] firstBooleans = new boolean[0][];
    private byte[][] firstBytes = new byte[0][];
    private int[][] nowInts = new int[0][];
    private double[][] nowDoubles = new double[0][];
    private boolean[][] nowBooleans = new boolean[0][];
    private byte[][] nowBytes = new byte[0][];

    /** Few different numbers occur: speeds, and ages at which clocks ring. */
    private double[] numbers = new double[16];

    private int numberCount;
    private int[] numberAt = new int[32];

    private byte[] written = new byte[256];
    private int length;

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(int[]... arrays) {
        for (int[] array : arrays) {
            if (array.length > 0) {
                someInts.add(array);
            }
        }
    }

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(double[]... arrays) {
        for (double[] array : arrays) {
            if (array.length > 0) {
                someDoubles.add(array);
            }
        }
    }

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(boolean[]... arrays) {
        for (boolean[] array : arrays) {
            if (array.length > 0) {
                someBooleans.add(array);
            }
        }
    }

    /** Names arrays whose contents belong to the state; they must stay the same objects. */
    void of(byte[]... arrays) {
        for (byte[] array : arrays) {
            if (array.length > 0) {
                someBytes.add(array);
            }
        }
    }

    /** Takes the present state for the first one. All arrays are named by now. */
    void begin() {
        ints = someInts.toArray(int[][]::new);
        doubles = someDoubles.toArray(double[][]::new);
        booleans = someBooleans.toArray(boolean[][]::new);
        bytes = someBytes.toArray(byte[][]::new);
        firstInts = Arrays.stream(ints).map(int[]::clone).toArray(int[][]::new);
        firstDoubles = Arrays.stream(doubles).map(double[]::clone).toArray(double[][]::new);
        firstBooleans = Arrays.stream(booleans).map(boolean[]::clone).toArray(boolean[][]::new);
        firstBytes = Arrays.stream(bytes).map(byte[]::clone).toArray(byte[][]::new);
        nowInts = Arrays.stream(ints).map(int[]::clone).toArray(int[][]::new);
        nowDoubles = Arrays.stream(doubles).map(double[]::clone).toArray(double[][]::new);
        nowBooleans = Arrays.stream(booleans).map(boolean[]::clone).toArray(boolean[][]::new);
        nowBytes = Arrays.stream(bytes).map(byte[]::clone).toArray(byte[][]::new);
    }

    /** Comes back to the state that was loaded last. */
    void restore() {
        for (int k = 0; k < ints.length; k++) {
            System.arraycopy(nowInts[k], 0, ints[k], 0, nowInts[k].length);
        }
        for (int k = 0; k < doubles.length; k++) {
            System.arraycopy(nowDoubles[k], 0, doubles[k], 0, nowDoubles[k].length);
        }
        for (int k = 0; k < booleans.length; k++) {
            System.arraycopy(nowBooleans[k], 0, booleans[k], 0, nowBooleans[k].length);
        }
        for (int k = 0; k < bytes.length; k++) {
            System.arraycopy(nowBytes[k], 0, bytes[k], 0, nowBytes[k].length);
        }
    }

    // ---------------------------------------------------------------- putting by

    /** Writes the present state; it is found in {@link #written} and is so many bytes long. */
    int write() {
        length = 0;
        for (int k = 0; k < ints.length; k++) {
            int[] first = firstInts[k];
            int[] array = ints[k];
            int at = Arrays.mismatch(array, first);
            if (at >= 0) {
                put(k + 1);
                for (; at < array.length; at++) {
                    if (array[at] != first[at]) {
                        put(at + 1);
                        put(array[at] << 1 ^ array[at] >> 31);
                    }
                }
                put(0);
            }
        }
        put(0);
        for (int k = 0; k < doubles.length; k++) {
            double[] first = firstDoubles[k];
            double[] array = doubles[k];
            int at = Arrays.mismatch(array, first);
            if (at >= 0) {
                put(k + 1);
                for (; at < array.length; at++) {
                    if (Double.doubleToRawLongBits(array[at]) != Double.doubleToRawLongBits(first[at])) {
                        put(at + 1);
                        put(numberOf(array[at]));
                    }
                }
                put(0);
            }
        }
        put(0);
        for (int k = 0; k < booleans.length; k++) {
            boolean[] first = firstBooleans[k];
            boolean[] array = booleans[k];
            int at = Arrays.mismatch(array, first);
            if (at >= 0) {
                put(k + 1);
                for (; at < array.length; at++) {
                    if (array[at] != first[at]) {
                        put(at + 1);
                    }
                }
                put(0);
            }
        }
        put(0);
        for (int k = 0; k < bytes.length; k++) {
            byte[] first = firstBytes[k];
            byte[] array = bytes[k];
            int at = Arrays.mismatch(array, first);
            if (at >= 0) {
                put(k + 1);
                for (; at < array.length; at++) {
                    if (array[at] != first[at]) {
                        put(at + 1);
                        put(array[at] & 0xFF);
                    }
                }
                put(0);
            }
        }
        put(0);
        return length;
    }

    byte[] written() {
        return written;
    }

    private int numberOf(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int at = slot(bits);
        while (numberAt[at] > 0) {
            int known = numberAt[at] - 1;
            if (Double.doubleToRawLongBits(numbers[known]) == bits) {
                return known;
            }
            at = at + 1 & numberAt.length - 1;
        }
        if (numberCount == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numberCount);
            numberAt = new int[2 * numberAt.length];
            for (int number = 0; number < numberCount; number++) {
                int free = slot(Double.doubleToRawLongBits(numbers[number]));
                while (numberAt[free] > 0) {
                    free = free + 1 & numberAt.length - 1;
                }
                numberAt[free] = number + 1;
            }
            return numberOf(value);
        }
        numbers[numberCount] = value;
        numberAt[at] = ++numberCount;
        return numberCount - 1;
    }

    private int slot(long bits) {
        long mixed = bits * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & numberAt.length - 1;
    }

    /** Seven bits a byte, the low ones first. */
    private void put(int value) {
        if (length + 5 > written.length) {
            written = Arrays.copyOf(written, 2 * written.length);
        }
        int left = value;
        while ((left & ~0x7F) != 0) {
            written[length++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        written[length++] = (byte) left;
    }

    // ---------------------------------------------------------------- loading

    private byte[] read = new byte[0];
    private int position;

    /** Makes a state that was written the present one, and the one to come back to. */
    void load(byte[] from, int start) {
        read = from;
        position = start;
        for (int k = 0; k < ints.length; k++) {
            System.arraycopy(firstInts[k], 0, nowInts[k], 0, nowInts[k].length);
        }
        for (int k = 0; k < doubles.length; k++) {
            System.arraycopy(firstDoubles[k], 0, nowDoubles[k], 0, nowDoubles[k].length);
        }
        for (int k = 0; k < booleans.length; k++) {
            System.arraycopy(firstBooleans[k], 0, nowBooleans[k], 0, nowBooleans[k].length);
        }
        for (int k = 0; k < bytes.length; k++) {
            System.arraycopy(firstBytes[k], 0, nowBytes[k], 0, nowBytes[k].length);
        }
        for (int k = get(); k > 0; k = get()) {
            for (int at = get(); at > 0; at = get()) {
                int coded = get();
                nowInts[k - 1][at - 1] = coded >>> 1 ^ -(coded & 1);
            }
        }
        for (int k = get(); k > 0; k = get()) {
            for (int at = get(); at > 0; at = get()) {
                nowDoubles[k - 1][at - 1] = numbers[get()];
            }
        }
        for (int k = get(); k > 0; k = get()) {
            for (int at = get(); at > 0; at = get()) {
                nowBooleans[k - 1][at - 1] ^= true;
            }
        }
        for (int k = get(); k > 0; k = get()) {
            for (int at = get(); at > 0; at = get()) {
                nowBytes[k - 1][at - 1] = (byte) get();
            }
        }
        restore();
    }

    private int get() {
        int value = 0;
        int shift = 0;
        byte next = read[position++];
        while (next < 0) {
            value |= (next & 0x7F) << shift;
            shift += 7;
            next = read[position++];
        }
        return value | next << shift;
    }
}
