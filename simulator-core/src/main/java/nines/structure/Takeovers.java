package nines.structure;

import nines.blueprint.Found;
import nines.blueprint.Stage;
import nines.blueprint.Takeover;

/** Posts and who holds them: from a holder's death through the stages of a take-over to the next holder. */
final class Takeovers {
    /** An odd factor with its bits spread (2^64 over the golden ratio), so that no post's part is shifted out. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final int[] root;
    private final double[] duty;
    private final int[] frozen;
    private final int[] postPhase;
    private final int[] postHolder;
    private final int[] postCandidate;
    private final boolean[] postPlanned;
    private final boolean[] postFenced;
    private final int[] postRoot;
    private final double[] postSince;
    private final double[] lastTakeover;
    private final boolean[] takeoverHolds;
    private final boolean[] takeoverFreezes;
    private final int[] plannedOn;

    Takeovers(World world) {
        this.world = world;
        wiring = world.wiring;
        clocks = world.clocks;
        root = world.root;
        duty = world.duty;
        frozen = world.frozen;
        postPhase = world.postPhase;
        postHolder = world.postHolder;
        postCandidate = world.postCandidate;
        postPlanned = world.postPlanned;
        postFenced = world.postFenced;
        postRoot = world.postRoot;
        postSince = world.postSince;
        lastTakeover = world.lastTakeover;
        takeoverHolds = world.takeoverHolds;
        takeoverFreezes = world.takeoverFreezes;
        plannedOn = world.underWay.plannedOn;
    }

    /** The first members have the posts; the others wait, and age as fast as that lets them. */
    void begin() {
        for (int t = 0; t < wiring.takeovers.length; t++) {
            Takeover takeover = wiring.takeovers[t];
            for (int i = 0; i < takeover.members().length; i++) {
                duty[wiring.unitOf[takeover.members()[i]]] = i < takeover.posts() ? 1 : takeover.dormancy();
            }
            for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
                postHolder[q] = q - wiring.postBase[t];
            }
        }
    }

    void settle(int t) {
        Takeover takeover = wiring.takeovers[t];
        boolean everybodyWorks = takeover.posts() == takeover.members().length;
        boolean running = false;
        boolean byHand = false;
        int filled = 0;
        int culprit = -1;
        boolean several = takeover.posts() > 1 && !everybodyWorks;
        long claims = several ? claims(t) : 0;
        boolean fills = takeover.fills().length > 0;
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (everybodyWorks) {
                settleCoverage(t, q);
            } else {
                settlePost(t, q);
                tune(t, q);
            }
            running |= postPhase[q] != World.HELD && clocks.armed[wiring.clock(Wiring.POST, q)];
            byHand |= postPhase[q] > takeover.stages().size();
            boolean isFilled = postPhase[q] == World.HELD && world.isTrue(takeover.members()[postHolder[q]]);
            if (fills && isFilled == world.postEmpty[q]) {
                world.postEmpty[q] = !isFilled;
                world.hold(takeover.fills()[q - wiring.postBase[t]], isFilled ? -1 : 1, postRoot[q]);
            }
            if (isFilled) {
                filled++;
            } else if (culprit < 0 || postPhase[q] > takeover.stages().size()) {
                culprit = postRoot[q];
            }
        }
        if (several && claims(t) != claims) {
            // A member that one post has taken or left counts for the others too.
            world.touchedTakeovers.note(t);
        }
        boolean holds = filled < takeover.needed() || byHand && takeover.wholeDown();
        boolean freezes = takeover.freezes() && running;
        if (freezes != takeoverFreezes[t]) {
            takeoverFreezes[t] = freezes;
            for (int member : takeover.members()) {
                int unit = wiring.unitOf[member];
                frozen[unit] += freezes ? 1 : -1;
                for (int m : wiring.modesOf[unit]) {
                    world.touchedModes.note(m);
                }
            }
        }
        if (holds != takeoverHolds[t]) {
            takeoverHolds[t] = holds;
            world.hold(takeover.works(), holds ? 1 : -1, culprit);
        } else {
            world.changed(takeover.works());
            world.relabel(takeover.works());
        }
    }

    /** Which living members have a post, are out of it or are about to get one, as one number. */
    private long claims(int t) {
        int[] members = wiring.takeovers[t].members();
        long claims = 0;
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            int candidate = postCandidate[q];
            boolean claimed = candidate >= 0 && world.isTrue(members[candidate]);
            claims = MIX * claims + (claimed ? candidate + 1 : 0);
            claims = MIX * claims + 2L * postHolder[q] + (isOut(t, q) ? 1 : 0);
        }
        return claims;
    }

    private void settlePost(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        int clock = wiring.clock(Wiring.POST, q);
        int[] members = takeover.members();
        int stages = takeover.stages().size();
        boolean holderLives =
                !postFenced[q] && world.isTrue(members[postHolder[q]]) && !isPromotedElsewhere(t, q, postHolder[q]);
        if (postPhase[q] == World.HELD) {
            if (holderLives) {
                settleFailback(t, q);
                return;
            }
            clocks.drop(clock);
            beginTakeover(t, q, root[members[postHolder[q]]], plannedOn[wiring.unitOf[members[postHolder[q]]]] > 0);
            if (postPhase[q] == World.HELD) {
                return;
            }
        }
        if (!holderLives && candidate(t, q) < 0) {
            callForHidden(t);
        }
        if (postPhase[q] == World.NOBODY) {
            if (holderLives) {
                postPhase[q] = World.HELD;
                settleFailback(t, q);
            } else if (candidate(t, q) >= 0 && (takeover.controller() < 0 || world.isTrue(takeover.controller()))) {
                appoint(t, q, candidate(t, q));
            }
            return;
        }
        if (postPhase[q] > stages) {
            if (candidate(t, q) < 0 && !holderLives) {
                clocks.drop(clock);
            } else if (!clocks.armed[clock]) {
                enterByHand(t, q, stages + 1);
            }
            return;
        }
        boolean committed = stages > 0 && postCandidate[q] >= 0;
        if (!committed && holderLives) {
            clocks.drop(clock);
            postPhase[q] = World.HELD;
            settleFailback(t, q);
            return;
        }
        if (committed && !world.isTrue(members[postCandidate[q]])) {
            // The holder is fenced: whoever lives must be found and promoted, it too.
            clocks.drop(clock);
            int next = root[members[postCandidate[q]]];
            postCandidate[q] = -1;
            postPlanned[q] = false;
            postFenced[q] = true;
            postPhase[q] = 1;
            postRoot[q] = next;
            postSince[q] = clocks.now;
        }
        boolean canAct = (takeover.controller() < 0 || world.isTrue(takeover.controller()))
                && (postCandidate[q] >= 0 || candidate(t, q) >= 0);
        if (!canAct) {
            clocks.drop(clock);
            if (takeover.atOnceFromNothing() && candidate(t, q) < 0) {
                postFenced[q] = false;
                postPhase[q] = World.NOBODY;
            }
        } else if (!clocks.armed[clock]) {
            enterStage(t, q, postPhase[q]);
        }
    }

    /** The first holder of a post gets it back once it has lived again for a while. */
    private void settleFailback(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        int clock = wiring.clock(Wiring.POST, q);
        int home = q - wiring.postBase[t];
        if (!takeover.failback() || postHolder[q] == home) {
            return;
        }
        if (!world.isTrue(takeover.members()[home]) || isTaken(t, q, home)) {
            clocks.drop(clock);
        } else if (wiring.quietLaw[t].mean() <= 0) {
            goHome(t, q);
        } else if (!clocks.armed[clock]) {
            world.start(clock, wiring.quietLaw[t]);
        }
    }

    private void goHome(int t, int q) {
        int home = q - wiring.postBase[t];
        if (wiring.takeovers[t].byPlan()) {
            postPlanned[q] = true;
            postCandidate[q] = home;
            postSince[q] = clocks.now;
            move(t, q);
        } else {
            appoint(t, q, home);
        }
    }

    /** Where all members work there is nobody to take over: only whether the others carry on is in question. */
    private void settleCoverage(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        boolean lives = world.isTrue(takeover.members()[postHolder[q]]);
        if (postPhase[q] == World.ABSENT && lives) {
            postPhase[q] = World.HELD;
        } else if (postPhase[q] == World.HELD && !lives) {
            postRoot[q] = root[takeover.members()[postHolder[q]]];
            postSince[q] = clocks.now;
            postPhase[q] = World.ABSENT;
            boolean inQuestion = anotherLives(takeover, postHolder[q])
                    && plannedOn[wiring.unitOf[takeover.members()[postHolder[q]]]] == 0;
            if (inQuestion && takeover.success() < 1) {
                int byHand = takeover.stages().size() + 1;
                boolean carryOn = world.branches.happens(Wiring.POST, q, takeover.success());
                world.corrections.branched(t, wiring.toGo[t][byHand], 1 - takeover.success(), !carryOn);
                if (!carryOn) {
                    enterByHand(t, q, byHand);
                }
            }
        }
    }

    private boolean anotherLives(Takeover takeover, int one) {
        for (int i = 0; i < takeover.members().length; i++) {
            if (i != one && world.isTrue(takeover.members()[i])) {
                return true;
            }
        }
        return false;
    }

    private void beginTakeover(int t, int q, int cause, boolean planned) {
        postPhase[q] = 1;
        postCandidate[q] = -1;
        postFenced[q] = false;
        postPlanned[q] = planned && candidate(t, q) >= 0;
        postRoot[q] = cause;
        postSince[q] = clocks.now;
        if (postPlanned[q]) {
            postCandidate[q] = candidate(t, q);
            move(t, q);
        }
    }

    /** A planned move knows where it goes: it starts with what follows detection and fencing. */
    private void move(int t, int q) {
        Takeover takeover = wiring.takeovers[t];
        for (int s = 1; s <= takeover.stages().size(); s++) {
            if (takeover.stages().get(s - 1).stage() == nines.blueprint.Stage.SWITCHOVER
                    && takeover.stages().get(s - 1).success() >= 0) {
                enterStage(t, q, s);
                return;
            }
        }
        appoint(t, q, postCandidate[q]);
    }

    private void enterStage(int t, int q, int from) {
        Takeover takeover = wiring.takeovers[t];
        int stages = takeover.stages().size();
        for (int s = from; s <= stages; s++) {
            postPhase[q] = s;
            if (takeover.stages().get(s - 1).committed() && postCandidate[q] < 0) {
                postCandidate[q] = candidate(t, q);
                // While another one is promoted nobody asks for the holder.
                postFenced[q] &= postCandidate[q] == postHolder[q];
            }
            Law law = wiring.takeoverLaw[t][s - 1];
            if (law.mean() > 0) {
                world.start(wiring.clock(Wiring.POST, q), law);
                return;
            }
            double wait = s == takeover.restsAt() ? lastTakeover[t] + takeover.antiFlap() - clocks.now : 0;
            if (wait > 0) {
                clocks.start(wiring.clock(Wiring.POST, q), wait);
                return;
            }
            if (!stageWorks(t, q, s)) {
                return;
            }
        }
        boolean planned = postPlanned[q];
        appoint(t, q, postCandidate[q] >= 0 ? postCandidate[q] : candidate(t, q));
        if (!planned) {
            lastTakeover[t] = clocks.now;
        }
    }

    void stageEnds(int q) {
        int t = wiring.postTakeover[q];
        int stages = wiring.takeovers[t].stages().size();
        int s = postPhase[q];
        if (s == World.HELD) {
            goHome(t, q);
        } else if (s > stages) {
            enterByHand(t, q, s + 1);
        } else if (stageWorks(t, q, s)) {
            enterStage(t, q, s + 1);
        }
        world.touchedTakeovers.note(t);
    }

    /** Draws whether a stage works at its end; if not, a person takes over. */
    private boolean stageWorks(int t, int q, int s) {
        Takeover takeover = wiring.takeovers[t];
        double p = takeover.stages().get(s - 1).success();
        if (p >= 1 || postPlanned[q]) {
            return true;
        }
        boolean works = world.branches.happens(Wiring.POST, q, p);
        world.corrections.branched(t, wiring.toGo[t][takeover.stages().size() + 1] - wiring.toGo[t][s], 1 - p, !works);
        if (!works) {
            postCandidate[q] = -1;
            enterByHand(t, q, takeover.stages().size() + 1);
        }
        return works;
    }

    private void enterByHand(int t, int q, int from) {
        Takeover takeover = wiring.takeovers[t];
        int stages = takeover.stages().size();
        postFenced[q] = false;
        for (int s = from; s <= stages + takeover.byHand().size(); s++) {
            postPhase[q] = s;
            Law law = wiring.byHandLaw[t][s - stages - 1];
            if (law.mean() > 0) {
                world.start(wiring.clock(Wiring.POST, q), law);
                return;
            }
        }
        if (takeover.posts() == takeover.members().length) {
            postPhase[q] = world.isTrue(takeover.members()[postHolder[q]]) ? World.HELD : World.ABSENT;
            return;
        }
        int next = candidate(t, q);
        appoint(t, q, next >= 0 ? next : postHolder[q]);
        lastTakeover[t] = clocks.now;
    }

    /**
     * Whoever was in office is out of it when another one is being promoted, when it is fenced, and while a person decides;
     * mended meanwhile, it stands by.
     */
    private void tune(int t, int q) {
        boolean out = isOut(t, q) || isPromotedElsewhere(t, q, postHolder[q]);
        works(t, postHolder[q], out ? wiring.takeovers[t].dormancy() : 1);
    }

    /** A member works from now on, at full speed or as one that stands by. */
    private void works(int t, int member, double speed) {
        int unit = wiring.unitOf[wiring.takeovers[t].members()[member]];
        if (duty[unit] != speed) {
            duty[unit] = speed;
            for (int m : wiring.modesOf[unit]) {
                world.touchedModes.note(m);
            }
        }
    }

    private void appoint(int t, int q, int member) {
        Takeover takeover = wiring.takeovers[t];
        int before = wiring.unitOf[takeover.members()[postHolder[q]]];
        int after = wiring.unitOf[takeover.members()[member]];
        clocks.drop(wiring.clock(Wiring.POST, q));
        for (int other = wiring.postBase[t]; other < wiring.postBase[t + 1]; other++) {
            if (other != q && postHolder[other] == member) {
                // It is out of the other post: from now on that one waits for whoever is out of this one.
                postHolder[other] = postHolder[q];
                postFenced[other] |= postCandidate[other] == postHolder[other];
            }
        }
        postPhase[q] = World.HELD;
        postHolder[q] = member;
        postCandidate[q] = -1;
        postPlanned[q] = false;
        postFenced[q] = false;
        works(t, member, 1);
        world.repairs.discover(after, Found.ON_DEMAND);
        if (before != after) {
            duty[before] = takeover.dormancy();
            // Another one answers behind the post, rightly or wrongly.
            world.changed(takeover.works());
            if (takeover.fills().length > 0) {
                world.changed(takeover.fills()[q - wiring.postBase[t]]);
            }
            for (int m : wiring.modesOf[before]) {
                world.touchedModes.note(m);
            }
            for (int m : wiring.modesOf[after]) {
                world.touchedModes.note(m);
            }
        }
        world.touchedTakeovers.note(t);
    }

    /** Whether a take-over itself is to blame: it runs, or it has shut out a holder that lives again. */
    boolean isUnderWay(int q, int holder) {
        return postPhase[q] != World.HELD && clocks.armed[wiring.clock(Wiring.POST, q)]
                || postPhase[q] > World.HELD && world.isTrue(holder);
    }

    /** The stage that a post's take-over is in. */
    Stage stageOf(int q) {
        Takeover takeover = wiring.takeovers[wiring.postTakeover[q]];
        int s = postPhase[q];
        if (world.postPlanned[q]) {
            return Stage.PLANNED;
        }
        if (s > takeover.stages().size()) {
            return Stage.BY_HAND;
        }
        return s < 1 ? Stage.SWITCHOVER : takeover.stages().get(s - 1).stage();
    }

    /** Whether another post has a member, waits for it to come back, or is about to get it. */
    private boolean isTaken(int t, int post, int member) {
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (q != post && (postCandidate[q] == member || postHolder[q] == member && !isOut(t, q))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPromotedElsewhere(int t, int post, int member) {
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (q != post && postCandidate[q] == member) {
                return true;
            }
        }
        return false;
    }

    /** Whether the one who had a post is out of it and a member like the others, though nobody else has it yet. */
    private boolean isOut(int t, int q) {
        boolean another = postCandidate[q] >= 0 && postCandidate[q] != postHolder[q] && !postPlanned[q];
        boolean byHand = postPhase[q] > wiring.takeovers[t].stages().size();
        return postPhase[q] > World.HELD && (another || postFenced[q] || byHand);
    }

    /** The first living member without a post, a fenced holder last; -1 when there is none. */
    int candidate(int t, int q) {
        int[] members = wiring.takeovers[t].members();
        if (postCandidate[q] >= 0) {
            return world.isTrue(members[postCandidate[q]]) ? postCandidate[q] : -1;
        }
        for (int i = 0; i < members.length; i++) {
            if (i != postHolder[q] && world.isTrue(members[i]) && !isTaken(t, q, i)) {
                return i;
            }
        }
        boolean last =
                postFenced[q] && world.isTrue(members[postHolder[q]]) && !isPromotedElsewhere(t, q, postHolder[q]);
        return last ? postHolder[q] : -1;
    }

    private void callForHidden(int t) {
        for (int member : wiring.takeovers[t].members()) {
            world.repairs.discover(wiring.unitOf[member], Found.ON_DEMAND);
        }
    }
}
