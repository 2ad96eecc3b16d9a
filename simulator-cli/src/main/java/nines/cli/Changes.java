package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.format.Change;
import nines.model.Written;
import nines.result.Setting;
import org.jspecify.annotations.Nullable;

/** Changes of a scenario that were asked for on the command line. */
final class Changes {
    private Changes() {}

    /** The changes of {@code --set path=value}. */
    static List<Change> of(List<String> sets) {
        List<Change> changes = new ArrayList<>();
        for (String set : sets) {
            try {
                changes.add(Change.parse(set));
            } catch (IllegalArgumentException unreadable) {
                throw new CommandFailure(ExitCode.USAGE, String.valueOf(unreadable.getMessage()));
            }
        }
        return changes;
    }

    /** Adds a run setting that was given as an option of its own. */
    static void add(List<Change> changes, String path, @Nullable String value, String option) {
        if (value != null) {
            changes.add(new Change(path, new Written.Plain(value), option + " " + value));
        }
    }

    /** A change as a result records it. */
    static Setting setting(Change change) {
        return new Setting(change.path(), change.by().substring(change.by().indexOf('=') + 1));
    }
}
