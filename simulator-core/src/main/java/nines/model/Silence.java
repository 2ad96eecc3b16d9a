package nines.model;

/** What is meant by what a file does not say. */
public enum Silence {
    /** What an engineer would assume, from the catalogue. */
    FIELD,
    /** Nothing fails, waits, costs time or goes unnoticed unless the file says so. */
    TEXTBOOK
}
