package nines.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nines.model.Automaton;
import nines.model.Balancer;
import nines.model.Common;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Database;
import nines.model.Dns;
import nines.model.Effect;
import nines.model.Failover;
import nines.model.HealthCheck;
import nines.model.HowMany;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Placement;
import nines.model.Scheme;
import nines.model.Selector;
import nines.model.Storage;
import org.jspecify.annotations.Nullable;

/** What no single key of a component can tell: more needed than there is, contradictions. */
final class ComponentChecks {

    /** Where it is not known how many there are, there may be enough. */
    private static final int MANY = 1_000_000;

    private static final Pattern COPYSETS = Pattern.compile("copysets [1-9][0-9]{0,5}");

    private static final Pattern NUMBERED = Pattern.compile("(.+)-([1-9][0-9]{0,6})");

    private final Known known;

    ComponentChecks(Known known) {
        this.known = known;
    }

    void component(String name, Component component) {
        Common common = component.common();
        int instances = common.instances();
        counted(name, "needed", common.needed(), instances);
        counted(name, "active", common.active(), instances);
        int active = common.active().of(instances);
        int needed = common.needed().of(instances);
        boolean counted = known.are(name + ".instances", name + ".active", name + ".needed");
        if (counted && active < needed && active <= instances && needed <= instances) {
            known.add(
                    Code.N108,
                    name + ".needed",
                    "`needed: " + common.needed().text() + "` of " + active + " active instances: can never work."
                            + " Lower `needed` or raise `active`.");
        }
        placed(name, common);
        places(name + ".in", common.in().stream().map(Placement::place).toList());
        if (name.equals(common.standsByFor())) {
            known.add(Code.N128, name + ".stands-by-for", "`" + name + "` cannot stand by for itself.");
        }
        if (common.loadSharing().size() > instances && known.are(name + ".instances", name + ".load-sharing")) {
            known.add(
                    Code.N130,
                    name + ".load-sharing",
                    "`load-sharing` has " + common.loadSharing().size() + " factors for " + instances
                            + " instances: the last ones can never act.");
        }
        modes(name, common.fails());
        failover(name + ".failover", common.failover());
        conditions(name + ".needs", common.needs());
        if (component instanceof Database database
                && database.replication().acks() > Math.max(1, instances - 1)
                && known.are(name + ".instances", name + ".replication.acks")) {
            known.add(
                    Code.N108,
                    name + ".replication.acks",
                    "`acks: " + database.replication().acks() + "` with " + (instances - 1)
                            + " replicas: can never be met.");
        }
        if (component instanceof Storage storage) {
            storage(name, storage);
        }
        if (component instanceof Balancer balancer) {
            check(name + ".health-check", balancer.healthCheck());
        } else if (component instanceof Dns dns) {
            check(name + ".health-check", dns.healthCheck());
        } else if (component instanceof Automaton automaton) {
            automaton(name, automaton);
        }
    }

    private void storage(String name, Storage storage) {
        boolean placed = storage.placement().equals("random")
                || COPYSETS.matcher(storage.placement()).matches()
                || storage.placement().matches(Storage.ONE_PER + "[a-z][a-z0-9-]*");
        if (!placed && known.are(name + ".placement")) {
            known.add(
                    Code.N127,
                    name + ".placement",
                    "`placement: " + storage.placement()
                            + "`: write `random`, `one-per-rack` (or another kind of place) or" + " `copysets 10`.");
        }
        if (!known.are(name + ".scheme")) {
            return;
        }
        Scheme scheme = Scheme.of(storage.scheme()).orElse(null);
        if (scheme == null) {
            known.add(
                    Code.N127,
                    name + ".scheme",
                    "`scheme: " + storage.scheme() + "`: write `3 copies`, `rs 6+3` (data and parities) or `lrc 12+2+2`"
                            + " (data in equal groups, a parity for each group, parities over all).");
            return;
        }
        int instances = storage.common().instances();
        // A single instance is what a file says that says nothing of them: the layout tells what the store lacks.
        boolean isSaid = instances > 1 && known.are(name + ".instances");
        if (!scheme.copies() && scheme.width() > instances && isSaid) {
            known.add(
                    Code.N108,
                    name + ".scheme",
                    "`scheme: " + storage.scheme() + "` has " + scheme.width() + " chunks, each on an instance of its"
                            + " own, and `instances: " + instances + "`: there are not enough.");
            return;
        }
        for (boolean write : new boolean[] {false, true}) {
            HowMany wanted = write ? storage.writeQuorum() : storage.readQuorum();
            String path = name + (write ? ".write-quorum" : ".read-quorum");
            int width = scheme.copies() ? Math.min(scheme.width(), instances) : scheme.width();
            if (wanted.of(width) > width && known.are(path, name + ".instances")) {
                known.add(
                        Code.N108,
                        path,
                        "`" + (write ? "write" : "read") + "-quorum: " + wanted.text() + "`, but an object has " + width
                                + " chunks on as many instances: it can never be met.");
            } else if (wanted.of(width) < 1 && known.are(path)) {
                known.add(Code.N126, path, "`" + wanted.text() + "`: it must be at least 1.");
            }
        }
    }

    private void counted(String name, String key, HowMany wanted, int instances) {
        int count = wanted.of(instances);
        if (!known.are(name + "." + key, name + ".instances")) {
            return;
        }
        if (count > instances) {
            String advice =
                    key.equals("needed") ? "can never work. Lower `needed` or raise `instances`." : "there are fewer.";
            known.add(
                    Code.N108,
                    name + "." + key,
                    "`" + key + ": " + wanted.text() + "` of `instances: " + instances + "`: " + advice);
        }
        if (count < 1) {
            known.add(Code.N126, name + "." + key, "`" + key + ": " + wanted.text() + "`: it must be at least 1.");
        }
    }

