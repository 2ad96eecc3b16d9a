package nines.cli;

import java.util.ArrayList;
import java.util.List;
import nines.format.Change;
import nines.result.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Something that happens once and does not stand in the file. */
final class EventOptions {
    private static final String NAME = "asked-for";
    /** Longer than anything that is simulated. */
    private static final String TO_THE_END = "1000y";

    @Option(names = "--at", paramLabel = "10min", description = "When something happens that is not in the file (0s).")
    private @Nullable String at;

    @Option(names = "--fail", paramLabel = "WHO", description = "It fails then: web, web-3, db.primary, zone-a.")
    private @Nullable String fail;

    @Option(names = "--pause", paramLabel = "WHO", description = "It stands still then, and goes on after that.")
    private @Nullable String pause;

    @Option(names = "--for", paramLabel = "5min", description = "How long that lasts (to the end).")
    private @Nullable String lasting;

    /** The event as a change of the scenario; nothing when none was asked for. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        if (fail == null && pause == null) {
            if (at != null || lasting != null) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--at and --for say when something happens; say what too, with --fail or --pause.");
            }
            return changes;
        }
        if (fail != null && pause != null) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--fail and --pause: one of them at a time. Write others into the file.");
        }
        String what = fail != null ? "fail: [" + fail + "]" : "pause: [" + pause + "]";
        String when = at == null ? "0s" : at;
        String value = "{ at: " + when + ", " + what + ", for: " + (lasting == null ? TO_THE_END : lasting) + " }";
        String by = (at == null ? "" : "--at " + at + " ")
                + (fail != null ? "--fail " + fail : "--pause " + pause)
                + (lasting == null ? "" : " --for " + lasting);
        for (Change change : Changes.of(List.of("events." + NAME + "=" + value))) {
            changes.add(new Change(change.path(), change.value(), by + "=" + value));
        }
        return changes;
    }

    /** The same, for the record. */
    List<Setting> settings() {
        return changes().stream().map(Changes::setting).toList();
    }
}
