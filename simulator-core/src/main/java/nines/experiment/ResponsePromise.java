package nines.experiment;

import nines.check.Require;
import nines.result.Estimate;
import nines.result.Outcome;
import nines.result.Target;
import nines.result.Verdict;

/**
 * What a scenario promises about response times.
 *
 * @param journey whose requests it is about
 * @param of as the file has it: {@code p99} or {@code mean}
 * @param seconds the promised time
 */
public record ResponsePromise(String journey, String of, double seconds) {
    public ResponsePromise {
        Require.text(journey, "journey");
        Require.positive(seconds, "promised response time");
    }

    /** The share of requests that must be answered in that time; NaN for the mean and for what is neither. */
    double share() {
        try {
            double share = of.startsWith("p") ? Double.parseDouble(of.substring(1)) / 100 : Double.NaN;
            return share > 0 && share < 1 ? share : Double.NaN;
        } catch (NumberFormatException unreadable) {
            return Double.NaN;
        }
    }

    boolean isMean() {
        return of.equals("mean");
    }

    /** The verdict: yes or no only when the whole interval says so. */
    Target judged(Estimate measured) {
        boolean known = measured.hasInterval() && measured.verdict() != Verdict.NOT_TRUSTED;
        Outcome outcome = !known
                ? Outcome.NOT_DECIDED
                : measured.high() <= seconds
                        ? Outcome.MET
                        : measured.low() > seconds ? Outcome.MISSED : Outcome.NOT_DECIDED;
        String why = switch (outcome) {
            case MET -> "the whole interval keeps it";
            case MISSED -> "the whole interval misses it";
            case NOT_DECIDED ->
                known
                        ? "not decided, as the interval contains it"
                        : "not decided: " + (measured.reason().isEmpty() ? "no interval" : measured.reason());
        };
        return new Target(
                "response-" + of,
                seconds,
                Double.NaN,
                Double.NaN,
                measured,
                outcome,
                "the " + of + " of the response time of '" + journey + "': " + why + ".");
    }
}
