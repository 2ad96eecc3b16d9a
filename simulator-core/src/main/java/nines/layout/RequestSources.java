package nines.layout;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Bursts;
import nines.blueprint.Draft;
import nines.blueprint.Source;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.DistributionText;
import nines.distribution.Exponential;
import nines.model.Scenario;
import nines.model.Traffic;
import org.jspecify.annotations.Nullable;

/** Who asks: the section {@code traffic} as sources of single requests. */
final class RequestSources {
    private final Scenario scenario;
    private final Surges surges;

    RequestSources(Scenario scenario, Draft draft) {
        this.scenario = scenario;
        surges = new Surges(draft, scenario);
    }

    List<Source> of(List<String> journeys) {
        List<Source> sources = new ArrayList<>();
        for (Traffic traffic : scenario.traffic().values()) {
            sources.add(source(traffic, journeys));
        }
        return sources;
    }

    private Source source(Traffic traffic, List<String> journeys) {
        List<Integer> asked = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int j = 0; j < journeys.size(); j++) {
            double share = traffic.mix().isEmpty()
                    ? 1.0 / journeys.size()
                    : traffic.mix().getOrDefault(journeys.get(j), 0.0);
            if (share > 0) {
                asked.add(j);
                shares.add(share);
            }
        }
        Integer users = traffic.users();
        boolean closed = users != null;
        Distribution patience = traffic.patience();
        return new Source(
                traffic.name(),
                closed ? null : gap(traffic),
                users == null ? 0 : users,
                closed ? traffic.thinkTime() : new Deterministic(0),
                asked.stream().mapToInt(Integer::intValue).toArray(),
                shares.stream().mapToDouble(Double::doubleValue).toArray(),
                patience == null || patience.mean() == Double.POSITIVE_INFINITY ? null : patience,
                RequestRoutes.attempts(traffic.timeout(), traffic.retry()),
                traffic.dayPeak() > 1 || !traffic.profile().isEmpty(),
                bursts(traffic),
                surges.of(traffic.name()));
    }

    private static @Nullable Bursts bursts(Traffic traffic) {
        Traffic.Bursts written = traffic.bursts();
        if (written == null) {
            return null;
        }
        return new Bursts(written.load(), written.share(), written.mean());
    }

    private static Distribution gap(Traffic traffic) {
        if (!traffic.arrivals().equals("poisson")) {
            return DistributionText.parse(traffic.arrivals());
        }
        Double rate = traffic.profile().isEmpty() ? traffic.rate() : Double.valueOf(Loads.mean(traffic.profile()));
        if (rate == null) {
            throw new IllegalStateException(traffic.name() + " has no rate");
        }
        return new Exponential(1 / rate);
    }
}
