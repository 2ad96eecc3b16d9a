package nines.format;

import nines.result.Comparison;

/** The JSON form of a comparison of designs, as {@code docs/result.md} describes it; written like a result. */
public final class ComparisonJson {
    private ComparisonJson() {}

    public static String write(Comparison comparison) {
        return RecordWriter.write(comparison);
    }

    /** Reads what {@link #write} wrote; keys of later minor additions are passed over. */
    public static Comparison read(String json) {
        return RecordReader.read(json, Comparison.class, "nines-comparison", Comparison.VERSION);
    }
}
