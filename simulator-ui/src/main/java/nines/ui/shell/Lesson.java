package nines.ui.shell;

/**
 * A scenario of the library as the start page offers it.
 *
 * @param title its name
 * @param about what one learns from it
 * @param source to open
 */
public record Lesson(String title, String about, Source source) {}