    private void placed(String name, Common common) {
        int sum = 0;
        boolean counts = false;
        for (Placement placement : common.in()) {
            if (placement.count() != null) {
                counts = true;
                sum += placement.count();
            }
        }
        if (counts && sum != common.instances() && known.are(name + ".in", name + ".instances")) {
            known.add(
                    Code.N130,
                    name + ".instances",
                    "`instances: " + common.instances() + "`, but the counts of `in` add up to " + sum
                            + ". Write one of them.");
        }
    }

    void modes(String path, Map<String, Mode> modes) {
        modes.forEach((mode, m) -> {
            double sum = m.commonCause().stream().mapToDouble(s -> s.share()).sum();
            if (sum > 1 + 1e-9 && known.are(path + ".fails." + mode + ".common-cause")) {
                known.add(
                        Code.N126,
                        path + ".fails." + mode + ".common-cause",
                        "the shares of `common-cause` add up to " + Percents.of(sum)
                                + "; at most all failures are common.");
            }
            // What answers wrongly or slowly is degraded; one that is said to be something else would be so silently.
            String said = path + ".fails." + mode;
            boolean answers = m.errors() > 0 || m.slow() != 1 || m.serviceTime() != null;
            if (answers && m.effect() != Effect.DEGRADED && known.isWritten(said + ".effect") && known.are(said)) {
                String key = m.errors() > 0 ? "errors" : m.slow() != 1 ? "slow" : "service-time";
                known.add(
                        Code.N130,
                        said + "." + key,
                        "`effect: " + KebabCase.of(m.effect()) + "` and `" + key
                                + "` contradict each other: only what still answers can be slow or wrong. Write"
                                + " `effect: degraded`, or leave `" + key + "` out.");
            }
        });
    }

    void failover(String path, @Nullable Failover failover) {
        if (failover == null) {
            return;
        }
        boolean both = failover.healthCheck() != null
                && failover.detection() != null
                && known.is(path + ".detection")
                && known.is(path + ".health-check");
        if (both) {
            known.add(Code.N130, path + ".detection", "a failover has `detection` or a `health-check`, not both.");
        }
        check(path + ".health-check", failover.healthCheck());
    }

    private void check(String path, @Nullable HealthCheck check) {
        if (check != null && check.timeout() > check.interval() && known.are(path + ".timeout", path + ".interval")) {
            known.add(
                    Code.N130,
                    path + ".timeout",
                    "the `timeout` of a probe is longer than its `interval`: the next one would start before it ends.");
        }
    }

    void conditions(String path, @Nullable Condition condition) {
        if (condition instanceof Condition.AtLeast atLeast) {
            int members = atLeast.of().stream().mapToInt(this::members).sum();
            if (atLeast.count() > members) {
                known.add(
                        Code.N108,
                        path,
                        "`at-least: " + atLeast.count() + "` of " + members
                                + ": can never hold. Names count each of their" + " instances.");
            }
        } else if (condition instanceof Condition.Works works) {
            exists(path, works.who());
        }
        if (condition != null) {
            condition.of().forEach(each -> conditions(path, each));
        }
    }

    private int members(Condition condition) {
        if (condition instanceof Condition.Works works
                && works.who().instance() == null
                && works.who().role() == null) {
            String name = works.who().name();
            Component component = known.component(name);
            return component == null || !known.are(name + ".instances")
                    ? MANY
                    : component.common().instances();
        }
        return 1;
    }

    /** An instance of a component or of a place must be one of those there are. */
    void exists(String path, Selector selector) {
        Integer instance = selector.instance();
        Component component = known.component(selector.name());
        Place place = known.place(selector.name());
        if (instance != null && component != null) {
            exists(
                    path,
                    selector.text(),
                    instance,
                    selector.name(),
                    component.common().instances());
        } else if (instance != null && place != null) {
            exists(path, selector.text(), instance, selector.name(), place.instances());
        }
    }

    /** Places that are named by their instance, {@code racks-7}, must be there. */
    void places(String path, List<String> names) {
        for (String name : names) {
            Matcher numbered = NUMBERED.matcher(name);
            Place place = numbered.matches() && known.place(name) == null ? known.place(numbered.group(1)) : null;
            if (place != null) {
                exists(path, name, Integer.parseInt(numbered.group(2)), place.name(), place.instances());
            }
        }
    }

    private void exists(String path, String text, int instance, String name, int instances) {
        if (instance > instances && known.are(name + ".instances")) {
            known.add(
                    Code.N102,
                    path,
                    "there is no `" + text + "`: `" + name + "` has " + instances
                            + (instances == 1 ? " instance." : " instances."));
        }
    }

    private void automaton(String name, Automaton automaton) {
        if (!known.is(name + ".states")) {
            return;
        }
        Set<String> states = automaton.states().keySet();
        state(name + ".start", automaton.start(), states);
        int number = 1;
        for (Automaton.Move move : automaton.moves()) {
            String path = name + ".moves" + (automaton.moves().size() == 1 ? "" : "." + number++);
            move.from().forEach(state -> state(path, state, states));
            move.to().keySet().forEach(state -> state(path, state, states));
            conditions(path, move.during());
            conditions(path, move.unless());
        }
    }

    private void state(String path, String state, Set<String> states) {
        if (!states.contains(state) && !state.equals(StandIns.NAME)) {
            known.add(
                    Code.N102,
                    path,
                    "there is no state `" + state + "`. States are " + String.join(", ", states) + "."
                            + DidYouMean.hint(state, states));
        }
    }
}
