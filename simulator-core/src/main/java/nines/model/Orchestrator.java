package nines.model;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * Starts, probes, restarts and moves the instances it runs.
 */
@Kind(name = "orchestrator", says = "Starts, probes, restarts and moves the instances it runs.")
public record Orchestrator(
        @Flat Common common,

        @Later("moving and restarting instances")
        @Key(
                type = Type.NAMES,
                required = true,
                refers = {"components"},
                mechanism = "M26",
                says = "its components")
        List<String> runs,

        @Later("moving and restarting instances")
        @Key(
                type = Type.BLOCK,
                field = "catalogue:check.k8s_probe",
                textbook = "none",
                mechanism = "M26",
                says = "probe that decides on traffic")
        @Nullable
        HealthCheck readiness,

        @Later("moving and restarting instances")
        @Key(
                type = Type.BLOCK,
                field = "catalogue:check.k8s_probe",
                textbook = "none",
                mechanism = "M26",
                says = "probe that decides on restarts")
        @Nullable
        HealthCheck liveness,

        @Later("moving and restarting instances")
        @Key(
                type = Type.DURATION,
                field = "40s",
                textbook = "0s",
                mechanism = "M26",
                says = "silence until a host is believed lost")
        double nodeLostAfter,

        @Later("moving and restarting instances")
        @Key(
                type = Type.DURATION,
                field = "300s",
                textbook = "0s",
                mechanism = "M26",
                says = "then its instances are moved")
        double evictsAfter,

        @Later("moving and restarting instances")
        @Key(
                type = Type.TIME,
                field = "catalogue:sw.container.start",
                textbook = "0s",
                mechanism = "M26",
                says = "of an instance")
        Distribution start,

        @Later("moving and restarting instances")
        @Key(
                type = Type.BLOCK,
                field = "catalogue:policy.k8s_backoff",
                textbook = "none",
                mechanism = "M24",
                says = "between restarts")
        @Nullable
        BackOff backOff,

        @Later("moving and restarting instances")
        @Key(type = Type.SHARE, field = "10%", textbook = "100%", mechanism = "M54", says = "interlock")
        double actsOnAtMost)
        implements Component {

    public Orchestrator {
        runs = List.copyOf(runs);
    }

    /**
     * The growing delay between restarts of a crashing instance.
     */
    @Block(title = "Restart back-off", path = "back-off")
    public record BackOff(
            @Key(
                    type = Type.DURATION,
                    field = "10s",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M24",
                    says = "first delay, doubled each time")
            double base,

            @Key(
                    type = Type.DURATION,
                    field = "300s",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M24",
                    says = "longest delay")
            double cap,

            @Key(
                    type = Type.DURATION,
                    field = "10min",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M24",
                    says = "running so long forgets the crashes")
            double resetAfter) {}
}
