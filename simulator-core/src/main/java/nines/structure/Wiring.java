package nines.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.blueprint.AlsoHit;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.blueprint.LoadSharing;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Plan;
import nines.blueprint.Restart;
import nines.blueprint.Shock;
import nines.blueprint.StandIn;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.blueprint.Tolerance;
import nines.blueprint.Watch;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import org.jspecify.annotations.Nullable;

/**
 * A blueprint with everything looked up that a run needs: who reacts to which node, which clock belongs to whom.
 * Immutable and shared by all replications.
 */
final class Wiring {
    /** What a clock drives; also the high bits of a reactor. */
    static final int FAIL = 0;

    static final int STAGE = 1;
    static final int BELIEF = 2;
    static final int POST = 3;
    static final int STAND_IN = 4;
    static final int FUEL = 5;
    static final int TOLERANCE = 6;
    static final int RESTART = 7;
    static final int INSPECTION = 8;
    static final int DELIVERY = 9;
    static final int PLAN_NEXT = 10;
    static final int PLAN_END = 11;
    static final int MOVE = 12;
    static final int SHOCK = 13;
    static final int HIT = 14;
    static final int SHIFT = 15;
    static final int PLAN_HIT = 16;
    static final int DATA = 17;
    private static final int KINDS = 18;

    /** Reactors: what must be looked at when a node changes. */
    static final int TAKEOVER = 20;

    static final int MACHINE = 21;
    static final int TIER = 22;
    static final int JOURNEY = 23;
    static final int LOAD_SHARING = 24;
    static final int SLOT = 25;
    static final int DATASET = 26;
    static final int SHIFT_BITS = 24;
    static final int INDEX = (1 << SHIFT_BITS) - 1;

    final Blueprint blueprint;
    final Node[] nodes;
    final int[][] users;
    final int[][] reactors;
    final int[] slack;
    final int[] inputsFirst;
    /** The instance behind a facet, or the node itself. */
    final int[] unitOf;

    final Mode[] modes;
    final Law[] failLaw;
    final Law[][] stageLaw;
    final int[][] modesOf;
    final int[][] modesHolding;
    final AlsoHit[] alsoHits;
    final int[][] alsoHitsOf;

    final Watch[] watches;
    final Law[] fallRefused;
    final Law[] fallHangs;
    final Law[] rise;
    final Law[] falseAlarm;
    final Law[] falseEnds;
    final int[] beliefWatch;
    final int[] beliefTarget;
    final int[] beliefAlive;
    final int[] beliefBase;
    final int beliefs;

    final Takeover[] takeovers;
    final int[] postBase;
    final int[] postTakeover;
    /** The one post that a node stands for, or -1. */
    final int[] postOf;

    final int posts;
    final Law[][] takeoverLaw;
    final Law[][] byHandLaw;
    /** How long a first holder must live again before it gets its post back. */
    final Law[] quietLaw;

    /** Expected time still to go at the start of stage s (the last entry: by hand), per take-over. */
    final double[][] toGo;

    final int[][] takeoversOf;

    final StandIn[] standIns;
    final Law[][] standInLaw;
    final Law[][] standInByHand;
    final Tolerance[] tolerances;
    final Law[] toleranceLaw;
    final Restart[] restarts;
    final Law[] restartLaw;
    final Plan[] plans;
    final PlanLaws planLaws;
    final Machine[] machines;
    final int[] moveBase;
    final int[] moveMachine;
    final Law[] moveLaw;
    final Shock[] shocks;
    final Law[] shockLaw;
    final int[] hitBase;
    final int[] hitShock;
    final Supplies supplies;
    final Tier[] tiers;
    /** Members of all tiers, numbered through. */
    final int[] slotBase;

    final int[] slotTier;
    final int[][] slotsOfUnit;
    /** Views of all tiers, numbered through: one a watch. */
    final int[] viewBase;

    final Journey[] journeys;
    final Way[][] ways;
    /** Whether surges multiply requests of a journey, or the load of what it meets. */
    final boolean[] surges;
    /** The served share where requests may meet somebody who never answers, or null. */
    final @Nullable Waiting[] waiting;
    /** An earlier journey that goes exactly the same way, or -1. */
    final int[] sameWay;

    final int[][] journeysOfTier;
    /** The nodes and tiers each journey's share depends on. */
    final int[][] nodesOfJourney;

    final int[][] tiersOfJourney;
    /** The journeys whose loss can have to do with a node. */
    final int[][] dependents;

    /** One belief for all that different senders hold about the same member. */
    final int[] beliefOfSlot;

    final int[][] tiersOfBelief;
    final LoadSharing[] loadSharings;
    final DataWiring data;
    final int[] clockBase = new int[KINDS + 1];
    final byte[] clockKind;
    final int[] clockIndex;
    final int clocks;
    final Sources sources;
    final Laws laws = new Laws();
    final Owners owners;

