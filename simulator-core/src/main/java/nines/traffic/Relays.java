package nines.traffic;

import java.util.List;
import nines.blueprint.Relay;
import nines.random.RandomStream;
import nines.random.StreamKey;
import nines.structure.Stepper;

/** What passes requests on: whether it works, which of its senders takes a request, and how long it takes. */
final class Relays {
    /** Whether each passes anything on. */
    final boolean[] works;

    final Draw[] latency;
    private final Relay[] relays;
    private final RandomStream[] choice;
    private final long[] names;

    Relays(List<Relay> all) {
        relays = all.toArray(Relay[]::new);
        latency = new Draw[relays.length];
        choice = new RandomStream[relays.length];
        names = new long[relays.length];
        works = new boolean[relays.length];
        for (int r = 0; r < relays.length; r++) {
            latency[r] = new Draw(relays[r].latency(), relays[r].stream(), "latency");
            choice[r] = new RandomStream(0);
            names[r] = StreamKey.of(relays[r].stream(), "sender");
        }
    }

    void begin(long seed, long replication) {
        for (int r = 0; r < relays.length; r++) {
            latency[r].begin(seed, replication);
            choice[r].reseed(StreamKey.of(names[r], seed, replication));
        }
    }

    /** Takes over what the structure says. */
    void refresh(Stepper structure) {
        for (int r = 0; r < relays.length; r++) {
            works[r] = structure.works(relays[r].works());
        }
    }

    /** One of the senders of a relay that live. */
    int sender(int r, Stepper structure) {
        int[] senders = relays[r].senders();
        if (senders.length == 1) {
            return 0;
        }
        int alive = 0;
        int chosen = 0;
        for (int k = 0; k < senders.length; k++) {
            if (structure.works(senders[k]) && choice[r].nextInt(++alive) == 0) {
                chosen = k;
            }
        }
        return chosen;
    }
}
