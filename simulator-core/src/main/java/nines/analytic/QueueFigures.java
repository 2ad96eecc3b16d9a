package nines.analytic;

import nines.queueing.GeneralServer;
import nines.queueing.InfiniteServers;
import nines.queueing.ManyServers;
import nines.queueing.SharedServer;
import nines.queueing.UnreliableServers;
import nines.queueing.Waiting;

/** Single figures of known queues; NaN where a model does not tell. */
final class QueueFigures {
    private QueueFigures() {}

    static double throughput(Waiting model) {
        return model instanceof ManyServers many && many.givingUpRate() > 0
                ? many.arrivalRate() * (1 - many.givingUpShare())
                : model.acceptedRate();
    }

    /** Workers that are held; where they are shared, that is no number of requests. */
    static double busy(Waiting model) {
        return model instanceof SharedServer shared
                ? shared.load()
                : model instanceof UnreliableServers ? Double.NaN : model.meanBusy();
    }

    static double waitingOfServed(StationQueue.Known known) {
        if (known.model() instanceof SharedServer || known.method().endsWith("shared")) {
            return 0;
        }
        return known.model() instanceof ManyServers many
                ? many.meanWaitServed()
                : known.model() instanceof UnreliableServers
                        ? Double.NaN
                        : known.model().meanWait();
    }

    static double deviation(Waiting model, boolean inTurn) {
        if (model instanceof InfiniteServers) {
            return 0;
        }
        if (!inTurn) {
            return Double.NaN;
        }
        if (model instanceof GeneralServer general) {
            return Math.sqrt(general.waitVariance());
        }
        if (model instanceof ManyServers many && many.room() == ManyServers.ENDLESS && many.givingUpRate() == 0) {
            // With chance C an exponential wait of rate cμ − λ, else none.
            double c = many.waitProbability();
            double spare = many.servers() * many.serviceRate() - many.arrivalRate();
            return Math.sqrt(c * (2 - c)) / spare;
        }
        return Double.NaN;
    }

    static double waitsOfServed(Waiting model) {
        if (model instanceof ManyServers many) {
            double waits = many.waitProbability();
            return many.givingUpRate() > 0 ? (waits - many.givingUpShare()) / (1 - many.givingUpShare()) : waits;
        }
        return model instanceof GeneralServer general
                ? general.load()
                : model instanceof UnreliableServers ? Double.NaN : 0;
    }

    static double rejected(Waiting model) {
        return model instanceof ManyServers many ? many.lossShare() : 0;
    }

    static double empty(Waiting model) {
        if (model instanceof ManyServers many) {
            return many.probability(0);
        }
        if (model instanceof SharedServer shared) {
            return shared.probability(0);
        }
        if (model instanceof InfiniteServers infinite) {
            return infinite.probability(0);
        }
        return model instanceof GeneralServer general
                ? 1 - general.load()
                : ((UnreliableServers) model).probabilities(1)[0];
    }
}
