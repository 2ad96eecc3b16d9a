package nines.structure;

import nines.blueprint.Plan;
import nines.distribution.Exponential;
import org.jspecify.annotations.Nullable;

/** How long plans and their phases take, and the targets whose hits are spread in time. */
final class PlanLaws {
    /** The phases of each plan. */
    final Law[][] law;

    /** From one beginning to the next. */
    final Law[] every;
    /** Targets of plans whose hits are spread in time, numbered through. */
    final int[] hitBase;

    final int[] hitPlan;
    /** From running a bad release to doing harm; null for plans that are none. */
    final @Nullable Law[] shows;

    PlanLaws(Plan[] plans, Laws laws) {
        law = new Law[plans.length][];
        every = new Law[plans.length];
        for (int p = 0; p < plans.length; p++) {
            law[p] = laws.of(plans[p].phases());
            var next = plans[p].every();
            every[p] = next == null
                    ? new Law(new Exponential(1), Double.POSITIVE_INFINITY)
                    : laws.of(next, plans[p].stream(), plans[p].stream(), "next");
        }
        hitBase = new int[plans.length + 1];
        shows = new Law[plans.length];
        for (int p = 0; p < plans.length; p++) {
            Plan.Rollout rollout = plans[p].reach().rollout();
            int hits = plans[p].reach().spread() > 0 ? plans[p].steps()[0].length : 0;
            hitBase[p + 1] = hitBase[p] + (rollout == null ? hits : plans[p].steps().length);
            shows[p] = rollout == null ? null : laws.of(rollout.shows());
        }
        hitPlan = Numbering.owners(hitBase);
    }
}
