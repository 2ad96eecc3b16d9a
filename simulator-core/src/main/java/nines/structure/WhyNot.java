package nines.structure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nines.blueprint.Crew;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Takeover;
import nines.distribution.Deterministic;
import org.jspecify.annotations.Nullable;

/** Why a structure is no Markov chain, in the words of whoever described it: whose, which property, and what would help. */
final class WhyNot {
    private static final int NAMED_MAX = 4;

    private final World world;
    private final Wiring wiring;

    WhyNot(World world) {
        this.world = world;
        wiring = world.wiring;
    }

    /**
     * One of the laws by which a clock may run.
     *
     * @param who component, crew or event that it belongs to
     * @param what property
     * @param so what of it is not Markov then
     */
    private record Property(String who, String what, String so, Law of) {
        boolean isInTheWay() {
            return of.mean() > 0 && of.mean() < Double.POSITIVE_INFINITY && PhaseLaw.of(of.distribution()) == null;
        }

        String words() {
            return who + ": " + what;
        }

        String law() {
            // More digits than anybody has written tell nothing here.
            String text = of.distribution().text().replaceAll("(\\d\\.\\d{4})\\d+", "$1");
            return of.distribution() instanceof Deterministic ? "a fixed " + text : text;
        }
    }

    /** Why a running clock cannot be followed, and which others could not. */
    String notMemoryless(int clock) {
        Property first = properties(clock).get(present(clock));
        Set<String> others = new LinkedHashSet<>();
        for (int c = 0; c < wiring.clocks; c++) {
            for (Property each : properties(c)) {
                if (each.isInTheWay() && !each.words().equals(first.words())) {
                    others.add(each.words());
                }
            }
        }
        StringBuilder also = new StringBuilder();
        int named = 0;
        for (String other : others) {
            if (named++ < NAMED_MAX) {
                also.append(named == 1 ? "" : "; ").append(other);
            }
        }
        int more = others.size() - NAMED_MAX;
        return first.words() + " is " + first.law() + "; " + first.so + " is not Markov"
                + (also.isEmpty()
                        ? ""
                        : " (not memoryless either: " + also + (more > 0 ? "; " + more + " more" : "") + ")")
                + ". Exponential, Erlang, hyperexponential and phase-type times, and gamma ones of whole shape, can be"
                + " followed; `nines solve --fit` approximates others";
    }

    /** Which of its properties a running clock runs by. */
    private int present(int clock) {
        int i = wiring.clockIndex[clock];
        return switch (wiring.clockKind[clock]) {
            case Wiring.STAGE -> world.modePhase[i] - 1;
            case Wiring.BELIEF ->
                switch (world.beliefClock[i]) {
                    case 0 -> 2;
                    case 1 -> 0;
                    case 3 -> 3;
                    default -> 1;
                };
            case Wiring.POST ->
                world.postPhase[i] == World.HELD ? properties(clock).size() - 1 : world.postPhase[i] - 1;
            case Wiring.STAND_IN -> world.standInPhase[i] - 1;
            case Wiring.PLAN_END -> world.underWay.phase[i];
            default -> 0;
        };
    }

    private List<Property> properties(int clock) {
        int i = wiring.clockIndex[clock];
        List<Property> all = new ArrayList<>();
        switch (wiring.clockKind[clock]) {
            case Wiring.FAIL ->
                all.add(new Property(owner(i), "time-to-failure of '" + mode(i) + "'", "its life", wiring.failLaw[i]));
            case Wiring.STAGE -> {
                String of = " of '" + mode(i) + "'";
                phases(all, owner(i), of, "its repair", wiring.modes[i].repair(), wiring.stageLaw[i]);
            }
            case Wiring.BELIEF -> beliefs(all, wiring.beliefWatch[i]);
            case Wiring.POST -> {
                int t = wiring.postTakeover[i];
                Takeover takeover = wiring.takeovers[t];
                String so = "its failover";
                phases(all, takeover.stream(), "", so, takeover.stages(), wiring.takeoverLaw[t]);
                phases(all, takeover.stream(), "", so, takeover.byHand(), wiring.byHandLaw[t]);
                all.add(new Property(takeover.stream(), "failback after", so, wiring.quietLaw[t]));
            }
            case Wiring.STAND_IN -> {
                var standIn = wiring.standIns[i];
                phases(all, standIn.stream(), "", "its start", standIn.stages(), wiring.standInLaw[i]);
                phases(all, standIn.stream(), "", "its start", standIn.byHand(), wiring.standInByHand[i]);
            }
            case Wiring.RESTART ->
                all.add(new Property(
                        component(wiring.restarts[i].unit()),
                        "restart",
                        "its way back after an interruption",
                        wiring.restartLaw[i]));
            case Wiring.INSPECTION -> {
                int crew = i / wiring.blueprint.parts().size();
                Law law = wiring.supplies.inspection[crew];
                if (law != null) {
                    String who = "crew " + wiring.blueprint.crews().get(crew).stream();
                    all.add(new Property(who, "inspection", "its work", law));
                }
            }
            case Wiring.DELIVERY -> {
                int shelf = wiring.supplies.shelf[i];
                String who = "spares " + wiring.blueprint.shelves().get(shelf).stream();
                all.add(new Property(who, "delivery", "their number", wiring.supplies.delivery[shelf]));
            }
            case Wiring.PLAN_NEXT ->
                all.add(new Property(
                        "event " + wiring.plans[i].stream(), "every", "when it comes", wiring.planLaws.every[i]));
            case Wiring.PLAN_END -> {
                String who = "event " + wiring.plans[i].stream();
                phases(all, who, "", "how long it takes", wiring.plans[i].phases(), wiring.planLaws.law[i]);
            }
            case Wiring.MOVE ->
                all.add(new Property(
                        wiring.machines[wiring.moveMachine[i]].stream(),
                        "a move of its automaton",
                        "its automaton",
                        wiring.moveLaw[i]));
            case Wiring.SHOCK ->
                all.add(new Property(
                        shock(wiring.shocks[i].stream()), "time to the next", "when it comes", wiring.shockLaw[i]));
            default -> {
                // Others run by no law of their own.
            }
        }
        return all;
    }

