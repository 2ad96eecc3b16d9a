package nines.model;

import java.util.ArrayList;
import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * What does the work: an application, a process, a box.
 */
@Kind(
        name = "server",
        says = "What does the work: an application, a process, a box.",
        fails =
                "{ node: { like: catalogue:server.node.outage, common-cause: 5% }, lost: { like: catalogue:server.node.permanent, repair: 24h, common-cause: 5% }, crash: { like: catalogue:sw.process.crash, common-cause: 5% } }",
        restart = "catalogue:sw.process.restart.jvm")
public record Server(
        @Flat Common common,

        @Key(
                type = Type.COUNT,
                field = "32",
                textbook = "1",
                least = 1,
                mechanism = "M25",
                says = "requests served at once by an instance")
        int workers,

        @Key(type = Type.TIME, field = "catalogue:lat.app", textbook = "0s", mechanism = "M25", says = "of one request")
        Distribution serviceTime,

        @Key(
                type = Type.WORD,
                field = "queueing",
                acts = Acts.REQUESTS,
                mechanism = "M25",
                says = "one after the other, or all at once and each slower")
        Discipline discipline,

        @Key(
                type = Type.BLOCK,
                silent = "unlimited (field: 100)",
                acts = Acts.REQUESTS,
                mechanism = "M22",
                says = "in front of each instance")
        @Nullable
        WaitingLine queue,

        @Key(
                type = Type.WORD,
                field = "refuse",
                acts = Acts.REQUESTS,
                mechanism = "M25",
                says = "requests that arrive at a dead instance")
        WhileDown whileDown,

        @Key(
                type = Type.WORD,
                field = "lost",
                acts = Acts.REQUESTS,
                mechanism = "M24",
                says = "work in progress when it dies")
        InFlight inFlight,

        @Key(
                type = Type.WORD,
                field = "hold",
                acts = Acts.REQUESTS,
                mechanism = "M16",
                says = "is the worker kept during calls?")
        WhileCalling whileCalling,

        @Key(
                type = Type.WORD,
                field = "finished",
                acts = Acts.REQUESTS,
                mechanism = "M16",
                says = "when the caller has left; dropped: skipped when its turn comes")
        AbandonedWork abandonedWork,

        @Later(value = "warm-up", actsOnRequests = true)
        @Key(
                type = Type.BLOCK,
                field = "none",
                mechanism = "M29",
                says = "a fresh instance is slower: `{ starts-at: 30%, over: 60s }`")
        @Nullable
        WarmUp warmUp,

        @Key(
                type = Type.BLOCK,
                field = "none",
                acts = Acts.REQUESTS,
                mechanism = "M27",
                says = "adds and removes instances")
        @Nullable
        Autoscale autoscale,

        @Key(
                type = Type.BLOCK,
                field = "none",
                acts = Acts.REQUESTS,
                mechanism = "M20",
                says = "turns requests away under overload")
        @Nullable
        Shed shed,

        @Key(type = Type.RATE, field = "unlimited", acts = Acts.REQUESTS, mechanism = "M20", says = "per instance")
        double rateLimit,

        @Later("sessions")
        @Key(type = Type.WORD, field = "none", mechanism = "M10", says = "where the state of a user lives")
        @Nullable
        Sessions sessions,

        @Later(value = "queues between servers", actsOnRequests = true)
        @Key(
                type = Type.NAME,
                refers = {"components"},
                mechanism = "M22",
                says = "a queue it works off")
        @Nullable
        String consumes,

        @Key(
                type = Type.DURATION,
                field = "30s",
                acts = Acts.REQUESTS,
                mechanism = "M11",
                says = "time to finish work before planned stops")
        double drain)
        implements Component {

    @Override
    public double servesPerSecond() {
        double busy = serviceTime.mean();
        return busy > 0 ? workers / busy : Double.POSITIVE_INFINITY;
    }

    @Override
    public Serving serving() {
        return new Serving(
                workers,
                serviceTime,
                serviceTime,
                queue,
                whileDown,
                inFlight,
                whileCalling,
                discipline == Discipline.PROCESSOR_SHARING,
                rateLimit,
                shed,
                abandonedWork);
    }

    @Override
    public List<String> doesNotActOnRequests() {
        List<String> silent = new ArrayList<>();
        if (inFlight == InFlight.DUPLICATED) {
            silent.add("in-flight: duplicated");
        }
        if (consumes != null && discipline == Discipline.PROCESSOR_SHARING) {
            silent.add("consumes` with `discipline: processor-sharing");
        }
        return silent;
    }

    @Override
    public int mostInstances() {
        return autoscale == null ? common.instances() : Math.max(common.instances(), autoscale.max());
    }

    @Override
    public boolean throttlesItsCallers() {
        return shed != null && shed.method() == Shed.Method.CLIENT_THROTTLING;
    }

    /** The words of {@code discipline}. */
    public enum Discipline {
        QUEUEING,
        PROCESSOR_SHARING
    }

    /** The words of {@code while-down}. */
    public enum WhileDown {
        REFUSE,
        WAIT
    }

    /** The words of {@code in-flight}. */
    public enum InFlight {
        LOST,
        RETRIED,
        RESUMED,
        DUPLICATED
    }

    /** The words of {@code while-calling}. */
    public enum WhileCalling {
        HOLD,
        RELEASE
    }

    /** The words of {@code abandoned-work}. */
    public enum AbandonedWork {
        FINISHED,
        DROPPED,
        CANCELLED
    }

    /** The words of {@code sessions}. */
    public enum Sessions {
        NONE,
        LOCAL,
        SHARED
    }

    /**
     * The time a fresh instance needs to reach full capacity.
     */
    @Block(title = "Warm-up", path = "warm-up")
    public record WarmUp(
            @Key(type = Type.SHARE, field = "30%", mechanism = "M29", says = "of full capacity")
            double startsAt,

            @Key(type = Type.DURATION, field = "60s", mechanism = "M29", says = "linear")
            double over) {}

    /**
     * The control loop that adds and removes instances.
     */
    @Block(title = "Autoscaling", path = "autoscale")
    public record Autoscale(
            @Key(
                    type = Type.SHARE,
                    field = "60%",
                    acts = Acts.REQUESTS,
                    mechanism = "M27",
                    says = "utilisation to hold")
            double target,

            @Key(
                    type = Type.COUNT,
                    silent = "instances",
                    least = 0,
                    acts = Acts.REQUESTS,
                    mechanism = "M27",
                    says = "fewest instances")
            @Nullable
            Integer min,

            @Key(
                    type = Type.COUNT,
                    required = true,
                    least = 1,
                    acts = Acts.REQUESTS,
                    mechanism = "M27",
                    says = "most instances")
            int max,

            @Key(
                    type = Type.DURATION,
                    field = "15s",
                    acts = Acts.REQUESTS,
                    mechanism = "M27",
                    says = "control interval")
            double every,

            @Key(
                    type = Type.SHARE,
                    field = "10%",
                    acts = Acts.REQUESTS,
                    mechanism = "M27",
                    says = "no change within this of the target")
            double tolerance,

            @Key(type = Type.DURATION, field = "300s", acts = Acts.REQUESTS, mechanism = "M27", says = "stabilisation")
            double downAfter,

            @Key(
                    type = Type.TIME,
                    field = "catalogue:vm.start.aws_linux",
                    textbook = "0s",
                    acts = Acts.REQUESTS,
                    mechanism = "M27",
                    says = "until a new instance serves")
            Distribution start,

            @Key(
                    type = Type.NAME,
                    silent = "itself",
                    refers = {"components"},
                    acts = Acts.REQUESTS,
                    mechanism = "M27",
                    says = "must be up to scale")
            @Nullable
            String controller) {}

    /**
     * How an overloaded instance turns requests away.
     */
    @Block(title = "Load shedding", path = "shed")
    public record Shed(
            @Key(type = Type.WORD, required = true, acts = Acts.REQUESTS, mechanism = "M20", says = "the rule")
            Method method,

            @Key(type = Type.DURATION, field = "5ms", acts = Acts.REQUESTS, mechanism = "M20", says = "codel")
            double target,

            @Key(
                    type = Type.DURATION,
                    field = "100ms",
                    acts = Acts.REQUESTS,
                    mechanism = "M20",
                    says = "codel interval")
            double over,

            @Key(
                    type = Type.SHARE,
                    field = "5%",
                    acts = Acts.REQUESTS,
                    mechanism = "M20",
                    says = "of a service time, per rejected request")
            double cost) {

        /** The words of {@code method}. */
        public enum Method {
            CODEL,
            ADAPTIVE_CONCURRENCY,
            PRIORITY,
            CLIENT_THROTTLING
        }
    }
}
