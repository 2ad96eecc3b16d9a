package nines.model;

import nines.distribution.Distribution;

/**
 * A group that works while a majority of its members does.
 */
@Kind(
        name = "consensus",
        says = "A group that works while a majority of its members does.",
        fails =
                "{ node: { like: catalogue:server.node.outage, common-cause: 5% }, lost: { like: catalogue:server.node.permanent, repair: 24h, common-cause: 5% }, crash: { like: catalogue:sw.process.crash, common-cause: 5% } }",
        needed = "majority")
public record Consensus(
        @Flat Common common,

        @Key(
                type = Type.BLOCK,
                field = "{ heartbeat: 100ms }",
                silent = "100ms, uniform 1s to 2s",
                mechanism = "M34",
                says = "how a leader is found")
        Election election,

        @Key(
                type = Type.WORD,
                field = "leader",
                mechanism = "M34",
                says =
                        "who answers reads: the leader, with a majority behind it, or any member, possibly with an old value")
        Reads reads)
        implements Component {

    @Override
    public boolean leads() {
        return true;
    }

    @Override
    public nines.distribution.Distribution electionTime() {
        return election.timeout();
    }

    @Override
    public boolean readsAnywhere() {
        return reads == Reads.ANY;
    }

    /** The words of {@code reads}. */
    public enum Reads {
        LEADER,
        ANY
    }

    /**
     * How a consensus group finds a leader.
     */
    @Block(title = "Election", path = "election")
    public record Election(
            @Later("elections in detail")
            @Key(type = Type.DURATION, field = "100ms", mechanism = "M34", says = "of the leader")
            double heartbeat,

            @Key(
                    type = Type.TIME,
                    field = "uniform 1s to 2s",
                    mechanism = "M34",
                    says = "silence until a member stands for election")
            Distribution timeout,

            @Later("elections in detail")
            @Key(type = Type.FLAG, field = "true", mechanism = "M34", says = "asks before it disturbs a leader")
            boolean preVote) {}
}
