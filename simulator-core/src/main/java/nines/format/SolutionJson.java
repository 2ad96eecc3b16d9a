package nines.format;

import nines.result.Solution;

/** The JSON form of exact answers, as {@code docs/exact-answers.md} describes it; written like a result. */
public final class SolutionJson {
    private SolutionJson() {}

    public static String write(Solution solution) {
        return RecordWriter.write(solution);
    }

    /** Reads what {@link #write} wrote. */
    public static Solution read(String json) {
        return RecordReader.read(json, Solution.class, "nines-solution", Solution.VERSION);
    }
}
