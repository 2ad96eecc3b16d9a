package nines.ui.run;

/** A gate in the way of a run: while it is shut, whoever comes to it waits. */
final class Hold {
    private boolean shut;
    private long shutAt;
    private long waited;

    synchronized void begin() {
        if (!shut) {
            shut = true;
            shutAt = System.nanoTime();
        }
    }

    synchronized void release() {
        if (shut) {
            shut = false;
            waited += System.nanoTime() - shutAt;
            notifyAll();
        }
    }

    /** Seconds for which it has been shut in all. */
    synchronized double seconds() {
        return (waited + (shut ? System.nanoTime() - shutAt : 0)) / 1e9;
    }

    /** Goes on as soon as it is open. */
    synchronized void pass() {
        while (shut) {
            try {
                wait();
            } catch (InterruptedException closing) {
                // The program ends: nobody is to be held up.
                shut = false;
                Thread.currentThread().interrupt();
            }
        }
    }
}
