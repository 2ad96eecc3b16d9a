package nines.structure;

import java.util.Arrays;

/**
 * What was drawn beyond its known mean, taken out of the estimates again: losses and downtimes that follow from a clock
 * or a branch are corrected by how far the draw was from its mean, times what it costs (a control variate).
 */
final class Corrections {
    private final World world;
    private final Wiring wiring;
    private final Blame blame;
    private final CrowdClocks crowdClocks;

    /** How much longer than on average each clock was set in the instant beside it, in seconds. */
    private final double[] excess;

    private final long[] excessInstant;
    /** What a take-over costs a journey each second in an otherwise healthy system: requests, and time below its threshold. */
    private final double[][] lossOf;

    private final double[][] downOf;
    /** The last instant in which a clock was started that is known to run longer or shorter than its law's mean. */
    private long surprised;
    /** The clocks started in that instant, each once. */
    private final int[] surprisedClocks;

    private int surprisedCount;
    private long instant;
    private Journal journal;
    private double measuredTo = Double.POSITIVE_INFINITY;

    Corrections(World world, Blame blame, Journal journal) {
        this.world = world;
        this.blame = blame;
        this.journal = journal;
        wiring = world.wiring;
        int journeys = wiring.journeys.length;
        excess = new double[wiring.clocks];
        excessInstant = new long[wiring.clocks];
        surprisedClocks = new int[wiring.clocks];
        crowdClocks = new CrowdClocks(world);
        lossOf = new double[journeys][wiring.takeovers.length];
        downOf = new double[journeys][wiring.takeovers.length];
    }

    void writeTo(Journal journal) {
        this.journal = journal;
    }

    void clear() {
        Arrays.fill(excessInstant, -1);
        instant = 0;
        surprised = -1;
    }

    /** What is started from now on belongs to another instant. */
    void instantEnds() {
        instant++;
    }

    /** Says what a take-over costs a journey each second in an otherwise healthy system. */
    void weigh(int j, int takeover, double lost, double down) {
        lossOf[j][takeover] = lost;
        downOf[j][takeover] = down;
    }

    /** Says when the replication ends. */
    void measureUntil(double end) {
        measuredTo = end;
    }

    /** A clock was started with a draw of a law. */
    void started(int clock, Law law, double drawn) {
        double drawnMinusMean = law.surprise(drawn, measuredTo - world.clocks.now);
        if (drawnMinusMean == 0) {
            return;
        }
        if (surprised != instant) {
            surprised = instant;
            surprisedCount = 0;
        }
        if (excessInstant[clock] == instant) {
            excess[clock] += drawnMinusMean;
        } else {
            excessInstant[clock] = instant;
            excess[clock] = drawnMinusMean;
            surprisedClocks[surprisedCount++] = clock;
        }
    }

    /** A branch was drawn that costs so many seconds of the take-over's loss when taken. */
    void branched(int takeover, double seconds, double p, boolean taken) {
        double surprise = ((taken ? 1 : 0) - p) * seconds;
        for (int j = 0; j < lossOf.length; j++) {
            journal.lostCorrected[j] -= lossOf[j][takeover] * surprise;
            journal.downCorrected[j] -= downOf[j][takeover] * surprise;
        }
    }

    /** Corrects what a journey loses from now on, at so many requests a second. */
    void correct(int j, double rate) {
        if (surprised != instant) {
            return;
        }
        for (int e = blame.from(j); e < blame.to(j); e++) {
            double surprise = surprise(blame.clock(e));
            if (surprise != 0) {
                journal.lostCorrected[j] -= blame.lost(e) * rate * surprise;
                journal.downCorrected[j] -= blame.down(e) * surprise;
            }
        }
    }

    /** How much longer than on average the clocks behind an entry were set in this instant, in seconds. */
    double surprise(int clock) {
        if (clock >= wiring.clocks) {
            return surpriseOfCrowd(clock - wiring.clocks);
        }
        if (clock >= 0) {
            return excessInstant[clock] == instant ? excess[clock] : 0;
        }
        return clock < -1 ? surpriseOfBeliefs(-2 - clock) : 0;
    }

    /** Each member of a crowd has the same part in its loss. */
    private double surpriseOfCrowd(int crowd) {
        double sum = 0;
        for (int i = 0; surprised == instant && i < surprisedCount; i++) {
            int clock = surprisedClocks[i];
            sum += crowdClocks.weight(clock, crowd) * excess[clock];
        }
        return sum / world.crowds.size(crowd);
    }

    /** Several senders share the loss of a member they are all wrong about; the mean over their clocks. */
    private double surpriseOfBeliefs(int belief) {
        int i = belief - wiring.beliefBase[wiring.beliefWatch[belief]];
        boolean truth = world.isTrue(wiring.beliefTarget[belief]);
        double sum = 0;
        int wrong = 0;
        int[] watches = wiring.tiers[wiring.tiersOfBelief[belief][0]].watches();
        for (int w : watches) {
            int b = wiring.beliefBase[w] + i;
            if (world.trusted[b] != truth) {
                wrong++;
                int clock = wiring.clock(Wiring.BELIEF, b);
                sum += excessInstant[clock] == instant ? excess[clock] : 0;
            }
        }
        return wrong == 0 ? 0 : sum / wrong;
    }
}
