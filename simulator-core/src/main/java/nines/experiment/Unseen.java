package nines.experiment;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import nines.analytic.Rarity;
import nines.result.Estimate;
import nines.result.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What a run may not have met of a journey, as theory knows. An estimate and an exact value that are further apart than the
 * interval allows contradict each other only if this does not explain it: where most of the downtime is a coincidence of
 * once in 400 years, 300 years without it look precise and are wrong, and nobody is to be accused for that.
 */
final class Unseen {
    /** Nothing goes unseen that is not accounted for by the interval: it is one of a count of yes and no. */
    static final Part NOTHING = estimate -> 0;

    private final Supplier<@Nullable Rarity> theory;
    private boolean wasAsked;
    private @Nullable Rarity rarity;

    /** What theory says is asked for where an estimate is beyond chance, which is seldom. */
    Unseen(Supplier<@Nullable Rarity> theory) {
        this.theory = theory;
    }

    private @Nullable Rarity rarity() {
        if (!wasAsked) {
            rarity = theory.get();
            wasAsked = true;
        }
        return rarity;
    }

    /** The part of an exact value that the runs of an estimate may have missed: below 0 when they may see too much. */
    interface Part {
        double of(Estimate estimate);

        /**
         * The estimate; thin, when it is beyond chance away from the exact value, and would not be if that did without
         * what was perhaps not seen.
         *
         * @param convert from the exact answer to what is estimated; monotone
         */
        default Estimate judged(Estimate estimate, double exact, DoubleUnaryOperator convert) {
            double value = convert.applyAsDouble(exact);
            if (!Disagreement.isBeyondChance(estimate, value)) {
                return estimate;
            }
            double part = of(estimate);
            double without = convert.applyAsDouble(exact * (1 - part));
            double nearest = Math.min(Math.max(estimate.value(), Math.min(value, without)), Math.max(value, without));
            return Disagreement.isBeyondChance(estimate, nearest)
                    ? estimate
                    : estimate.atMost(
                            Verdict.THIN, reason(part, estimate.evidence().years()));
        }
    }

    private static String reason(double part, double years) {
        return String.format(
                Locale.ROOT,
                "by theory, %.0f %% of it is so rare that %.3g years need not have met any of it",
                100 * Math.abs(part),
                years);
    }

    private Part met(Rarity.Measure measure) {
        return estimate -> {
            Rarity known = rarity();
            return known == null ? 0 : known.missed(measure, Theory.simulated(estimate));
        };
    }

    private Part metAt(Rarity.Measure measure) {
        return estimate -> {
            Rarity known = rarity();
            return known == null
                    ? 0
                    : known.missedAt(measure, estimate.evidence().replications());
        };
    }

    /** Of the requests lost over time. */
    Part lost() {
        return met(Rarity.Measure.LOST);
    }

    /** Of the time down. */
    Part down() {
        return met(Rarity.Measure.DOWN);
    }

    /** Of the number of outages. */
    Part outages() {
        return met(Rarity.Measure.OUTAGES);
    }

    /** Of the mean length of an outage: time down and number may both be missed in part. */
    Part lengths() {
        return estimate -> {
            double down = down().of(estimate);
            double starts = outages().of(estimate);
            return down > starts ? down : -starts / (1 - Math.min(0.99, starts));
        };
    }

    /** Of the requests lost at one moment of each run. */
    Part lostAt() {
        return metAt(Rarity.Measure.LOST);
    }

    /** Of the runs that are down at one moment. */
    Part downAt() {
        return metAt(Rarity.Measure.DOWN);
    }
}
