package nines.result;

/** One value changed for this run with {@code --set path=value}. */
public record Setting(String path, String value) {}
