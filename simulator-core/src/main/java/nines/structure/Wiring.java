package nines.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.AlsoHit;
import nines.blueprint.Blueprint;
import nines.blueprint.Dataset;
import nines.blueprint.Inflow;
import nines.blueprint.Journey;
import nines.blueprint.LoadSharing;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Plan;
import nines.blueprint.Restart;
import nines.blueprint.Safety;
import nines.blueprint.Shock;
import nines.blueprint.StandIn;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.blueprint.Tolerance;
import nines.blueprint.Watch;
import nines.distribution.Distribution;
import nines.distribution.Replay;
import nines.random.StreamKey;
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
    final Law[][] planLaw;
    final Law[] planEvery;
    /** Targets of plans whose hits are spread in time, numbered through. */
    final int[] planHitBase;

    final int[] planHitPlan;
    /** From running a bad release to doing harm; null for plans that are none. */
    final @Nullable Law[] rolloutShows;

    final Machine[] machines;
    final int[] moveBase;
    final int[] moveMachine;
    final Law[] moveLaw;
    final Shock[] shocks;
    final Law[] shockLaw;
    final int[] hitBase;
    final int[] hitShock;
    final Law[] inspectionLaw;
    final Law[] deliveryLaw;
    final int[] deliveryBase;
    final int[] deliveryShelf;
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
    final Dataset[] datasets;
    /** Members of all datasets, numbered through. */
    final int[] datasetBase;

    final Law[] lagLaw;
    /** Backups of all datasets, numbered through. */
    final int[] backupBase;

    /** Speeds of restores; null: at once. */
    final @Nullable Law[] restoreLaw;
    /** Whether a failure takes data away. */
    final boolean[] losesData;
    /** The member of all datasets, numbered through, that a mode stands for while it has no data; -1: it stands for none. */
    final int[] emptyOf;

    final int[] clockBase = new int[KINDS + 1];
    final byte[] clockKind;
    final int[] clockIndex;
    final int clocks;
    /** Random streams: one a clock, then one for the branches of each element. */
    final long[] sources;

    private final Map<Distribution, Law> laws = new HashMap<>();
    private final Map<List<Law>, Law[]> rows = new HashMap<>();
    /** How many laws play what was recorded. */
    private int traces;

    final int sourceOfBranches;
    final int overloadCause;
    private final int[] ownerOfCause;
    private final int[] ownerOfNode;

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
        List<List<Integer>> react = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            slack[i] = nodes[i].slack();
            unitOf[i] = i;
            react.add(new ArrayList<>(2));
        }
        for (int i : inputsFirst) {
            if (nodes[i].kind() == Node.Kind.FACET && nodes[i].inputs().length > 0) {
                unitOf[i] = unitOf[nodes[i].inputs()[0]];
            }
        }

        modes = blueprint.modes().toArray(Mode[]::new);
        failLaw = new Law[modes.length];
        stageLaw = new Law[modes.length][];
        List<List<Integer>> of = lists(n);
        List<List<Integer>> holding = lists(n);
        for (int m = 0; m < modes.length; m++) {
            Mode mode = modes[m];
            String batch = blueprint.causes().get(mode.cause()).label();
            failLaw[m] = law(mode.timeToFailure(), mode.stream(), batch, "failure");
            List<Law> stages = new ArrayList<>(mode.repair().size());
            for (int s = 0; s < mode.repair().size(); s++) {
                stages.add(law(mode.repair().get(s).law(), mode.stream(), batch, "repair/" + s));
            }
            stageLaw[m] = rows.computeIfAbsent(stages, row -> row.toArray(Law[]::new));
            of.get(mode.unit()).add(m);
            holding.get(mode.holds()).add(m);
            on(react, mode.unit(), FAIL, m);
            on(react, mode.onlyWhile(), FAIL, m);
            on(react, mode.site(), FAIL, m);
        }
        modesOf = arrays(of);
        alsoHits = blueprint.alsoHits().toArray(AlsoHit[]::new);
        List<List<Integer>> hitsOf = lists(modes.length);
        for (int h = 0; h < alsoHits.length; h++) {
            hitsOf.get(alsoHits[h].mode()).add(h);
        }
        alsoHitsOf = arrays(hitsOf);
        modesHolding = arrays(holding);

        watches = blueprint.watches().toArray(Watch[]::new);
        beliefBase = new int[watches.length + 1];
        for (int w = 0; w < watches.length; w++) {
            beliefBase[w + 1] = beliefBase[w] + watches[w].targets().length;
        }
        beliefs = beliefBase[watches.length];
        beliefWatch = new int[beliefs];
        beliefTarget = new int[beliefs];
        beliefAlive = new int[beliefs];
        fallRefused = new Law[watches.length];
        fallHangs = new Law[watches.length];
        rise = new Law[watches.length];
        falseAlarm = new Law[watches.length];
        falseEnds = new Law[watches.length];
        for (int w = 0; w < watches.length; w++) {
            Watch watch = watches[w];
            fallRefused[w] = law(watch.fallRefused());
            fallHangs[w] = law(watch.fallHangs());
            rise[w] = law(watch.rise());
            falseAlarm[w] = watch.falseAlarm() == null
                    ? new Law(watch.rise(), Double.POSITIVE_INFINITY)
                    : law(watch.falseAlarm());
            Distribution ends = watch.falseEnds();
            falseEnds[w] = ends == null ? rise[w] : law(ends);
            for (int i = 0; i < watch.targets().length; i++) {
                int b = beliefBase[w] + i;
                beliefWatch[b] = w;
                beliefTarget[b] = watch.targets()[i];
                beliefAlive[b] = watch.alive()[i];
                on(react, watch.targets()[i], BELIEF, b);
                on(react, watch.observer(), BELIEF, b);
                if (unitOf[watch.targets()[i]] != watch.targets()[i]) {
                    on(react, unitOf[watch.targets()[i]], BELIEF, b);
                }
            }
        }

        takeovers = blueprint.takeovers().toArray(Takeover[]::new);
        postBase = new int[takeovers.length + 1];
        takeoverLaw = new Law[takeovers.length][];
        byHandLaw = new Law[takeovers.length][];
        quietLaw = new Law[takeovers.length];
        toGo = new double[takeovers.length][];
        List<List<Integer>> takeoverOf = lists(n);
        for (int t = 0; t < takeovers.length; t++) {
            Takeover takeover = takeovers[t];
            postBase[t + 1] = postBase[t] + takeover.posts();
            takeoverLaw[t] = laws(takeover.stages());
            byHandLaw[t] = laws(takeover.byHand());
            quietLaw[t] = Law.of(takeover.quiet());
            toGo[t] = timeToGo(takeover, takeoverLaw[t], byHandLaw[t]);
            for (int member : takeover.members()) {
                on(react, member, TAKEOVER, t);
                takeoverOf.get(member).add(t);
                if (unitOf[member] != member) {
                    takeoverOf.get(unitOf[member]).add(t);
                }
            }
            on(react, takeover.controller(), TAKEOVER, t);
        }
        takeoversOf = arrays(takeoverOf);
        posts = postBase[takeovers.length];
        postTakeover = new int[posts];
        for (int t = 0; t < takeovers.length; t++) {
            for (int q = postBase[t]; q < postBase[t + 1]; q++) {
                postTakeover[q] = t;
            }
        }

        postOf = new int[n];
        java.util.Arrays.fill(postOf, -1);
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
            standInLaw[s] = laws(standIns[s].stages());
            standInByHand[s] = laws(standIns[s].byHand());
            on(react, standIns[s].unit(), STAND_IN, s);
            on(react, standIns[s].primary(), STAND_IN, s);
        }
        tolerances = blueprint.tolerances().toArray(Tolerance[]::new);
        toleranceLaw = new Law[tolerances.length];
        for (int t = 0; t < tolerances.length; t++) {
            toleranceLaw[t] = law(tolerances[t].law());
            on(react, tolerances[t].need(), TOLERANCE, t);
            on(react, tolerances[t].with(), TOLERANCE, t);
        }
        restarts = blueprint.restarts().toArray(Restart[]::new);
        restartLaw = new Law[restarts.length];
        for (int r = 0; r < restarts.length; r++) {
            restartLaw[r] = law(restarts[r].law());
            on(react, restarts[r].outside(), RESTART, r);
        }
        plans = blueprint.plans().toArray(Plan[]::new);
        planLaw = new Law[plans.length][];
        planEvery = new Law[plans.length];
        for (int p = 0; p < plans.length; p++) {
            planLaw[p] = laws(plans[p].phases());
            var every = plans[p].every();
            planEvery[p] = every == null
                    ? new Law(new nines.distribution.Exponential(1), Double.POSITIVE_INFINITY)
                    : law(every, plans[p].stream(), plans[p].stream(), "next");
        }
        planHitBase = new int[plans.length + 1];
        rolloutShows = new Law[plans.length];
        for (int p = 0; p < plans.length; p++) {
            Plan.Rollout rollout = plans[p].reach().rollout();
            int hits = plans[p].reach().spread() > 0 ? plans[p].steps()[0].length : 0;
            planHitBase[p + 1] = planHitBase[p] + (rollout == null ? hits : plans[p].steps().length);
            rolloutShows[p] = rollout == null ? null : law(rollout.shows());
        }
        planHitPlan = new int[planHitBase[plans.length]];
        for (int p = 0; p < plans.length; p++) {
            java.util.Arrays.fill(planHitPlan, planHitBase[p], planHitBase[p + 1], p);
        }
        machines = blueprint.machines().toArray(Machine[]::new);
        moveBase = new int[machines.length + 1];
        for (int k = 0; k < machines.length; k++) {
            moveBase[k + 1] = moveBase[k] + machines[k].moves().length;
        }
        moveMachine = new int[moveBase[machines.length]];
        moveLaw = new Law[moveMachine.length];
        for (int k = 0; k < machines.length; k++) {
            for (int i = 0; i < machines[k].moves().length; i++) {
                Machine.Move move = machines[k].moves()[i];
                moveMachine[moveBase[k] + i] = k;
                var law = move.law();
                moveLaw[moveBase[k] + i] = law == null ? new Law(new nines.distribution.Exponential(1), 0) : law(law);
                on(react, move.guard(), MACHINE, k);
            }
        }
        shocks = blueprint.shocks().toArray(Shock[]::new);
        shockLaw = new Law[shocks.length];
        hitBase = new int[shocks.length + 1];
        for (int s = 0; s < shocks.length; s++) {
            shockLaw[s] = law(shocks[s].law());
            hitBase[s + 1] = hitBase[s] + (shocks[s].spread() > 0 ? shocks[s].modes().length : 0);
        }
        hitShock = new int[hitBase[shocks.length]];
        for (int s = 0; s < shocks.length; s++) {
            for (int h = hitBase[s]; h < hitBase[s + 1]; h++) {
                hitShock[h] = s;
            }
        }
        int crews = blueprint.crews().size();
        int parts = blueprint.parts().size();
        inspectionLaw = new Law[crews];
        int inspections = 0;
        for (int c = 0; c < crews; c++) {
            var inspection = blueprint.crews().get(c).inspection();
            if (inspection != null) {
                inspectionLaw[c] = law(inspection);
                inspections = crews * parts;
            }
        }
        deliveryLaw = new Law[blueprint.shelves().size()];
        deliveryBase = new int[deliveryLaw.length + 1];
        for (int s = 0; s < deliveryLaw.length; s++) {
            deliveryLaw[s] = law(blueprint.shelves().get(s).delivery());
            int users = blueprint.shelves().get(s).stock();
            for (Mode mode : modes) {
                users += mode.spare() == s ? 1 : 0;
            }
            deliveryBase[s + 1] = deliveryBase[s] + users;
        }
        deliveryShelf = new int[deliveryBase[deliveryLaw.length]];
        for (int s = 0; s < deliveryLaw.length; s++) {
            for (int d = deliveryBase[s]; d < deliveryBase[s + 1]; d++) {
                deliveryShelf[d] = s;
            }
        }

        tiers = blueprint.tiers().toArray(Tier[]::new);
        List<List<Integer>> tiersOf = lists(beliefs);
        slotBase = new int[tiers.length + 1];
        viewBase = new int[tiers.length + 1];
        for (int t = 0; t < tiers.length; t++) {
            slotBase[t + 1] = slotBase[t] + tiers[t].members().length;
            viewBase[t + 1] = viewBase[t] + tiers[t].watches().length;
        }
        slotTier = new int[slotBase[tiers.length]];
        List<List<Integer>> slotsOf = lists(n);
        for (int t = 0; t < tiers.length; t++) {
            for (int i = 0; i < tiers[t].members().length; i++) {
                int slot = slotBase[t] + i;
                slotTier[slot] = t;
                on(react, tiers[t].members()[i], SLOT, slot);
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
                on(react, sender, TIER, t);
            }
            for (int alive : tiers[t].alive()) {
                on(react, alive, TIER, t);
            }
            for (int w : tiers[t].watches()) {
                for (int b = beliefBase[w]; b < beliefBase[w + 1]; b++) {
                    tiersOf.get(b).add(t);
                }
            }
        }
        tiersOfBelief = arrays(tiersOf);
        slotsOfUnit = arrays(slotsOf);
        journeys = blueprint.journeys().toArray(Journey[]::new);
        ways = new Way[journeys.length][];
        waiting = new Waiting[journeys.length];
        surges = new boolean[journeys.length];
        List<List<Integer>> journeysOf = lists(tiers.length);
        List<List<Integer>> readNodes = lists(journeys.length);
        List<List<Integer>> readTiers = lists(journeys.length);
        for (int j = 0; j < journeys.length; j++) {
            int journey = j;
            journeys[j]
                    .step()
                    .reads(
                            node -> {
                                on(react, node, JOURNEY, journey);
                                readNodes.get(journey).add(node);
                            },
                            tier -> {
                                journeysOf.get(tier).add(journey);
                                readTiers.get(journey).add(tier);
                            });
            ways[j] = journeys[j].step().kinds().stream()
                    .map(kind -> Way.of(kind, tiers))
                    .toArray(Way[]::new);
            surges[j] = surge(react, journeys[j].inflows(), journey);
            for (int t : readTiers.get(j)) {
                surges[j] |= surge(react, tiers[t].inflows(), journey);
            }
            waiting[j] = journeys[j].mindsWaiting() ? new Waiting(journeys[j], ways[j]) : null;
        }
        journeysOfTier = arrays(journeysOf);
        sameWay = new int[journeys.length];
        for (int j = 0; j < journeys.length; j++) {
            sameWay[j] = -1;
            for (int k = 0; k < j && sameWay[j] < 0; k++) {
                if (journeys[k].step().equals(journeys[j].step())
                        && journeys[k].upAt() == journeys[j].upAt()
                        && java.util.Arrays.equals(journeys[k].attempts(), journeys[j].attempts())
                        && java.util.Arrays.equals(journeys[k].weights(), journeys[j].weights())
                        && journeys[k].patience().equals(journeys[j].patience())) {
                    sameWay[j] = k;
                }
            }
        }
        nodesOfJourney = arrays(readNodes);
        tiersOfJourney = arrays(readTiers);
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
                on(react, member, LOAD_SHARING, g);
            }
        }
        datasets = blueprint.datasets().toArray(Dataset[]::new);
        datasetBase = new int[datasets.length + 1];
        lagLaw = new Law[datasets.length];
        for (int d = 0; d < datasets.length; d++) {
            Dataset data = datasets[d];
            datasetBase[d + 1] = datasetBase[d] + data.members().length;
            lagLaw[d] = law(data.lag());
            for (int i = 0; i < data.safety().empty().length; i++) {
                int unit = modes[data.safety().empty()[i]].unit();
                on(react, unit, DATASET, d);
                for (int input : nodes[unit].inputs()) {
                    on(react, input, DATASET, d);
                }
            }
            for (Safety.Backup backup : data.safety().backups()) {
                on(react, backup.works(), DATASET, d);
            }
            for (int member : data.members()) {
                on(react, member, DATASET, d);
            }
            if (data.takeover() >= 0) {
                on(react, takeovers[data.takeover()].works(), DATASET, d);
            }
        }
        reactors = arrays(react);
        losesData = new boolean[modes.length];
        emptyOf = new int[modes.length];
        java.util.Arrays.fill(emptyOf, -1);
        backupBase = new int[datasets.length + 1];
        for (int d = 0; d < datasets.length; d++) {
            Safety safety = datasets[d].safety();
            backupBase[d + 1] = backupBase[d] + safety.backups().size();
            for (int i = 0; i < safety.empty().length; i++) {
                emptyOf[safety.empty()[i]] = datasetBase[d] + i;
            }
            for (Safety.Loss loss : safety.losses()) {
                if (loss.mode() >= 0) {
                    losesData[loss.mode()] = true;
                }
            }
        }
        restoreLaw = new Law[backupBase[datasets.length]];
        for (int d = 0; d < datasets.length; d++) {
            for (int b = backupBase[d]; b < backupBase[d + 1]; b++) {
                Distribution bandwidth =
                        datasets[d].safety().backups().get(b - backupBase[d]).bandwidth();
                restoreLaw[b] = bandwidth == null ? null : law(bandwidth);
            }
        }

        int[] sizes = {
            modes.length,
            modes.length,
            beliefs,
            posts,
            standIns.length,
            standIns.length,
            tolerances.length,
            restarts.length,
            inspections,
            deliveryShelf.length,
            plans.length,
            plans.length,
            moveMachine.length,
            shocks.length,
            hitShock.length,
            crews,
            planHitPlan.length,
            datasetBase[datasets.length]
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
        sources = new long[2 * clocks];
        for (int c = 0; c < clocks; c++) {
            String owner = owner(c);
            String purpose = PURPOSE[clockKind[c]];
            sources[c] = StreamKey.of(owner, purpose);
            sources[clocks + c] = StreamKey.of(owner, purpose + "/branch");
        }
        int overload = -1;
        for (int c = 0; c < blueprint.causes().size(); c++) {
            if (blueprint.causes().get(c).name().equals("overload")) {
                overload = c;
            }
        }
        overloadCause = overload;
        ownerOfCause = new int[blueprint.causes().size()];
        ownerOfNode = new int[nodes.length];
        owners();
        holders = new Holders(this);
        dependents = Dependents.of(this);
        leaves = new Leaves(this, large);
        peers = new Leaves(this, 2);
    }

    private static final String[] PURPOSE = {
        "failure",
        "repair",
        "belief",
        "take-over",
        "start",
        "fuel",
        "tolerance",
        "restart",
        "inspection",
        "delivery",
        "next",
        "length",
        "move",
        "shock",
        "hit",
        "shift",
        "hit of event",
        "data"
    };

    private String owner(int clock) {
        int i = clockIndex[clock];
        return switch (clockKind[clock]) {
            case FAIL, STAGE -> modes[i].stream();
            case BELIEF -> watches[beliefWatch[i]].stream() + "/" + nodes[beliefTarget[i]].name();
            case POST -> takeovers[postTakeover[i]].stream() + "/" + (i - postBase[postTakeover[i]]);
            case STAND_IN, FUEL -> standIns[i].stream();
            case TOLERANCE -> tolerances[i].stream();
            case RESTART -> restarts[i].stream();
            case INSPECTION -> {
                int parts = blueprint.parts().size();
                yield blueprint.crews().get(i / parts).stream() + "/"
                        + blueprint.parts().get(i % parts).name();
            }
            case DELIVERY ->
                blueprint.shelves().get(deliveryShelf[i]).stream() + "/" + (i - deliveryBase[deliveryShelf[i]]);
            case PLAN_NEXT, PLAN_END -> plans[i].stream();
            case MOVE -> machines[moveMachine[i]].stream() + "/" + (i - moveBase[moveMachine[i]]);
            case SHOCK -> shocks[i].stream();
            case PLAN_HIT -> plans[planHitPlan[i]].stream() + "/" + (i - planHitBase[planHitPlan[i]]);
            case HIT -> shocks[hitShock[i]].stream() + "/" + (i - hitBase[hitShock[i]]);
            case DATA -> member(i);
            default -> blueprint.crews().get(i).stream();
        };
    }

    /** A member of a dataset, numbered through all of them. */
    private String member(int i) {
        int d = 0;
        while (datasetBase[d + 1] <= i) {
            d++;
        }
        return datasets[d].stream() + "/" + nodes[datasets[d].members()[i - datasetBase[d]]].name();
    }

    /** A clock's owner and purpose, as audits name it. */
    String name(int clock) {
        return owner(clock) + " " + PURPOSE[clockKind[clock]];
    }

    /** The rarer answer of a source of branches, in words. */
    String branchName(int clock) {
        int i = clockIndex[clock];
        return switch (clockKind[clock]) {
            case FAIL -> modes[i].stream() + (takesAlong(i) < 0.5 ? ": takes others along" : ": takes no others along");
            case STAGE -> modes[i].stream() + ": the repair must be done again";
            case POST -> {
                Takeover takeover = takeovers[postTakeover[i]];
                String post = takeover.posts() == 1 ? "" : " " + (i - postBase[postTakeover[i]] + 1);
                yield takeover.stream() + ": take-over" + post + fails(least(takeover.stages(), takeover.success()));
            }
            case STAND_IN ->
                standIns[i].stream() + ": start" + fails(least(standIns[i].stages(), standIns[i].success()));
            case TOLERANCE -> tolerances[i].stream() + ": reserve" + fails(tolerances[i].success());
            case PLAN_NEXT -> plans[i].stream() + (plans[i].chance() < 0.5 ? ": happens" : ": does not happen");
            default -> name(clock);
        };
    }

    private static String fails(double success) {
        return success < 0.5 ? " works" : " fails";
    }

    /** The smaller of the two chances a source of branches is asked for; NaN when it never branches. */
    double rarerChance(int clock) {
        int i = clockIndex[clock];
        double p = switch (clockKind[clock]) {
            case FAIL -> takesAlong(i);
            case STAGE -> modes[i].failsAgain();
            case POST -> least(takeovers[postTakeover[i]].stages(), takeovers[postTakeover[i]].success());
            case STAND_IN -> least(standIns[i].stages(), standIns[i].success());
            case TOLERANCE -> tolerances[i].success();
            case PLAN_NEXT -> plans[i].chance();
            default -> 1;
        };
        return p <= 0 || p >= 1 ? Double.NaN : Math.min(p, 1 - p);
    }

    /** The chance of a failure to take others along; of several the one whose rarer answer is the rarest. */
    private double takesAlong(int mode) {
        double rarest = 1;
        for (int h : alsoHitsOf[mode]) {
            double p = alsoHits[h].chance();
            if (p > 0 && p < 1 && (rarest >= 1 || Math.min(p, 1 - p) < Math.min(rarest, 1 - rarest))) {
                rarest = p;
            }
        }
        return rarest;
    }

    private static double least(List<Phase> stages, double success) {
        double least = stages.isEmpty() ? success : 1;
        for (Phase stage : stages) {
            least = Math.min(least, stage.success());
        }
        return least;
    }

    /** Whether a root cause is a fault of the component, place or group that a node belongs to. */
    boolean isOwn(int node, int cause) {
        return cause >= 0 && ownerOfCause[cause] == ownerOfNode[node];
    }

    /** Copies of a component, one a cell, have the same owner. */
    private void owners() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int c = 0; c < ownerOfCause.length; c++) {
            ownerOfCause[c] = number(numbers, blueprint.causes().get(c).owner());
        }
        for (int n = 0; n < nodes.length; n++) {
            int part = nodes[n].component();
            ownerOfNode[n] =
                    part < 0 ? -1 : number(numbers, blueprint.parts().get(part).name());
        }
    }

    private static int number(Map<String, Integer> numbers, String owner) {
        int copy = owner.indexOf('@');
        String plain = copy < 0 ? owner : owner.substring(0, copy);
        return numbers.computeIfAbsent(plain, k -> numbers.size());
    }

    int clock(int kind, int index) {
        return clockBase[kind] + index;
    }

    int traces() {
        return traces;
    }

    private static double[] timeToGo(Takeover takeover, Law[] stages, Law[] byHand) {
        double hand = 0;
        for (Law law : byHand) {
            hand += law.mean();
        }
        int n = stages.length;
        double[] toGo = new double[n + 2];
        toGo[n + 1] = hand;
        for (int s = n - 1; s >= 0; s--) {
            double p = takeover.stages().get(s).success();
            toGo[s] = stages[s].mean() + p * toGo[s + 1] + (1 - p) * hand;
        }
        return toGo;
    }

    /** A law that may keep its draw, for an instance or for a batch, or play what was recorded. */
    private Law law(Distribution distribution, String instance, String batch, String purpose) {
        double mean = distribution.mean();
        if (distribution instanceof Replay) {
            return new Law(distribution, mean, 0, traces++);
        }
        if (distribution.isDrawnOnce()) {
            String owner = Law.isPerBatch(distribution) ? batch : instance;
            return new Law(distribution, mean, StreamKey.of(owner, purpose + "/once") | 1, -1);
        }
        return law(distribution);
    }

    /** Equal laws are one object: thousands of instances share a few. */
    private Law law(Distribution distribution) {
        return laws.computeIfAbsent(distribution, Law::of);
    }

    private Law[] laws(List<Phase> phases) {
        Law[] laws = new Law[phases.size()];
        for (int i = 0; i < laws.length; i++) {
            laws[i] = law(phases.get(i).law());
        }
        return laws;
    }

    /** Has a journey looked at when a surge begins or ends; false when there is none. */
    private static boolean surge(List<List<Integer>> react, List<Inflow> inflows, int journey) {
        inflows.forEach(inflow -> inflow.surges().forEach(surge -> on(react, surge.calm(), JOURNEY, journey)));
        return !inflows.isEmpty();
    }

    private static void on(List<List<Integer>> reactors, int node, int kind, int index) {
        if (node >= 0) {
            int reactor = kind << SHIFT_BITS | index;
            List<Integer> list = reactors.get(node);
            if (list.isEmpty() || list.get(list.size() - 1) != reactor) {
                list.add(reactor);
            }
        }
    }

    private static List<List<Integer>> lists(int n) {
        List<List<Integer>> lists = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            lists.add(new ArrayList<>(2));
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        int[] none = new int[0];
        int[][] arrays = new int[lists.size()][];
        for (int i = 0; i < arrays.length; i++) {
            List<Integer> list = lists.get(i);
            arrays[i] = list.isEmpty()
                    ? none
                    : list.stream().mapToInt(Integer::intValue).toArray();
        }
        return arrays;
    }
}
