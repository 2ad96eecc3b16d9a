package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Machine;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Stage;
import nines.blueprint.Takeover;
import nines.blueprint.Watch;
import nines.result.Episode;
import nines.result.Lane;
import nines.structure.Chronicle;
import nines.structure.Chronicle.Happening;
import nines.structure.Chronicle.Look;

/** Puts what happened in an outage into words that the user knows. */
final class Tale {
    /** More than this nobody reads. */
    private static final int MOST = 60;

    private final Blueprint blueprint;

    Tale(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** An outage told. */
    Told of(Chronicle chronicle, Worst.Outage outage) {
        return new Told(episodes(chronicle, outage), lanes(chronicle, outage));
    }

    /** First what was wrong before, then a stretch after each change. */
    private List<Episode> episodes(Chronicle chronicle, Worst.Outage outage) {
        List<Episode> episodes = new ArrayList<>();
        List<Happening> happenings = chronicle.happenings();
        int next = 0;
        double start = start(chronicle, outage);
        while (next < happenings.size() && happenings.get(next).time() < start) {
            Happening before = happenings.get(next++);
            episodes.add(new Episode(before.time() - start, 0, Double.NaN, "", "", words(before)));
        }
        List<Look> looks = chronicle.looks();
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            double until = i + 1 < looks.size() ? looks.get(i + 1).time() : chronicle.end();
            List<String> texts = new ArrayList<>();
            while (next < happenings.size() && happenings.get(next).time() <= look.time()) {
                String words = words(happenings.get(next++));
                if (!texts.contains(words)) {
                    texts.add(words);
                }
            }
            Stage stage = look.stage();
            episodes.add(new Episode(
                    look.time() - start,
                    until - look.time(),
                    look.served(),
                    look.cause() < 0 ? "" : blueprint.causes().get(look.cause()).label(),
                    stage == null ? "" : stage.words(),
                    String.join("; ", texts)));
        }
        return shortened(episodes);
    }

    private static double start(Chronicle chronicle, Worst.Outage outage) {
        return chronicle.looks().isEmpty()
                ? outage.start()
                : chronicle.looks().get(0).time();
    }

    /** What was wrong with whom, and since when. */
    private List<Lane> lanes(Chronicle chronicle, Worst.Outage outage) {
        Lanes lanes = new Lanes(start(chronicle, outage));
        chronicle.happenings().forEach(what -> follow(what, lanes));
        return lanes.until(chronicle.end());
    }

    private void follow(Happening what, Lanes lanes) {
        int i = what.element();
        double time = what.time();
        String mode = "mode " + i;
        String takeover = "takeover " + i;
        String standIn = "stand-in " + i;
        switch (what.kind()) {
            case FAILED -> {
                Mode failed = blueprint.modes().get(i);
                Stage first = failed.repair().isEmpty()
                        ? Stage.REPAIR
                        : failed.repair().get(0).stage();
                lanes.enter(mode, name(failed), time, first.words());
            }
            case REPAIR_GOES_ON -> lanes.enter(mode, name(blueprint.modes().get(i)), time, stage(what.detail()));
            case MENDED -> lanes.leave(mode, time);
            case TAKEOVER_GOES_ON -> lanes.enter(takeover, takeoverLane(i), time, stage(what.detail()));
            case TAKEOVER_FAILED -> lanes.enter(takeover, takeoverLane(i), time, Stage.BY_HAND.words());
            case NOBODY_LEFT -> lanes.enter(takeover, takeoverLane(i), time, Stage.WAITING.words());
            case TAKEN_OVER, RESUMED -> lanes.leave(takeover, time);
            case STAND_IN_GOES_ON -> lanes.enter(standIn, standIn(i), time, stage(what.detail()));
            case STAND_IN_RUNS, STAND_IN_DRY, STAND_IN_STOPS -> lanes.leave(standIn, time);
            case PLAN_BEGINS -> lanes.enter("plan " + i, plan(i), time, Stage.PLANNED.words());
            case PLAN_ENDS -> lanes.leave("plan " + i, time);
            case LOAD_GROWS -> lanes.enter("load", "load of the hour", time, Stage.OVERLOAD.words());
            case LOAD_FALLS -> lanes.leave("load", time);
            case MOVED -> {
                Machine machine = blueprint.machines().get(i);
                if (machine.works()[what.detail()]) {
                    lanes.leave("machine " + i, time);
                } else if (!lanes.isOpen("machine " + i)) {
                    lanes.enter("machine " + i, instance(machine.holds()), time, Stage.REPAIR.words());
                }
            }
            case REMOVED, REMOVED_WRONGLY, TRUSTED, RESERVE_USED, RESERVE_EMPTY, RESTARTED, PLAN_GOES_ON -> {
                // Beliefs and reserves are told in words; a lane shows what does not work.
            }
        }
    }

    private String takeoverLane(int takeover) {
        return takeover(takeover) + " take-over";
    }

