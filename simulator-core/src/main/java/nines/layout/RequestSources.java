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
        if (sources.isEmpty()) {
            throw new NotLaidOut("there is no `traffic`: who sends requests, and how many? Write `traffic: { users: {"
                    + " rate: 100/s } }`, or simulate `fidelity: structural`");
        }
        return sources;
    }

    private Source source(Traffic traffic, List<String> journeys) {
        refuseWhatDoesNotAct(traffic);
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
                closed ? RequestRoutes.law(traffic.name(), traffic.thinkTime()) : new Deterministic(0),
                asked.stream().mapToInt(Integer::intValue).toArray(),
                shares.stream().mapToDouble(Double::doubleValue).toArray(),
                patience == null || patience.mean() == Double.POSITIVE_INFINITY
                        ? null
                        : RequestRoutes.law(traffic.name(), patience),
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
        double most = written.load() * written.share();
        if (!(written.load() >= 1) || !(written.share() > 0 && written.share() < 1) || !(most <= 1)) {
            throw new NotLaidOut(traffic.name() + ": `bursts` of " + written.load() + " times the mean rate in "
                    + 100 * written.share() + " % of the time: the load must be at least 1x, and load × share at most"
                    + " 100 %, as the mean rate stays what it is");
        }
        return new Bursts(written.load(), written.share(), written.mean());
    }

    private static Distribution gap(Traffic traffic) {
        Double rate = traffic.profile().isEmpty() ? traffic.rate() : Double.valueOf(Journeys.mean(traffic.profile()));
        if (traffic.arrivals().equals("poisson")) {
            if (rate == null || !(rate > 0)) {
                throw new NotLaidOut(traffic.name() + " needs a `rate` above zero, or `users`");
            }
            return new Exponential(1 / rate);
        }
        if (traffic.dayPeak() > 1 || !traffic.profile().isEmpty()) {
            throw new NotLaidOut(traffic.name() + ": `day-peak` and `profile` act on `arrivals: poisson` only");
        }
        Distribution gap = RequestRoutes.law(traffic.name(), read(traffic));
        if (rate != null && Math.abs(rate * gap.mean() - 1) > 1e-6) {
            throw new NotLaidOut(traffic.name() + ": `rate: " + rate + "/s` and `arrivals: " + traffic.arrivals()
                    + "` contradict each other: the gaps have a mean of " + gap.mean() + " s. Leave `rate` out");
        }
        if (!(gap.mean() > 0)) {
            throw new NotLaidOut(traffic.name() + ": the gaps of `arrivals: " + traffic.arrivals()
                    + "` must have a mean above zero");
        }
        return gap;
    }

    private static Distribution read(Traffic traffic) {
        try {
            return DistributionText.parse(traffic.arrivals());
        } catch (RuntimeException unreadable) {
            throw new NotLaidOut(traffic.name() + ": `arrivals: " + traffic.arrivals() + "` does not act yet when"
                    + " requests are simulated, or is no law of gaps: " + unreadable.getMessage());
        }
    }

    private static void refuseWhatDoesNotAct(Traffic traffic) {
        String what = first(
                traffic.users() != null && traffic.dayPeak() > 1 ? "day-peak" : null,
                traffic.users() != null && traffic.bursts() != null ? "bursts" : null,
                traffic.trace() != null ? "trace" : null,
                traffic.reconnect().mean() > 0 ? "reconnect" : null);
        if (!what.isEmpty()) {
            throw new NotLaidOut(traffic.name() + ": `" + what + "` does not act yet when requests are simulated"
                    + (traffic.users() == null ? "" : " in a closed loop"));
        }
    }

    private static String first(@Nullable String... found) {
        for (String each : found) {
            if (each != null) {
                return each;
            }
        }
        return "";
    }
}
