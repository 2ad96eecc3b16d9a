package nines.model;

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
}
