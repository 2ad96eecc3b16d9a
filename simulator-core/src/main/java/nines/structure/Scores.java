package nines.structure;

import java.util.Arrays;
import nines.blueprint.Inflow;
import nines.blueprint.Journey;
import nines.blueprint.Step;
import nines.blueprint.Tier;
import org.jspecify.annotations.Nullable;

/**
 * The served share of every journey in the present state, its integrals, and who is to blame. Measures look only when
 * time moves on: a journey that was touched is looked at once, after every event and rule of the instant.
 */
final class Scores implements Step.State {
    /** Shares are sums of products of doubles; a share that is the threshold on paper must not fall below it. */
    static final double ROUNDING = 1e-12;

    private final World world;
    private final Wiring wiring;
    private final Options options;
    final Attribution attribution;
    final Blame blame;
    final LoadShape shape;

    // Tiers: members that are not simply alive and trusted are kept in a list.
    private final boolean[] serving;
    private final int[] servingCount;
    private final int[] trustedCount;
    private final int[] goodCount;
    final int[][] off;
    final int[] offCount;
    private final int[] offPosition;
    /** How many of the tier's watches do not trust a member. */
    private final int[] distrust;
    /** Members that answer wrongly now and then, and how many of them a tier has. */
    private final boolean[] sick;

    private final int[] degraded;
    /** What {@link #attempt} last said about a tier, and whether the tier has changed since. */
    private final double[] lastAttempt;

    private final boolean[] changed;

    // Journeys.
    final double[] share;
    private final double[] since;
    private final boolean[] up;
    private final double[] outageStart;
    private final int[] outageCause;
    private final double[] lostBefore;
    private final Pending touched;
    private final long[] lookedAt;

    // Corrections by known means.
    private final double[] excess;
    private final long[] excessInstant;
    private final double[][] lossOf;
    private final double[][] downOf;
    /** What each journey loses with everything in order: more load than the tiers can carry. */
    final double[] lostWhenWell;

    /** Load relative to its mean, for which the share is asked; surges come on top. */
    double level = 1;
    /** How many requests each journey has by surges, relative to those without; as long as it was looked at. */
    private final double[] flow;
    /** Requests offered by surges since measuring began. */
    private final double[] extra;
    /** Journeys whose loss may change with the hour, or null. */
    private final @Nullable Swing[] swings;

    private final Well well;

    private long instant;
    /** The last instant in which a clock was started that is known to run longer or shorter than its law's mean. */
    private long surprised;
    /** The clocks started in that instant, each once. */
    private final int[] surprisedClocks;

    private int surprisedCount;
    private final CrowdClocks crowdClocks;

    private Journal journal;
    private double measuredFrom;
    private double measuredTo = Double.POSITIVE_INFINITY;
    private boolean firstSeen;

    Scores(World world, Options options) {
        this.world = world;
        this.options = options;
        wiring = world.wiring;
        shape = LoadShape.of(wiring.blueprint.load());
        int slots = wiring.slotTier.length;
        int tiers = wiring.tiers.length;
        serving = new boolean[slots];
        servingCount = new int[tiers];
        trustedCount = new int[wiring.viewBase[tiers]];
        goodCount = new int[wiring.viewBase[tiers]];
        off = new int[tiers][];
        for (int t = 0; t < tiers; t++) {
            off[t] = new int[wiring.tiers[t].members().length];
        }
        offCount = new int[tiers];
        offPosition = new int[slots];
        distrust = new int[slots];
        sick = new boolean[slots];
        degraded = new int[tiers];
        lastAttempt = new double[tiers];
        changed = new boolean[tiers];
        int journeys = wiring.journeys.length;
        share = new double[journeys];
        lookedAt = new long[journeys];
        since = new double[journeys];
        up = new boolean[journeys];
        outageStart = new double[journeys];
        outageCause = new int[journeys];
        lostBefore = new double[journeys];
        touched = new Pending(journeys, new int[1]);
        excess = new double[wiring.clocks];
        excessInstant = new long[wiring.clocks];
        surprisedClocks = new int[wiring.clocks];
        crowdClocks = new CrowdClocks(world);
        lossOf = new double[journeys][wiring.takeovers.length];
        downOf = new double[journeys][wiring.takeovers.length];
        lostWhenWell = new double[journeys];
        attribution = new Attribution(world, this);
        blame = attribution.blame;
        flow = new double[journeys];
        extra = new double[journeys];
        swings = new Swing[journeys];
        for (int j = 0; j < journeys && !shape.isFlat(); j++) {
            for (Way way : wiring.ways[j]) {
                if (way.limited()) {
                    swings[j] = new Swing(world, this, attribution, j);
                }
            }
        }
        well = new Well(wiring);
        journal = new Journal(wiring.blueprint, Options.plain(), 0, wiring.clocks);
    }

