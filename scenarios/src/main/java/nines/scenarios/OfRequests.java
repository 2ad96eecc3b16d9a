package nines.scenarios;

import java.util.Optional;
import java.util.function.Function;
import nines.result.Estimate;
import nines.result.JourneyTraffic;
import nines.result.Present;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.StationTraffic;
import nines.result.Traffic;

/** What is asked in a case with simulated requests, of a journey or of what serves. */
final class OfRequests {
    private OfRequests() {}

    /** The estimate in a result. */
    static Estimate in(Quantity quantity, Result result, String name) {
        Traffic traffic = result.traffic();
        if (traffic == null) {
            throw new IllegalStateException(name + ": no requests were simulated");
        }
        return switch (quantity) {
            case RESPONSE_SECONDS -> journey(traffic, name, JourneyTraffic::response);
            case RESPONSE_P50_SECONDS -> percentile(traffic, name, 0.5);
            case RESPONSE_P95_SECONDS -> percentile(traffic, name, 0.95);
            case RESPONSE_P99_SECONDS -> percentile(traffic, name, 0.99);
            case RESPONSE_P999_SECONDS -> percentile(traffic, name, 0.999);
            case REQUESTS_UNDER_WAY -> journey(traffic, name, JourneyTraffic::inFlight);
            case SHARE_OF_REQUESTS_FAILED ->
                result.journey(name)
                        .map(each -> each.requests().unavailability())
                        .orElseThrow(() -> missing(name));
            case WAITING_SECONDS -> station(traffic, name, StationTraffic::waiting);
            case WAITING_DEVIATION_SECONDS -> station(traffic, name, StationTraffic::waitingDeviation);
            case SHARE_THAT_WAITS -> station(traffic, name, StationTraffic::waits);
            case WORKERS_BUSY -> station(traffic, name, StationTraffic::busy);
            case QUEUE_LENGTH -> station(traffic, name, StationTraffic::queueLength);
            case HIT_SHARE -> station(traffic, name, StationTraffic::hits);
            case SHARE_WITH_SO_MANY -> {
                String[] both = name.split(">=", 2);
                int count = Integer.parseInt(both[1]);
                yield station(traffic, both[0], each -> level(each, count));
            }
            default -> throw new IllegalArgumentException(quantity.words() + " is not asked of single requests");
        };
    }

    private static Estimate level(StationTraffic station, int count) {
        return station.present().stream()
                .filter(level -> level.atLeast() == count)
                .findFirst()
                .map(Present::share)
                .orElseThrow(() -> missing(station.name() + ">=" + count));
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("nothing here is called " + name);
    }

    private static Estimate journey(Traffic traffic, String name, Function<JourneyTraffic, Estimate> measure) {
        return traffic.journeys().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(measure)
                .orElseThrow(() -> missing(name));
    }

    private static Estimate percentile(Traffic traffic, String name, double share) {
        Optional<JourneyTraffic> journey = traffic.journeys().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        return journey.stream()
                .flatMap(each -> each.percentiles().stream())
                .filter(quantile -> quantile.share() == share)
                .map(Quantile::value)
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    private static Estimate station(Traffic traffic, String name, Function<StationTraffic, Estimate> measure) {
        return traffic.stations().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(measure)
                .orElseThrow(() -> missing(name));
    }
}