    private static void phases(List<Property> all, String who, String of, String so, List<Phase> phases, Law[] laws) {
        for (int s = 0; s < phases.size(); s++) {
            all.add(new Property(who, phases.get(s).called() + of, so, laws[s]));
        }
    }

    private void beliefs(List<Property> all, int w) {
        String stream = wiring.watches[w].stream();
        int at = stream.indexOf('>');
        String who = at < 0 ? stream : stream.substring(0, at);
        String check = "its health check" + (at < 0 ? "" : " of " + stream.substring(at + 1));
        String so = "what it believes";
        all.add(new Property(who, "time " + check + " takes to notice a failure", so, wiring.fallRefused[w]));
        all.add(new Property(who, "time " + check + " takes to trust again", so, wiring.rise[w]));
        all.add(new Property(who, "time to a false alarm of " + check, so, wiring.falseAlarm[w]));
        all.add(new Property(who, "time " + check + " takes after a false alarm", so, wiring.falseEnds[w]));
    }

    // ---------------------------------------------------------------- names

    private String owner(int mode) {
        int part = wiring.modes[mode].part();
        return part >= 0 ? wiring.blueprint.parts().get(part).name() : wiring.nodes[wiring.modes[mode].unit()].name();
    }

    private String mode(int mode) {
        String stream = wiring.modes[mode].stream();
        return stream.substring(stream.lastIndexOf('/') + 1);
    }

    /** A common cause as its component's. */
    private static String shock(String stream) {
        String[] path = stream.split("/", 3);
        return path.length < 2 ? stream : path[0] + ": common-cause of '" + path[1] + "'";
    }

    private String component(int node) {
        int[] modes = wiring.modesOf[wiring.unitOf[node]];
        return modes.length > 0 ? owner(modes[0]) : wiring.nodes[node].name();
    }

    // ---------------------------------------------------------------- what would have to be remembered

    /** What a state would have to remember besides its phases; null when there is nothing. */
    @Nullable
    String remembersTime(boolean[] isPhased) {
        for (Takeover takeover : wiring.takeovers) {
            if (takeover.antiFlap() > 0) {
                return takeover.stream()
                        + ": anti-flap: the time since the last failover decides on the next one, and a"
                        + " state does not tell it; without `anti-flap` (as in `--twin`) it does not matter";
            }
        }
        for (Crew crew : wiring.blueprint.crews()) {
            if (!crew.shifts().isEmpty()) {
                return "crew " + crew.stream()
                        + ": works in shifts, by the clock on the wall, which a state does not tell;"
                        + " without `works` (as in `--twin`) they are there around the clock";
            }
        }
        for (int m = 0; m < wiring.modes.length; m++) {
            if (wiring.modes[m].renewal() == Renewal.NOTHING && isPhased[wiring.clock(Wiring.FAIL, m)]) {
                return owner(m) + ": after-repair of '" + mode(m) + "' is as-before: it keeps its age over a repair,"
                        + " which a law of several phases cannot; with `as-new`, or an exponential time-to-failure, it"
                        + " could be followed";
            }
        }
        for (var tolerance : wiring.tolerances) {
            if (tolerance.law().mean() > 0) {
                return tolerance.stream().replace("/tolerates ", ": tolerates the loss of ")
                        + " for a while: the store remembers how much of it is used, and a state does not tell it;"
                        + " without `tolerates` (as in `--twin`, where stores are empty) it does not matter";
            }
        }
        for (var standIn : wiring.standIns) {
            if (standIn.runsFor() < Double.POSITIVE_INFINITY) {
                return standIn.stream()
                        + ": runs-for: its fuel lasts a fixed time, and a state does not tell how much is"
                        + " left; without `runs-for` (as in `--twin`) it lasts for ever";
            }
        }
        for (var plan : wiring.plans) {
            String why = remembersTime(plan);
            if (why != null) {
                return "event " + plan.stream() + ": " + why;
            }
        }
        for (var shock : wiring.shocks) {
            if (shock.spread() > 0) {
                return shock(shock.stream())
                        + ": over: its hits are spread evenly over a fixed time; with `over: 0s` they"
                        + " come at once";
            }
        }
        return null;
    }

    private static @Nullable String remembersTime(nines.blueprint.Plan plan) {
        if (!Double.isNaN(plan.first())) {
            return plan.every() == null
                    ? "begins at a fixed time, once; the long run does not know of it, and a chain does not know the time"
                    : "begins at a fixed time, and a state does not tell what time it is; with `every: exponential mean`"
                            + " … it comes at random (as in `--twin`)";
        }
        if (plan.reach().spread() > 0) {
            return "over: its hits are spread evenly over a fixed time; with `over: 0s` they come at once";
        }
        if (plan.reach().gaps().length > 0 || plan.reach().rollout() != null) {
            return "its steps follow each other after fixed times; only a simulation follows them";
        }
        return null;
    }
}
