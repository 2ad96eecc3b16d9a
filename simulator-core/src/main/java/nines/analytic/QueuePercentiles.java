package nines.analytic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nines.distribution.PhaseType;
import nines.distribution.Phases;
import nines.queueing.InfiniteServers;
import nines.queueing.ManyServers;

/**
 * Percentiles of the time that requests spend at stations which they visit one after the other.
 *
 * @param routes on which they come
 * @param queues that the stations are
 */
record QueuePercentiles(QueueRoutes routes, StationQueue[] queues) {
    /** The time by which a share of them are through, in seconds; NaN where its law is not known. */
    double of(List<Integer> stations, double share) {
        return stations.size() == 1 ? ofOne(stations.get(0), share) : ofSeveral(stations, share);
    }

    private double ofOne(int s, double share) {
        StationQueue.Known known = (StationQueue.Known) queues[s];
        if (known.model() instanceof InfiniteServers infinite) {
            return infinite.sojournPercentile(share);
        }
        boolean isKnown = known.inTurn()
                && known.model() instanceof ManyServers many
                && many.givingUpRate() == 0
                // Erlang's loss formula with another law: who is let in is served at once, for as long as that law
                // says.
                && !known.method().startsWith("M/G");
        if (isKnown) {
            return ((ManyServers) known.model()).sojournPercentile(share);
        }
        var service = routes.service(s);
        return known.method().startsWith("M/G") && known.model() instanceof ManyServers && service != null
                ? service.quantile(share)
                : Double.NaN;
    }

    /**
     * Sojourns at single servers one after the other are independent, as nobody overtakes anybody (Reich 1957); so are those
     * at several servers at the beginning and at the end (Burke 1969).
     */
    private double ofSeveral(List<Integer> stations, double share) {
        List<double[]> phases = new ArrayList<>();
        for (int i = 0; i < stations.size(); i++) {
            int s = stations.get(i);
            StationQueue.Known known = (StationQueue.Known) queues[s];
            boolean simple = known.inTurn()
                    && known.model() instanceof ManyServers many
                    && many.room() == ManyServers.ENDLESS
                    && many.givingUpRate() == 0
                    && (many.servers() == 1 || i == 0 || i == stations.size() - 1);
            boolean alone = routes.journeys[s].equals(routes.journeys[stations.get(0)])
                    && routes.journeys[s].cardinality() == 1
                    && !routes.before[s].get(s);
            if (!simple || !alone) {
                return Double.NaN;
            }
            ManyServers many = (ManyServers) known.model();
            double spare = many.servers() * many.serviceRate() - many.arrivalRate();
            if (many.servers() == 1) {
                phases.add(new double[] {1, spare});
            } else {
                phases.add(new double[] {many.waitProbability(), spare});
                phases.add(new double[] {1, many.serviceRate()});
            }
        }
        return chain(phases).quantile(share);
    }

    /** Phases one after the other, each entered with a chance and left out otherwise. */
    private static PhaseType chain(List<double[]> phases) {
        int n = phases.size();
        List<Double> start = new ArrayList<>();
        List<List<Double>> rates = new ArrayList<>();
        double left = 1;
        for (int i = 0; i < n; i++) {
            start.add(left * phases.get(i)[0]);
            left *= 1 - phases.get(i)[0];
            List<Double> row = new ArrayList<>(Collections.nCopies(n, 0.0));
            row.set(i, -phases.get(i)[1]);
            double onward = 1;
            for (int k = i + 1; k < n; k++) {
                row.set(k, phases.get(i)[1] * onward * phases.get(k)[0]);
                onward *= 1 - phases.get(k)[0];
            }
            rates.add(row);
        }
        return new PhaseType(Phases.of(start, rates));
    }
}
