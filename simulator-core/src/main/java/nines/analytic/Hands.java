package nines.analytic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nines.blueprint.Crew;
import nines.blueprint.Mode;
import org.jspecify.annotations.Nullable;

/** The hands of a crew of a pool, the jobs that may wait for them, and which of these they take next. */
final class Hands {
    /** How the next job is chosen. */
    enum Choice {
        /** There is only one kind of job. */
        ONLY,
        /** The most urgent kind. */
        URGENT,
        /** One of the kinds that wait. */
        KIND,
        /** One of the jobs that wait: as good as the one that came first, in the long run. */
        JOB,
        /** The kind that is found first; looking takes time. */
        FOUND
    }

    /**
     * A kind of job.
     *
     * @param waiting state of a unit whose job waits
     * @param working state of a unit whose job is being done
     * @param species of the unit
     * @param mode that is mended, among those of the species
     * @param part by which jobs are told apart
     * @param rank the smallest is the most urgent
     * @param site node that must be true for the work, or -1
     */
    record Job(int waiting, int working, int species, int mode, int part, int rank, int site) {}

    private final Pool pool;
    private final Crew crew;
    final List<Job> jobs = new ArrayList<>();
    /** For each state of a unit, on how many of its modes the hands are. */
    final int[] held;

    final Choice choice;
    private final boolean isKnown;

    Hands(Pool pool, int index) {
        this.pool = pool;
        crew = pool.blueprint.crews().get(index);
        held = new int[pool.states()];
        boolean known = true;
        for (int s = 0; s < pool.species.size(); s++) {
            Species of = pool.species.get(s);
            for (int m = 0; m < of.modes.length; m++) {
                if (of.modes[m].crew() == index) {
                    known &= add(s, of, m);
                }
            }
        }
        choice = choice();
        isKnown = known && isTold();
    }

    /** Adds the jobs of a mode; false where they are not simply so and so many of a kind. */
    private boolean add(int s, Species of, int m) {
        Set<Integer> stages = new HashSet<>();
        Mode mode = of.modes[m];
        for (int state = 0; state < of.states.size(); state++) {
            Species.Condition condition = of.condition(state, m);
            held[pool.base[s] + state] += condition.held() ? 1 : 0;
            if (condition.doing() == Species.Doing.WAITING) {
                int working = of.moved(state, m, of.states.get(state)[m] + 1);
                if (working < 0 || !stages.add(condition.stage())) {
                    return false;
                }
                int rank = mode.part() < crew.rank().length && mode.part() >= 0 ? crew.rank()[mode.part()] : 0;
                jobs.add(new Job(pool.base[s] + state, pool.base[s] + working, s, m, mode.part(), rank, mode.site()));
            }
            boolean longer = condition.held() && Species.isByCrew(mode, condition.stage() - 1);
            if (longer && (mode.site() >= 0 || crew.preempts())) {
                return false;
            }
        }
        return true;
    }

    private Choice choice() {
        boolean one = jobs.size() <= 1;
        return switch (crew.order()) {
            case PRIORITY -> one ? Choice.ONLY : Choice.URGENT;
            case AT_RANDOM -> one ? Choice.ONLY : Choice.KIND;
            case FIRST_FOUND -> crew.inspection() != null ? Choice.FOUND : one ? Choice.ONLY : Choice.JOB;
            case FIRST_COME -> one ? Choice.ONLY : Choice.JOB;
        };
    }

    /** Whether jobs that wait are told apart by their kind alone, so that it is enough to count them. */
    private boolean isTold() {
        if (crew.preempts() && choice != Choice.URGENT && choice != Choice.ONLY) {
            return false;
        }
        Set<Integer> seen = new HashSet<>();
        for (Job job : jobs) {
            boolean apart = switch (choice) {
                case ONLY -> true;
                case URGENT -> seen.add(job.rank());
                case KIND, FOUND -> seen.add(job.part());
                case JOB -> isServedInAnyOrder(job);
            };
            if (!apart) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether it makes no difference to the numbers of units in each state, in the long run, in which order jobs are done:
     * all take equally long, and each unit goes its own round of working, waiting and being mended, at rates that nothing
     * else has a say in (a closed network of one station with delays: Baskett, Chandy, Muntz, Palacios 1975).
     */
    private boolean isServedInAnyOrder(Job job) {
        Species of = pool.species.get(job.species());
        Mode mode = of.modes[0];
        Mode first = pool.species.get(jobs.get(0).species()).modes[0];
        boolean alone = of.modes.length == 1
                && mode.repair().size() == 1
                && mode.site() < 0
                && mode.onlyWhile() < 0
                && !crew.preempts();
        if (!alone || mode.operating() && pool.dependsOnOthers(mode.unit())) {
            return false;
        }
        return Math.abs(Pool.rate(mode, 1) / Pool.rate(first, 1) - 1) < 1e-14;
    }

    /** Whether counts say all about the jobs. */
    boolean isKnown() {
        return isKnown;
    }

    int people() {
        return crew.people();
    }

    boolean preempts() {
        return crew.preempts();
    }

    /** Rate at which one kind of broken part is found, per second. */
    double finding() {
        return crew.inspection() == null ? 0 : 1 / crew.inspection().mean();
    }

    /** Why only the long run is known; null when all is. */
    @Nullable
    String whyOnlyTheLongRun() {
        return choice == Choice.JOB
                ? crew.stream() + ": first come, first served among several kinds of jobs, whose order is not followed"
                : null;
    }
}
