package nines.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Watches journeys and calls people.
 */
@Later("alerts")
@Kind(name = "monitor", says = "Watches journeys and calls people.")
public record Monitor(
        @Flat Common common,

        @Key(
                type = Type.NAMES,
                silent = "all journeys",
                refers = {"journeys"},
                acts = Acts.STRUCTURAL,
                mechanism = "M50",
                says = "journeys")
        List<String> watches,

        @Key(type = Type.DURATION, field = "30s", acts = Acts.STRUCTURAL, mechanism = "M50", says = "of evaluation")
        double interval,

        @Key(
                type = Type.TEXT,
                silent = "catalogue:policy.burn_rate",
                acts = Acts.STRUCTURAL,
                mechanism = "M50",
                says = "alerting rules")
        List<String> burnRate,

        @Key(
                type = Type.NAME,
                refers = {"crews"},
                acts = Acts.STRUCTURAL,
                mechanism = "M50 M51",
                says = "a crew")
        @Nullable
        String pages)
        implements Component {

    public Monitor {
        watches = List.copyOf(watches);
        burnRate = List.copyOf(burnRate);
    }
}
