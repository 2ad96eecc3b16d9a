package nines.ui.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nines.quantity.Figures;
import nines.result.Failure;
import nines.result.JourneyTraffic;
import nines.result.Quantile;
import nines.result.StationTraffic;
import nines.result.Traffic;
import nines.result.Verdict;

/** What was seen of single requests, as lines of figures. */
final class TrafficFacts {
    private static final List<Double> SHARES = List.of(0.5, 0.95, 0.99, 0.999);
    private static final int STATIONS = 8;

    private TrafficFacts() {}

    /** Of one journey: how fast it answers, how much, and why not. */
    static List<Fact> of(Traffic traffic, String journey) {
        Optional<JourneyTraffic> found = traffic.journeys().stream()
                .filter(each -> each.name().equals(journey))
                .findFirst();
        if (found.isEmpty()) {
            return List.of();
        }
        JourneyTraffic seen = found.get();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.duration("Mean time to an answer", seen.response()));
        for (Quantile quantile : seen.percentiles()) {
            if (SHARES.contains(quantile.share())) {
                Fact fact =
                        Fact.duration(Figures.number(100 * quantile.share()) + " % answer within", quantile.value());
                facts.add(
                        fact.interval().isEmpty() && quantile.value().verdict() != Verdict.GOOD
                                ? new Fact(
                                        fact.name(),
                                        fact.value(),
                                        "no interval: " + quantile.value().reason())
                                : fact);
            }
        }
        facts.add(Fact.rate("Answered rightly and in time", seen.goodput()));
        facts.add(Fact.number("Attempts a request", seen.attemptsPerRequest()));
        for (Failure failure : seen.failures()) {
            facts.add(Fact.share("Failed: " + failure.cause(), failure.share()));
        }
        return facts;
    }

    /** Of the stations: how busy they are, and how long one waits. */
    static List<Fact> stations(Traffic traffic) {
        var facts = new ArrayList<Fact>();
        for (StationTraffic station : traffic.stations()) {
            if (station.within().isEmpty() && facts.size() < 2 * STATIONS) {
                if (station.utilisation().isKnown()) {
                    facts.add(Fact.share(station.name() + " busy", station.utilisation()));
                }
                facts.add(Fact.duration(station.name() + ", mean wait", station.waiting()));
            }
        }
        return facts;
    }
}
