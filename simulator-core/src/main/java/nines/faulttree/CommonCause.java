package nines.faulttree;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import nines.blueprint.Blueprint;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Shock;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Gamma;

/**
 * What a common cause costs a journey. After the shock its victims are mended one by one, or as one, and the journey is
 * back before the last of them is; so the event is given the length that makes its part of the journey's downtime right:
 * the time integral of (chance of being down at that age of the shock − without it), over the same with all members down.
 */
final class CommonCause {
    private static final double TOLERANCE = 1e-9;
    private static final int DEPTH_MAX = 18;

    private final Shock shock;
    private final int[] members;
    private final Diagram diagram;
    private final int top;
    private final int[] reached;
    private final Chances chances;
    private final double hit;
    private final Distribution[] repairs;
    private final double longest;
    private final double without;
    private final double all;

    CommonCause(
            Blueprint blueprint,
            Shock shock,
            int[] members,
            Diagram diagram,
            int top,
            int[] reached,
            Chances chances,
            int level) {
        this.shock = shock;
        this.members = members;
        this.diagram = diagram;
        this.top = top;
        this.reached = reached;
        this.chances = chances.with(level, 0);
        hit = share(shock);
        repairs = new Distribution[members.length];
        double most = 0;
        for (int i = 0; i < members.length; i++) {
            Mode mode = blueprint.modes().get(shock.modes()[i]);
            repairs[i] = sum(mode.repair(), 1 / (1 - mode.failsAgain()));
            most = Math.max(most, mode.mendable() ? repairs[i].mean() : Double.POSITIVE_INFINITY);
        }
        longest = most;
        all = chances.with(level, 1).values(diagram, top, reached)[top];
        without = this.chances.values(diagram, top, reached)[top];
    }

    private static double share(Shock shock) {
        var count = shock.count();
        return switch (shock.hits()) {
            case ALL -> 1;
            case SHARE -> shock.share();
            case COUNT -> count == null ? 1 : Math.min(1, count.mean() / shock.modes().length);
        };
    }

    /** The whole repair: one stage as it is, several as a gamma law of the same mean and variance. */
    private static Distribution sum(List<Phase> stages, double times) {
        double mean = 0;
        double variance = 0;
        Distribution only = new Deterministic(0);
        int several = 0;
        for (Phase stage : stages) {
            mean += stage.law().mean();
            variance += stage.law().variance();
            if (stage.law().mean() > 0) {
                only = stage.law();
                several++;
            }
        }
        if (several <= 1 && times == 1) {
            return only;
        }
        boolean usual = variance > 0 && variance < Double.POSITIVE_INFINITY;
        return usual ? Gamma.ofMeanAndCv(mean * times, Math.sqrt(variance) / mean) : new Deterministic(mean * times);
    }

    /** Whether the shock changes anything for the journey. */
    private boolean matters() {
        return all > without;
    }

    /** The length of the event, in seconds. */
    double seconds() {
        if (!matters() || longest == 0 || longest == Double.POSITIVE_INFINITY) {
            return longest;
        }
        if (shock.together()) {
            return together() / (all - without);
        }
        DoubleUnaryOperator overTime = u -> {
            double age = longest * u / (1 - u);
            return (down(age) - without) * longest / ((1 - u) * (1 - u));
        };
        return integral(overTime, 0, 1 - 1e-6) / (all - without);
    }

    /** Mended as one by the repair of the first that is hit: a sum over who that is. */
    private double together() {
        double sum = 0;
        double nobodyBefore = 1;
        for (int first = 0; first < members.length && nobodyBefore > 0; first++) {
            Chances then = chances;
            for (int i = first; i < members.length; i++) {
                then = hurt(then, i, i == first ? 1 : hit);
            }
            double down = then.values(diagram, top, reached)[top] - without;
            sum += nobodyBefore * hit * repairs[first].mean() * down;
            nobodyBefore *= 1 - hit;
        }
        return sum;
    }

    private Chances hurt(Chances before, int member, double chance) {
        int level = members[member];
        return before.with(level, before.at(level) + (1 - before.at(level)) * chance);
    }

    /** Chance that the shock hits enough, where all its members would be enough. */
    double startsOutage() {
        return matters() ? (down(0) - without) / (all - without) : 0;
    }

    /** Chance that the journey is down so long after the shock. */
    private double down(double age) {
        Chances then = chances;
        for (int i = 0; i < members.length; i++) {
            then = hurt(then, i, age == 0 ? hit : hit * repairs[i].survival(age));
        }
        return then.values(diagram, top, reached)[top];
    }

    /** Adaptive Simpson rule. */
    private static double integral(DoubleUnaryOperator f, double from, double to) {
        double left = f.applyAsDouble(from);
        double right = f.applyAsDouble(to);
        double sum = 0;
        int pieces = 16;
        double scale = 0;
        for (int i = 0; i <= pieces; i++) {
            scale = Math.max(scale, Math.abs(f.applyAsDouble(from + (to - from) * i / pieces)));
        }
        double a = from;
        double fa = left;
        for (int i = 1; i <= pieces; i++) {
            double b = i == pieces ? to : from + (to - from) * i / pieces;
            double fb = i == pieces ? right : f.applyAsDouble(b);
            double fm = f.applyAsDouble((a + b) / 2);
            sum += piece(f, a, b, fa, fm, fb, TOLERANCE * scale, DEPTH_MAX);
            a = b;
            fa = fb;
        }
        return sum;
    }

    private static double piece(
            DoubleUnaryOperator f, double a, double b, double fa, double fm, double fb, double tolerance, int depth) {
        double m = (a + b) / 2;
        double fl = f.applyAsDouble((a + m) / 2);
        double fr = f.applyAsDouble((m + b) / 2);
        double whole = (b - a) / 6 * (fa + 4 * fm + fb);
        double halves = (b - a) / 12 * (fa + 4 * fl + 2 * fm + 4 * fr + fb);
        if (depth == 0 || Math.abs(halves - whole) <= 15 * tolerance * (b - a)) {
            return halves + (halves - whole) / 15;
        }
        return piece(f, a, m, fa, fl, fm, tolerance, depth - 1) + piece(f, m, b, fm, fr, fb, tolerance, depth - 1);
    }
}
