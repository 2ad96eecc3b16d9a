package nines.experiment;

import java.util.List;
import nines.result.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Answers at the times asked for, from a fresh start: from the replications over the horizon when they pass there and
 * begin fresh, else from shorter or longer ones of their own, which cost no more simulated time than those.
 */
final class MomentRun {
    private static final int MOST = 100_000;

    private final World world;
    private final Settings settings;
    private final Ledger ledger;
    private final List<double[]> targets;

    MomentRun(World world, Settings settings, Ledger main, List<double[]> targets, Budget budget) {
        this.world = world;
        this.settings = settings;
        this.targets = targets;
        Ledger own = settings.at().isEmpty() || fitsTheHorizon(settings) ? null : run(main, budget);
        ledger = own == null ? main : own;
    }

    /** Whether the replications over the horizon answer as well. */
    static boolean fitsTheHorizon(Settings settings) {
        if (settings.at().isEmpty()) {
            return true;
        }
        double last = settings.at().get(settings.at().size() - 1);
        return settings.start() == Settings.Start.FRESH && last <= settings.horizon() && last >= settings.horizon() / 2;
    }

    private @Nullable Ledger run(Ledger main, Budget budget) {
        double last = settings.at().get(settings.at().size() - 1);
        double[] times = settings.at().stream().mapToDouble(Double::doubleValue).toArray();
        int most = (int) Math.min(MOST, Math.max(main.replications(), main.time.sum() / last));
        Ledger own = new Ledger(world.layout(), times, new double[0], targets, 0);
        InOrder.run(
                settings.threads(),
                most,
                world.looking(last, settings.at()),
                budget.enough(1),
                budget::isHopeless,
                (index, row) -> {
                    own.add(index, row);
                    return !Experiment.isLook(index + 1) || !isPrecise(own);
                });
        return own;
    }

    private boolean isPrecise(Ledger own) {
        for (int j = 0; j < own.journeys.size(); j++) {
            for (Moment moment : of(own, j)) {
                double up = moment.up().high() - moment.up().low();
                double until = moment.upUntil().high() - moment.upUntil().low();
                if (!(up <= 2 * settings.precision() * (1 - moment.up().value()))
                        || !(until
                                <= 2
                                        * settings.precision()
                                        * (1 - moment.upUntil().value()))) {
                    return false;
                }
            }
        }
        return true;
    }

    List<Moment> of(int journey) {
        return settings.at().isEmpty() || ledger.replications() == 0 ? List.of() : of(ledger, journey);
    }

    private List<Moment> of(Ledger of, int journey) {
        return new MomentSummary(world.layout(), of, settings, targets).of(journey);
    }
}
