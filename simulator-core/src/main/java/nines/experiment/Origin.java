package nines.experiment;

import java.util.List;
import nines.result.Provenance;
import nines.result.Setting;
import nines.result.Subject;

/**
 * Where a blueprint comes from, for the record.
 *
 * @param name of the scenario
 * @param about its description
 * @param file it was read from; empty when it was built in Java
 * @param sha256 of that file; empty without one
 * @param variant of the scenario; empty for the scenario as it stands
 * @param sets values changed for this run
 * @param version of the program
 * @param provenance of every number
 */
public record Origin(
        String name,
        String about,
        String file,
        String sha256,
        String variant,
        List<Setting> sets,
        String version,
        List<Provenance> provenance) {
    public Origin {
        sets = List.copyOf(sets);
        provenance = List.copyOf(provenance);
    }

    /**
     * What is simulated or solved, for the record.
     *
     * @param fidelity {@code structural} or {@code requests}
     */
    Subject subject(Settings settings, String fidelity) {
        return subject(
                settings.seed(),
                fidelity,
                settings.horizon(),
                settings.start() == Settings.Start.FRESH ? "fresh" : "steady");
    }

    /** As above, by its numbers. */
    Subject subject(long seed, String fidelity, double horizon, String start) {
        return new Subject(name, about, file, sha256, variant, sets, seed, fidelity, horizon, start, version);
    }

    /** A blueprint made in Java. */
    public static Origin named(String name) {
        return new Origin(name, "", "", "", "", List.of(), "", List.of());
    }
}
