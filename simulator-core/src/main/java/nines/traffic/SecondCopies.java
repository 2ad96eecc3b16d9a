package nines.traffic;

import nines.kernel.EventCalendar;

/** Second copies of slow attempts: when they go out, and pairs. What comes of them is told where attempts end. */
final class SecondCopies {
    private final Flow flow;
    private final Frames frames;
    private final EventCalendar calendar;

    SecondCopies(Flow flow) {
        this.flow = flow;
        frames = flow.frames;
        calendar = flow.calendar;
    }

    /** An attempt has begun: a second copy may be due in a while. */
    void await(int f) {
        if (frames.twin[f] < 0) {
            double at = flow.protection.secondCopyAt(f);
            frames.copyAt[f] = at;
            if (at < Double.POSITIVE_INFINITY) {
                calendar.schedule(at, f << Happening.KIND_BITS | Happening.SECOND_COPY);
            }
        }
    }

    /** The first copy is slow: another goes out, if the budget allows it. Whatever ends first and well is the answer. */
    void send(int f) {
        boolean isDue = frames.state[f] != Frames.FREE && frames.copyAt[f] == calendar.time() && !frames.isOrphan(f);
        if (!isDue || !flow.protection.affordsSecondCopy(f)) {
            return;
        }
        frames.copyAt[f] = Double.POSITIVE_INFINITY;
        int g = frames.openAnother(f);
        frames.step[g] = 0;
        frames.turn[g] = 0;
        frames.child[g] = -1;
        frames.deadline[g] = frames.deadline[f];
        frames.until[g] = frames.until[f];
        if (frames.deadline[g] < Double.POSITIVE_INFINITY) {
            calendar.schedule(frames.deadline[g], g << Happening.KIND_BITS | Happening.DEADLINE);
        }
        frames.twin[g] = f;
        frames.twin[f] = g;
        if (flow.trail != null) {
            flow.trail.isCopied(f, g);
        }
        int outcome = flow.begin(g, frames.call[g]);
        if (outcome != Flow.PENDING) {
            flow.ended(g, outcome);
        }
    }

    /** Two copies are no longer a pair. */
    void part(int f, int twin) {
        frames.twin[f] = -1;
        frames.twin[twin] = -1;
    }
}
