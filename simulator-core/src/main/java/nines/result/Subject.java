package nines.result;

import java.util.List;

/**
 * What was simulated: the scenario as written, and everything chosen for this run. Equal subjects give equal
 * fingerprints if the same number of replications was run.
 *
 * @param name the scenario's name
 * @param about its description, may be empty
 * @param file where it was read from; empty when it was built in Java
 * @param sha256 of the file's bytes, in hexadecimal; empty when there is no file
 * @param variant name of the variant, empty for the scenario as it stands
 * @param sets changed values, in the order given
 * @param seed of all randomness
 * @param fidelity {@code structural}, {@code requests} or {@code two-scale}
 * @param horizon simulated time of one replication, in seconds
 * @param start {@code fresh} or {@code steady}
 * @param version of the program
 */
public record Subject(
        String name,
        String about,
        String file,
        String sha256,
        String variant,
        List<Setting> sets,
        long seed,
        String fidelity,
        double horizon,
        String start,
        String version) {
    public Subject {
        sets = List.copyOf(sets);
    }
}
