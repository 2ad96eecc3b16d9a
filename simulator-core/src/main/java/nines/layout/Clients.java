package nines.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import nines.blueprint.Attempts;
import nines.blueprint.Patience;
import nines.model.Scenario;
import nines.model.Traffic;

/** Who sends the requests of a journey: rate, and tries and patience of each kind. */
record Clients(
        double rate, int[] attempts, double[] weights, Map<Patience, Double> patience, Map<String, Double> byTraffic) {
    static final Clients UNKNOWN = new Clients(
            1, new int[] {1}, new double[] {1}, Map.of(new Patience(Attempts.PATIENT, null), 1.0), Map.of());

    /** Those of one journey; surges that reach it unevenly are refused where requests are not followed one by one. */
    static Clients of(Scenario scenario, String journey, Surges surges, boolean withRequests) {
        double rate = 0;
        Map<Integer, Double> byAttempts = new LinkedHashMap<>();
        Map<Patience, Double> byPatience = new LinkedHashMap<>();
        Map<String, Double> byTraffic = new LinkedHashMap<>();
        for (Traffic traffic : scenario.traffic().values()) {
            double share = traffic.mix().isEmpty()
                    ? 1.0 / Math.max(1, scenario.journeys().size())
                    : traffic.mix().getOrDefault(journey, 0.0);
            double mine = Loads.rate(traffic) * share;
            if (mine > 0) {
                rate += mine;
                byTraffic.put(traffic.name(), mine);
                int attempts = traffic.retry() == null ? 1 : traffic.retry().attempts();
                byAttempts.merge(attempts, mine, Double::sum);
                byPatience.merge(
                        new Patience(RequestRoutes.attempts(traffic.timeout(), traffic.retry()), traffic.patience()),
                        mine,
                        Double::sum);
            }
        }
        if (rate <= 0) {
            return UNKNOWN;
        }
        int[] attempts = new int[byAttempts.size()];
        double[] weights = new double[attempts.length];
        int k = 0;
        for (Map.Entry<Integer, Double> entry : byAttempts.entrySet()) {
            attempts[k] = entry.getKey();
            weights[k++] = entry.getValue() / rate;
        }
        double all = rate;
        byPatience.replaceAll((kind, mine) -> mine / all);
        byTraffic.replaceAll((name, mine) -> mine / all);
        if (!withRequests) {
            surges.refuseUneven(journey, byTraffic.keySet());
        }
        return new Clients(rate, attempts, weights, byPatience, byTraffic);
    }
}