    void writeTo(Journal journal) {
        this.journal = journal;
    }

    void clear() {
        Arrays.fill(serving, true);
        Arrays.fill(offCount, 0);
        Arrays.fill(offPosition, -1);
        Arrays.fill(distrust, 0);
        Arrays.fill(sick, false);
        Arrays.fill(degraded, 0);
        Arrays.fill(changed, true);
        for (int t = 0; t < wiring.tiers.length; t++) {
            int n = wiring.tiers[t].members().length;
            servingCount[t] = n;
            Arrays.fill(trustedCount, wiring.viewBase[t], wiring.viewBase[t + 1], n);
            Arrays.fill(goodCount, wiring.viewBase[t], wiring.viewBase[t + 1], n);
        }
        Arrays.fill(since, 0);
        Arrays.fill(up, true);
        Arrays.fill(share, 1);
        Arrays.fill(flow, 1);
        Arrays.fill(extra, 0);
        Arrays.fill(excessInstant, -1);
        instant = 0;
        surprised = -1;
        Arrays.fill(lookedAt, -1);
        measuredFrom = 0;
        firstSeen = false;
        blame.clear();
        for (int j = 0; j < share.length; j++) {
            touched.note(j);
        }
    }

    void remember(Memory memory) {
        memory.of(servingCount, trustedCount, goodCount, offCount, offPosition, distrust, degraded);
        memory.of(off);
        memory.of(lastAttempt);
        memory.of(serving, sick, changed);
    }

    /** What each take-over costs each journey while it runs in an otherwise healthy system. */
    void weighTakeovers() {
        well.remember(this);
        for (int j = 0; j < share.length; j++) {
            lostWhenWell[j] = 1 - served(j, this);
        }
        for (int t = 0; t < wiring.takeovers.length; t++) {
            int works = wiring.takeovers[t].works();
            world.hold(works, 1, -1);
            for (int j = 0; j < share.length; j++) {
                double served = served(j, this);
                lossOf[j][t] = wiring.journeys[j].rate() * (1 - served);
                downOf[j][t] = served >= wiring.journeys[j].upAt() - ROUNDING ? 0 : 1;
            }
            world.hold(works, -1, -1);
        }
    }

    // ---------------------------------------------------------------- what changes

    void touch(int journey) {
        touched.note(journey);
    }

    void tierChanged(int tier) {
        changed[tier] = true;
        for (int j : wiring.journeysOfTier[tier]) {
            touched.note(j);
        }
    }

    /** Stages went on: journeys that lose something must be explained anew. */
    void labelsChanged() {
        for (int j = 0; j < share.length; j++) {
            if (share[j] < 1) {
                touched.note(j);
            }
        }
    }

    /** The same for some journeys. */
    void labelsChanged(int[] journeys) {
        for (int j : journeys) {
            if (share[j] < 1) {
                touched.note(j);
            }
        }
    }

