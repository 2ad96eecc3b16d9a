package nines.cli;

import java.util.List;
import nines.experiment.Experiment;
import nines.experiment.Likeness;
import nines.experiment.NothingComplete;
import nines.experiment.Origin;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.experiment.Trial;
import nines.format.Problem;
import nines.format.Reading;
import nines.format.Severity;
import nines.layout.NotLaidOut;
import nines.model.Scenario;
import nines.quantity.Dimension;
import nines.result.Outcome;
import nines.result.Result;
import nines.result.Setting;
import nines.result.StoppedBecause;
import org.jspecify.annotations.Nullable;

/** Runs one scenario with a progress line, and tells why it could not. */
final class Simulation {
    private final Terminal terminal;
    private final ScenarioText text;
    private final @Nullable Integer threads;
    private final Interrupt interrupt;

    Simulation(Terminal terminal, ScenarioText text, @Nullable Integer threads, Interrupt interrupt) {
        this.terminal = terminal;
        this.text = text;
        this.threads = threads;
        this.interrupt = interrupt;
    }

    /**
     * The trial.
     *
     * @param variant for the record; null for the file as written
     * @param sets for the record
     * @param label in front of the progress; empty for none
     * @param replications exactly so many; 0 for what the scenario says
     */
    Trial of(Scenario read, @Nullable String variant, List<Setting> sets, String label, int replications) {
        Settings settings = Study.settings(read);
        if (replications > 0) {
            settings = settings.withReplications(replications);
        }
        if (threads != null) {
            settings = settings.withThreads(threads);
        }
        ProgressLine line = new ProgressLine(terminal, label);
        try {
            Experiment experiment = Study.of(read, settings, origin(read, variant, sets));
            return experiment.trial(line, interrupt::isAsked);
        } catch (NotLaidOut cannot) {
            throw refused(cannot);
        } catch (NothingComplete nothing) {
            throw new CommandFailure(
                    interrupt.isAsked() ? ExitCode.INTERRUPTED : ExitCode.OUT_OF_TIME,
                    (interrupt.isAsked()
                                    ? "interrupted"
                                    : "out of time, twice the " + Dimension.DURATION.rounded(settings.wallClock())
                                            + " of --wall-clock,")
                            + (nothing.isBuilt()
                                    ? " before the first replication was complete: nothing can be told."
                                    : " while the system was being built in memory: nothing was simulated.")
                            + (nothing.isBuilt() ? " A shorter --horizon or a" : " A") + " longer --wall-clock helps.",
                    nothing);
        } finally {
            line.clear();
        }
    }

    /** Where a scenario comes from, for the record. */
    Origin origin(Scenario read, @Nullable String variant, List<Setting> sets) {
        return Study.origin(read, text.name(), text.sha256(), variant == null ? "" : variant, sets, Version.NUMBER);
    }

    /** What decides its figures. */
    Likeness likeness(Scenario read) {
        try {
            return Likeness.of(read);
        } catch (NotLaidOut cannot) {
            throw refused(cannot);
        }
    }

    private CommandFailure refused(NotLaidOut cannot) {
        return new CommandFailure(ExitCode.BAD_SCENARIO, text.name() + ": " + cannot.getMessage());
    }

    /** What is worth knowing before the answer: warnings in full, and what does not act in one line. */
    static void tellProblems(Reading reading, String scenario, Terminal terminal) {
        for (Problem warning : Scenarios.of(reading, Severity.WARNING)) {
            terminal.err().println(ProblemsText.line(warning, terminal.errPaint()));
        }
        List<Problem> notices = Scenarios.of(reading, Severity.NOTICE);
        String sentence = NoticesText.sentence(scenario, notices);
        if (!sentence.isEmpty()) {
            Prose.wrapped("", sentence, terminal.columns()).forEach(terminal.err()::println);
        }
        terminal.err().flush();
    }

    static int exitCode(List<Result> results) {
        if (results.stream().anyMatch(each -> each.effort().stoppedBecause() == StoppedBecause.INTERRUPTED)) {
            return ExitCode.INTERRUPTED;
        }
        return results.stream().anyMatch(each -> each.outcome() == Outcome.MISSED)
                ? ExitCode.TARGET_MISSED
                : ExitCode.FINE;
    }
}
