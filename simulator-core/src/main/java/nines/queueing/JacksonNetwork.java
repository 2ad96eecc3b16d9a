package nines.queueing;

import java.util.ArrayList;
import java.util.List;
import nines.check.Require;

/**
 * An open network of stations with exponential services where a request goes from station to station at random: each
 * station is an M/M/c by itself, with the flow that reaches it (Jackson 1957, 1963).
 *
 * @param stations in some order
 * @param routes chance that a request that leaves station i goes on to station j; what is missing to 1 leaves the network
 */
public record JacksonNetwork(List<Station> stations, double[][] routes) {

    /**
     * One station.
     *
     * @param outsideRate requests per second that come from outside
     * @param serviceRate services per second of one busy server
     * @param servers how many
     */
    public record Station(double outsideRate, double serviceRate, int servers) {
        public Station {
            Require.nonNegative(outsideRate, "outsideRate");
            Require.positive(serviceRate, "serviceRate");
            Require.count(servers, "servers");
        }
    }

    public JacksonNetwork {
        stations = List.copyOf(stations);
        Require.that(routes.length == stations.size(), "routes", "one row for each station", routes.length);
        for (double[] row : routes) {
            double sum = 0;
            Require.that(row.length == stations.size(), "a row of routes", "one entry for each station", row.length);
            for (double chance : row) {
                sum += Require.share(chance, "a chance of routes");
            }
            Require.that(sum <= 1 + 1e-12, "a row of routes", "at most 1 in sum", sum);
        }
    }

    /**
     * Requests per second that reach each station, from outside and from others. The equations are solved by taking one
     * station after the other out of the network, as in a Markov chain, without a subtraction.
     */
    public double[] flows() {
        int n = stations.size();
        double[][] to = new double[n][];
        double[] leaves = new double[n];
        double[] flow = new double[n];
        for (int i = 0; i < n; i++) {
            to[i] = routes[i].clone();
            double sum = 0;
            for (double chance : to[i]) {
                sum += chance;
            }
            leaves[i] = sum > 1 - 1e-12 ? 0 : 1 - sum;
            flow[i] = stations.get(i).outsideRate();
        }
        double[] goesOn = new double[n];
        for (int gone = n - 1; gone >= 0; gone--) {
            double away = leaves[gone];
            for (int j = 0; j < gone; j++) {
                away += to[gone][j];
            }
            goesOn[gone] = away;
            if (away == 0) {
                if (flow[gone] > 0 || isReached(to, gone)) {
                    throw new IllegalArgumentException("requests that reach station " + gone + " never leave");
                }
                goesOn[gone] = 1;
            }
            for (int i = 0; i < gone; i++) {
                double over = to[i][gone] / goesOn[gone];
                for (int j = 0; j < gone; j++) {
                    to[i][j] += over * to[gone][j];
                }
                leaves[i] += over * leaves[gone];
            }
            for (int j = 0; j < gone; j++) {
                flow[j] += flow[gone] / goesOn[gone] * to[gone][j];
            }
        }
        // Back again: what reaches a station once those before it are known.
        for (int k = 0; k < n; k++) {
            double sum = flow[k];
            for (int i = 0; i < k; i++) {
                sum += flow[i] * to[i][k];
            }
            flow[k] = sum / goesOn[k];
        }
        return flow;
    }

    private static boolean isReached(double[][] to, int station) {
        for (int i = 0; i < station; i++) {
            if (to[i][station] > 0) {
                return true;
            }
        }
        return false;
    }

    /** Each station as the queue that it is by itself. */
    public List<ManyServers> queues() {
        double[] flow = flows();
        List<ManyServers> queues = new ArrayList<>();
        for (int i = 0; i < flow.length; i++) {
            Station station = stations.get(i);
            queues.add(ManyServers.of(flow[i], station.serviceRate(), station.servers()));
        }
        return queues;
    }

    /** Whether every station can serve what reaches it. */
    public boolean isStable() {
        return queues().stream().allMatch(ManyServers::isStable);
    }

    /** Mean number of requests in the network. */
    public double meanInSystem() {
        return queues().stream().mapToDouble(ManyServers::meanInSystem).sum();
    }

    /** Mean time of a request from entering the network to leaving it, in seconds. */
    public double meanSojourn() {
        double outside = stations.stream().mapToDouble(Station::outsideRate).sum();
        return meanInSystem() / outside;
    }
}
