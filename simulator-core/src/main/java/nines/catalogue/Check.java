package nines.catalogue;

import java.util.Locale;

/** How the number came into the catalogue. */
public enum Check {
    /** The source itself was read. */
    PRIMARY,
    /** Read as quoted elsewhere. */
    SECONDARY,
    /** A well-known figure, cited without opening the source again. */
    RECALLED,
    /** Computed or fitted from cited figures. */
    DERIVED,
    /** Chosen by the compilers. */
    JUDGEMENT;

    /** As in "derived". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
