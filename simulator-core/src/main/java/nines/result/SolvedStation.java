package nines.result;

import java.util.List;

/**
 * What theory answers about a component that serves, or one instance of it.
 *
 * @param name {@code web}, {@code web-1}
 * @param within the component of an instance; empty for a component
 * @param answers in a fixed order; what could not be answered says why
 */
public record SolvedStation(String name, String within, List<Solved> answers) {
    public SolvedStation {
        answers = List.copyOf(answers);
    }
}
