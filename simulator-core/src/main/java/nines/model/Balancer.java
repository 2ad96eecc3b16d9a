package nines.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nines.balancing.AtRandom;
import nines.balancing.Balancing;
import nines.balancing.LeastConnections;
import nines.balancing.Maglev;
import nines.balancing.PeakEwma;
import nines.balancing.PowerOfChoices;
import nines.balancing.RingHash;
import nines.balancing.RoundRobin;
import nines.balancing.SmoothWeighted;
import nines.balancing.SourceHash;
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
                type = Type.FACTOR,
                positive = true,
                silent = "all 1x",
                acts = Acts.REQUESTS,
                mechanism = "M08",
                says = "for `weighted`: one for each instance of the target, in their order")
        List<Double> weights,

        @Key(
                type = Type.FACTOR,
                silent = "none",
                acts = Acts.REQUESTS,
                mechanism = "M08",
                says =
                        "for `ring-hash`: passes a target by that has so many times the mean of requests out (usual 1.25x)")
        @Nullable
        Double loadBound,

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
                says = "for `peak-ewma`: a failed answer counts as at least so slow")
        double failurePenalty,

        @Key(type = Type.PLACE_KIND, mechanism = "M03 M55", says = "sends only within its own place of that kind")
        @Nullable
        String keepIn,

        @Later("spilling over to other places")
        @Key(type = Type.PLACE_KIND, mechanism = "M03", says = "spills over when nobody is left there")
        @Nullable
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

    /** Points of each target on a hash ring: Envoy's and Ketama's usual 160. */
    private static final int RING_POINTS = 160;
    /** Places of a Maglev table (Eisenbud et al. 2016). */
    private static final int MAGLEV_SIZE = 65537;
    /** Time constant of Finagle's peak EWMA, in seconds. */
    private static final double FADES = 10;

    public Balancer {
        weights = List.copyOf(weights);
    }

    @Override
    public @Nullable Balancing balancing() {
        return switch (algorithm) {
            case ROUND_ROBIN -> new RoundRobin();
            case WEIGHTED -> weights.isEmpty() ? new RoundRobin() : new SmoothWeighted(weights);
            case LEAST_CONNECTIONS -> new LeastConnections();
            case RANDOM -> new AtRandom();
            case TWO_CHOICES -> new PowerOfChoices(2);
            case PEAK_EWMA -> new PeakEwma(FADES, failurePenalty);
            case SOURCE_HASH -> new SourceHash();
            case RING_HASH -> new RingHash(RING_POINTS, loadBound == null ? Double.POSITIVE_INFINITY : loadBound);
            case MAGLEV -> new Maglev(MAGLEV_SIZE);
            case DYNAMIC -> null;
        };
    }

    @Override
    public boolean routes() {
        return true;
    }

    @Override
    public double slowStartTime() {
        return slowStart;
    }

    @Override
    public double stickyTime() {
        return sticky;
    }

    @Override
    public @Nullable Ejection ejects() {
        return ejection;
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
        if (algorithm == Algorithm.DYNAMIC) {
            silent.add("algorithm: " + algorithm.name().toLowerCase(Locale.ROOT).replace('_', '-'));
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
            @Key(
                    type = Type.COUNT,
                    least = 1,
                    field = "5",
                    acts = Acts.REQUESTS,
                    mechanism = "M13",
                    says = "until ejected")
            int errorsInARow,

            @Key(
                    type = Type.DURATION,
                    positive = true,
                    field = "10s",
                    acts = Acts.REQUESTS,
                    mechanism = "M13",
                    says = "of the analysis")
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
