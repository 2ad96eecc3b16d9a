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
    /** Reasons that are told in full. */
    private static final int TOLD = 3;

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
        String few = "'" + branch.name() + "' was expected " + times(expected);
        return branch.scored()
                ? few + "; availability counts it by its probability, but the lengths of outages rest on few"
                : few;
    }

    /** The estimate of a mean, held back by branches that are not counted by their probability. */
    Estimate mean(Estimate estimate) {
        List<Doubt> doubts = new ArrayList<>();
        List<Branch> branches = branches();
        for (int b = 0; b < branches.size(); b++) {
            if (!layout.branches().get(b).scored()) {
                doubts.add(new Doubt(branches.get(b).verdict(), branches.get(b).reason()));
            }
        }
        return held(estimate, doubts);
    }

    /** The estimate of something that depends on single draws, held back by every branch. */
    Estimate draws(Estimate estimate) {
        return held(
                estimate,
                branches().stream()
                        .map(branch -> new Doubt(branch.verdict(), branch.reason()))
                        .toList());
    }

    /** Why a number may be worth less than its interval says. */
    private record Doubt(Verdict verdict, String reason) {}

    /** An estimate with the worst of the verdicts, and the first few reasons. */
    private static Estimate held(Estimate estimate, List<Doubt> doubts) {
        List<String> reasons = new ArrayList<>();
        Verdict worst = Verdict.GOOD;
        for (Doubt doubt : doubts) {
            if (doubt.verdict() != Verdict.GOOD) {
                worst = worst.worse(doubt.verdict());
                reasons.add(doubt.reason());
            }
        }
        int left = reasons.size() - TOLD;
        String more = left > 0 ? "; " + left + " more were expected as seldom" : "";
        return estimate.atMost(worst, String.join("; ", reasons.subList(0, Math.min(TOLD, reasons.size()))) + more);
    }

    /** {@code only 4.5 times}. */
    static String times(double expected) {
        return expected < 0.05
                ? "less than 0.1 times"
                : String.format(Locale.ROOT, expected < 10 ? "only %.1f times" : "only %.0f times", expected);
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
        List<Doubt> doubts = new ArrayList<>();
        for (int c = 0; c < perYear.length; c++) {
            double expected = perYear[c] * years;
            double seen = causes.sum(c) * factor;
            // Expected five times and no loss seen: it happened (but for 1 in 150) and others stood in.
            boolean harmless = seen == 0 && expected >= NOT_TRUSTED_BELOW;
            double could = seen > 0 ? seen : harmless ? 0 : potential[c];
            if (expected > 0 && expected < THIN_BELOW && could > MATTERS_FROM * downtime) {
                doubts.add(new Doubt(
                        seen > 0 && expected >= NOT_TRUSTED_BELOW ? Verdict.THIN : verdict(expected),
                        String.format(
                                Locale.ROOT,
                                "'%s' was expected %s in %.0f years",
                                layout.causes().get(c).label(),
                                times(expected),
                                years)));
            }
        }
        return held(unavailability, doubts);
    }
}
