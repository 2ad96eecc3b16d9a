package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.result.Durability;
import nines.result.Estimate;

/** Turns what was seen of stores into estimates. */
final class StoreSummary {
    private StoreSummary() {}

    static List<Durability> of(Layout layout, Ledger ledger, Estimator estimator) {
        double perYear = Settings.YEAR / ledger.time.sum();
        List<Durability> all = new ArrayList<>();
        for (int s = 0; s < layout.stores().size(); s++) {
            all.add(one(layout.stores().get(s), ledger.stores.get(s), estimator, perYear));
        }
        return all;
    }

    private static Durability one(Layout.StoreName name, StoreLedger seen, Estimator estimator, double perYear) {
        Estimate events = estimator.count(seen.events.tally(), perYear, "loss");
        Estimate objects = estimator.sumOrNothing(seen.objects.tally(), perYear, "loss");
        // Without a loss nothing is known of how much one would take: all of it is the worst.
        Estimate each = seen.objects.tally().sum() > 0
                ? estimator.sumOrNothing(seen.objects.tally(), perYear / name.objects(), "loss")
                : Estimator.map(events, rate -> Math.min(1, rate));
        return new Durability(
                name.name(),
                name.scheme(),
                name.objects(),
                name.overhead(),
                events,
                objects,
                each,
                estimator.sumOrNothing(seen.unread.tally(), perYear, "unreadable chunk"),
                estimator.sumOrNothing(seen.taken.tally(), perYear, "lost chunk"),
                estimator.sumOrNothing(seen.rebuilt.tally(), perYear, "rebuilt chunk"),
                name.reads(),
                name.life() > 0 ? -StrictMath.expm1(-Settings.YEAR / name.life()) : Double.NaN,
                name.lifeSays());
    }
}
