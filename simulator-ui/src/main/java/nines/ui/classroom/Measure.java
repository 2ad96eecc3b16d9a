package nines.ui.classroom;

import nines.quantity.Figures;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.JourneyTraffic;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.Traffic;
import org.jspecify.annotations.Nullable;

/** What a lesson looks at. */
public enum Measure {
    DOWNTIME("What is lost in a year, as time"),
    LOST("Share of the requests that are not answered"),
    P99("99 % of the answers come within");

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** A value of it as it is shown. */
    public String words(double value) {
        return this == LOST ? Figures.share(value) : Figures.duration(value);
    }

    /** It, of one journey of a result. */
    Estimate of(Result result, String journey) {
        Journey found = result.journey(journey)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a lesson looks at journey '" + journey + "', which its scenario does not have"));
        return switch (this) {
            case DOWNTIME -> found.requests().downtimePerYear();
            case LOST -> found.requests().unavailability();
            case P99 -> p99(result.traffic(), journey);
        };
    }

    private static Estimate p99(@Nullable Traffic traffic, String journey) {
        if (traffic == null) {
            throw new IllegalArgumentException("a lesson about response times must simulate requests");
        }
        return traffic.journeys().stream()
                .filter(each -> each.name().equals(journey))
                .map(JourneyTraffic::percentiles)
                .flatMap(all -> all.stream().filter(each -> each.share() == 0.99))
                .map(Quantile::value)
                .findFirst()
                .orElseThrow();
    }
}
