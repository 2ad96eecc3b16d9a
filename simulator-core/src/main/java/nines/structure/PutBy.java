package nines.structure;

import java.util.ArrayDeque;

/** States that wait to be explored, the first one first: pieces of different lengths in chunks of bytes. */
final class PutBy {
    private static final int CHUNK = 1 << 20;

    private final ArrayDeque<byte[]> chunks = new ArrayDeque<>();
    private byte[] last = new byte[CHUNK];
    private int end;
    private int begin;
    private long count;
    private long bytes;

    PutBy() {
        chunks.add(last);
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    /** Bytes in use. */
    long bytes() {
        return bytes;
    }

    void add(byte[] piece, int length) {
        int needed = length + Integer.BYTES;
        if (end + needed + Integer.BYTES > last.length) {
            // A length of -1 says that the rest of a chunk is empty.
            putInt(-1);
            last = new byte[Math.max(CHUNK, needed + Integer.BYTES)];
            chunks.add(last);
            end = 0;
        }
        putInt(length);
        System.arraycopy(piece, 0, last, end, length);
        end += length;
        count++;
        bytes += needed;
    }

    private void putInt(int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            last[end++] = (byte) (value >>> 8 * i);
        }
    }

    /** Takes the first one out: where it begins in {@link #chunk}. */
    int take() {
        int length = length();
        if (length < 0) {
            chunks.remove();
            begin = 0;
            length = length();
        }
        int start = begin + Integer.BYTES;
        begin = start + length;
        count--;
        bytes -= length + Integer.BYTES;
        return start;
    }

    private int length() {
        byte[] first = chunks.element();
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            value |= (first[begin + i] & 0xFF) << 8 * i;
        }
        return value;
    }

    /** The bytes that the one taken last lies in. */
    byte[] chunk() {
        return chunks.element();
    }
}
