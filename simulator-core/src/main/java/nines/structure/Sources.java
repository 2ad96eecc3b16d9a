package nines.structure;

import java.util.List;
import nines.blueprint.Phase;
import nines.blueprint.Takeover;
import nines.random.StreamKey;

/** The sources of chance by name: a clock belongs to somebody and is drawn for something, and so are its branches. */
final class Sources {
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

    private final Wiring wiring;
    /** Random streams: one a clock, then one for the branches of each element. */
    final long[] keys;

    Sources(Wiring wiring) {
        this.wiring = wiring;
        int clocks = wiring.clocks;
        keys = new long[2 * clocks];
        for (int c = 0; c < clocks; c++) {
            String owner = owner(c);
            String purpose = PURPOSE[wiring.clockKind[c]];
            keys[c] = StreamKey.of(owner, purpose);
            keys[clocks + c] = StreamKey.of(owner, purpose + "/branch");
        }
    }

    private String owner(int clock) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.FAIL, Wiring.STAGE -> wiring.modes[i].stream();
            case Wiring.BELIEF ->
                wiring.watches[wiring.beliefWatch[i]].stream() + "/" + wiring.nodes[wiring.beliefTarget[i]].name();
            case Wiring.POST ->
                wiring.takeovers[wiring.postTakeover[i]].stream() + "/" + (i - wiring.postBase[wiring.postTakeover[i]]);
            case Wiring.STAND_IN, Wiring.FUEL -> wiring.standIns[i].stream();
            case Wiring.TOLERANCE -> wiring.tolerances[i].stream();
            case Wiring.RESTART -> wiring.restarts[i].stream();
            case Wiring.INSPECTION -> {
                int parts = wiring.blueprint.parts().size();
                yield wiring.blueprint.crews().get(i / parts).stream() + "/"
                        + wiring.blueprint.parts().get(i % parts).name();
            }
            case Wiring.DELIVERY ->
                wiring.blueprint.shelves().get(wiring.supplies.shelf[i]).stream() + "/"
                        + (i - wiring.supplies.base[wiring.supplies.shelf[i]]);
            case Wiring.PLAN_NEXT, Wiring.PLAN_END -> wiring.plans[i].stream();
            case Wiring.MOVE ->
                wiring.machines[wiring.moveMachine[i]].stream() + "/" + (i - wiring.moveBase[wiring.moveMachine[i]]);
            case Wiring.SHOCK -> wiring.shocks[i].stream();
            case Wiring.PLAN_HIT ->
                wiring.plans[wiring.planLaws.hitPlan[i]].stream() + "/"
                        + (i - wiring.planLaws.hitBase[wiring.planLaws.hitPlan[i]]);
            case Wiring.HIT ->
                wiring.shocks[wiring.hitShock[i]].stream() + "/" + (i - wiring.hitBase[wiring.hitShock[i]]);
            case Wiring.DATA -> member(i);
            default -> wiring.blueprint.crews().get(i).stream();
        };
    }

    /** A member of a dataset, numbered through all of them. */
    private String member(int i) {
        int d = 0;
        while (wiring.data.base[d + 1] <= i) {
            d++;
        }
        return wiring.data.datasets[d].stream() + "/"
                + wiring.nodes[wiring.data.datasets[d].members()[i - wiring.data.base[d]]].name();
    }

    /** A clock's owner and purpose, as audits name it. */
    String name(int clock) {
        return owner(clock) + " " + PURPOSE[wiring.clockKind[clock]];
    }

    /** The rarer answer of a source of branches, in words. */
    String branchName(int clock) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.FAIL ->
                wiring.modes[i].stream() + (takesAlong(i) < 0.5 ? ": takes others along" : ": takes no others along");
            case Wiring.STAGE -> wiring.modes[i].stream() + ": the repair must be done again";
            case Wiring.POST -> {
                Takeover takeover = wiring.takeovers[wiring.postTakeover[i]];
                String post = takeover.posts() == 1 ? "" : " " + (i - wiring.postBase[wiring.postTakeover[i]] + 1);
                yield takeover.stream() + ": take-over" + post + fails(least(takeover.stages(), takeover.success()));
            }
            case Wiring.STAND_IN ->
                wiring.standIns[i].stream() + ": start"
                        + fails(least(wiring.standIns[i].stages(), wiring.standIns[i].success()));
            case Wiring.TOLERANCE ->
                wiring.tolerances[i].stream() + ": reserve" + fails(wiring.tolerances[i].success());
            case Wiring.PLAN_NEXT ->
                wiring.plans[i].stream() + (wiring.plans[i].chance() < 0.5 ? ": happens" : ": does not happen");
            default -> name(clock);
        };
    }

    private static String fails(double success) {
        return success < 0.5 ? " works" : " fails";
    }

    /** The smaller of the two chances a source of branches is asked for; NaN when it never branches. */
    double rarerChance(int clock) {
        int i = wiring.clockIndex[clock];
        double p = switch (wiring.clockKind[clock]) {
            case Wiring.FAIL -> takesAlong(i);
            case Wiring.STAGE -> wiring.modes[i].failsAgain();
            case Wiring.POST ->
                least(
                        wiring.takeovers[wiring.postTakeover[i]].stages(),
                        wiring.takeovers[wiring.postTakeover[i]].success());
            case Wiring.STAND_IN -> least(wiring.standIns[i].stages(), wiring.standIns[i].success());
            case Wiring.TOLERANCE -> wiring.tolerances[i].success();
            case Wiring.PLAN_NEXT -> wiring.plans[i].chance();
            default -> 1;
        };
        return p <= 0 || p >= 1 ? Double.NaN : Math.min(p, 1 - p);
    }

    /** The chance of a failure to take others along; of several the one whose rarer answer is the rarest. */
    private double takesAlong(int mode) {
        double rarest = 1;
        for (int h : wiring.alsoHitsOf[mode]) {
            double p = wiring.alsoHits[h].chance();
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
}
