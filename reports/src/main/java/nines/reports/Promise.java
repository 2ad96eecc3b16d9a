package nines.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Outcome;
import nines.result.Target;
import nines.result.Verdict;

/**
 * A target and its verdict.
 *
 * @param look name of the outcome for the style sheet
 * @param sign that tells the outcome without colour
 * @param word for the outcome
 * @param sentence that tells it
 * @param wanted the promised value
 */
record Promise(String look, String sign, String word, String sentence, String wanted) {
    static Promise of(Target target) {
        String sentence = target.sentence().isEmpty()
                ? "promised: " + Amounts.promised(target)
                : target.sentence().substring(0, 1).toUpperCase(Locale.ROOT)
                        + target.sentence().substring(1);
        String wanted = Amounts.promised(target);
        Estimate measured = target.measured();
        String thin = measured != null && measured.verdict() == Verdict.THIN ? ", thin" : "";
        return switch (target.outcome()) {
            case MET -> new Promise("met", "✓", "kept" + thin, sentence, wanted);
            case MISSED -> new Promise("missed", "✗", "missed" + thin, sentence, wanted);
            case NOT_DECIDED -> new Promise("undecided", "?", "not decided", sentence, wanted);
        };
    }

    static List<Promise> of(Journey journey) {
        return journey.targets().stream().map(Promise::of).toList();
    }

    /** The target that decides: the first missed, else the first not decided, else the first. */
    static Optional<Target> deciding(Journey journey) {
        for (Outcome outcome : List.of(Outcome.MISSED, Outcome.NOT_DECIDED, Outcome.MET)) {
            for (Target target : journey.targets()) {
                if (target.outcome() == outcome) {
                    return Optional.of(target);
                }
            }
        }
        return Optional.empty();
    }
}
