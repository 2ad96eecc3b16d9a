package nines.format;

/**
 * Where a value was written.
 *
 * @param line counted from 1; 0 if it does not stand in the file
 * @param column counted from 1
 * @param by who put it there, if not the file: a variant, the command line, a default
 */
record Spot(int line, int column, String by) {

    static final Spot NOWHERE = new Spot(0, 0, "");

    static Spot of(int line, int column) {
        return new Spot(line, column, "");
    }

    boolean isInFile() {
        return by.isEmpty();
    }
}
