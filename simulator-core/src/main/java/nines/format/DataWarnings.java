package nines.format;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nines.model.Backup;
import nines.model.Component;
import nines.model.Consensus;
import nines.model.Database;
import nines.model.Event;
import nines.model.HowMany;
import nines.model.Mode;
import nines.model.Placement;
import nines.model.Scenario;
import nines.model.Storage;
import nines.model.Verb;
import nines.quantity.Dimension;

/** Settings of data that are allowed and lose more, or survive less, than they seem to. */
final class DataWarnings {
    private final Scenario scenario;
    private final Known known;

    DataWarnings(Scenario scenario, Known known) {
        this.scenario = scenario;
        this.known = known;
    }

    void all() {
        for (Component component : scenario.components().values()) {
            if (component instanceof Consensus) {
                even(component);
            } else if (component instanceof Backup backup) {
                kept(backup);
                apart(backup);
            } else if (component instanceof Storage storage) {
                overlap(storage);
                even(storage);
            }
            nothingToLose(component);
        }
        scenario.events().values().forEach(this::noticedTooLate);
    }

    // W206

    /** A majority of 2k is k + 1: one member more can fail, and no more of them may. */
    private void even(Component component) {
        String name = component.name();
        int n = component.common().instances();
        if (n % 2 == 0
                && component.common().needed() instanceof HowMany.Majority
                && known.are(name + ".instances", name + ".needed")) {
            known.add(
                    Code.W206,
                    name + ".instances",
                    "a majority of the " + n + " members of `" + name + "` is " + (n / 2 + 1) + ", so that "
                            + (n / 2 - 1)
                            + " may fail, as with " + (n - 1) + " members: one more adds a member that can fail and"
                            + " nothing else. Take " + (n - 1) + " or " + (n + 1) + ".");
        }
    }

    /** Two of four confirm less often than two of three: the fourth copy adds one that can fail, and the same one may. */
    private void even(Storage storage) {
        String name = storage.name();
        int n = storage.width();
        boolean majorities =
                storage.readQuorum() instanceof HowMany.Majority && storage.writeQuorum() instanceof HowMany.Majority;
        if (storage.coded().copies()
                && majorities
                && n % 2 == 0
                && known.are(name + ".scheme", name + ".instances", name + ".read-quorum", name + ".write-quorum")) {
            known.add(
                    Code.W206,
                    name + ".scheme",
                    "a majority of the " + n + " copies of `" + name + "` is " + (n / 2 + 1) + ", so that "
                            + (n / 2 - 1)
                            + " may fail, as with " + (n - 1) + " copies: one more is kept safer and served less often."
                            + " Take " + (n - 1) + " or " + (n + 1) + ".");
        }
    }

    // W207

    private void kept(Backup backup) {
        String name = backup.name();
        if (known.are(name + ".full", name + ".retention") && backup.full() > backup.retention()) {
            known.add(
                    Code.W207,
                    name + ".retention",
                    "`" + name + "` throws copies away after " + duration(backup.retention())
                            + " and makes a full one every " + duration(backup.full())
                            + ": most of the time there is none.");
        }
    }

    private void apart(Backup backup) {
        String name = backup.name();
        if (!known.are(name + ".in", name + ".of")) {
            return;
        }
        for (String of : backup.of()) {
            Component saved = scenario.components().get(of);
            if (saved == null || !known.are(of + ".in") || saved.common().in().isEmpty()) {
                continue;
            }
            Set<String> places = places(saved);
            if (!places.isEmpty() && places.equals(places(backup)) && places.size() == 1) {
                known.add(
                        Code.W207,
                        name + ".in",
                        "`" + name + "` is where `" + of + "` is, in "
                                + places.iterator().next()
                                + ": what destroys the one destroys the other. Keep a copy elsewhere.");
            }
        }
    }

    private static Set<String> places(Component component) {
        Set<String> places = new HashSet<>();
        for (Placement placement : component.common().in()) {
            places.add(placement.place());
        }
        return places;
    }

    /** What is noticed after the copies from before are gone cannot be undone. */
    private void noticedTooLate(Event event) {
        if (!(event.verb() instanceof Verb.Corrupt corrupt) || !known.are(event.name())) {
            return;
        }
        double noticed = corrupt.detection().mean();
        for (var who : corrupt.corrupt()) {
            if (!(scenario.components().get(who.name()) instanceof Database)) {
                continue;
            }
            double longest = 0;
            for (Component component : scenario.components().values()) {
                if (component instanceof Backup backup && backup.of().contains(who.name())) {
                    if (!known.are(backup.name() + ".retention")) {
                        return;
                    }
                    longest = Math.max(longest, backup.retention());
                }
            }
            if (longest > 0 && noticed > longest) {
                known.add(
                        Code.W207,
                        event.name() + ".detection",
                        "what `" + event.name() + "` does to `" + who.name() + "` is noticed after " + duration(noticed)
                                + " on average, and copies are kept for " + duration(longest)
                                + ": those from before are gone by then.");
            }
        }
    }

    // W208

    /** Reads meet the last write for certain only if every R meets every W. */
    private void overlap(Storage storage) {
        String name = storage.name();
        if (!storage.coded().copies()
                || !known.are(name + ".scheme", name + ".instances", name + ".read-quorum", name + ".write-quorum")) {
            return;
        }
        int n = storage.width();
        int r = storage.quorum(false);
        int w = storage.quorum(true);
        if (r + w <= n) {
            known.add(
                    Code.W208,
                    name + ".read-quorum",
                    "`" + name + "` reads " + r + " and writes " + w + " of " + n + " copies: R + W = " + (r + w)
                            + " is not above N = " + n + ", so that a read may miss the last write.");
        }
    }

    // W209

    private void nothingToLose(Component component) {
        if (component instanceof Database || component instanceof Backup || component instanceof Storage) {
            return;
        }
        for (Map.Entry<String, Mode> entry : component.common().fails().entrySet()) {
            String path = component.name() + ".fails." + entry.getKey() + ".loses-data";
            if (entry.getValue().losesData() && known.are(path)) {
                known.add(
                        Code.W209,
                        path,
                        "a `" + component.kind() + "` keeps no data here, so that `" + entry.getKey()
                                + "` takes none from `" + component.name()
                                + "`: databases, stores and backups lose theirs.");
            }
        }
    }

    private static String duration(double seconds) {
        return Dimension.DURATION.rounded(seconds);
    }
}
