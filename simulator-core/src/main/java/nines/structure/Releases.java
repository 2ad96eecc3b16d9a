package nines.structure;

import nines.blueprint.Plan;

/** Bad releases: they spread step by step, do harm, are noticed and taken back. */
final class Releases {
    private static final byte NOT_OUT = 0;
    private static final byte RUNS = 1;
    private static final byte HARMS = 2;

    /** The phase of a plan while a bad release does no harm yet. */
    private static final int LATENT = -1;

    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final Plans plans;
    private final byte[] step;

    Releases(World world, Plans plans) {
        this.world = world;
        this.plans = plans;
        wiring = world.wiring;
        clocks = world.clocks;
        step = world.underWay.releaseStep;
    }

    /** A bad release is on its way: nobody runs it yet. */
    void begins(int p) {
        Plan.Rollout rollout = rollout(p);
        world.underWay.step[p] = 0;
        world.underWay.phase[p] = LATENT;
        for (int k = 0; k < rollout.runs().length; k++) {
            step[wiring.planLaws.hitBase[p] + k] = NOT_OUT;
            if (rollout.runs()[k] > 0) {
                clocks.start(clock(p, k), rollout.runs()[k]);
            }
        }
        for (int k = 0; k < rollout.runs().length && isSpreading(p); k++) {
            if (rollout.runs()[k] <= 0) {
                goesOn(p, k);
            }
        }
    }

    /** The next release replaces one that has done no harm so far. */
    void takesItsPlace(int p) {
        if (world.underWay.step[p] >= 0 && world.underWay.phase[p] == LATENT) {
            stop(p);
            world.underWay.step[p] = -1;
        }
    }

    /** A step gets the release, or what it runs begins to do harm. */
    void goesOn(int p, int k) {
        int at = wiring.planLaws.hitBase[p] + k;
        Plan.Rollout rollout = rollout(p);
        if (step[at] == NOT_OUT) {
            if (k == rollout.compared() && k > 0 && world.underWay.phase[p] == 0) {
                clocks.drop(wiring.clock(Wiring.PLAN_END, p));
                noticed(p);
                return;
            }
            step[at] = RUNS;
            world.underWay.step[p] = Math.max(world.underWay.step[p], k);
            Law shows = wiring.planLaws.shows[p];
            if (shows != null && shows.mean() > 0) {
                world.start(clock(p, k), shows);
                return;
            }
        }
        step[at] = HARMS;
        boolean first = world.underWay.phase[p] == LATENT;
        if (first) {
            world.underWay.since[p] = clocks.now;
            world.underWay.phase[p] = 0;
        }
        plans.applyTo(p, k);
        if (first) {
            Law detection = wiring.planLaws.law[p][0];
            world.scores.labelsChanged();
            if (detection.mean() > 0) {
                world.start(wiring.clock(Wiring.PLAN_END, p), detection);
            } else {
                noticed(p);
            }
        }
    }

    void phaseEnds(int p) {
        if (world.underWay.phase[p] == 0) {
            noticed(p);
        } else if (!plans.enterPhase(p, world.underWay.phase[p] + 1)) {
            world.underWay.step[p] = -1;
        }
    }

    private void noticed(int p) {
        Plan.Rollout rollout = rollout(p);
        boolean early = rollout.compared() > 0 && world.underWay.step[p] < rollout.compared();
        stop(p);
        if (!plans.enterPhase(p, early ? rollout.resumes() : 1)) {
            world.underWay.step[p] = -1;
        }
    }

    /** Nothing more is released, and what has done no harm so far never will. */
    private void stop(int p) {
        for (int k = 0; k < rollout(p).runs().length; k++) {
            clocks.drop(clock(p, k));
        }
    }

    private boolean isSpreading(int p) {
        return world.underWay.step[p] >= 0 && world.underWay.phase[p] <= 0;
    }

    private int clock(int p, int k) {
        return wiring.clock(Wiring.PLAN_HIT, wiring.planLaws.hitBase[p] + k);
    }

    private Plan.Rollout rollout(int p) {
        Plan.Rollout rollout = wiring.plans[p].reach().rollout();
        if (rollout == null) {
            throw new IllegalStateException("not a release: " + wiring.plans[p].stream());
        }
        return rollout;
    }
}
