package nines.faulttree;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Journey;
import nines.blueprint.Spread;
import nines.blueprint.Step;
import nines.blueprint.Tier;

/** The share of a journey's requests that is served, as a function of what is down. */
final class Shares {
    private final Blueprint blueprint;
    private final Layout layout;
    private final List<Step.Kind> kinds;
    private final List<Integer> fails = new ArrayList<>();
    private final List<Integer> tops = new ArrayList<>();

    Shares(Blueprint blueprint, Journey journey, Layout layout) throws Layout.Circle {
        this.blueprint = blueprint;
        this.layout = layout;
        kinds = journey.step().kinds();
        if (!journey.inflows().isEmpty()) {
            layout.leftOut.add("surges are left out: the load is what it is without them");
        }
        if (journey.mindsWaiting()) {
            layout.leftOut.add("targets that hang count as if they refused: nobody waits for them");
        }
        for (Step.Kind kind : kinds) {
            int failing = fails(kind.step());
            fails.add(failing);
            tops.add(failing);
            List<Integer> tiers = new ArrayList<>();
            kind.step().reads(node -> {}, tiers::add);
            for (int tier : tiers) {
                Tier of = blueprint.tiers().get(tier);
                for (int member : of.members()) {
                    tops.add(layout.down(member));
                    if (layout.answersWrongly(member)) {
                        layout.leftOut.add(
                                "wrong answers of degraded instances are left out: only what is down counts");
                    }
                }
                if (of.capacity() < Double.POSITIVE_INFINITY
                        && !blueprint.load().isFlat()) {
                    layout.leftOut.add("capacities are compared with the mean load, not with that of each hour");
                }
            }
        }
    }

    /** What the share depends on, in the order of the way. */
    List<Integer> tops() {
        return tops;
    }

    /** Reference of the truth that an attempt on this way fails. */
    private int fails(Step step) throws Layout.Circle {
        if (step instanceof Step.Works works) {
            return layout.down(works.node());
        }
        if (step instanceof Step.Balanced balanced) {
            return fails(blueprint.tiers().get(balanced.tier()));
        }
        if (step instanceof Step.All all) {
            int[] each = new int[all.steps().size()];
            for (int i = 0; i < each.length; i++) {
                each[i] = fails(all.steps().get(i));
            }
            return layout.formula.any(each);
        }
        if (step instanceof Step.Either either) {
            return layout.formula.all(fails(either.first()), fails(either.second()));
        }
        if (step instanceof Step.Placed placed) {
            return fails(placed.spread());
        }
        if (step instanceof Step.Tried tried) {
            return fails(tried.step());
        }
        if (step instanceof Step.Soft) {
            return layout.formula.any();
        }
        throw new IllegalStateException("a kind of requests whose way is not certain: " + step);
    }

    /** Some object is away once more domains are hurt than it can miss. */
    private int fails(Spread spread) throws Layout.Circle {
        layout.leftOut.add("a store counts as down when some of its objects are away");
        int[] hurt = new int[spread.domainCount()];
        for (int d = 0; d < hurt.length; d++) {
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < spread.members().length; i++) {
                if (spread.domains()[i] == d) {
                    members.add(spread.members()[i]);
                }
            }
            hurt[d] = layout.formula.any(
                    layout.down(members.stream().mapToInt(Integer::intValue).toArray()));
        }
        return layout.formula.atLeast(spread.width() - spread.enough() + 1, hurt);
    }

    private int fails(Tier tier) throws Layout.Circle {
        int[] members = layout.down(tier.members());
        int tooFew = layout.formula.atLeast(members.length - Math.max(1, tier.needed()) + 1, members);
        for (int sender : tier.senders()) {
            if (sender < 0) {
                return tooFew;
            }
        }
        return tier.senders().length == 0
                ? tooFew
                : layout.formula.any(tooFew, layout.formula.all(layout.down(tier.senders())));
    }

    /** The share as a function in a diagram. */
    int function(Diagram diagram, Formula.Builder builder) throws TooLarge, Layout.Circle {
        int sum = Diagram.FALSE;
        for (int k = 0; k < kinds.size(); k++) {
            int served = diagram.not(builder.function(fails.get(k)));
            int carried = carried(kinds.get(k).step(), diagram, builder);
            int share = diagram.times(diagram.leaf(kinds.get(k).share()), diagram.times(served, carried));
            sum = diagram.plus(sum, share);
        }
        return sum;
    }

    private int carried(Step step, Diagram diagram, Formula.Builder builder) throws TooLarge, Layout.Circle {
        if (step instanceof Step.Balanced balanced) {
            return carried(blueprint.tiers().get(balanced.tier()), diagram, builder);
        }
        int result = Diagram.TRUE;
        if (step instanceof Step.All all) {
            for (Step each : all.steps()) {
                result = diagram.min(result, carried(each, diagram, builder));
            }
        } else if (step instanceof Step.Tried tried) {
            result = carried(tried.step(), diagram, builder);
        } else if (step instanceof Step.Either either) {
            result = diagram.max(carried(either.first(), diagram, builder), carried(either.second(), diagram, builder));
        }
        return result;
    }

    private int carried(Tier tier, Diagram diagram, Formula.Builder builder) throws TooLarge, Layout.Circle {
        if (!tier.blind() && (tier.capacity() == Double.POSITIVE_INFINITY || tier.load() <= 0)) {
            return Diagram.TRUE;
        }
        int living = Diagram.FALSE;
        for (int i = tier.members().length - 1; i >= 0; i--) {
            living = diagram.plus(living, diagram.not(builder.function(layout.down(tier.members()[i]))));
        }
        return diagram.map(living, able -> able == 0 ? 1 : settled(tier, able));
    }

    /** The share that so many living members serve, where a blind choice may meet one of the others. */
    private static double settled(Tier tier, double able) {
        double meets = tier.blind() ? tier.tried(able / tier.members().length) : 1;
        double met = tier.blind() ? tier.clients().any(meets) : 1;
        return met * (tier.load() <= 0 ? 1 : tier.carried((int) able, meets, 1));
    }
}
