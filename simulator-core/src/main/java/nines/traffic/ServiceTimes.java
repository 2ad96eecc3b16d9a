package nines.traffic;

import java.util.Arrays;
import java.util.List;
import nines.blueprint.Requests;
import nines.blueprint.Slowing;
import nines.blueprint.Station;
import nines.blueprint.WarmUp;
import nines.distribution.Distribution;
import nines.structure.Stepper;
import org.jspecify.annotations.Nullable;

/** How much work a request is at each station: its own law, what broken modes make of it, and how slow a fresh instance is. */
final class ServiceTimes {
    private final Draw[] write;
    private final Draw[] read;
    /** What broken modes do to the service times of each station, and the laws they put in place of the normal ones. */
    private final Slowing[][] slowings;

    private final @Nullable Draw[][] otherTimes;
    private final @Nullable Draw[] instead;
    private final @Nullable WarmUp[] warmUps;
    private final double[] freshSince;

    ServiceTimes(Requests requests) {
        List<Station> stations = requests.stations();
        int n = stations.size();
        write = new Draw[n];
        read = new Draw[n];
        slowings = new Slowing[n][];
        otherTimes = new Draw[n][];
        instead = new Draw[n];
        warmUps = new WarmUp[n];
        freshSince = new double[n];
        for (int s = 0; s < n; s++) {
            Station station = stations.get(s);
            warmUps[s] = station.warmUp();
            Distribution writes = station.writeTime();
            write[s] = new Draw(writes, station.name(), "service");
            read[s] = station.readTime().equals(writes)
                    ? write[s]
                    : new Draw(station.readTime(), station.name(), "reading");
            slowings[s] = requests.slowings().stream()
                    .filter(slowing -> slowing.unit() == station.unit())
                    .toArray(Slowing[]::new);
            otherTimes[s] = new Draw[slowings[s].length];
            for (int k = 0; k < slowings[s].length; k++) {
                Distribution law = slowings[s][k].serviceTime();
                otherTimes[s][k] = law == null ? null : new Draw(law, station.name(), "slowed service " + k);
            }
        }
    }

    void begin(long seed, long replication) {
        Arrays.fill(instead, null);
        Arrays.fill(freshSince, Double.NEGATIVE_INFINITY);
        for (int s = 0; s < write.length; s++) {
            write[s].begin(seed, replication);
            if (read[s] != write[s]) {
                read[s].begin(seed, replication);
            }
            for (Draw other : otherTimes[s]) {
                if (other != null) {
                    other.begin(seed, replication);
                }
            }
        }
    }

    /** Seconds of work at full speed. */
    double next(int s, boolean isRead) {
        Draw other = instead[s];
        return (other != null ? other : isRead ? read[s] : write[s]).next();
    }

    /** The share of its full speed that a station has by now. */
    double speed(int s, double now) {
        WarmUp warmUp = warmUps[s];
        if (warmUp == null) {
            return 1;
        }
        double age = now - freshSince[s];
        return age >= warmUp.over() ? 1 : warmUp.startsAt() + (1 - warmUp.startsAt()) * age / warmUp.over();
    }

    /** Whether a station is ever slower for being fresh. */
    boolean warmsUp(int s) {
        return warmUps[s] != null;
    }

    /** A station begins to be there. */
    void startFresh(int s, double now) {
        freshSince[s] = now;
    }

    /** Takes over which modes are broken; the factor by which services take longer. */
    double slowness(int s, Stepper structure) {
        double factor = 1;
        instead[s] = null;
        for (int k = 0; k < slowings[s].length; k++) {
            if (structure.isBroken(slowings[s][k].mode())) {
                factor *= slowings[s][k].times();
                instead[s] = otherTimes[s][k] == null ? instead[s] : otherTimes[s][k];
            }
        }
        return factor;
    }
}
