package nines.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Draft;
import nines.blueprint.Plan;
import nines.model.Group;
import nines.model.Selector;

/** What the names of a file stand for: places, component copies, their instances, groups, roles. */
final class Names {
    private final Draft draft;
    final Places places;
    private final Map<String, List<Copy>> copies = new LinkedHashMap<>();
    private final Map<String, Group> groups;
    private final Map<String, Integer> together = new LinkedHashMap<>();

    Names(Draft draft, Places places, Map<String, Group> groups) {
        this.draft = draft;
        this.places = places;
        this.groups = groups;
    }

    void add(Copy copy) {
        copies.computeIfAbsent(copy.component().name(), k -> new ArrayList<>()).add(copy);
    }

    List<Copy> copies(String component) {
        return copies.getOrDefault(component, List.of());
    }

    /** A component, or the first of its copies. */
    Copy only(String component) {
        List<Copy> copies = copies(component);
        if (copies.isEmpty()) {
            throw new NotLaidOut("nothing here is called `" + component + "`: a component was expected");
        }
        return copies.get(0);
    }

    List<Copy> all() {
        return copies.values().stream().flatMap(List::stream).toList();
    }

    /** The node that tells whether what a selector names works as a whole. */
    int works(Selector who) {
        List<Copy> named = copies(who.name());
        if (named.isEmpty() && places.knows(who.text())) {
            return one(who.text(), places.of(who.text()));
        }
        if (named.isEmpty() && places.knows(who.name())) {
            return one(who.text(), places.of(who.name()));
        }
        // Whoever has the role of a holder works as long as the whole does; other roles are refused.
        if (!named.isEmpty() && who.instance() == null && who.at() == null) {
            int[] works = named.stream().mapToInt(Copy::works).toArray();
            return one(who.text(), works);
        }
        return one(who.text(), each(who));
    }

    private int one(String name, int[] nodes) {
        if (nodes.length == 1) {
            return nodes[0];
        }
        return together.computeIfAbsent(name, k -> draft.gate("all of " + name, nodes.length, nodes));
    }

    /** The nodes of everything a selector names, one by one. */
    int[] each(Selector who) {
        List<Integer> found = new ArrayList<>();
        for (Copy copy : copies(who.name())) {
            for (int i = 0; i < copy.instances(); i++) {
                if (isMeant(who, copy, i)) {
                    found.add(copy.serve()[i]);
                }
            }
        }
        if (found.isEmpty() && groups.containsKey(who.name())) {
            for (Selector member : groups.get(who.name()).members()) {
                for (int node : each(member)) {
                    found.add(node);
                }
            }
        }
        if (found.isEmpty() && places.knows(who.text())) {
            return places.of(who.text());
        }
        if (found.isEmpty()) {
            throw new NotLaidOut("nothing here is called `" + who.text() + "`");
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean isMeant(Selector who, Copy copy, int i) {
        Integer instance = who.instance();
        if (instance != null && instance != i + 1) {
            return false;
        }
        String at = who.at();
        if (at == null) {
            return true;
        }
        for (int place : places.of(at)) {
            if (places.contains(place, copy.placed()[i])) {
                return true;
            }
        }
        return false;
    }

    /** What an event hits; {@code facet} chooses which truth of an instance is held down. */
    List<Plan.Target> targets(Selector who, Facet facet, boolean insidePlaces) {
        List<Plan.Target> targets = new ArrayList<>();
        String role = who.role();
        for (Copy copy : copies(who.name())) {
            if (role != null) {
                boolean holder = !role.equals("replicas") && !role.equals("standby");
                if (copy.takeover() < 0) {
                    throw new NotLaidOut(
                            who.text() + ": " + copy.name() + " has no roles, all its instances are alike");
                }
                int posts = draft.postsOf(copy.takeover());
                for (int nth = 0; nth < (holder ? posts : copy.instances() - posts); nth++) {
                    targets.add(new Plan.Target(-1, -1, copy.takeover(), holder, nth, facet.truth));
                }
                continue;
            }
            for (int i = 0; i < copy.instances(); i++) {
                if (isMeant(who, copy, i)) {
                    targets.add(Plan.Target.of(facet.of(copy)[i]));
                }
            }
        }
        if (targets.isEmpty() && groups.containsKey(who.name())) {
            for (Selector member : groups.get(who.name()).members()) {
                targets.addAll(targets(member, facet, insidePlaces));
            }
        }
        if (targets.isEmpty() && (places.knows(who.text()) || places.knows(who.name()))) {
            int[] nodes = places.of(places.knows(who.text()) ? who.text() : who.name());
            if (insidePlaces) {
                for (Copy copy : all()) {
                    for (int i = 0; i < copy.instances(); i++) {
                        int placed = copy.placed()[i];
                        if (Arrays.stream(nodes).anyMatch(node -> places.contains(node, placed))) {
                            targets.add(Plan.Target.of(facet.of(copy)[i]));
                        }
                    }
                }
            } else {
                for (int node : nodes) {
                    targets.add(Plan.Target.of(node));
                }
            }
        }
        if (targets.isEmpty()) {
            throw new NotLaidOut("nothing here is called `" + who.text() + "`");
        }
        return targets;
    }

    /** Which truth of an instance is meant. */
    enum Facet {
        LIVES(Plan.Target.Truth.LIVES),
        REACHED(Plan.Target.Truth.REACHED),
        SERVES(Plan.Target.Truth.SERVES);

        private final Plan.Target.Truth truth;

        Facet(Plan.Target.Truth truth) {
            this.truth = truth;
        }

        int[] of(Copy copy) {
            return switch (this) {
                case LIVES -> copy.units();
                case REACHED -> copy.reach();
                case SERVES -> copy.serve();
            };
        }
    }

    /** The place of the copy that an instance belongs to, or the place of that kind around it; -1 when there is none. */
    int cellOf(int node, String kind) {
        for (Copy copy : all()) {
            for (int i = 0; i < copy.instances(); i++) {
                if (copy.units()[i] == node) {
                    return copy.place() >= 0 ? copy.place() : places.around(copy.placed()[i], kind);
                }
            }
        }
        return -1;
    }

    /** The place of the instance behind a node, or -1. */
    int placeOf(int node) {
        for (Copy copy : all()) {
            for (int i = 0; i < copy.instances(); i++) {
                if (copy.units()[i] == node || copy.serve()[i] == node || copy.reach()[i] == node) {
                    return copy.placed()[i];
                }
            }
        }
        return -1;
    }
}
