package nines.experiment;

import java.util.List;
import java.util.stream.Stream;
import nines.result.Estimate;
import nines.result.FirstOutage;

/**
 * The time to the first outage. Fresh replications over the horizon answer it when every one of them saw an outage;
 * else replications of their own run to theirs, half as many as there were outages, which costs half the simulated
 * time; and if those are too few, what was cut is said to be cut.
 */
final class FirstOutageRun {
    private static final int FEWEST = 40;
    private static final int MOST = 640;
    private static final double PRECISE = 0.1;
    private static final double SHARE_OF_OUTAGES = 0.5;
    /** Mean times between outages after which a run to the first one is given up. */
    private static final double PATIENCE = 60;

    private final World world;
    private final Settings settings;
    private final Ledger main;
    private final Budget budget;

    FirstOutageRun(World world, Settings settings, Ledger main, Budget budget) {
        this.world = world;
        this.settings = settings;
        this.main = main;
        this.budget = budget;
    }

    FirstOutage of(int journey) {
        List<Double> asked = Stream.concat(
                        settings.at().stream(), Stream.of(Settings.MONTH, Settings.YEAR, settings.horizon()))
                .distinct()
                .sorted()
                .toList();
        boolean fresh = settings.start() == Settings.Start.FRESH;
        FirstOutages cut = new FirstOutages(settings.horizon());
        if (fresh) {
            for (double first : main.journeys.get(journey).firstOutage.toArray()) {
                cut.add(first);
            }
        }
        if (fresh && cut.seen() == cut.runs()) {
            return cut.summary(settings.confidence(), asked);
        }
        FirstOutages own = run(journey);
        FirstOutage ofOwn = own.summary(settings.confidence(), asked);
        if (!fresh) {
            return ofOwn;
        }
        FirstOutage ofCut = cut.summary(settings.confidence(), asked);
        Estimate mean = own.runs() >= FEWEST ? ofOwn.mttff() : ofCut.mttff();
        return new FirstOutage(mean, ofCut.reliability());
    }

    private FirstOutages run(int journey) {
        double outages = main.journeys.get(journey).outages.sum();
        double seconds = main.time.sum();
        int most = (int) Math.min(MOST, SHARE_OF_OUTAGES * outages);
        boolean steadyAndRare = most < FEWEST && settings.start() == Settings.Start.STEADY;
        double patience =
                steadyAndRare ? settings.horizon() : Math.max(settings.horizon(), PATIENCE * seconds / outages);
        FirstOutages own = new FirstOutages(patience);
        if (most >= FEWEST || steadyAndRare) {
            InOrder.run(
                    settings.threads(),
                    steadyAndRare ? Math.min(MOST, main.replications()) : most,
                    world.untilFirstOutage(journey, patience),
                    budget.enough(1),
                    budget::isHopeless,
                    (index, row) -> {
                        own.add(row.journeys[0].firstOutage);
                        return !Experiment.isLook(index + 1) || !isPrecise(own);
                    });
        }
        return own;
    }

    private boolean isPrecise(FirstOutages own) {
        return own.summary(settings.confidence(), List.of()).mttff().relativeHalfWidth() <= PRECISE;
    }
}
