package nines.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A standard stream that lets nothing more through once writing failed, and throws at the first failure, so that a full
 * disk behind a redirection is noticed. A reader who has left ({@code nines list | head -1}) is no failure.
 */
final class Outlet extends FilterOutputStream {
    private boolean closed;

    Outlet(OutputStream to) {
        super(new BufferedOutputStream(to, 1 << 13));
    }

    @Override
    public void write(int b) throws IOException {
        if (!closed) {
            attempt(() -> out.write(b));
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!closed) {
            attempt(() -> out.write(bytes, from, length));
        }
    }

    @Override
    public void flush() throws IOException {
        if (!closed) {
            attempt(out::flush);
        }
    }

    private void attempt(Writing writing) throws IOException {
        try {
            writing.write();
        } catch (IOException failure) {
            closed = true;
            String why = String.valueOf(failure.getMessage());
            if (!why.contains("Broken pipe") && !why.contains("pipe is being closed")) {
                throw failure;
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
