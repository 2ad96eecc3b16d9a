package nines.structure;

import java.util.Arrays;
import nines.blueprint.Journey;
import nines.blueprint.Tier;

/**
 * What a journey loses in a state whose tiers can carry the load at some hours and not at others. Between two levels of
 * the load every loss is a straight line in the load: up to the level everything is carried, above it what exceeds a
 * constant is lost. A band lies between two levels; its hours and its load are known in closed form, so that nothing
 * happens at a crossing and yet every sum is exact.
 *
 * <p>Levels are where one tier more or less begins to overflow, as it is and as it would be without some of the
 * impairments, and where the served share of any of these falls below the threshold. Of more than {@link #LEVELS_MAX}
 * levels of tiers with very many members missing, those that only matter for explanations are thinned out; what is
 * explained then still adds up to the exact loss.
 */
final class Swing {
    private static final int LEVELS_MAX = 48;
    private static final int HALVINGS_MAX = 48;
    private static final double CLOSE = 1e-12;

    private final Wiring wiring;
    private final Scores scores;
    private final Rotation rotation;
    private final Attribution attribution;
    private final LoadShape shape;
    private final int journey;
    private final boolean plain;

    private double[] levels = new double[16];
    private int levelCount;
    /** Hours above each level. */
    private Busy[] above = new Busy[0];

    // Of each band: lost requests a second and unit of rate, as constant + slope x load.
    private double[] constant = new double[16];
    private double[] slope = new double[16];
    private boolean[] up = new boolean[16];
    /** First entry of each band. */
    private int[] first = new int[17];
    /** The first band below the threshold, or the number of bands. */
    private int firstDown;

    // Entries: what each culprit has of a band's loss.
    private int[] cells = new int[64];
    private int[] clocks = new int[64];
    private double[] constants = new double[64];
    private double[] slopes = new double[64];
    private double[] downs = new double[64];

    private double[] asked = new double[64];
    private double[] askedBefore = new double[64];
    private int askedCount;
    private boolean active;
    private boolean explains;

    Swing(World world, Scores scores, Attribution attribution, int journey) {
        wiring = world.wiring;
        this.scores = scores;
        this.attribution = attribution;
        rotation = world.rotation;
        shape = scores.shape;
        this.journey = journey;
        boolean all = true;
        for (Way way : wiring.ways[journey]) {
            all &= way.isPlain();
        }
        for (int t : wiring.tiersOfJourney[journey]) {
            // Where dead members may still be asked, the living begin to overflow at other levels than their capacity.
            Tier tier = wiring.tiers[t];
            all &= tier.capacity() == Double.POSITIVE_INFINITY || tier.watches().length == 0 && !tier.blind();
        }
        plain = all;
    }

    /** Whether the present state's loss changes with the hour. */
    boolean isActive() {
        return active;
    }

    /**
     * Looks at the present state.
     *
     * @param explain whether the loss is also shared among its culprits
     * @return share served at the busiest hour
     */
    double look(boolean explain) {
        rotation.level = shape.least();
        double atTrough = scores.served(journey, rotation);
        rotation.level = shape.most();
        double atPeak = scores.served(journey, rotation);
        double wellAtPeak = scores.lossWhenWell(journey);
        rotation.level = shape.least();
        active = atTrough != atPeak || explain && atPeak < 1 && wellAtPeak != scores.lossWhenWell(journey);
        if (active) {
            explains = explain;
            findLevels();
            findBands();
            attribution.record(null);
            attribution.blame.nothing(journey);
        }
        rotation.level = 1;
        return atPeak;
    }

    // ---------------------------------------------------------------- levels and bands

    private void findLevels() {
        levelCount = 0;
        addLevel(shape.least());
        addLevel(shape.most());
        for (int t : wiring.tiersOfJourney[journey]) {
            Tier tier = wiring.tiers[t];
            if (tier.capacity() < Double.POSITIVE_INFINITY) {
                int able = rotation.able(t);
                double load = tier.load() * rotation.levelOf(t) / rotation.level;
                int all = explains ? Math.min(tier.members().length, able + LEVELS_MAX) : able;
                for (int k = able; k <= all; k++) {
                    addLevel(k * tier.capacity() / load);
                }
                addLevel(able * tier.capacity() / (load * rotation.arrives(t)));
            }
        }
    }

    /** Keeps the levels in order; one that is outside or known already is left out. */
    private void addLevel(double level) {
        boolean inside = level > shape.least() * (1 + CLOSE) && level < shape.most() * (1 - CLOSE);
        if (!inside && levelCount >= 2) {
            return;
        }
        int at = levelCount;
        while (at > 0 && levels[at - 1] >= level * (1 - CLOSE)) {
            at--;
        }
        if (at < levelCount && levels[at] <= level * (1 + CLOSE)) {
            return;
        }
        if (levelCount == levels.length) {
            levels = Arrays.copyOf(levels, 2 * levelCount);
        }
        System.arraycopy(levels, at, levels, at + 1, levelCount - at);
        levels[at] = level;
        levelCount++;
    }

