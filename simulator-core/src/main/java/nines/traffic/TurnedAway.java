package nines.traffic;

import java.util.Arrays;

/**
 * Frames that a station has turned away while it was dealing with another. Their callers hear of it at this moment, but after
 * what is being done: it may be the same caller.
 */
final class TurnedAway {
    private final Frames frames;
    private int[] frame = new int[16];
    private int[] birth = new int[16];
    private int[] outcome = new int[16];
    private int count;

    TurnedAway(Frames frames) {
        this.frames = frames;
    }

    void clear() {
        count = 0;
    }

    boolean isAny() {
        return count > 0;
    }

    void add(int f, int of) {
        if (count == frame.length) {
            frame = Arrays.copyOf(frame, 2 * count);
            birth = Arrays.copyOf(birth, 2 * count);
            outcome = Arrays.copyOf(outcome, 2 * count);
        }
        frame[count] = f;
        birth[count] = frames.birth[f];
        outcome[count++] = of;
    }

    /** Lets all callers know, those that turn up meanwhile too. */
    void tell(Flow flow) {
        while (count > 0) {
            int f = frame[--count];
            if (frames.birth[f] == birth[count] && frames.state[f] != Frames.FREE) {
                flow.endedUnlessPending(f, flow.fromFar(f, outcome[count]));
            }
        }
    }
}
