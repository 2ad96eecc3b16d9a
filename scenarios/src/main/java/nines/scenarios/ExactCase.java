package nines.scenarios;

/**
 * A quantity whose exact value is known, and the bundled file that describes its system.
 *
 * @param id of the case: {@code A04-U}
 * @param file the scenario, without extension
 * @param variant of the file; empty for the file as it stands
 * @param journey that is asked about; two, {@code struck/whole}, where one is counted for each of the other
 * @param measure what is asked
 * @param at seconds after a fresh start; NaN when the measure has no time
 * @param exact the value, in the unit of the measure
 */
public record ExactCase(
        String id, String file, String variant, String journey, Quantity measure, double at, double exact) {

    private static final double HOUR = 3600;

    /** Reads a line {@code id,file,variant,journey,measure,at,exact}. */
    static ExactCase parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 7) {
            throw new IllegalArgumentException("a case has 7 columns: " + line);
        }
        double at = cells[5].isEmpty() ? Double.NaN : HOUR * hours(cells[5], line);
        return new ExactCase(
                cells[0], cells[1], cells[2], cells[3], Quantity.named(cells[4]), at, Double.parseDouble(cells[6]));
    }

    private static double hours(String text, String line) {
        if (!text.endsWith("h")) {
            throw new IllegalArgumentException("the time of a case is written in hours, like 720h: " + line);
        }
        return Double.parseDouble(text.substring(0, text.length() - 1));
    }
}
