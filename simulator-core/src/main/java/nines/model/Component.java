package nines.model;

import java.util.List;
import nines.balancing.Balancing;
import nines.blueprint.Keyed;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/** What serves, stores, routes or feeds: one entry of the section {@code components}. */
public sealed interface Component
        permits Automaton,
                Backup,
                Balancer,
                Battery,
                Cache,
                Cdn,
                Consensus,
                Cooling,
                Database,
                DdosFilter,
                Dns,
                Firewall,
                Generator,
                Identity,
                Link,
                Monitor,
                Orchestrator,
                Pdu,
                Queue,
                Raid,
                Server,
                Storage,
                Ups,
                Utility {

    /** The keys that every kind has. */
    Common common();

    default String name() {
        return common().name();
    }

    /** The word after {@code kind:}. */
    default String kind() {
        return getClass().getAnnotation(Kind.class).name();
    }

    /** Whether it hands requests on and chooses among the instances of whoever follows it in a journey. */
    default boolean routes() {
        return false;
    }

    /** How it picks among those it routes to; null: it does not route, or not in a way that acts yet. */
    default @Nullable Balancing balancing() {
        return null;
    }

    /** How it looks at those it routes to; null: it sees the truth at once. */
    default @Nullable HealthCheck healthCheck() {
        return null;
    }

    /** The kind of place it keeps requests in, or null. */
    default @Nullable String keepsIn() {
        return null;
    }

    /** Seconds over which a target that is trusted again comes to its full share; 0: at once. */
    default double slowStartTime() {
        return 0;
    }

    /** Seconds for which a client stays with its target; 0: it does not. */
    default double stickyTime() {
        return 0;
    }

    /** When it stops sending to targets that answer badly; null: never. */
    default Balancer.@Nullable Ejection ejects() {
        return null;
    }

    /** Share of trusted targets below which it trusts everybody, in [0, 1]. */
    default double panicBelow() {
        return 0;
    }

    /** Whether one of several instances leads (a primary, an elected leader) and the others follow. */
    default boolean leads() {
        return false;
    }

    /** How many instances must serve at least, whatever {@code needed} says. */
    default int neededAtLeast() {
        return 1;
    }

    /** How long an election takes; null when its leader is not elected. */
    default @Nullable Distribution electionTime() {
        return null;
    }

    /** Whether reads may go to any instance. */
    default boolean readsAnywhere() {
        return false;
    }

    /** Requests per second that one instance can serve; +infinity when nothing limits it. */
    default double servesPerSecond() {
        return Double.POSITIVE_INFINITY;
    }

    /** Share of the requests that it answers by itself, in [0, 1]. */
    default double hitShare() {
        return 0;
    }

    /** The single objects that one instance keeps; null: it is not told of any. */
    default @Nullable Keyed keyed() {
        return null;
    }

    /** Seconds for which its last good answer stands in when what lies behind fails; 0: it does not. */
    default double staleTime() {
        return 0;
    }

    /** The most instances that there can be at once. */
    default int mostInstances() {
        return common().instances();
    }

    /** The queue that it works off, or null. */
    default @Nullable String consumes() {
        return null;
    }

    /** Whether its callers turn calls away by themselves when it turns many away. */
    default boolean throttlesItsCallers() {
        return false;
    }

    /** How one instance deals with single requests; null when it serves none, or not yet. */
    default @Nullable Serving serving() {
        return null;
    }

    /** What it adds to a request that it passes on, in seconds; null when it passes none on, or not yet. */
    default @Nullable Distribution passingTime() {
        return null;
    }

    /** What it is told to do that does not act yet when requests are simulated, as the language writes it. */
    default List<String> doesNotActOnRequests() {
        return List.of();
    }

    /** Whether its failures follow the calendar and not the hours of operation: feeds and lines. */
    default boolean livesByTheCalendar() {
        return false;
    }
}
