package nines.structure;

import java.util.ArrayList;
import java.util.List;

/** By which laws clocks are started, and by which one each runs in the present state of a world that is explored. */
final class ClockLaws {
    private final World world;
    private final Wiring wiring;
    /** Age at which each watch's clock would ring that began when its target refused. */
    private final double[] atHazardOne;

    ClockLaws(World world) {
        this.world = world;
        wiring = world.wiring;
        atHazardOne = new double[wiring.watches.length];
        for (int w = 0; w < atHazardOne.length; w++) {
            atHazardOne[w] = wiring.fallRefused[w].distribution().inverseHazard(1);
        }
    }

    /** While the clock of a removal runs: whether it began when the target hung; laws are not exchanged while they run. */
    boolean fallsAsHang(int b) {
        int clock = wiring.clock(Wiring.BELIEF, b);
        boolean falls = world.clocks.armed[clock] && world.beliefClock[b] == 1;
        return falls && world.clocks.target(clock) != atHazardOne[wiring.beliefWatch[b]];
    }

    /** The law by which a running clock was started. */
    Law of(int clock) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.FAIL -> wiring.failLaw[i];
            case Wiring.STAGE -> wiring.stageLaw[i][world.modePhase[i] - 1];
            case Wiring.BELIEF -> lawOfBelief(i);
            case Wiring.POST -> lawOfPost(i);
            case Wiring.STAND_IN -> {
                int stages = wiring.standInLaw[i].length;
                int phase = world.standInPhase[i];
                yield phase <= stages ? wiring.standInLaw[i][phase - 1] : wiring.standInByHand[i][phase - stages - 1];
            }
            case Wiring.RESTART -> wiring.restartLaw[i];
            case Wiring.INSPECTION ->
                wiring.supplies.inspection[i / wiring.blueprint.parts().size()];
            case Wiring.DELIVERY -> wiring.supplies.delivery[wiring.supplies.shelf[i]];
            case Wiring.PLAN_NEXT -> wiring.planLaws.every[i];
            case Wiring.PLAN_END -> wiring.planLaws.law[i][world.underWay.phase[i]];
            case Wiring.MOVE -> wiring.moveLaw[i];
            case Wiring.SHOCK -> wiring.shockLaw[i];
            default -> throw new IllegalStateException("no law of a clock: " + wiring.sources.name(clock));
        };
    }

    /** All laws by which a clock may be started. */
    List<Law> all(int clock) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.FAIL -> List.of(wiring.failLaw[i]);
            case Wiring.STAGE -> List.of(wiring.stageLaw[i]);
            case Wiring.BELIEF -> {
                int w = wiring.beliefWatch[i];
                yield List.of(
                        wiring.fallRefused[w],
                        wiring.fallHangs[w],
                        wiring.rise[w],
                        wiring.falseAlarm[w],
                        wiring.falseEnds[w]);
            }
            case Wiring.POST -> {
                int t = wiring.postTakeover[i];
                List<Law> laws = joined(wiring.takeoverLaw[t], wiring.byHandLaw[t]);
                laws.add(wiring.quietLaw[t]);
                yield laws;
            }
            case Wiring.STAND_IN -> joined(wiring.standInLaw[i], wiring.standInByHand[i]);
            case Wiring.RESTART -> List.of(wiring.restartLaw[i]);
            case Wiring.INSPECTION -> {
                Law law =
                        wiring.supplies.inspection[i / wiring.blueprint.parts().size()];
                yield law == null ? List.of() : List.of(law);
            }
            case Wiring.DELIVERY -> List.of(wiring.supplies.delivery[wiring.supplies.shelf[i]]);
            case Wiring.PLAN_NEXT -> List.of(wiring.planLaws.every[i]);
            case Wiring.PLAN_END -> List.of(wiring.planLaws.law[i]);
            case Wiring.MOVE -> List.of(wiring.moveLaw[i]);
            case Wiring.SHOCK -> List.of(wiring.shockLaw[i]);
            default -> List.of();
        };
    }

    private static List<Law> joined(Law[] some, Law[] more) {
        List<Law> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all;
    }

    private Law lawOfBelief(int b) {
        int w = wiring.beliefWatch[b];
        return switch (world.beliefClock[b]) {
            case 0 -> wiring.falseAlarm[w];
            case 1 -> fallsAsHang(b) ? wiring.fallHangs[w] : wiring.fallRefused[w];
            case 3 -> wiring.falseEnds[w];
            default -> wiring.rise[w];
        };
    }

    private Law lawOfPost(int q) {
        int t = wiring.postTakeover[q];
        int stages = wiring.takeoverLaw[t].length;
        int phase = world.postPhase[q];
        if (phase == World.HELD) {
            return wiring.quietLaw[t];
        }
        return phase <= stages ? wiring.takeoverLaw[t][phase - 1] : wiring.byHandLaw[t][phase - stages - 1];
    }
}
