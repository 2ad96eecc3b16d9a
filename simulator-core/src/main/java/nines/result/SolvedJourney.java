package nines.result;

import java.util.List;
import java.util.Optional;

/**
 * What theory answers about one journey.
 *
 * @param name of it
 * @param upAt threshold of the served share from which it counts as up
 * @param answers in a fixed order; what could not be answered says why
 * @param targets what was promised
 */
public record SolvedJourney(String name, double upAt, List<Solved> answers, List<SolvedTarget> targets) {
    public SolvedJourney {
        answers = List.copyOf(answers);
        targets = List.copyOf(targets);
    }

    /** The answer to a question without a time. */
    public Optional<Solved> answer(String measure) {
        return answers.stream().filter(each -> each.measure().equals(measure)).findFirst();
    }
}
