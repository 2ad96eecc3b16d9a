package nines.faulttree;

/** A diagram or a family of sets that outgrew its limit; the message says which. */
final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge(String what) {
        super(what);
    }
}
