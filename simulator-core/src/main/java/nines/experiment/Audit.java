package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.result.Branch;
import nines.result.Estimate;
import nines.result.Verdict;

/**
 * Was everything rare that decides a number seen often enough? A sample cannot know of what it never saw, the model
 * does: expected visits are opportunities × probability, or years × rate.
 */
final class Audit {
    private static final double THIN_BELOW = 30;
    private static final double NOT_TRUSTED_BELOW = 5;
    /** A fault that could not make up a tenth of the downtime does not decide it. */
    private static final double MATTERS_FROM = 0.1;

    private final Layout layout;
    private final Ledger ledger;

    Audit(Layout layout, Ledger ledger) {
        this.layout = layout;
        this.ledger = ledger;
    }

    static Verdict verdict(double expectedVisits) {
        return expectedVisits < NOT_TRUSTED_BELOW
                ? Verdict.NOT_TRUSTED
                : expectedVisits < THIN_BELOW ? Verdict.THIN : Verdict.GOOD;
    }

    List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        for (int b = 0; b < layout.branches().size(); b++) {
            Layout.BranchName branch = layout.branches().get(b);
            long asked = ledger.branchAsked[b];
            double expected = asked * branch.probability();
            Verdict verdict = asked == 0 || isCertain(branch) ? Verdict.GOOD : verdict(expected);
            String reason = verdict == Verdict.GOOD ? "" : reason(branch, expected);
            branches.add(new Branch(
                    branch.name(), branch.probability(), asked, expected, ledger.branchTaken[b], verdict, reason));
        }
        return branches;
    }

    private static boolean isCertain(Layout.BranchName branch) {
        return branch.probability() <= 0 || branch.probability() >= 1;
    }

    private static String reason(Layout.BranchName branch, double expected) {
        String few = String.format(Locale.ROOT, "'%s' was expected only %.1f times", branch.name(), expected);
        return branch.scored()
                ? few + "; availability counts it by its probability, but the lengths of outages rest on few"
                : few;
    }

    /** The estimate of a mean, held back by branches that are not counted by their probability. */
    Estimate mean(Estimate estimate) {
        Estimate held = estimate;
        List<Branch> branches = branches();
        for (int b = 0; b < branches.size(); b++) {
            if (!layout.branches().get(b).scored()) {
                held = held.atMost(branches.get(b).verdict(), branches.get(b).reason());
            }
        }
        return held;
    }

    /** The estimate of something that depends on single draws, held back by every branch. */
    Estimate draws(Estimate estimate) {
        Estimate held = estimate;
        for (Branch branch : branches()) {
            held = held.atMost(branch.verdict(), branch.reason());
        }
        return held;
    }

    /**
     * The unavailability, held back by faults so rare that they were hardly seen, if they could decide it.
     *
     * @param causes downtime by cause, in the unit of {@code factor}
     * @param factor from a sum of {@code causes} to seconds a year
     */
    Estimate rareFaults(Estimate unavailability, Cells causes, double factor) {
        double years = ledger.years();
        double downtime = unavailability.value() * Settings.YEAR;
        double[] perYear = new double[layout.causes().size()];
        double[] potential = new double[perYear.length];
        for (Layout.Fault fault : layout.faults()) {
            perYear[fault.cause()] += fault.perYear();
            potential[fault.cause()] += fault.perYear() * fault.meanRepair();
        }
        Estimate held = unavailability;
        for (int c = 0; c < perYear.length; c++) {
            double expected = perYear[c] * years;
            double seen = causes.sum(c) * factor;
            // Expected five times and no loss seen: it happened (but for 1 in 150) and others stood in.
            boolean harmless = seen == 0 && expected >= NOT_TRUSTED_BELOW;
            double could = seen > 0 ? seen : harmless ? 0 : potential[c];
            if (expected > 0 && expected < THIN_BELOW && could > MATTERS_FROM * downtime) {
                held = held.atMost(
                        seen > 0 && expected >= NOT_TRUSTED_BELOW ? Verdict.THIN : verdict(expected),
                        String.format(
                                Locale.ROOT,
                                "'%s' was expected only %.1f times in %.0f years",
                                layout.causes().get(c).label(),
                                expected,
                                years));
            }
        }
        return held;
    }
}
