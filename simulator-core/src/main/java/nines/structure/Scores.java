package nines.structure;

import java.util.Arrays;
import nines.blueprint.Inflow;
import nines.blueprint.Journey;
import nines.blueprint.Step;
import org.jspecify.annotations.Nullable;

/**
 * The served share of every journey in the present state, and who is to blame. Measures look only when time moves on: a
 * journey that was touched is looked at once, after every event and rule of the instant. {@link Rotation} says what the
 * tiers do for it, {@link Integrals} and {@link Corrections} add up.
 */
final class Scores {
    /** Shares are sums of products of doubles; a share that is the threshold on paper must not fall below it. */
    static final double ROUNDING = 1e-12;

    private final World world;
    private final Wiring wiring;
    private final Rotation rotation;
    final Attribution attribution;
    final Blame blame;
    final LoadShape shape;
    final Integrals integrals;
    final Corrections corrections;
    /** The served share of each journey. */
    final double[] share;

    private final Pending touched;
    private final long[] lookedAt;
    /** What each journey loses with everything in order: more load than the tiers can carry. */
    final double[] lostWhenWell;
    /** How many requests each journey has by surges, relative to those without; as long as it was looked at. */
    final double[] flow;
    /** Journeys whose loss may change with the hour, or null. */
    final @Nullable Swing[] swings;

    private final Well well;

    private long instant;

    private Journal journal;

    Scores(World world, Options options) {
        this.world = world;
        wiring = world.wiring;
        shape = LoadShape.of(wiring.blueprint.load());
        rotation = world.rotation;
        touched = world.touchedJourneys;
        int journeys = wiring.journeys.length;
        share = new double[journeys];
        lookedAt = new long[journeys];
        lostWhenWell = new double[journeys];
        attribution = new Attribution(world, this);
        blame = attribution.blame;
        flow = new double[journeys];
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
        integrals = new Integrals(world, options, this, journal);
        corrections = new Corrections(world, blame, journal);
    }

    void writeTo(Journal journal) {
        this.journal = journal;
        integrals.writeTo(journal);
        corrections.writeTo(journal);
    }

    void clear() {
        rotation.clear();
        integrals.clear();
        corrections.clear();
        Arrays.fill(share, 1);
        Arrays.fill(flow, 1);
        instant = 0;
        Arrays.fill(lookedAt, -1);
        blame.clear();
        for (int j = 0; j < share.length; j++) {
            touched.note(j);
        }
    }

    /** What each take-over costs each journey while it runs in an otherwise healthy system. */
    void weighTakeovers() {
        well.remember(rotation);
        for (int j = 0; j < share.length; j++) {
            lostWhenWell[j] = 1 - served(j, rotation);
        }
        for (int t = 0; t < wiring.takeovers.length; t++) {
            int works = wiring.takeovers[t].works();
            world.hold(works, 1, -1);
            for (int j = 0; j < share.length; j++) {
                double served = served(j, rotation);
                double down = served >= wiring.journeys[j].upAt() - ROUNDING ? 0 : 1;
                corrections.weigh(j, t, wiring.journeys[j].rate() * (1 - served), down);
            }
            world.hold(works, -1, -1);
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

    /** Whether surges may change what a journey loses with everything in order. */
    boolean mayDependOnSurges(int j) {
        return wiring.surges[j];
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
        double served = served(j, rotation);
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
        corrections.instantEnds();
        return integrals.hasSeenAnOutage();
    }

    private void look(int j) {
        double now = world.clocks.now;
        integrals.accrue(j, now);
        Journey journey = wiring.journeys[j];
        int same = wiring.sameWay[j];
        Swing swing = swings[j];
        boolean known = same >= 0 && lookedAt[same] == instant && swing == null;
        lookedAt[j] = instant;
        if (wiring.surges[j]) {
            flow[j] = Inflow.factor(journey.inflows(), rotation);
            lostWhenWell[j] = lossWhenWell(j);
        }
        double served = known ? share[same] : swing == null ? served(j, rotation) : swing.look(true);
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
            corrections.correct(j, journey.rate() * flow[j]);
        }
        if (isUp != integrals.isUp(j)) {
            integrals.turn(j, isUp, now);
        }
    }
}
