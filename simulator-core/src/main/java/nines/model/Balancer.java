package nines.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.balancing.AtRandom;
import nines.balancing.Balancing;
import nines.balancing.LeastConnections;
import nines.balancing.PowerOfChoices;
import nines.balancing.RoundRobin;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request to one of the targets it believes to be up.
 */
@Kind(
        name = "balancer",
        says = "Sends each request to one of the targets it believes to be up.",
        fails = "{ device: { like: catalogue:net.dc.lb, common-cause: 5% } }",
        failover = "catalogue:net.vrrp")
public record Balancer(
        @Flat Common common,

        @Key(
                type = Type.WORD,
                field = "round-robin",
                acts = Acts.REQUESTS,
                mechanism = "M08",
                says = "how a target is picked")
        Algorithm algorithm,

        @Key(
                type = Type.BLOCK,
                silent = "textbook: sees the truth at once; field: catalogue:check.haproxy",
                mechanism = "M12",
                says = "its belief about its targets")
        @Nullable
        HealthCheck healthCheck,

        @Key(
                type = Type.BLOCK,
                field = "none",
                acts = Acts.REQUESTS,
                mechanism = "M13",
                says = "passive removal of targets that answer badly")
        @Nullable
        Ejection ejection,

        @Key(type = Type.SHARE, field = "0%", mechanism = "M14", says = "with fewer believed up, all are used")
        double panicBelow,

        @Key(
                type = Type.DURATION,
                field = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M09",
                says = "a returned target gets its full share after this")
        double slowStart,

        @Key(
                type = Type.DURATION,
                field = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M10",
                says = "a client stays on its target for so long")
        double sticky,

        @Key(
                type = Type.DURATION,
                field = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M08",
                says = "a failed answer counts as so slow")
        double failurePenalty,

        @Key(type = Type.PLACE_KIND, mechanism = "M03 M55", says = "sends only within its own place of that kind")
        @Nullable
        String keepIn,

        @Key(type = Type.PLACE_KIND, mechanism = "M03", says = "spills over when nobody is left there") @Nullable
        String preferIn,

        @Key(
                type = Type.TIME,
                field = "500us",
                textbook = "0s",
                acts = Acts.REQUESTS,
                mechanism = "M08",
                says = "it adds")
        Distribution latency,

        @Key(
                type = Type.HOW_MANY,
                field = "all",
                acts = Acts.REQUESTS,
                mechanism = "M55",
                says = "shuffle sharding: each client on so many targets")
        HowMany subset)
        implements Component {

    @Override
    public @Nullable Balancing balancing() {
        return switch (algorithm) {
            case ROUND_ROBIN -> new RoundRobin();
            case LEAST_CONNECTIONS -> new LeastConnections();
            case RANDOM -> new AtRandom();
            case TWO_CHOICES -> new PowerOfChoices(2);
            case WEIGHTED, PEAK_EWMA, DYNAMIC, SOURCE_HASH, RING_HASH, MAGLEV -> null;
        };
    }

    @Override
    public boolean routes() {
        return true;
    }

    @Override
    public @Nullable String keepsIn() {
        return keepIn;
    }

    @Override
    public Distribution passingTime() {
        return latency;
    }

    @Override
    public List<String> doesNotActOnRequests() {
        List<String> silent = new ArrayList<>();
        if (balancing() == null) {
            silent.add("algorithm: " + algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (ejection != null) {
            silent.add("ejection");
        }
        if (slowStart > 0) {
            silent.add("slow-start");
        }
        if (sticky > 0) {
            silent.add("sticky");
        }
        if (failurePenalty > 0) {
            silent.add("failure-penalty");
        }
        if (preferIn != null) {
            silent.add("prefer-in");
        }
        if (!(subset instanceof HowMany.All)) {
            silent.add("subset");
        }
        return silent;
    }

    /** The words of {@code algorithm}. */
    public enum Algorithm {
        ROUND_ROBIN,
        WEIGHTED,
        LEAST_CONNECTIONS,
        RANDOM,
        TWO_CHOICES,
        PEAK_EWMA,
        DYNAMIC,
        SOURCE_HASH,
        RING_HASH,
        MAGLEV
    }

    /**
     * Passive removal of a target that answers badly.
     */
    @Block(title = "Passive ejection", path = "ejection")
    public record Ejection(
            @Key(type = Type.COUNT, field = "5", acts = Acts.REQUESTS, mechanism = "M13", says = "until ejected")
            int errorsInARow,

            @Key(type = Type.DURATION, field = "10s", acts = Acts.REQUESTS, mechanism = "M13", says = "of the analysis")
            double interval,

            @Key(
                    type = Type.DURATION,
                    name = "for",
                    field = "30s",
                    acts = Acts.REQUESTS,
                    mechanism = "M13",
                    says = "times ejections so far")
            double lasting,

            @Key(type = Type.SHARE, field = "10%", acts = Acts.REQUESTS, mechanism = "M13", says = "of the targets")
            double atMost,

            @Key(
                    type = Type.FACTOR,
                    field = "1.9x",
                    acts = Acts.REQUESTS,
                    mechanism = "M13",
                    says = "success rate below the mean by standard deviations")
            double deviation) {}
}