    private static List<Episode> shortened(List<Episode> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<Episode> some = new ArrayList<>(all.subList(0, MOST - 2));
        Episode first = all.get(MOST - 2);
        Episode last = all.get(all.size() - 1);
        some.add(new Episode(
                first.from(), last.from() - first.from(), Double.NaN, "", "", (all.size() - MOST + 1) + " more steps"));
        some.add(last);
        return some;
    }

    private String words(Happening what) {
        int i = what.element();
        int detail = what.detail();
        return switch (what.kind()) {
            case FAILED -> failed(blueprint.modes().get(i), detail);
            case REPAIR_GOES_ON -> repair(blueprint.modes().get(i), detail);
            case MENDED ->
                name(blueprint.modes().get(i)) + " is mended"
                        + modeIn(blueprint.modes().get(i));
            case REMOVED -> observer(i) + " notices that " + target(i, detail) + " is down";
            case REMOVED_WRONGLY -> observer(i) + " wrongly takes out " + target(i, detail);
            case TRUSTED -> observer(i) + " trusts " + target(i, detail) + " again";
            case TAKEOVER_GOES_ON -> takeoverGoesOn(takeover(i), stageOf(detail));
            case TAKEOVER_FAILED -> takeover(i) + ": the take-over fails, a person is called";
            case NOBODY_LEFT -> takeover(i) + ": nobody is left to take over";
            case TAKEN_OVER -> member(i, detail) + " takes over";
            case RESUMED -> member(i, detail) + " goes on";
            case STAND_IN_GOES_ON -> standIn(i) + " is called: " + stage(detail);
            case STAND_IN_RUNS -> standIn(i) + " runs";
            case STAND_IN_DRY -> standIn(i) + " has no fuel left";
            case STAND_IN_STOPS -> standIn(i) + " stops";
            case RESERVE_USED -> tolerant(i) + " lives on its reserve";
            case RESERVE_EMPTY -> tolerant(i) + " has used up its reserve";
            case RESTARTED -> node(blueprint.restarts().get(i).unit()) + " has started again";
            case PLAN_BEGINS -> plan(i) + " begins";
            case PLAN_GOES_ON -> plan(i) + " goes on to the next";
            case PLAN_ENDS -> plan(i) + " ends";
            case LOAD_GROWS -> "the load of the hour grows beyond what is left";
            case LOAD_FALLS -> "the load of the hour falls";
            case MOVED -> moved(blueprint.machines().get(i), detail);
        };
    }

    private String failed(Mode mode, int root) {
        String with = blueprint.causes().get(root).label();
        return root == mode.cause() || root < 0
                ? name(mode) + " fails" + modeIn(mode)
                : name(mode) + " fails through " + with;
    }

    private static String takeoverGoesOn(String who, Stage stage) {
        return switch (stage) {
            case DETECTION -> who + " has not noticed yet";
            case SWITCHOVER -> who + " switches over";
            case PLANNED -> who + " moves as planned";
            default -> who + ": " + stage.words();
        };
    }

    /** {@code (node)}: which of several ways to fail. */
    private String modeIn(Mode mode) {
        String name = blueprint.causes().get(mode.cause()).name();
        return name.isEmpty() ? "" : " (" + name + ")";
    }

    private String repair(Mode mode, int stage) {
        String what = name(mode) + modeIn(mode);
        return switch (stageOf(stage)) {
            case WAITING -> "the repair of " + what + " waits";
            case REPAIR -> "the repair of " + what + " begins";
            case RESTART -> what + " restarts";
            default -> what + ": " + stage(stage);
        };
    }

    private String name(Mode mode) {
        return node(mode.unit());
    }

    private String node(int node) {
        return word(blueprint.nodes().get(node).name());
    }

    private String observer(int watch) {
        int observer = blueprint.watches().get(watch).observer();
        return observer < 0 ? "the health check" : node(observer);
    }

    private String target(int watch, int target) {
        Watch of = blueprint.watches().get(watch);
        return instance(of.targets()[target]);
    }

    /** The instance behind a facet of it. */
    private String instance(int node) {
        var of = blueprint.nodes().get(node);
        return of.kind() == Node.Kind.FACET && of.inputs().length > 0 ? instance(of.inputs()[0]) : word(of.name());
    }

    /** Inner nodes are called after what they belong to: {@code ups-a bridges …}. */
    private static String word(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    private String takeover(int takeover) {
        return word(node(blueprint.takeovers().get(takeover).works()));
    }

    private String member(int takeover, int member) {
        Takeover of = blueprint.takeovers().get(takeover);
        return instance(of.members()[member]);
    }

    private String standIn(int standIn) {
        return instance(blueprint.standIns().get(standIn).unit());
    }

    private String tolerant(int tolerance) {
        return instance(blueprint.tolerances().get(tolerance).holds());
    }

    private String plan(int plan) {
        return blueprint.causes().get(blueprint.plans().get(plan).cause()).label();
    }

    private String moved(Machine machine, int state) {
        return instance(machine.holds()) + (machine.works()[state] ? " works" : " does not work") + " now";
    }

    private static String stage(int column) {
        return stageOf(column).words();
    }

    private static Stage stageOf(int column) {
        return Stage.of(column);
    }
}
