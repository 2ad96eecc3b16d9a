package nines.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Load;
import nines.blueprint.Mode;
import nines.blueprint.Plan;
import nines.blueprint.Shock;
import nines.blueprint.Tier;
import nines.blueprint.Watch;

/** A blueprint with some of the automata only, numbered anew; what is left out never changes anything. */
final class Excerpt {
    private final Automata automata;
    private final Blueprint whole;
    private final BitSet kept;
    private final int[] mode;
    private final int[] takeover;
    private final int[] plan;
    private final int[] crew;
    private final int[] shelf;

    /** The blueprint with some of the automata. */
    static Blueprint of(Automata automata, BitSet kept) {
        return new Excerpt(automata, kept).blueprint(automata.blueprint.load());
    }

    /** The same under a constant load: for what does not depend on the load. */
    static Blueprint underConstantLoad(Automata automata, BitSet kept) {
        return new Excerpt(automata, kept).blueprint(new Load(1, 0));
    }

    /** Which members of a tier it has: those that the automata have a say in, and those that nothing has. */
    static int[] slots(Automata automata, BitSet kept, Tier tier) {
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < tier.members().length; i++) {
            BitSet say = automata.slot(tier, i);
            say.or(automata.influence[tier.members()[i]]);
            if (say.isEmpty() || say.intersects(kept)) {
                slots.add(i);
            }
        }
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    private Excerpt(Automata automata, BitSet kept) {
        this.automata = automata;
        this.kept = kept;
        whole = automata.blueprint;
        mode = numbers(whole.modes().size(), automata.modes);
        takeover = numbers(whole.takeovers().size(), automata.takeovers);
        plan = numbers(whole.plans().size(), automata.plans);
        crew = used(whole.crews().size(), true);
        shelf = used(whole.shelves().size(), false);
    }

    private int[] numbers(int n, int base) {
        int[] numbers = new int[n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            numbers[i] = kept.get(base + i) ? next++ : -1;
        }
        return numbers;
    }

    private int[] used(int n, boolean people) {
        int[] numbers = new int[n];
        Arrays.fill(numbers, -1);
        Automata.each(whole.modes(), (each, m) -> {
            int index = people ? each.crew() : each.spare();
            if (mode[m] >= 0 && index >= 0) {
                numbers[index] = 0;
            }
        });
        int next = 0;
        for (int i = 0; i < n; i++) {
            numbers[i] = numbers[i] == 0 ? next++ : -1;
        }
        return numbers;
    }

    private <T> List<T> those(List<T> all, int base) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (kept.get(base + i)) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private static <T> List<T> numbered(List<T> all, int[] numbers) {
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (numbers[i] >= 0) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private Blueprint blueprint(Load load) {
        return new Blueprint(
                whole.nodes(),
                whole.parts(),
                whole.causes(),
                those(whole.modes(), automata.modes).stream().map(this::mode).toList(),
                those(whole.shocks(), automata.shocks).stream().map(this::shock).toList(),
                whole.alsoHits().stream()
                        .filter(hit -> mode[hit.mode()] >= 0)
                        .map(hit -> new nines.blueprint.AlsoHit(mode[hit.mode()], modes(hit.followers()), hit.chance()))
                        .toList(),
                watches(),
                those(whole.takeovers(), automata.takeovers),
                those(whole.standIns(), automata.standIns),
                those(whole.tolerances(), automata.tolerances),
                those(whole.restarts(), automata.restarts),
                those(whole.loadSharings(), automata.sharings),
                numbered(whole.crews(), crew),
                numbered(whole.shelves(), shelf),
                those(whole.plans(), automata.plans).stream().map(this::plan).toList(),
                those(whole.machines(), automata.machines),
                whole.tiers().stream().map(this::tier).toList(),
                whole.journeys(),
                load);
    }

    private Mode mode(Mode of) {
        return new Mode(
                of.stream(),
                of.unit(),
                of.holds(),
                of.cause(),
                of.part(),
                of.timeToFailure(),
                of.operating(),
                of.onlyWhile(),
                of.site(),
                of.effect(),
                of.errors(),
                of.repair(),
                of.mendable(),
                of.crew() < 0 ? -1 : crew[of.crew()],
                of.spare() < 0 ? -1 : shelf[of.spare()],
                of.found(),
                of.renewal(),
                of.failsAgain());
    }

    private Shock shock(Shock of) {
        return new Shock(
                of.stream(),
                of.cause(),
                of.law(),
                Arrays.stream(of.modes()).map(m -> mode[m]).toArray(),
                of.hits(),
                of.share(),
                of.count(),
                of.spread(),
                of.together());
    }

    private int[] modes(int[] some) {
        return Arrays.stream(some).map(m -> mode[m]).toArray();
    }

    private Plan.Target[] targets(Plan.Target[] of) {
        return Arrays.stream(of)
                .map(target -> new Plan.Target(
                        target.node(),
                        target.mode() < 0 ? -1 : mode[target.mode()],
                        target.takeover() < 0 ? -1 : takeover[target.takeover()],
                        target.holder(),
                        target.nth(),
                        target.truth()))
                .toArray(Plan.Target[]::new);
    }

    private Plan plan(Plan of) {
        Plan.Reach reach = of.reach();
        return new Plan(
                of.stream(),
                of.cause(),
                of.first(),
                of.every(),
                of.verb(),
                Arrays.stream(of.steps()).map(this::targets).toArray(Plan.Target[][]::new),
                of.phases(),
                of.share(),
                of.planned(),
                of.chance(),
                of.errors(),
                reach.with(
                        reach.spread(),
                        Arrays.stream(reach.staying()).map(this::modes).toArray(int[][]::new),
                        reach.groups().stream()
                                .map(group -> new Plan.Group(targets(group.targets()), group.chance()))
                                .toList()),
                of.with() < 0 ? -1 : plan[of.with()]);
    }

    private Tier tier(Tier of) {
        return of.with(slots(automata, kept, of));
    }

    /** Watches of tiers have the targets that the tier has members; others those that are kept. */
    private List<Watch> watches() {
        int[][] targets = new int[whole.watches().size()][];
        for (Tier tier : whole.tiers()) {
            for (int w : tier.watches()) {
                targets[w] = slots(automata, kept, tier);
            }
        }
        List<Watch> watches = new ArrayList<>();
        for (int w = 0; w < targets.length; w++) {
            Watch of = whole.watches().get(w);
            int watch = w;
            int[] some = targets[w] != null
                    ? targets[w]
                    : java.util.stream.IntStream.range(0, of.targets().length)
                            .filter(i -> kept.get(automata.belief(watch, i)))
                            .toArray();
            watches.add(of.with(
                    Arrays.stream(some).map(i -> of.targets()[i]).toArray(),
                    Arrays.stream(some).map(i -> of.alive()[i]).toArray()));
        }
        return watches;
    }
}