    void slotChanged(int slot) {
        int t = wiring.slotTier[slot];
        Tier tier = wiring.tiers[t];
        int i = slot - wiring.slotBase[t];
        int member = tier.members()[i];
        boolean now = world.isTrue(member);
        if (now != serving[slot]) {
            serving[slot] = now;
            int step = now ? 1 : -1;
            servingCount[t] += step;
            int[] watches = tier.watches();
            for (int k = 0; k < watches.length; k++) {
                if (world.trusted[wiring.beliefBase[watches[k]] + i]) {
                    goodCount[wiring.viewBase[t] + k] += step;
                }
            }
        }
        world.crowds.mark(member);
        boolean isSick = world.errors[world.unitBehind(member)] > 0;
        if (isSick != sick[slot]) {
            sick[slot] = isSick;
            degraded[t] += isSick ? 1 : -1;
        }
        sort(t, slot);
        tierChanged(t);
    }

    void beliefChanged(int b) {
        int w = wiring.beliefWatch[b];
        int i = b - wiring.beliefBase[w];
        int step = world.trusted[b] ? 1 : -1;
        for (int t : wiring.tiersOfBelief[b]) {
            int slot = wiring.slotBase[t] + i;
            int[] watches = wiring.tiers[t].watches();
            for (int k = 0; k < watches.length; k++) {
                if (watches[k] == w) {
                    trustedCount[wiring.viewBase[t] + k] += step;
                    goodCount[wiring.viewBase[t] + k] += serving[slot] ? step : 0;
                    distrust[slot] -= step;
                }
            }
            sort(t, slot);
            tierChanged(t);
        }
    }

    /** Puts a member on the list of those that are not simply alive and trusted, or takes it off. */
    private void sort(int t, int slot) {
        boolean odd = !serving[slot] || distrust[slot] > 0 || sick[slot];
        int at = offPosition[slot];
        if (odd && at < 0) {
            offPosition[slot] = offCount[t];
            off[t][offCount[t]++] = slot;
        } else if (!odd && at >= 0) {
            int last = off[t][--offCount[t]];
            off[t][at] = last;
            offPosition[last] = at;
            offPosition[slot] = -1;
        }
    }

    boolean isServing(int slot) {
        return serving[slot];
    }

    /** Whether some member answers wrongly now and then. */
    boolean isDegraded(int tier) {
        return degraded[tier] > 0;
    }

    /** Whether every sender has taken the member out of rotation. */
    boolean isRemoved(int slot) {
        int t = wiring.slotTier[slot];
        int i = slot - wiring.slotBase[t];
        for (int w : wiring.tiers[t].watches()) {
            if (world.trusted[wiring.beliefBase[w] + i]) {
                return false;
            }
        }
        return wiring.tiers[t].watches().length > 0;
    }

    /** Whether nobody else in the tier would answer. */
    boolean isLastResort(int slot) {
        return servingCount[wiring.slotTier[slot]] < Math.max(1, wiring.tiers[wiring.slotTier[slot]].needed());
    }

    // ---------------------------------------------------------------- the share in this state

    @Override
    public boolean works(int node) {
        return world.isTrue(node);
    }

    @Override
    public double attempt(int t) {
        if (offCount[t] == 0) {
            return 1;
        }
        if (changed[t]) {
            changed[t] = false;
            lastAttempt[t] = attemptNow(t);
        }
        return lastAttempt[t];
    }

    private double attemptNow(int t) {
        Tier tier = wiring.tiers[t];
        if (servingCount[t] < tier.needed()) {
            return 0;
        }
        return tier.tried(meets(t, degraded[t] > 0));
    }

    @Override
    public double once(int t) {
        return offCount[t] == 0 ? 1 : servingCount[t] < wiring.tiers[t].needed() ? 0 : meets(t, degraded[t] > 0);
    }

