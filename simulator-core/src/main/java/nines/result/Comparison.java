package nines.result;

import java.util.List;

/**
 * Several designs of one scenario side by side: its variants, or the points of a sweep. All met the same luck, so
 * differences are sharper than the intervals of each.
 *
 * @param ninesComparison version of this document's form, {@value #VERSION}
 * @param kind word for what the designs are: variants, points of a sweep, scenarios of their own (files), or the scenario
 *     without the faults of one part (gains)
 * @param name the scenario's name
 * @param file where it was read from
 * @param sha256 of the file's bytes, in hexadecimal
 * @param seed of all randomness
 * @param version of the program
 * @param designs the first is what the others are compared with
 */
public record Comparison(
        int ninesComparison,
        String kind,
        String name,
        String file,
        String sha256,
        long seed,
        String version,
        List<Design> designs) {
    public static final int VERSION = 1;

    public Comparison {
        designs = List.copyOf(designs);
    }
}