    private void findBands() {
        int halvings = 0;
        first[0] = 0;
        for (int band = 0; band + 1 < levelCount; ) {
            double low = levels[band];
            double high = levels[band + 1];
            double p = low + 0.25 * (high - low);
            double q = low + 0.75 * (high - low);
            room(band);
            double atP = ask(p);
            int entriesAtP = collect(first[band], p);
            double[] swap = askedBefore;
            askedBefore = asked;
            asked = swap;
            int askedAtP = askedCount;
            double atQ = ask(q);
            slope[band] = (q * atQ - p * atP) / (q - p);
            constant[band] = p * atP - slope[band] * p;
            up[band] = isUp(atP);
            int before = levelCount;
            addThreshold(slope[band], constant[band], low, high);
            for (int i = 0; i < Math.min(askedAtP, askedCount); i++) {
                double itsSlope = (q * asked[i] - p * askedBefore[i]) / (q - p);
                addThreshold(itsSlope, p * askedBefore[i] - itsSlope * p, low, high);
            }
            if (!plain && levelCount == before && halvings < HALVINGS_MAX && isBent(band, low, high)) {
                halvings++;
                addLevel(0.5 * (low + high));
            }
            if (levelCount > before) {
                continue;
            }
            first[band + 1] = fit(first[band], entriesAtP, p, q);
            band++;
        }
        firstDown = bands();
        while (firstDown > 0 && !up[firstDown - 1]) {
            firstDown--;
        }
        if (above.length < levelCount) {
            int before = above.length;
            above = Arrays.copyOf(above, levels.length);
            for (int b = before; b < above.length; b++) {
                above[b] = new Busy(shape);
            }
        }
        for (int b = 0; b < levelCount; b++) {
            above[b].set(b == 0 ? -1 : levels[b]);
        }
    }

    /** Loss at a level of the load, explained there. */
    private double ask(double level) {
        rotation.level = level;
        double served = scores.served(journey, rotation);
        askedCount = 0;
        if (explains) {
            scores.share[journey] = served;
            scores.lostWhenWell[journey] = scores.lossWhenWell(journey);
            attribution.record(this);
            attribution.explain(journey, isUp(1 - served));
        }
        return 1 - served;
    }

    /** A loss that the attribution has asked for. */
    void asked(double loss) {
        if (askedCount == asked.length) {
            asked = Arrays.copyOf(asked, 2 * askedCount);
        }
        if (askedBefore.length < asked.length) {
            askedBefore = Arrays.copyOf(askedBefore, asked.length);
        }
        asked[askedCount++] = loss;
    }

    private boolean isUp(double loss) {
        return 1 - loss >= wiring.journeys[journey].upAt() - Scores.ROUNDING;
    }

    /** Where slope + constant / load reaches what may be lost. */
    private void addThreshold(double itsSlope, double itsConstant, double low, double high) {
        Journey of = wiring.journeys[journey];
        double level = itsConstant / (1 - of.upAt() + Scores.ROUNDING - itsSlope);
        if (level > low * (1 + CLOSE) && level < high * (1 - CLOSE)) {
            addLevel(level);
        }
    }

    private boolean isBent(int band, double low, double high) {
        double middle = 0.5 * (low + high);
        rotation.level = middle;
        double loss = 1 - scores.served(journey, rotation);
        return high - low > 1e-9 * high && Math.abs(middle * loss - constant[band] - slope[band] * middle) > 1e-13;
    }

    private void room(int band) {
        if (band + 1 >= constant.length) {
            int n = 2 * constant.length;
            constant = Arrays.copyOf(constant, n);
            slope = Arrays.copyOf(slope, n);
            up = Arrays.copyOf(up, n);
            first = Arrays.copyOf(first, n + 1);
        }
    }

    /** Notes the culprits at a level; what they lose there stands in {@code constants} until {@link #fit}. */
    private int collect(int from, double level) {
        int end = from;
        if (!explains) {
            return end;
        }
        for (int e = attribution.blame.from(journey); e < attribution.blame.to(journey); e++) {
            end = entry(from, end, attribution.blame.cell(e), attribution.blame.clock(e));
            int at = find(from, end, attribution.blame.cell(e), attribution.blame.clock(e));
            constants[at] += level * attribution.blame.lost(e);
            downs[at] += attribution.blame.down(e);
        }
        return end;
    }

    /** Lays lines through what culprits lose at p, noted before, and at q, asked last. */
    private int fit(int from, int endAtP, double p, double q) {
        int end = endAtP;
        if (!explains) {
            return end;
        }
        for (int e = attribution.blame.from(journey); e < attribution.blame.to(journey); e++) {
            end = entry(from, end, attribution.blame.cell(e), attribution.blame.clock(e));
            slopes[find(from, end, attribution.blame.cell(e), attribution.blame.clock(e))] +=
                    q * attribution.blame.lost(e);
        }
        for (int e = from; e < end; e++) {
            double atP = constants[e];
            slopes[e] = (slopes[e] - atP) / (q - p);
            constants[e] = atP - slopes[e] * p;
        }
        return end;
    }

