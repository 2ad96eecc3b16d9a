package nines.format;

import java.util.List;
import nines.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a file.
 *
 * @param scenario null if there is an error, but for those that only forbid to simulate it
 * @param problems errors, warnings and notices, in the order of the file
 */
public record Reading(@Nullable Scenario scenario, List<Problem> problems) {

    public Reading {
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }

    /** The scenario; an {@link IllegalStateException} with all errors if there is none. */
    public Scenario scenarioOrThrow() {
        if (scenario == null) {
            throw new IllegalStateException(String.join(
                    "\n",
                    problems.stream()
                            .filter(p -> p.severity() == Severity.ERROR)
                            .map(Problem::text)
                            .toList()));
        }
        return scenario;
    }
}
