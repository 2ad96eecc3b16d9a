package nines.analytic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The exponential twin of the hard case once more, as a chain written down by hand: zones, balancers, web servers and
 * databases (up or not), beliefs, who is active, who is primary, and the phase of the database's take-over.
 */
final class HardCaseByHand {
    private static final double HOUR = 3600;
    private static final double YEAR = 8760 * HOUR;
    private static final double[] LIFE = {4 * YEAR, 4 * YEAR, YEAR, YEAR, 720 * HOUR, 720 * HOUR, YEAR / 2, YEAR / 2};
    private static final double[] MEND = {2 * HOUR, 2 * HOUR, HOUR, HOUR, 60, 60, HOUR, HOUR};

    private static final int HELD = 0;
    private static final int SUSPECT = 1;
    private static final int PROMOTING = 2;
    private static final int BY_HAND = 3;
    /** The candidate has died and the old primary is fenced: noticed anew, then whoever lives is promoted. */
    private static final int FENCED = 4;

    private static final int PROMOTING_THE_FENCED = 5;

    /** What happens to an old primary that lives when the candidate dies while it is being promoted. */
    enum Rule {
        /** It is a member like any other: the death is noticed, and a living member promoted. */
        MEMBER,
        /** It has its post again at the next event, whatever that is; so the published figures were computed. */
        RETURNS_AT_THE_NEXT_EVENT
    }

    private final Rule rule;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Integer> states = new ArrayList<>();
    private final List<double[]> moves = new ArrayList<>();
    private final double[] probability;

    HardCaseByHand(Rule rule) {
        this.rule = rule;
        number(settled(pack(0xff, 3, 0, 0, HELD)));
        int[] from = new int[1 << 20];
        for (int i = 0; i < states.size(); i++) {
            leave(i);
            from[i + 1] = moves.size();
        }
        int n = states.size();
        Chain chain = new Chain(
                n,
                java.util.Arrays.copyOf(from, n + 1),
                moves.stream().mapToInt(move -> (int) move[0]).toArray(),
                moves.stream().mapToDouble(move -> move[1]).toArray());
        double[] solved = Stationary.of(chain);
        if (solved == null) {
            throw new AssertionError("not solved");
        }
        probability = solved;
    }

    int states() {
        return states.size();
    }

    int transitions() {
        return moves.size();
    }

    private double chance(int... phases) {
        double sum = 0;
        for (int i = 0; i < states.size(); i++) {
            for (int phase : phases) {
                sum += phase(states.get(i)) == phase ? probability[i] : 0;
            }
        }
        return sum;
    }

    double suspect() {
        return chance(SUSPECT, FENCED);
    }

    double promoting() {
        return chance(PROMOTING, PROMOTING_THE_FENCED);
    }

    double byHand() {
        return chance(BY_HAND);
    }

    double requestUnavailability() {
        double lost = 0;
        for (int i = 0; i < states.size(); i++) {
            int s = states.get(i);
            int trusted = 0;
            int dead = 0;
            for (int k = 0; k < 2; k++) {
                trusted += trusts(s, k) ? 1 : 0;
                dead += trusts(s, k) && !lives(s, 4 + k) ? 1 : 0;
            }
            boolean reached = lives(s, 2 + active(s)) && lives(s, 6 + primary(s)) && phase(s) == HELD && trusted > 0;
            double miss = trusted == 0 ? 1 : (double) dead / trusted;
            lost += probability[i] * (reached ? miss * miss : 1);
        }
        return lost;
    }

    // ---------------------------------------------------------------- states

    private static int pack(int up, int trust, int active, int primary, int phase) {
        return up | trust << 8 | active << 10 | primary << 11 | phase << 12;
    }

    private static boolean lives(int s, int i) {
        return (s >> i & 1) != 0 && (s >> (i & 1) & 1) != 0;
    }

    private static boolean trusts(int s, int k) {
        return (s >> (8 + k) & 1) != 0;
    }

    private static int active(int s) {
        return s >> 10 & 1;
    }

    private static int primary(int s) {
        return s >> 11 & 1;
    }

    private static int phase(int s) {
        return s >> 12;
    }

    private static int inPhase(int s, int phase) {
        return s & 0xfff | phase << 12;
    }

    private int number(int s) {
        return numbers.computeIfAbsent(s, none -> {
            states.add(s);
            return states.size() - 1;
        });
    }

    /** The rules that take no time, once through, in this order. */
    private int settled(int s) {
        boolean primary = lives(s, 6 + primary(s));
        boolean other = lives(s, 7 - primary(s));
        int phase = phase(s);
        if (phase == HELD && !primary) {
            phase = SUSPECT;
        }
        if (phase == SUSPECT && primary) {
            phase = HELD;
        }
        if (phase == PROMOTING && !other) {
            phase = rule == Rule.MEMBER ? FENCED : SUSPECT;
        }
        if (phase == PROMOTING_THE_FENCED && !primary) {
            phase = FENCED;
        }
        return inPhase(s, phase);
    }

    private void move(double mean, double chance, int to) {
        moves.add(new double[] {number(settled(to)), chance / mean});
    }

    private void leave(int i) {
        int s = states.get(i);
        for (int c = 0; c < 8; c++) {
            if (c < 2 || (s >> (c & 1) & 1) != 0) {
                move((s >> c & 1) != 0 ? LIFE[c] : MEND[c], 1, s ^ 1 << c);
            }
        }
        for (int k = 0; k < 2; k++) {
            if (trusts(s, k) != lives(s, 4 + k)) {
                move(trusts(s, k) ? 12.5 : 7.5, 1, s ^ 1 << 8 + k);
            }
        }
        if (!lives(s, 2 + active(s)) && lives(s, 3 - active(s))) {
            move(3.1, 1, s ^ 1 << 10);
        }
        boolean primary = lives(s, 6 + primary(s));
        boolean other = lives(s, 7 - primary(s));
        switch (phase(s)) {
            case SUSPECT, FENCED -> {
                boolean itself = phase(s) == FENCED && primary;
                if (other || itself) {
                    move(25, 0.95, inPhase(s, other ? PROMOTING : PROMOTING_THE_FENCED));
                    move(25, 0.05, inPhase(s, BY_HAND));
                }
            }
            case PROMOTING -> move(15, 1, inPhase(s, HELD) ^ 1 << 11);
            case PROMOTING_THE_FENCED -> move(15, 1, inPhase(s, HELD));
            case BY_HAND -> {
                if (primary || other) {
                    move(2400, 1, other ? inPhase(s, HELD) ^ 1 << 11 : inPhase(s, HELD));
                }
            }
            default -> {}
        }
    }
}
