package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.structure.PhaseLaw;
import org.jspecify.annotations.Nullable;

/**
 * Stations with room for so many, one after the other, as one Markov chain: requests come to the first at random, go on to the next
 * when they have been served, and are gone where they find no room. What leaves a station that turns requests away is no
 * Poisson stream, so the stations are not known one by one.
 */
final class QueueChain {
    /** More states together than this are not explored. */
    static final int STATES_MAX = 400_000;

    private final double perSecond;
    private final List<Bounded> stations;
    private final int[][] states;
    private final double[] chance;

    private QueueChain(double perSecond, List<Bounded> stations, int[][] states, double[] chance) {
        this.perSecond = perSecond;
        this.stations = stations;
        this.states = states;
        this.chance = chance;
    }

    /**
     * One station as it is described.
     *
     * @param workers that serve
     * @param places for those that wait
     * @param law of a service
     */
    record Described(int workers, int places, PhaseLaw law) {}

    /**
     * The long run of some stations in a row; null where they have too many states, or no balance was found.
     *
     * @param perSecond requests that come to the first
     */
    static @Nullable QueueChain of(double perSecond, List<Described> row) {
        List<Bounded> stations = row.stream()
                .map(each -> Bounded.of(each.workers(), each.places(), each.law()))
                .toList();
        double together = 1;
        for (Bounded station : stations) {
            if (station.isTooLarge()) {
                return null;
            }
            together *= station.size();
        }
        if (together > STATES_MAX) {
            return null;
        }
        Exploring exploring = new Exploring(perSecond, stations);
        Chain chain = exploring.chain();
        double[] chance = Stationary.of(chain);
        return chance == null
                ? null
                : new QueueChain(perSecond, stations, exploring.states.toArray(new int[0][]), chance);
    }

    int size() {
        return chance.length;
    }

    /** Mean number in service at a station. */
    double busy(int at) {
        return mean(at, stations.get(at)::busy);
    }

    /** Mean number that wait at a station. */
    double queue(int at) {
        return mean(at, stations.get(at)::waiting);
    }

    /** Share of time with at least so many at a station. */
    double atLeast(int at, int count) {
        return mean(at, state -> stations.get(at).present(state) >= count ? 1 : 0);
    }

    /** Share of time with nobody at a station. */
    double empty(int at) {
        return mean(at, state -> stations.get(at).present(state) == 0 ? 1 : 0);
    }

    /** How many can be at a station. */
    int room(int at) {
        return stations.get(at).room();
    }

    /** Services that end at a station, per second. */
    double throughput(int at) {
        double sum = 0;
        for (int i = 0; i < chance.length; i++) {
            sum += chance[i] * total(stations.get(at).departure.get(states[i][at]));
        }
        return sum;
    }

    /** Requests that come to a station, per second. */
    double arrivals(int at) {
        return at == 0 ? perSecond : throughput(at - 1);
    }

    /** Share of those that come to a station and find no room: counted where it happens, so that small shares are exact. */
    double rejected(int at) {
        return seenBy(at, state -> stations.get(at).arrival.get(state).isEmpty()) / arrivals(at);
    }

    /** Share of those let in that have to wait. */
    double waits(int at) {
        return seenBy(at, stations.get(at)::makesWait) / throughput(at);
    }

    /** Share of all requests that are turned away somewhere. */
    double lost() {
        double sum = 0;
        for (int at = 0; at < stations.size(); at++) {
            sum += rejected(at) * arrivals(at);
        }
        return sum / perSecond;
    }

    private interface OfState {
        double of(int state);
    }

    private interface Test {
        boolean of(int state);
    }

    private double mean(int at, OfState value) {
        double sum = 0;
        for (int i = 0; i < chance.length; i++) {
            sum += chance[i] * value.of(states[i][at]);
        }
        return sum;
    }

    /** Requests a second that come to a station and find it in such a state. */
    private double seenBy(int at, Test test) {
        double sum = 0;
        for (int i = 0; i < chance.length; i++) {
            if (test.of(states[i][at])) {
                sum += chance[i]
                        * (at == 0
                                ? perSecond
                                : total(stations.get(at - 1).departure.get(states[i][at - 1])));
            }
        }
        return sum;
    }

    private static double total(List<Bounded.Move> moves) {
        return moves.stream().mapToDouble(Bounded.Move::weight).sum();
    }

    /** Finds all states that can be reached from empty stations. */
    private static final class Exploring {
        private final double perSecond;
        private final List<Bounded> stations;
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private final List<int[]> states = new ArrayList<>();
        private final int[] radix;
        private int[] to = new int[1024];
        private double[] rate = new double[1024];
        private int end;
        private int leaving;

        Exploring(double perSecond, List<Bounded> stations) {
            this.perSecond = perSecond;
            this.stations = stations;
            radix = new int[stations.size()];
            int product = 1;
            for (int s = 0; s < radix.length; s++) {
                radix[s] = product;
                product *= stations.get(s).size();
            }
        }

        Chain chain() {
            number(new int[stations.size()]);
            int[] from = new int[1024];
            for (int i = 0; i < states.size(); i++) {
                if (i + 2 > from.length) {
                    from = Arrays.copyOf(from, 2 * from.length);
                }
                leaving = i;
                look(states.get(i));
                from[i + 1] = end;
            }
            return new Chain(
                    states.size(),
                    Arrays.copyOf(from, states.size() + 1),
                    Arrays.copyOf(to, end),
                    Arrays.copyOf(rate, end));
        }

        private int number(int[] state) {
            int key = 0;
            for (int s = 0; s < state.length; s++) {
                key += radix[s] * state[s];
            }
            return numbers.computeIfAbsent(key, fresh -> {
                states.add(state);
                return states.size() - 1;
            });
        }

        private void look(int[] state) {
            arrive(state, 0, perSecond);
            for (int s = 0; s < state.length; s++) {
                for (Bounded.Move move : stations.get(s).inside.get(state[s])) {
                    add(with(state, s, move.to()), move.weight());
                }
                for (Bounded.Move move : stations.get(s).departure.get(state[s])) {
                    arrive(with(state, s, move.to()), s + 1, move.weight());
                }
            }
        }

        /** A request comes to a station, or leaves the last one, so many times a second. */
        private void arrive(int[] state, int at, double perSecond) {
            List<Bounded.Move> moves =
                    at < state.length ? stations.get(at).arrival.get(state[at]) : List.of();
            if (moves.isEmpty()) {
                add(state, perSecond);
                return;
            }
            for (Bounded.Move move : moves) {
                add(with(state, at, move.to()), perSecond * move.weight());
            }
        }

        private static int[] with(int[] state, int at, int value) {
            int[] other = state.clone();
            other[at] = value;
            return other;
        }

        private void add(int[] target, double perSecond) {
            int entered = number(target);
            if (entered == leaving) {
                return;
            }
            if (end == to.length) {
                to = Arrays.copyOf(to, 2 * end);
                rate = Arrays.copyOf(rate, 2 * end);
            }
            to[end] = entered;
            rate[end++] = perSecond;
        }
    }
}
