package nines.structure;

import nines.blueprint.Step;

/** The system as it was at the start, with everything in order: what is lost then is lost to load alone. */
final class Well implements Step.State {
    private final Wiring wiring;
    private final boolean[] works;
    private final double[] attempts;
    private final double[] once;
    private final double[] stuck;
    private final int[] able;
    private @org.jspecify.annotations.Nullable Rotation rotation;

    Well(Wiring wiring) {
        this.wiring = wiring;
        works = new boolean[wiring.nodes.length];
        attempts = new double[wiring.tiers.length];
        once = new double[attempts.length];
        stuck = new double[attempts.length];
        able = new int[wiring.tiers.length];
    }

    void remember(Rotation now) {
        rotation = now;
        for (int n = 0; n < works.length; n++) {
            works[n] = now.works(n);
        }
        for (int t = 0; t < attempts.length; t++) {
            attempts[t] = now.attempt(t);
            once[t] = now.once(t);
            stuck[t] = now.stuck(t);
            able[t] = now.able(t);
        }
    }

    @Override
    public boolean works(int node) {
        return works[node];
    }

    @Override
    public double attempt(int tier) {
        return attempts[tier];
    }

    @Override
    public double once(int tier) {
        return once[tier];
    }

    @Override
    public double stuck(int tier) {
        return stuck[tier];
    }

    @Override
    public double carried(int tier) {
        if (rotation == null || able[tier] == 0 || wiring.tiers[tier].capacity() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        return wiring.tiers[tier].carried(able[tier], 1, rotation.levelOf(tier));
    }
}
