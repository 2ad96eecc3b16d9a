package nines.structure;

import java.util.Arrays;

/** Who waits before whom for a crew or a part, as far as it matters. */
final class JobOrder {
    private final World world;
    private final Wiring wiring;
    private final int[] place;

    JobOrder(World world) {
        this.world = world;
        wiring = world.wiring;
        place = new int[wiring.modes.length];
    }

    /** Numbers the jobs of each queue as they stand now; those that never compete are numbered apart. */
    void look() {
        if (world.crews.waiting.length == 0) {
            return;
        }
        Arrays.fill(place, 0);
        Crews crews = world.crews;
        for (int c = 0; c < wiring.blueprint.crews().size(); c++) {
            number(c, crews.queue[c], crews.waiting[c]);
            if (world.crew(c).preempts()) {
                number(c, crews.working[c], crews.busy[c]);
            }
        }
    }

    private void number(int c, int[] jobs, int count) {
        for (int i = 0; i < count; i++) {
            int ahead = 1;
            int rank = rank(c, jobs[i]);
            for (int k = 0; k < i; k++) {
                ahead += rank(c, jobs[k]) == rank ? 1 : 0;
            }
            place[jobs[i]] = ahead;
        }
    }

    /** Jobs of different ranks never wait for each other's order. */
    private int rank(int c, int mode) {
        var crew = world.crew(c);
        return switch (crew.order()) {
            case PRIORITY -> crew.rank()[wiring.modes[mode].part()];
            case AT_RANDOM -> wiring.modes[mode].part();
            case FIRST_FOUND -> wiring.supplies.inspection[c] == null ? 0 : wiring.modes[mode].part();
            case FIRST_COME -> 0;
        };
    }

    /** Place of a mode among the jobs that wait for its crew, from 1; 0 when it does not wait. */
    int waits(int m) {
        int crew = wiring.modes[m].crew();
        return crew >= 0 && !world.crews.holdsCrew[m] ? place[m] : 0;
    }

    /** Place of a mode among the jobs that its crew has begun, where that matters, from 1. */
    int works(int m) {
        int crew = wiring.modes[m].crew();
        return crew >= 0 && world.crews.holdsCrew[m] ? place[m] : 0;
    }

    /** Place of a mode among those that wait for a part, from 1. */
    int waitsForSpare(int m) {
        int shelf = wiring.modes[m].spare();
        if (shelf >= 0) {
            for (int i = 0; i < world.shelfWaiting[shelf]; i++) {
                if (world.shelfQueue[shelf][i] == m) {
                    return i + 1;
                }
            }
        }
        return 0;
    }
}
