package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Draft;
import nines.blueprint.Spread;
import nines.blueprint.Step;
import nines.model.Storage;

/**
 * Data without a leader: an object lies on some of the instances, and so many of those must answer. Which objects a request
 * asks for is chance, every choice of instances that the placement allows being equally likely.
 */
final class Quorums {
    private final Draft draft;
    private final Places places;

    Quorums(Draft draft, Places places) {
        this.draft = draft;
        this.places = places;
    }

    /**
     * The share of the objects of which enough instances serve.
     *
     * @param attempts how often the most patient client and caller try
     */
    Step step(Copy copy, Storage storage, boolean write, int attempts) {
        suffices(storage);
        int enough = storage.quorum(write);
        int width = storage.width();
        String does = copy.name() + (write ? " confirms writes" : " answers reads");
        if (width == copy.instances()) {
            return new Step.Works(draft.gate(does, enough, copy.serve()));
        }
        List<int[]> domains = domains(copy, storage);
        if (attempts > 1) {
            throw new NotLaidOut(
                    Refusal.Why.NOT_YET,
                    storage.name() + ".instances",
                    "`" + storage.name() + "` keeps an object on " + width + " of " + copy.instances()
                            + " instances, and whoever tries again asks for the same object: retries there do not act yet."
                            + " Leave `retry` away, or let as many copies as instances.");
        }
        int[] domain = new int[copy.instances()];
        for (int d = 0; d < domains.size(); d++) {
            for (int instance : domains.get(d)) {
                domain[instance] = d;
            }
        }
        return new Step.Placed(new Spread(copy.serve(), domain, width, enough));
    }

    private static void suffices(Storage storage) {
        if (storage.lacksInstances()) {
            throw new NotLaidOut(
                    Refusal.Why.CONTRADICTS,
                    storage.name() + ".scheme",
                    "`scheme: " + storage.scheme() + "` has " + storage.coded().width()
                            + " chunks, each on an instance of its own, and `" + storage.name() + "` has "
                            + storage.common().instances() + ": there are not enough. Write `instances`.");
        }
    }

    /** Groups of instances of which an object uses at most one each: those in a place together, or each for itself. */
    List<int[]> domains(Copy copy, Storage storage) {
        suffices(storage);
        Map<Integer, List<Integer>> byPlace = new LinkedHashMap<>();
        String kind = storage.onePer();
        for (int i = 0; i < copy.instances(); i++) {
            int place = kind == null || copy.placed()[i] < 0 ? -1 : places.around(copy.placed()[i], kind);
            // An instance outside of every such place is a domain of its own.
            byPlace.computeIfAbsent(place < 0 ? -1 - i : place, each -> new ArrayList<>())
                    .add(i);
        }
        List<int[]> domains = new ArrayList<>();
        byPlace.values()
                .forEach(group ->
                        domains.add(group.stream().mapToInt(Integer::intValue).toArray()));
        if (domains.size() < storage.width()) {
            throw new NotLaidOut(
                    Refusal.Why.CONTRADICTS,
                    storage.name() + ".placement",
                    "`placement: " + storage.placement() + "`, but the instances of `" + storage.name() + "` are in "
                            + domains.size() + " such places, and an object has " + storage.width() + " chunks.");
        }
        return domains;
    }
}
