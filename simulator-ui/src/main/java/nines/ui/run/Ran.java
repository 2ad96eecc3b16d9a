package nines.ui.run;

import nines.experiment.Likeness;
import nines.experiment.Trial;
import nines.result.Result;
import org.jspecify.annotations.Nullable;

/**
 * What a run ends in.
 *
 * @param result of it
 * @param trial the same with what each replication lost, so that it can be compared; null where that is not known
 * @param likeness what decides its figures; null where that is not known
 */
public record Ran(
        Result result, @Nullable Trial trial, @Nullable Likeness likeness) {
    /** A result of which nothing more is known. */
    public static Ran of(Result result) {
        return new Ran(result, null, null);
    }
}