    @Override
    public double stuck(int t) {
        Tier tier = wiring.tiers[t];
        if (tier.alive().length == 0 || offCount[t] == 0 || servingCount[t] < tier.needed() && tier.needed() > 1) {
            return 0;
        }
        int n = tier.members().length;
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < tier.watches().length; k++) {
            int sender = tier.senders()[k];
            if (sender >= 0 && !world.isTrue(sender)) {
                continue;
            }
            int trusted = trustedCount[wiring.viewBase[t] + k];
            boolean panics = trusted < tier.panicBelow() * n;
            sum += panics || trusted > 0
                    ? (double) hung(t, panics ? -1 : tier.watches()[k]) / (panics ? n : trusted)
                    : 0;
            weight++;
        }
        if (tier.watches().length == 0) {
            // Whoever sees the truth asks those that hang only when nobody answers.
            return servingCount[t] == 0 && hung(t, -1) > 0 ? 1 : 0;
        }
        return weight == 0 ? 0 : sum / weight;
    }

    /** Members that accept and never answer, among those that a watch trusts, or all with -1. */
    private int hung(int t, int watch) {
        Tier tier = wiring.tiers[t];
        int hung = 0;
        for (int k = 0; k < offCount[t]; k++) {
            int slot = off[t][k];
            int i = slot - wiring.slotBase[t];
            boolean asked = watch < 0 || world.trusted[wiring.beliefBase[watch] + i];
            hung += asked && !serving[slot] && world.isTrue(tier.alive()[i]) ? 1 : 0;
        }
        return hung;
    }

    /** Chance that one try meets a member that lives; less its wrong answers where those count. */
    private double meets(int t, boolean anySick) {
        Tier tier = wiring.tiers[t];
        int n = tier.members().length;
        int views = tier.watches().length;
        if (views == 0) {
            double errors = anySick ? errors(t, -1) : 0;
            return servingCount[t] == 0 ? 0 : (servingCount[t] - errors) / (tier.blind() ? n : servingCount[t]);
        }
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < views; k++) {
            int sender = tier.senders()[k];
            if (sender >= 0 && !world.isTrue(sender)) {
                continue;
            }
            int view = wiring.viewBase[t] + k;
            int trusted = trustedCount[view];
            int good = goodCount[view];
            if (trusted < tier.panicBelow() * n) {
                trusted = n;
                good = servingCount[t];
            }
            double errors = anySick ? errors(t, k) : 0;
            sum += trusted == 0 ? 0 : (good - errors) / trusted;
            weight++;
        }
        return weight == 0 ? 1 : sum / weight;
    }

    private double errors(int t, int view) {
        Tier tier = wiring.tiers[t];
        double sum = 0;
        for (int k = 0; k < offCount[t]; k++) {
            int i = off[t][k] - wiring.slotBase[t];
            boolean asked = view < 0 || world.trusted[wiring.beliefBase[tier.watches()[view]] + i];
            if (serving[off[t][k]] && asked) {
                sum += world.errors[world.unitBehind(tier.members()[i])];
            }
        }
        return sum;
    }

    @Override
    public double carried(int t) {
        Tier tier = wiring.tiers[t];
        if (tier.capacity() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        int able = able(t);
        double now = levelOf(t);
        if (able == 0 || able * tier.capacity() >= now * tier.load()) {
            return 1;
        }
        return tier.carried(able, offCount[t] == 0 ? 1 : tier.tried(meets(t, false)), now);
    }

    /** Load of a tier relative to its mean, surges included. */
    double levelOf(int t) {
        var inflows = wiring.tiers[t].inflows();
        return inflows.isEmpty() ? level : level * Inflow.factor(inflows, this);
    }

    /** Whether surges may change what a journey loses with everything in order. */
    boolean mayDependOnSurges(int j) {
        return wiring.surges[j];
    }

    /** The share of a tier's load that meets a living member. */
    double arrives(int t) {
        double met = offCount[t] == 0 ? 1 : wiring.tiers[t].tried(meets(t, false));
        return met >= 1 ? 1 : wiring.tiers[t].clients().any(met);
    }

    /** How many members of a tier work for it. */
    int able(int t) {
        if (wiring.tiers[t].watches().length == 0) {
            return servingCount[t];
        }
        int most = 0;
        for (int view = wiring.viewBase[t]; view < wiring.viewBase[t + 1]; view++) {
            most = Math.max(most, goodCount[view]);
        }
        return most;
    }

    /** What a journey would lose at the present level with everything in order. */
    double lossWhenWell(int j) {
        return 1 - served(j, well);
    }

    /** The share of a journey that the present state loses, and of its time below the threshold, over a day. */
    double[] lossOfADay(int j) {
        Swing swing = swings[j];
        if (swing != null) {
            swing.look(false);
            if (swing.isActive()) {
                return new double[] {swing.lostOfADay(), swing.downOfADay()};
            }
        }
        double served = served(j, this);
        return new double[] {1 - served, served >= wiring.journeys[j].upAt() - ROUNDING ? 0 : 1};
    }

    /** Whether the loss of a journey may change with the hour. */
    boolean mayDependOnTheHour(int j) {
        return swings[j] != null;
    }

    /** Share of the requests of a journey that a state serves. */
    double served(int j, Step.State state) {
        Journey journey = wiring.journeys[j];
        Waiting waiting = wiring.waiting[j];
        if (waiting != null) {
            return waiting.served(state);
        }
        double lost = 0;
        for (Way way : wiring.ways[j]) {
            double one = way.attempt(state);
            double served = one >= 1 ? 1 : one <= 0 ? 0 : byClients(journey, one);
            double carried = way.limited() ? way.carried(state) : 1;
            lost += way.share() * (1 - served * carried);
        }
        return lost <= 0 ? 1 : 1 - lost;
    }

    private static double byClients(Journey journey, double one) {
        double served = 0;
        int[] attempts = journey.attempts();
        double[] weights = journey.weights();
        for (int c = 0; c < attempts.length; c++) {
            double fails = 1;
            for (int a = attempts[c]; a > 0; a--) {
                fails *= 1 - one;
            }
            served += weights[c] * (1 - fails);
        }
        return served;
    }

    // ---------------------------------------------------------------- measuring

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
        for (int j = 0; j < share.length; j++) {
            journal.lostCorrected[j] -= lossOf[j][takeover] * surprise;
            journal.downCorrected[j] -= downOf[j][takeover] * surprise;
        }
    }

    boolean isUp(int j) {
        return up[j];
    }

    /** The share of requests served just now; with a load that changes, at this time of day. */
    double servedAt(int j, double now) {
        Swing swing = swings[j];
        return swing != null && swing.isActive() ? swing.served(now) : share[j];
    }

    /** Whether the loss changes with the hour in this state, so that nobody's part in it is known for longer. */
    boolean changesWithTheHour(int j) {
        Swing swing = swings[j];
        return swing != null && swing.isActive();
    }

    /** The (cause, stage) with the largest share of the present loss; -1 when nobody is to blame. */
    int foremostCell(int j) {
        return blame.foremostCell(j);
    }

    /** Whether a cause has a share in the present loss. */
    boolean isBlamed(int j, int cause) {
        return changesWithTheHour(j) || blame.has(j, cause);
    }

    /** Looks at the journeys touched in this instant; true when a first outage was seen. */
    boolean look() {
        while (!touched.isEmpty()) {
            look(touched.take());
        }
        instant++;
        return firstSeen;
    }

    private void look(int j) {
        double now = world.clocks.now;
        accrue(j, now);
        Journey journey = wiring.journeys[j];
        int same = wiring.sameWay[j];
        Swing swing = swings[j];
        boolean known = same >= 0 && lookedAt[same] == instant && swing == null;
        lookedAt[j] = instant;
        if (wiring.surges[j]) {
            flow[j] = Inflow.factor(journey.inflows(), this);
            lostWhenWell[j] = lossWhenWell(j);
        }
        double served = known ? share[same] : swing == null ? served(j, this) : swing.look(true);
        share[j] = served;
        boolean swings = swing != null && swing.isActive();
        boolean isUp = swings ? swing.isUpAt(now) : served >= journey.upAt() - ROUNDING;
        if (served >= 1) {
            blame.nothing(j);
        } else if (swings) {
            swing.correct(journal, journey.rate() * flow[j]);
        } else {
            if (known) {
                blame.copy(same, j);
            } else {
                attribution.explain(j, isUp);
            }
            correct(j);
        }
        if (isUp != up[j]) {
            up[j] = isUp;
            if (isUp) {
                outageEnds(j, now, journal.lost[j]);
            } else {
                if (swings) {
                    int cause = swing.foremost(now);
                    outageBegins(j, now, cause, cause, cause);
                } else {
                    outageBegins(j, now, blame.foremost(j), blame.first(j), blame.trigger(j));
                }
                lostBefore[j] = journal.lost[j];
            }
        }
    }

    private void outageBegins(int j, double now, int cause, int first, int trigger) {
        outageStart[j] = now;
        outageCause[j] = cause;
        journal.outageBegan(j, first, trigger);
        journal.outages[j]++;
        if (journal.firstOutage[j] == Double.POSITIVE_INFINITY) {
            journal.firstOutage[j] = now - measuredFrom;
            firstSeen = true;
        }
    }

    private void outageEnds(int j, double now, double lostUntil) {
        double length = now - outageStart[j];
        journal.longest[j] = Math.max(journal.longest[j], length);
        if (outageStart[j] >= measuredFrom) {
            double lost = Math.max(0, lostUntil - lostBefore[j]);
            journal.outageEnded(j, outageStart[j] - measuredFrom, length, lost, outageCause[j], options.durations());
        }
    }

    private void correct(int j) {
        if (surprised != instant) {
            return;
        }
        double rate = wiring.journeys[j].rate() * flow[j];
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

    private void accrue(int j, double now) {
        double from = since[j];
        since[j] = now;
        if (flow[j] != 1 && now > from) {
            extra[j] += wiring.journeys[j].rate() * (flow[j] - 1) * shape.between(from, now);
        }
        if (share[j] >= 1 || now <= from) {
            return;
        }
        double rate = wiring.journeys[j].rate() * flow[j];
        Swing swing = swings[j];
        if (swing != null && swing.isActive()) {
            swing(j, swing, from, now);
            return;
        }
        double requests = rate * (shape.isFlat() ? now - from : shape.between(from, now));
        double lost = (1 - share[j]) * requests;
        journal.lost[j] += lost;
        journal.lostCorrected[j] += lost;
        double seconds = up[j] ? 0 : now - from;
        journal.down[j] += seconds;
        journal.downCorrected[j] += seconds;
        double[] causeLost = journal.causeLost[j];
        double[] causeDown = journal.causeDown[j];
        for (int e = blame.from(j); e < blame.to(j); e++) {
            int cell = blame.cell(e);
            causeLost[cell] += blame.lost(e) * requests;
            causeDown[cell] += blame.down(e) * seconds;
        }
        for (int w = 0; w < options.windows().length; w++) {
            window(j, w, from - measuredFrom, now - measuredFrom);
        }
    }

    /** A stretch of time in which the loss changes with the hour: outages begin and end on the way. */
    private void swing(int j, Swing swing, double from, double now) {
        double rate = wiring.journeys[j].rate() * flow[j];
        double lost = rate * swing.lost(from, now);
        double seconds = swing.down(from, now);
        double before = journal.lost[j];
        journal.lost[j] += lost;
        journal.lostCorrected[j] += lost;
        journal.down[j] += seconds;
        journal.downCorrected[j] += seconds;
        swing.share(from, now, rate, journal.causeLost[j], journal.causeDown[j]);
        for (double at = swing.nextCrossing(from); at <= now; at = swing.nextCrossing(at)) {
            boolean falls = swing.falls();
            if (falls == up[j]) {
                up[j] = !falls;
                double lostUntil = before + rate * swing.lost(from, at);
                if (falls) {
                    int cause = swing.foremost(at);
                    outageBegins(j, at, cause, cause, cause);
                    lostBefore[j] = lostUntil;
                } else {
                    outageEnds(j, at, lostUntil);
                }
            }
        }
        for (int w = 0; w < options.windows().length; w++) {
            window(j, w, from - measuredFrom, now - measuredFrom);
        }
    }

    private void window(int j, int w, double from, double to) {
        double[] down = journal.windowDown[j][w];
        double[] lost = journal.windowLost[j][w];
        double length = options.windows()[w];
        double rate = wiring.journeys[j].rate() * flow[j];
        int i = (int) (from / length);
        double start = from;
        while (start < to && i < down.length) {
            double end = Math.min(to, (i + 1) * length);
            Swing swing = swings[j];
            if (swing != null && swing.isActive()) {
                lost[i] += rate * swing.lost(start + measuredFrom, end + measuredFrom);
                down[i] += swing.down(start + measuredFrom, end + measuredFrom);
                start = end;
                i++;
                continue;
            }
            double requests =
                    rate * (shape.isFlat() ? end - start : shape.between(start + measuredFrom, end + measuredFrom));
            lost[i] += (1 - share[j]) * requests;
            down[i] += up[j] ? 0 : end - start;
            start = end;
            i++;
        }
    }

    /** Forgets what was before: measuring begins now. */
    void startMeasuring() {
        double now = world.clocks.now;
        for (int j = 0; j < share.length; j++) {
            accrue(j, now);
        }
        journal.clear();
        Arrays.fill(extra, 0);
        measuredFrom = now;
        firstSeen = false;
        Arrays.fill(world.nodeFalls, 0);
        Arrays.fill(world.ownFalls, 0);
        Arrays.fill(world.nodeDown, 0);
        Arrays.fill(world.branchAsked, 0);
        Arrays.fill(world.branchTaken, 0);
        for (int n = 0; n < world.nodeSince.length; n++) {
            world.nodeSince[n] = now;
        }
    }

    /** Notes the state just before a time, which is not after the next event. */
    void note(int k, double time) {
        for (int j = 0; j < share.length; j++) {
            Swing swing = swings[j];
            if (swing != null && swing.isActive()) {
                noteSwing(j, swing, k, time);
                continue;
            }
            journal.upAt[j][k] = up[j];
            journal.servedAt[j][k] = share[j];
            journal.downUntil[j][k] = journal.down[j] + (up[j] ? 0 : time - since[j]);
            double rate = wiring.journeys[j].rate();
            double requests = shape.between(since[j], time);
            journal.lostUntil[j][k] =
                    journal.lost[j] + (share[j] >= 1 ? 0 : (1 - share[j]) * rate * flow[j] * requests);
            journal.offeredUntil[j][k] =
                    rate * shape.between(measuredFrom, time) + extra[j] + rate * (flow[j] - 1) * requests;
        }
    }

    private void noteSwing(int j, Swing swing, int k, double time) {
        // What happens at this very time comes after it.
        if (Math.nextDown(time) > since[j]) {
            accrue(j, Math.nextDown(time));
        }
        double rate = wiring.journeys[j].rate();
        journal.upAt[j][k] = up[j];
        journal.servedAt[j][k] = swing.served(time);
        journal.downUntil[j][k] = journal.down[j];
        journal.lostUntil[j][k] = journal.lost[j];
        journal.offeredUntil[j][k] = rate * shape.between(measuredFrom, time) + extra[j];
    }

    void finish(double now) {
        for (int j = 0; j < share.length; j++) {
            accrue(j, now);
            journal.offered[j] = wiring.journeys[j].rate() * shape.between(measuredFrom, now) + extra[j];
            journal.open[j] = !up[j];
            if (!up[j]) {
                journal.longest[j] = Math.max(journal.longest[j], now - outageStart[j]);
                journal.openSince[j] = outageStart[j] - measuredFrom;
                journal.openLost[j] = Math.max(0, journal.lost[j] - lostBefore[j]);
                journal.openCause[j] = outageCause[j];
            }
        }
        journal.time = now - measuredFrom;
        for (int n = 0; n < world.nodeDown.length; n++) {
            boolean isDown = !world.isTrue(n);
            journal.nodeDown[n] = world.nodeDown[n] + (isDown ? now - world.nodeSince[n] : 0);
            journal.nodeFalls[n] = world.nodeFalls[n];
            journal.ownFalls[n] = world.ownFalls[n];
        }
        System.arraycopy(world.branchAsked, 0, journal.branchAsked, 0, world.branchAsked.length);
        System.arraycopy(world.branchTaken, 0, journal.branchTaken, 0, world.branchTaken.length);
        journal.events = world.events;
    }
}
