package nines.distribution;

import java.util.List;
import nines.check.Require;
import nines.quantity.Dimension;

/**
 * A failure rate for each stretch of age: early failures, useful life, wear-out.
 *
 * @param pieces in order of age; the last one lasts for ever
 */
public record Bathtub(List<Piece> pieces) implements Distribution {

    /**
     * A stretch of age.
     *
     * @param rate failures per second
     * @param until age at its end, in seconds
     */
    public record Piece(double rate, double until) {
        public Piece {
            Require.nonNegative(rate, "rate");
            Require.positiveOrInfinite(until, "until");
        }
    }

    public Bathtub {
        pieces = List.copyOf(pieces);
        Require.that(!pieces.isEmpty(), "pieces", "at least one", pieces);
        double last = 0;
        for (Piece piece : pieces) {
            Require.that(
                    piece.until > last,
                    "until",
                    "greater than the end of the piece before (" + last + ")",
                    piece.until);
            last = piece.until;
        }
        Require.that(last == Double.POSITIVE_INFINITY, "until of the last piece", "open", last);
        double rate = pieces.get(pieces.size() - 1).rate;
        Require.that(rate > 0, "rate of the last piece", "positive, or some would last for ever", rate);
    }

    @Override
    public double mean() {
        return moment(false);
    }

    @Override
    public double variance() {
        double mean = mean();
        return moment(true) - mean * mean;
    }

    /** The integral of the survival S, or of 2·t·S: the first or the second moment. */
    private double moment(boolean second) {
        double sum = 0;
        double from = 0;
        double survival = 1;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            double width = piece.until - from;
            // The integrals of e^(-rate·x) and x·e^(-rate·x) over the width.
            double zeroth = piece.rate == 0 ? width : -StrictMath.expm1(-piece.rate * width) / piece.rate;
            sum += survival * (second ? 2 * (from * zeroth + firstIntegral(piece.rate, width)) : zeroth);
            survival *= StrictMath.exp(-piece.rate * width);
            from = piece.until;
        }
        return sum;
    }

    private static double firstIntegral(double rate, double width) {
        double x = rate * width;
        if (x == Double.POSITIVE_INFINITY) {
            return 1 / (rate * rate);
        }
        if (x < 0.1) {
            // Σ (−x)^k/(k!·(k + 2)) without cancellation.
            double sum = 0;
            double term = 1;
            for (int k = 0; k < 12; k++) {
                sum += term / (k + 2);
                term *= -x / (k + 1);
            }
            return width * width * sum;
        }
        return (-StrictMath.expm1(-x) - x * StrictMath.exp(-x)) / (rate * rate);
    }

    @Override
    public double cumulativeHazard(double t) {
        double sum = 0;
        double from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (t <= piece.until) {
                return t <= from ? sum : sum + piece.rate * (t - from);
            }
            sum += piece.rate * (piece.until - from);
            from = piece.until;
        }
        return sum;
    }

    @Override
    public double inverseHazard(double h) {
        double left = h;
        double from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            double hazard = piece.rate * (piece.until - from);
            if (left <= hazard && piece.rate > 0) {
                return Math.min(piece.until, from + left / piece.rate);
            }
            left = Math.max(0, left - hazard);
            from = piece.until;
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double hazard(double t) {
        for (int i = 0; i < pieces.size(); i++) {
            if (t < pieces.get(i).until) {
                return t < 0 ? 0 : pieces.get(i).rate;
            }
        }
        return pieces.get(pieces.size() - 1).rate;
    }

    @Override
    public double residual(double age, double left) {
        double missing = left;
        double from = Math.max(0, age);
        double waited = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.until <= from) {
                continue;
            }
            double hazard = piece.rate * (piece.until - from);
            if (missing <= hazard && piece.rate > 0) {
                return waited + missing / piece.rate;
            }
            missing = Math.max(0, missing - hazard);
            waited += piece.until - from;
            from = piece.until;
        }
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isExponential() {
        return pieces.size() == 1;
    }

    @Override
    public String text(Dimension dimension) {
        var text = new StringBuilder("hazard");
        for (Piece piece : pieces) {
            text.append(text.length() > 6 ? " then " : " ").append(Dimension.RATE.exact(piece.rate));
            if (piece.until < Double.POSITIVE_INFINITY) {
                text.append(" until ").append(dimension.exact(piece.until));
            }
        }
        return text.toString();
    }
}
