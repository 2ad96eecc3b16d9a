package nines.catalogue;

/** How far a number can be trusted. */
public enum Grade {
    /** A large measured population, or the vendor's own documented default. */
    A("large measured population or the vendor's own documented default"),
    /** A good source, but dated, from a single site, or a commitment instead of a measurement. */
    B("good source, but dated, single-site, or a commitment instead of a measurement"),
    /** Weak, old, second-hand or fitted to few points. */
    C("weak, old, second-hand or fitted to few points"),
    /** An engineering default without a published measurement. */
    D("engineering default without a published measurement; calibrate before relying on it");

    private final String meaning;

    Grade(String meaning) {
        this.meaning = meaning;
    }

    /** In a sentence. */
    public String meaning() {
        return meaning;
    }
}
