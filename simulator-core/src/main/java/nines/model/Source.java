package nines.model;

/** Where a value of a scenario comes from. */
public sealed interface Source {

    /** The value as the language writes it. */
    String text();

    /**
     * Written in the file.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    record File(String text, int line, int column) implements Source {}

    /** Set from outside: a variant, a sweep, the command line. */
    record Change(String text, String by) implements Source {}

    /** Silence, filled in by rule. */
    record Default(String text, Silence set) implements Source {}

    /**
     * Taken from the catalogue, asked for by the file or by a default.
     *
     * @param grade A (measured, large) to D (an engineering guess)
     * @param date of the catalogue's edition
     * @param silent whether nobody wrote the reference: it is a default
     */
    record Catalogue(String text, String id, String grade, String date, boolean silent) implements Source {}
}
