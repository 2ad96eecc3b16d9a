package nines.structure;

import java.util.Arrays;
import java.util.List;
import nines.blueprint.Load;

/** Corners joined by lines, repeated: loads by the hour as somebody has measured them. */
final class ProfileShape implements LoadShape {
    private final double[] at;
    private final double[] load;
    /** Load from the origin to each corner, in seconds of mean load. */
    private final double[] until;

    private final double least;
    private final double most;

    ProfileShape(List<Load.Corner> corners) {
        at = corners.stream().mapToDouble(Load.Corner::at).toArray();
        load = corners.stream().mapToDouble(Load.Corner::load).toArray();
        least = Arrays.stream(load).min().orElseThrow();
        most = Arrays.stream(load).max().orElseThrow();
        until = new double[at.length];
        for (int i = 1; i < at.length; i++) {
            until[i] = until[i - 1] + (at[i] - at[i - 1]) * 0.5 * (load[i - 1] + load[i]);
        }
    }

    @Override
    public boolean isFlat() {
        return least() == most();
    }

    @Override
    public double period() {
        return at[at.length - 1];
    }

    @Override
    public double origin() {
        return 0;
    }

    @Override
    public double at(double time) {
        double inside = inside(time);
        int i = stretch(inside);
        return load[i] + (load[i + 1] - load[i]) * (inside - at[i]) / (at[i + 1] - at[i]);
    }

    @Override
    public double between(double from, double to) {
        double periods = Math.floor(to / period()) - Math.floor(from / period());
        return periods * until[at.length - 1] + until(inside(to)) - until(inside(from));
    }

    private double inside(double time) {
        return time - Math.floor(time / period()) * period();
    }

    private double until(double inside) {
        int i = stretch(inside);
        double since = inside - at[i];
        double slope = (load[i + 1] - load[i]) / (at[i + 1] - at[i]);
        return until[i] + since * (load[i] + 0.5 * slope * since);
    }

    /** The stretch between two corners that contains a time; of stretches without length none does. */
    private int stretch(double inside) {
        int i = at.length - 2;
        while (i > 0 && (at[i] > inside || at[i] == at[i + 1])) {
            i--;
        }
        return i;
    }

    @Override
    public double least() {
        return least;
    }

    @Override
    public double most() {
        return most;
    }

    @Override
    public int busy(double level, double[] edges) {
        int n = 0;
        for (int i = 0; i + 1 < at.length; i++) {
            if (at[i] == at[i + 1]) {
                continue;
            }
            boolean above = load[i] > level || load[i] == level && load[i + 1] > level;
            boolean ends = load[i + 1] > level;
            double crossing = at[i] + (at[i + 1] - at[i]) * ((level - load[i]) / (load[i + 1] - load[i]));
            if (above) {
                n = add(edges, n, at[i], ends ? at[i + 1] : crossing);
            } else if (ends) {
                n = add(edges, n, crossing, at[i + 1]);
            }
        }
        return n;
    }

    @Override
    public int edgesMost() {
        return 2 * at.length;
    }

    private static int add(double[] edges, int n, double from, double to) {
        if (from >= to) {
            return n;
        }
        if (n > 0 && edges[n - 1] == from) {
            edges[n - 1] = to;
            return n;
        }
        edges[n] = from;
        edges[n + 1] = to;
        return n + 2;
    }
}
