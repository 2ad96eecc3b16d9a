package nines.structure;

import nines.blueprint.Mode;
import nines.blueprint.Shock;
import org.jspecify.annotations.Nullable;

/** Common causes: who is hit by an event, at once or after a while. */
final class Shocks {
    private final World world;
    private final Wiring wiring;
    private final Chance chance;
    private final Clocks clocks;
    private final int[] modePhase;
    private final int[] leader;
    private final int[] frozen;
    private final long[] shockNumber;
    /** How many members a shock hits; null where all of them. */
    private final @Nullable Law[] counts;

    Shocks(World world) {
        this.world = world;
        wiring = world.wiring;
        chance = world.chance;
        clocks = world.clocks;
        modePhase = world.modePhase;
        leader = world.leader;
        frozen = world.frozen;
        shockNumber = world.shockNumber;
        counts = new Law[wiring.shocks.length];
        for (int s = 0; s < counts.length; s++) {
            var count = wiring.shocks[s].count();
            counts[s] = count == null ? null : Law.of(count);
        }
    }

    void shock(int s) {
        Shock shock = wiring.shocks[s];
        long number = shockNumber[s]++;
        world.start(wiring.clock(Wiring.SHOCK, s), wiring.shockLaw[s]);
        int members = shock.modes().length;
        int first = -1;
        switch (shock.hits()) {
            case ALL -> {
                for (int i = 0; i < members; i++) {
                    first = strike(s, i, number, first);
                }
            }
            case SHARE -> {
                for (int i = 0; i < members; i++) {
                    if (chance.hits(world.branches.source(Wiring.SHOCK, s), number, i, shock.share())) {
                        first = strike(s, i, number, first);
                    }
                }
            }
            case COUNT -> first = strikeSome(s, shock, number);
        }
    }

    private int strikeSome(int s, Shock shock, long number) {
        int members = shock.modes().length;
        Law law = counts[s];
        int source = world.branches.source(Wiring.SHOCK, s);
        int wanted = law == null ? members : chance.count(source, law, members);
        int first = -1;
        int left = wanted;
        // Selection sampling (Knuth 1969, algorithm S): each subset of the wanted size is equally likely.
        for (int i = 0; i < members && left > 0; i++) {
            if (chance.happens(source, (double) left / (members - i))) {
                left--;
                first = strike(s, i, number, first);
            }
        }
        return first;
    }

    private int strike(int s, int member, long number, int first) {
        Shock shock = wiring.shocks[s];
        if (shock.spread() > 0) {
            int clock = wiring.clock(Wiring.HIT, wiring.hitBase[s] + member);
            clocks.start(clock, shock.spread() * chance.spread(world.branches.source(Wiring.SHOCK, s), number, member));
            return first;
        }
        return hit(s, member, first);
    }

    int hit(int s, int member, int first) {
        Shock shock = wiring.shocks[s];
        int m = shock.modes()[member];
        Mode mode = wiring.modes[m];
        if (modePhase[m] != World.UP || mode.operating() && (!world.isTrue(mode.unit()) || frozen[mode.unit()] > 0)) {
            return first;
        }
        if (shock.together() && first >= 0) {
            world.repairs.follow(m, first, shock.cause());
            return first;
        }
        world.repairs.breaks(m, shock.cause());
        leader[m] = m;
        return first < 0 ? m : first;
    }
}
