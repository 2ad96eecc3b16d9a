package nines.analytic;

import java.util.Arrays;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.blueprint.Spread;
import nines.blueprint.Step;
import nines.blueprint.Tier;

/**
 * The served share of a journey in a state that is known only in part: the arithmetic of a tier whose members are known,
 * and what is left of a way through the system once some of its truths are.
 */
final class Served {
    static final double ROUNDING = 1e-12;

    /** A truth that is not known yet. */
    static final byte OPEN = 0;

    static final byte TRUE = 1;
    static final byte FALSE = 2;

    private final Blueprint blueprint;
    private final Journey journey;
    private final List<Step.Kind> kinds;
    private final boolean[] limited;

    Served(Blueprint blueprint, int journey) {
        this.blueprint = blueprint;
        this.journey = blueprint.journeys().get(journey);
        kinds = this.journey.step().kinds();
        limited = new boolean[kinds.size()];
        for (int k = 0; k < limited.length; k++) {
            boolean[] any = new boolean[1];
            kinds.get(k)
                    .step()
                    .reads(
                            node -> {},
                            tier -> any[0] |= blueprint.tiers().get(tier).capacity() < Double.POSITIVE_INFINITY);
            limited[k] = any[0];
        }
    }

    /** What is known of a state. */
    interface Known {
        /** Whether a node is true, as far as that is known. */
        byte truth(int node);

        /** Whether everything about a tier is known. */
        boolean isKnown(int tier);

        /** What is known of a tier, as text; members that look alike may change places. */
        String text(int tier);

        /** The members of a tier that is known. */
        Members members(int tier);
    }

    /**
     * How the members of a tier look.
     *
     * @param alive whether each would answer
     * @param errors share of its wrong answers
     * @param trusts one bit a watch
     * @param sends whether the sender behind each watch sends
     */
    record Members(boolean[] alive, double[] errors, long[] trusts, boolean[] sends) {}

    /**
     * What is left of the journey: the share lost when all that matters is known, else a text that is equal only for states
     * from which the same follows.
     */
    record Rest(boolean isKnown, double lost, String text) {}