    final int sourceOfBranches;
    final int overloadCause;

    /** What can hold nodes down. */
    final Holders holders;
    /** Members of tiers and groups of any size. */
    final Leaves peers;
    /** Members of large tiers and groups. */
    final Leaves leaves;

    Wiring(Blueprint blueprint) {
        this(blueprint, Leaves.LARGE);
    }

    /** With the number of members that make a tier or a group large. */
    Wiring(Blueprint blueprint, int large) {
        this.blueprint = blueprint;
        nodes = blueprint.nodes().toArray(Node[]::new);
        users = blueprint.users();
        inputsFirst = blueprint.inputsFirst();
        int n = nodes.length;
        slack = new int[n];
        unitOf = new int[n];
        Reactions react = new Reactions(n);
        for (int i = 0; i < n; i++) {
            slack[i] = nodes[i].slack();
            unitOf[i] = i;
        }
        for (int i : inputsFirst) {
            if (nodes[i].kind() == Node.Kind.FACET && nodes[i].inputs().length > 0) {
                unitOf[i] = unitOf[nodes[i].inputs()[0]];
            }
        }

        modes = blueprint.modes().toArray(Mode[]::new);
        failLaw = new Law[modes.length];
        stageLaw = new Law[modes.length][];
        List<List<Integer>> of = Reactions.lists(n);
        List<List<Integer>> holding = Reactions.lists(n);
        for (int m = 0; m < modes.length; m++) {
            Mode mode = modes[m];
            String batch = blueprint.causes().get(mode.cause()).label();
            failLaw[m] = laws.of(mode.timeToFailure(), mode.stream(), batch, "failure");
            List<Law> stages = new ArrayList<>(mode.repair().size());
            for (int s = 0; s < mode.repair().size(); s++) {
                stages.add(laws.of(mode.repair().get(s).law(), mode.stream(), batch, "repair/" + s));
            }
            stageLaw[m] = laws.row(stages);
            of.get(mode.unit()).add(m);
            holding.get(mode.holds()).add(m);
            react.on(mode.unit(), FAIL, m);
            react.on(mode.onlyWhile(), FAIL, m);
            react.on(mode.site(), FAIL, m);
        }
        modesOf = Reactions.arrays(of);
        alsoHits = blueprint.alsoHits().toArray(AlsoHit[]::new);
        List<List<Integer>> hitsOf = Reactions.lists(modes.length);
        for (int h = 0; h < alsoHits.length; h++) {
            hitsOf.get(alsoHits[h].mode()).add(h);
        }
        alsoHitsOf = Reactions.arrays(hitsOf);
        modesHolding = Reactions.arrays(holding);

        watches = blueprint.watches().toArray(Watch[]::new);
        beliefBase = new int[watches.length + 1];
        for (int w = 0; w < watches.length; w++) {
            beliefBase[w + 1] = beliefBase[w] + watches[w].targets().length;
        }
        beliefs = beliefBase[watches.length];
        beliefWatch = Numbering.owners(beliefBase);
        beliefTarget = new int[beliefs];
        beliefAlive = new int[beliefs];
        fallRefused = new Law[watches.length];
        fallHangs = new Law[watches.length];
        rise = new Law[watches.length];
        falseAlarm = new Law[watches.length];
        falseEnds = new Law[watches.length];
        for (int w = 0; w < watches.length; w++) {
            Watch watch = watches[w];
            fallRefused[w] = laws.of(watch.fallRefused());
            fallHangs[w] = laws.of(watch.fallHangs());
            rise[w] = laws.of(watch.rise());
            falseAlarm[w] = watch.falseAlarm() == null
                    ? new Law(watch.rise(), Double.POSITIVE_INFINITY)
                    : laws.of(watch.falseAlarm());
            Distribution ends = watch.falseEnds();
            falseEnds[w] = ends == null ? rise[w] : laws.of(ends);
            for (int i = 0; i < watch.targets().length; i++) {
                int b = beliefBase[w] + i;
                beliefTarget[b] = watch.targets()[i];
                beliefAlive[b] = watch.alive()[i];
                react.on(watch.targets()[i], BELIEF, b);
                react.on(watch.observer(), BELIEF, b);
                if (unitOf[watch.targets()[i]] != watch.targets()[i]) {
                    react.on(unitOf[watch.targets()[i]], BELIEF, b);
                }
            }
        }

        takeovers = blueprint.takeovers().toArray(Takeover[]::new);
        postBase = new int[takeovers.length + 1];
        takeoverLaw = new Law[takeovers.length][];
        byHandLaw = new Law[takeovers.length][];
        quietLaw = new Law[takeovers.length];
        toGo = new double[takeovers.length][];
        List<List<Integer>> takeoverOf = Reactions.lists(n);
        for (int t = 0; t < takeovers.length; t++) {
            Takeover takeover = takeovers[t];
            postBase[t + 1] = postBase[t] + takeover.posts();
            takeoverLaw[t] = laws.of(takeover.stages());
            byHandLaw[t] = laws.of(takeover.byHand());
            quietLaw[t] = Law.of(takeover.quiet());
            toGo[t] = Laws.timeToGo(takeover, takeoverLaw[t], byHandLaw[t]);
            for (int member : takeover.members()) {
                react.on(member, TAKEOVER, t);
                takeoverOf.get(member).add(t);
                if (unitOf[member] != member) {
                    takeoverOf.get(unitOf[member]).add(t);
                }
            }
            react.on(takeover.controller(), TAKEOVER, t);
        }
        takeoversOf = Reactions.arrays(takeoverOf);
        posts = postBase[takeovers.length];
        postTakeover = Numbering.owners(postBase);

        postOf = new int[n];
        Arrays.fill(postOf, -1);
        for (int t = 0; t < takeovers.length; t++) {
            int[] fills = takeovers[t].fills();
            for (int k = 0; k < fills.length; k++) {
                postOf[fills[k]] = postBase[t] + k;
            }
            if (takeovers[t].posts() == 1 && takeovers[t].members().length > 1) {
                postOf[takeovers[t].works()] = postBase[t];
            }
        }

        standIns = blueprint.standIns().toArray(StandIn[]::new);
        standInLaw = new Law[standIns.length][];
        standInByHand = new Law[standIns.length][];
        for (int s = 0; s < standIns.length; s++) {
            standInLaw[s] = laws.of(standIns[s].stages());
            standInByHand[s] = laws.of(standIns[s].byHand());
            react.on(standIns[s].unit(), STAND_IN, s);
            react.on(standIns[s].primary(), STAND_IN, s);
        }
        tolerances = blueprint.tolerances().toArray(Tolerance[]::new);
        toleranceLaw = new Law[tolerances.length];
        for (int t = 0; t < tolerances.length; t++) {
            toleranceLaw[t] = laws.of(tolerances[t].law());
            react.on(tolerances[t].need(), TOLERANCE, t);
            react.on(tolerances[t].with(), TOLERANCE, t);
        }
        restarts = blueprint.restarts().toArray(Restart[]::new);
        restartLaw = new Law[restarts.length];
        for (int r = 0; r < restarts.length; r++) {
            restartLaw[r] = laws.of(restarts[r].law());
            react.on(restarts[r].outside(), RESTART, r);
        }
        plans = blueprint.plans().toArray(Plan[]::new);
        planLaws = new PlanLaws(plans, laws);
        machines = blueprint.machines().toArray(Machine[]::new);
        moveBase = new int[machines.length + 1];
        for (int k = 0; k < machines.length; k++) {
            moveBase[k + 1] = moveBase[k] + machines[k].moves().length;
        }
        moveMachine = Numbering.owners(moveBase);
        moveLaw = new Law[moveMachine.length];
        for (int k = 0; k < machines.length; k++) {
            for (int i = 0; i < machines[k].moves().length; i++) {
                Machine.Move move = machines[k].moves()[i];
                var law = move.law();
                moveLaw[moveBase[k] + i] = law == null ? new Law(new Exponential(1), 0) : laws.of(law);
                react.on(move.guard(), MACHINE, k);
            }
        }
        shocks = blueprint.shocks().toArray(Shock[]::new);
        shockLaw = new Law[shocks.length];
        hitBase = new int[shocks.length + 1];
        for (int s = 0; s < shocks.length; s++) {
            shockLaw[s] = laws.of(shocks[s].law());
            hitBase[s + 1] = hitBase[s] + (shocks[s].spread() > 0 ? shocks[s].modes().length : 0);
        }
        hitShock = Numbering.owners(hitBase);
        supplies = new Supplies(blueprint, laws);

        tiers = blueprint.tiers().toArray(Tier[]::new);
        List<List<Integer>> tiersOf = Reactions.lists(beliefs);
        slotBase = new int[tiers.length + 1];
        viewBase = new int[tiers.length + 1];
        for (int t = 0; t < tiers.length; t++) {
            slotBase[t + 1] = slotBase[t] + tiers[t].members().length;
            viewBase[t + 1] = viewBase[t] + tiers[t].watches().length;
        }
        slotTier = Numbering.owners(slotBase);
        List<List<Integer>> slotsOf = Reactions.lists(n);
        for (int t = 0; t < tiers.length; t++) {
            for (int i = 0; i < tiers[t].members().length; i++) {
                int slot = slotBase[t] + i;
                react.on(tiers[t].members()[i], SLOT, slot);
                int q = postOf[tiers[t].members()[i]];
                slotsOf.get(unitOf[tiers[t].members()[i]]).add(slot);
                if (q >= 0) {
                    // Whoever holds the post answers, right or wrong.
                    for (int member : takeovers[postTakeover[q]].members()) {
                        slotsOf.get(unitOf[member]).add(slot);
                    }
                }
            }
            for (int sender : tiers[t].senders()) {
                react.on(sender, TIER, t);
            }
            for (int alive : tiers[t].alive()) {
                react.on(alive, TIER, t);
            }
            for (int w : tiers[t].watches()) {
                for (int b = beliefBase[w]; b < beliefBase[w + 1]; b++) {
                    tiersOf.get(b).add(t);
                }
            }
        }
        tiersOfBelief = Reactions.arrays(tiersOf);
        slotsOfUnit = Reactions.arrays(slotsOf);
        journeys = blueprint.journeys().toArray(Journey[]::new);
        ways = new Way[journeys.length][];
        waiting = new Waiting[journeys.length];
        surges = new boolean[journeys.length];
        List<List<Integer>> journeysOf = Reactions.lists(tiers.length);
        List<List<Integer>> readNodes = Reactions.lists(journeys.length);
        List<List<Integer>> readTiers = Reactions.lists(journeys.length);
        for (int j = 0; j < journeys.length; j++) {
            int journey = j;
            journeys[j]
                    .step()
                    .reads(
                            node -> {
                                react.on(node, JOURNEY, journey);
                                readNodes.get(journey).add(node);
                            },
                            tier -> {
                                journeysOf.get(tier).add(journey);
                                readTiers.get(journey).add(tier);
                            });
            ways[j] = journeys[j].step().kinds().stream()
                    .map(kind -> Way.of(kind, tiers))
                    .toArray(Way[]::new);
            surges[j] = react.onSurges(journeys[j].inflows(), journey);
            for (int t : readTiers.get(j)) {
                surges[j] |= react.onSurges(tiers[t].inflows(), journey);
            }
            waiting[j] = journeys[j].mindsWaiting() ? new Waiting(journeys[j], ways[j]) : null;
        }
        journeysOfTier = Reactions.arrays(journeysOf);
        sameWay = new int[journeys.length];
        for (int j = 0; j < journeys.length; j++) {
            sameWay[j] = -1;
            for (int k = 0; k < j && sameWay[j] < 0; k++) {
                if (journeys[k].goesTheWayOf(journeys[j])) {
                    sameWay[j] = k;
                }
            }
        }
        nodesOfJourney = Reactions.arrays(readNodes);
        tiersOfJourney = Reactions.arrays(readTiers);
        beliefOfSlot = new int[beliefs];
        for (int t = tiers.length - 1; t >= 0; t--) {
            for (int w : tiers[t].watches()) {
                for (int i = 0; i < tiers[t].members().length; i++) {
                    beliefOfSlot[beliefBase[w] + i] = beliefBase[tiers[t].watches()[0]] + i;
                }
            }
        }
        loadSharings = blueprint.loadSharings().toArray(LoadSharing[]::new);
        for (int g = 0; g < loadSharings.length; g++) {
            for (int member : loadSharings[g].members()) {
                react.on(member, LOAD_SHARING, g);
            }
        }
        data = new DataWiring(this, laws, react);
        reactors = react.all();

        int[] sizes = {
            modes.length,
            modes.length,
            beliefs,
            posts,
            standIns.length,
            standIns.length,
            tolerances.length,
            restarts.length,
            supplies.inspections,
            supplies.shelf.length,
            plans.length,
            plans.length,
            moveMachine.length,
            shocks.length,
            hitShock.length,
            blueprint.crews().size(),
            planLaws.hitPlan.length,
            data.members()
        };
        for (int k = 0; k < KINDS; k++) {
            clockBase[k + 1] = clockBase[k] + sizes[k];
        }
        clocks = clockBase[KINDS];
        clockKind = new byte[clocks];
        clockIndex = new int[clocks];
        for (int k = 0; k < KINDS; k++) {
            for (int c = clockBase[k]; c < clockBase[k + 1]; c++) {
                clockKind[c] = (byte) k;
                clockIndex[c] = c - clockBase[k];
            }
        }
        sourceOfBranches = clocks;
        sources = new Sources(this);
        owners = new Owners(blueprint);
        overloadCause = owners.overload();
        holders = new Holders(this);
        dependents = Dependents.of(this);
        leaves = new Leaves(this, large);
        peers = new Leaves(this, 2);
    }

    int clock(int kind, int index) {
        return clockBase[kind] + index;
    }
}
