package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import nines.analytic.MarkovModel;
import nines.blueprint.Blueprint;
import nines.format.Reading;
import nines.format.ScenarioReader;
import nines.format.Severity;
import nines.layout.Layout;
import nines.layout.NotLaidOut;
import nines.model.Scenario;

/** A small textbook scenario, solved where it is a chain and simulated with a fixed seed. */
record Trial(Blueprint blueprint) {
    static final double HOUR = 3600;
    static final double DAY = 24 * HOUR;
    static final double YEAR = 365 * DAY;

    /**
     * Student's t with 39 degrees of freedom exceeds this, on either side, in one of a million cases: a right program
     * misses one of a hundred bounds less than once in 10,000.
     */
    private static final double T = 5.77;

    private static final int REPLICATIONS = 40;

    static Trial of(String body) {
        return new Trial(Layout.of(read(body)));
    }

    static Scenario read(String body) {
        return parse(body).scenarioOrThrow();
    }

    private static Reading parse(String body) {
        return ScenarioReader.parse("nines: 1\nname: Trial\ndefaults: textbook\n" + body, "trial.yaml");
    }

    /** What is said when the body cannot be laid out: by whoever lays it out, and before with its line. */
    static void isRefused(String body, String... words) {
        assertThat(parse(body).problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR && problem.line() > 0)
                        .map(problem -> problem.path() + " " + problem.message()))
                .anyMatch(told -> Arrays.stream(words).allMatch(told::contains));
        assertThatThrownBy(() -> of(body)).isInstanceOf(NotLaidOut.class).hasMessageContainingAll(words);
    }

    MarkovModel solve() {
        MarkovModel.Outcome outcome = MarkovModel.of(blueprint);
        if (outcome instanceof MarkovModel.Found found) {
            return found.model();
        }
        throw new AssertionError(((MarkovModel.Refused) outcome).why());
    }

    /** A mean over replications and its standard error. */
    record Mean(double value, double error) {
        /** Fails if the mean is further from what is right than chance allows. */
        void meets(double right) {
            assertThat(value).isCloseTo(right, within(T * error + 1e-9 * Math.abs(right)));
        }

        /** As above, where the mean must also be sharp enough to tell right from wrong. */
        void meets(double right, double relativeError) {
            meets(right);
            assertThat(error).isLessThan(relativeError * Math.abs(right));
        }
    }

    Mean mean(double horizon, ToDoubleFunction<Journal> measure) {
        return mean(horizon, Options.plain(), measure);
    }

    /** Mean over a number of replications, without an error. */
    double mean(int replications, double horizon, ToDoubleFunction<Journal> measure) {
        Replicator replicator = new Replicator(blueprint, Options.plain());
        Journal journal = replicator.newJournal(horizon);
        double sum = 0;
        for (int i = 0; i < replications; i++) {
            replicator.run(17, i, horizon, journal, Replicator.Stop.never());
            sum += measure.applyAsDouble(journal);
        }
        return sum / replications;
    }

    Mean mean(double horizon, Options options, ToDoubleFunction<Journal> measure) {
        Replicator replicator = new Replicator(blueprint, options);
        Journal journal = replicator.newJournal(horizon);
        double[] samples = new double[REPLICATIONS];
        double mean = 0;
        for (int i = 0; i < REPLICATIONS; i++) {
            replicator.run(17, i, horizon, journal, Replicator.Stop.never());
            samples[i] = measure.applyAsDouble(journal);
            mean += samples[i] / REPLICATIONS;
            addsUp(journal);
        }
        double square = 0;
        for (double sample : samples) {
            square += (sample - mean) * (sample - mean);
        }
        return new Mean(mean, Math.sqrt(square / (REPLICATIONS - 1) / REPLICATIONS));
    }

    private static void addsUp(Journal journal) {
        for (int j = 0; j < journal.lost.length; j++) {
            assertThat(sum(journal.causeLost[j])).isCloseTo(journal.lost[j], within(1e-9 * journal.lost[j] + 1e-6));
            assertThat(sum(journal.causeDown[j])).isCloseTo(journal.down[j], within(1e-9 * journal.down[j] + 1e-6));
        }
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    static double lostShare(Journal journal) {
        return journal.lost[0] / journal.offered[0];
    }

    static double downShare(Journal journal) {
        return journal.down[0] / journal.time;
    }
}