    private int entry(int from, int end, int cell, int clock) {
        if (find(from, end, cell, clock) >= 0) {
            return end;
        }
        if (end == cells.length) {
            int n = 2 * end;
            cells = Arrays.copyOf(cells, n);
            clocks = Arrays.copyOf(clocks, n);
            constants = Arrays.copyOf(constants, n);
            slopes = Arrays.copyOf(slopes, n);
            downs = Arrays.copyOf(downs, n);
        }
        cells[end] = cell;
        clocks[end] = clock;
        constants[end] = 0;
        slopes[end] = 0;
        downs[end] = 0;
        return end + 1;
    }

    private int find(int from, int end, int cell, int clock) {
        for (int e = from; e < end; e++) {
            if (cells[e] == cell && clocks[e] == clock) {
                return e;
            }
        }
        return -1;
    }

    // ---------------------------------------------------------------- what it comes to

    private int bands() {
        return levelCount - 1;
    }

    private double seconds(int band, double from, double to) {
        double more = band + 1 == bands() ? 0 : above[band + 1].seconds(from, to);
        return (band == 0 ? to - from : above[band].seconds(from, to)) - more;
    }

    private double load(int band, double from, double to) {
        double more = band + 1 == bands() ? 0 : above[band + 1].load(from, to);
        return (band == 0 ? shape.between(from, to) : above[band].load(from, to)) - more;
    }

    /** Requests lost between two times, for one request a second on average. */
    double lost(double from, double to) {
        double sum = 0;
        for (int b = 0; b < bands(); b++) {
            sum += constant[b] * seconds(b, from, to) + slope[b] * load(b, from, to);
        }
        return sum;
    }

    /** Seconds below the threshold between two times. */
    double down(double from, double to) {
        return firstDown == 0 ? to - from : firstDown == bands() ? 0 : above[firstDown].seconds(from, to);
    }

    /** Adds each culprit's share of what is lost between two times. */
    void share(double from, double to, double rate, double[] causeLost, double[] causeDown) {
        for (int b = 0; b < bands(); b++) {
            double seconds = seconds(b, from, to);
            double load = load(b, from, to);
            for (int e = first[b]; e < first[b + 1]; e++) {
                causeLost[cells[e]] += rate * (constants[e] * seconds + slopes[e] * load);
                causeDown[cells[e]] += downs[e] * seconds;
            }
        }
    }

    /** Share of a day's requests that is lost. */
    double lostOfADay() {
        double sum = 0;
        for (int b = 0; b < bands(); b++) {
            sum += constant[b] * timeShare(b) + slope[b] * loadShare(b);
        }
        return sum;
    }

    /** Share of a day's time below the threshold. */
    double downOfADay() {
        return firstDown == bands() ? 0 : above[firstDown].timeShare();
    }

    private double timeShare(int band) {
        return above[band].timeShare() - (band + 1 == bands() ? 0 : above[band + 1].timeShare());
    }

    private double loadShare(int band) {
        return above[band].loadShare() - (band + 1 == bands() ? 0 : above[band + 1].loadShare());
    }

    /** Share of the requests served at a time. */
    double served(double time) {
        double load = Math.max(shape.least(), Math.min(shape.most(), shape.at(time)));
        int b = 0;
        while (b + 1 < bands() && levels[b + 1] <= load) {
            b++;
        }
        return 1 - (constant[b] / load + slope[b]);
    }

    boolean isUpAt(double time) {
        return firstDown == bands() || firstDown > 0 && !above[firstDown].isOn(time);
    }

    /** The next time after {@code time} at which the journey falls below its threshold or comes back, +infinity if none. */
    double nextCrossing(double time) {
        return firstDown == 0 || firstDown == bands() ? Double.POSITIVE_INFINITY : above[firstDown].next(time);
    }

    /** Whether it falls below at the time that {@link #nextCrossing} has returned. */
    boolean falls() {
        return above[firstDown].begins();
    }

    /** The cause with the largest share of the loss at a time. */
    int foremost(double time) {
        double load = shape.at(time);
        int b = firstDown == bands() ? 0 : firstDown;
        while (b + 1 < bands() && levels[b + 1] <= load) {
            b++;
        }
        int best = wiring.overloadCause;
        double most = -1;
        for (int e = first[b]; e < first[b + 1]; e++) {
            double lost = constants[e] + slopes[e] * load;
            if (lost > most) {
                most = lost;
                best = cells[e] / Journal.STAGES;
            }
        }
        return best;
    }

    /** Takes out what draws of this instant differ from their means, at the mean loss of a day. */
    void correct(Journal journal, double rate) {
        for (int b = 0; b < bands(); b++) {
            double time = timeShare(b);
            double load = loadShare(b);
            for (int e = first[b]; e < first[b + 1]; e++) {
                double surprise = scores.corrections.surprise(clocks[e]);
                if (surprise != 0) {
                    journal.lostCorrected[journey] -= (constants[e] * time + slopes[e] * load) * rate * surprise;
                    journal.downCorrected[journey] -= downs[e] * time * surprise;
                }
            }
        }
    }
}