    Rest rest(Known known) {
        double lost = 0;
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < kinds.size(); k++) {
            Part part = part(kinds.get(k).step(), known, true);
            if (part.open.isEmpty()) {
                double one = part.attempt;
                double served = one >= 1 ? 1 : one <= 0 ? 0 : byClients(one);
                lost += kinds.get(k).share() * (1 - served * (limited[k] ? part.carried : 1));
            } else {
                text.append(k).append(':').append(part.open).append(';');
            }
        }
        boolean isKnown = text.isEmpty();
        lost = lost <= 0 ? 0 : lost;
        return new Rest(
                isKnown, lost, text.append(Double.doubleToLongBits(lost)).toString());
    }

    /** Share lost in a state of which all is known. */
    double lost(Step.State state) {
        double lost = 0;
        for (int k = 0; k < limited.length; k++) {
            Step step = kinds.get(k).step();
            double one = step.attempt(state);
            double served = one >= 1 ? 1 : one <= 0 ? 0 : byClients(one);
            lost += kinds.get(k).share() * (1 - served * (limited[k] ? step.carried(state) : 1));
        }
        return lost <= 0 ? 0 : lost;
    }

    /** Whether some tier on the way can carry only so much. */
    boolean isLimited() {
        for (boolean each : limited) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    boolean isUp(double lost) {
        return 1 - lost >= journey.upAt() - ROUNDING;
    }

    private double byClients(double one) {
        double served = 0;
        for (int c = 0; c < journey.attempts().length; c++) {
            double fails = 1;
            for (int a = journey.attempts()[c]; a > 0; a--) {
                fails *= 1 - one;
            }
            served += journey.weights()[c] * (1 - fails);
        }
        return served;
    }

    /** A step of which nothing is open has an attempt and a carried share; else a text. */
    private record Part(double attempt, double carried, String open) {
        static Part of(double attempt, double carried) {
            return new Part(attempt, carried, "");
        }
    }

    private Part part(Step step, Known known, boolean first) {
        if (step instanceof Step.Works works) {
            byte truth = known.truth(works.node());
            return truth == OPEN ? new Part(0, 1, "n" + works.node()) : Part.of(truth == TRUE ? 1 : 0, 1);
        }
        if (step instanceof Step.Balanced balanced) {
            int tier = balanced.tier();
            if (!known.isKnown(tier)) {
                return new Part(0, 1, "t" + tier + known.text(tier));
            }
            Members members = known.members(tier);
            Tier of = blueprint.tiers().get(tier);
            return Part.of(attempt(of, members), carried(of, members));
        }
        if (step instanceof Step.All all) {
            return all(all, known, first);
        }
        if (step instanceof Step.OneOf oneOf) {
            double attempt = 0;
            double carried = 0;
            StringBuilder open = new StringBuilder();
            for (Step each : oneOf.steps()) {
                Part part = part(each, known, false);
                if (part.open.isEmpty()) {
                    attempt += part.attempt;
                    carried += part.carried;
                } else {
                    open.append(part.open).append('|');
                }
            }
            int n = oneOf.steps().size();
            return open.isEmpty()
                    ? Part.of(attempt / n, carried / n)
                    : new Part(0, 1, "O(" + open + bits(attempt) + bits(carried) + ")");
        }
        if (step instanceof Step.Either either) {
            Part one = part(either.first(), known, false);
            Part two = part(either.second(), known, false);
            if (one.open.isEmpty() && two.open.isEmpty()) {
                double attempt = one.attempt == 1 ? 1 : one.attempt + (1 - one.attempt) * two.attempt;
                return Part.of(attempt, Math.max(one.carried, two.carried));
            }
            return new Part(0, 1, "E(" + text(one) + "," + text(two) + ")");
        }
        if (step instanceof Step.Placed placed) {
            return placed(placed.spread(), known);
        }
        if (step instanceof Step.Tried tried) {
            return part(tried.step(), known, first);
        }
        if (step instanceof Step.Soft) {
            return Part.of(1, 1);
        }
        throw new IllegalStateException("not a step of one kind of requests: " + step);
    }

    /**
     * While some truths are open, what matters is which are, how many are dead in the domains they lie in, and of the domains
     * that are settled how large they are and how many are dead there: not which domains those are.
     */
    private static Part placed(Spread spread, Known known) {
        int n = spread.domainCount();
        int[] size = new int[n];
        int[] dead = new int[n];
        boolean[] unsettled = new boolean[n];
        int open = 0;
        long which = 0;
        for (int i = 0; i < spread.members().length; i++) {
            int domain = spread.domains()[i];
            byte truth = known.truth(spread.members()[i]);
            size[domain]++;
            if (truth == OPEN) {
                open++;
                // Equal sums of 64 well mixed bits for different sets do not happen.
                which += mixed(spread.members()[i]);
                unsettled[domain] = true;
            } else if (truth == FALSE) {
                dead[domain]++;
            }
        }
        if (open == 0) {
            return Part.of(spread.share(node -> known.truth(node) == TRUE), 1);
        }
        StringBuilder text = new StringBuilder("P(").append(open).append(':').append(which);
        long[] settled = new long[n];
        int count = 0;
        for (int d = 0; d < n; d++) {
            if (unsettled[d]) {
                if (dead[d] > 0) {
                    text.append(',').append(d).append('x').append(dead[d]);
                }
            } else {
                settled[count++] = ((long) size[d] << 32) + dead[d];
            }
        }
        Arrays.sort(settled, 0, count);
        for (int d = 0; d < count; d++) {
            int same = d;
            while (same + 1 < count && settled[same + 1] == settled[d]) {
                same++;
            }
            text.append(';').append(settled[d]).append('*').append(same - d + 1);
            d = same;
        }
        return new Part(0, 1, text.append(')').toString());
    }

    private static long mixed(long word) {
        long mixed = (word + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    private Part all(Step.All all, Known known, boolean first) {
        double attempt = 1;
        double carried = 1;
        StringBuilder open = new StringBuilder();
        for (Step each : all.steps()) {
            Part part = part(each, known, first);
            if (part.open.isEmpty()) {
                attempt *= part.attempt;
                carried = Math.min(carried, part.carried);
            } else {
                open.append(part.open).append('&');
            }
        }
        if (attempt == 0 && first) {
            return Part.of(0, 1);
        }
        return open.isEmpty()
                ? Part.of(attempt, carried)
                : new Part(0, 1, "A(" + open + bits(attempt) + bits(carried) + ")");
    }

    private static String text(Part part) {
        return part.open.isEmpty() ? bits(part.attempt) + bits(part.carried) : part.open;
    }

    private static String bits(double value) {
        return value == 1 ? "" : "#" + Double.doubleToLongBits(value);
    }

    // ---------------------------------------------------------------- tiers, as the structure layer counts them

    static double attempt(Tier tier, Members members) {
        int n = members.alive.length;
        long all = (1L << tier.watches().length) - 1;
        boolean odd = false;
        int serving = 0;
        for (int i = 0; i < n; i++) {
            serving += members.alive[i] ? 1 : 0;
            odd |= !members.alive[i] || members.errors[i] > 0 || members.trusts[i] != all;
        }
        if (!odd) {
            return 1;
        }
        if (serving < tier.needed()) {
            return 0;
        }
        return tier.tried(meets(tier, members, serving, true));
    }

    /** Chance that one try meets a member that lives, and gets a right answer if that is asked. */
    private static double meets(Tier tier, Members members, int serving, boolean right) {
        int n = members.alive.length;
        if (tier.watches().length == 0) {
            double met = tier.blind() ? n : serving;
            return serving == 0 ? 0 : (serving - (right ? errors(members, -1) : 0)) / met;
        }
        double sum = 0;
        double weight = 0;
        for (int k = 0; k < tier.watches().length; k++) {
            if (!members.sends[k]) {
                continue;
            }
            int trusted = 0;
            int good = 0;
            for (int i = 0; i < n; i++) {
                boolean isTrusted = (members.trusts[i] >> k & 1) != 0;
                trusted += isTrusted ? 1 : 0;
                good += isTrusted && members.alive[i] ? 1 : 0;
            }
            if (trusted < tier.panicBelow() * n) {
                trusted = n;
                good = serving;
            }
            sum += trusted == 0 ? 0 : (good - (right ? errors(members, k) : 0)) / trusted;
            weight++;
        }
        return weight == 0 ? 1 : sum / weight;
    }

    private static double errors(Members members, int view) {
        double sum = 0;
        for (int i = 0; i < members.alive.length; i++) {
            if (members.alive[i] && (view < 0 || (members.trusts[i] >> view & 1) != 0)) {
                sum += members.errors[i];
            }
        }
        return sum;
    }

    static double carried(Tier tier, Members members) {
        if (tier.capacity() == Double.POSITIVE_INFINITY) {
            return 1;
        }
        int able = 0;
        if (tier.watches().length == 0) {
            for (boolean alive : members.alive) {
                able += alive ? 1 : 0;
            }
        }
        for (int k = 0; k < tier.watches().length; k++) {
            int good = 0;
            for (int i = 0; i < members.alive.length; i++) {
                good += members.alive[i] && (members.trusts[i] >> k & 1) != 0 ? 1 : 0;
            }
            able = Math.max(able, good);
        }
        if (able == 0) {
            return 1;
        }
        int serving = 0;
        for (boolean alive : members.alive) {
            serving += alive ? 1 : 0;
        }
        return tier.carried(able, tier.tried(meets(tier, members, serving, false)), 1);
    }

    /** A tier's members as text, those that look alike in any order. */
    static String sorted(String[] members) {
        String[] sorted = members.clone();
        Arrays.sort(sorted);
        return Arrays.toString(sorted);
    }
}
