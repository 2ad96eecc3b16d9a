package nines.format;

import java.util.List;
import java.util.stream.Stream;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.model.Backup;
import nines.model.Balancer;
import nines.model.Cache;
import nines.model.Call;
import nines.model.Common;
import nines.model.Component;
import nines.model.Crew;
import nines.model.CrewOrder;
import nines.model.Database;
import nines.model.Event;
import nines.model.Failback;
import nines.model.Failover;
import nines.model.Group;
import nines.model.HealthCheck;
import nines.model.Hits;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Retry;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Shock;
import nines.model.Traffic;
import nines.model.Verb;
import org.jspecify.annotations.Nullable;

/** What is written, and has no say because of what another key says, or leaves out. */
final class Overruled {
    private final Scenario scenario;
    private final Known known;

    Overruled(Scenario scenario, Known known) {
        this.scenario = scenario;
        this.known = known;
    }

    void all() {
        scenario.components().values().forEach(this::component);
        scenario.groups().values().forEach(this::group);
        scenario.events().values().forEach(this::event);
        scenario.traffic().values().forEach(this::traffic);
        scenario.crews().values().forEach(this::crew);
        scenario.journeys().values().forEach(journey -> {
            calls(journey.name() + ".through", journey.through());
            calls(journey.name() + ".calls", journey.calls());
        });
        backups();
        if (scenario.run().replications() != null && known.isWritten("run.replications")) {
            nothing("run.precision", "exactly `replications` runs are made, however precise the answer is then");
        }
    }

    /** Tells that a key does nothing, if it was written. */
    private void nothing(String path, String because) {
        if (known.isWritten(path) && known.are(path) && !isVaried(path.substring(0, path.lastIndexOf('.')))) {
            String[] keys = path.split("\\.");
            known.add(
                    Code.W205,
                    path,
                    "`" + keys[keys.length - 1] + "` of `" + keys[0] + "` does nothing: " + because + ".");
        }
    }

    /** Whether a variant or the sweep changes something in the same block, which may give the key its say. */
    private boolean isVaried(String block) {
        return Stream.concat(
                        scenario.variants().values().stream().flatMap(variant -> variant.changes().keySet().stream()),
                        scenario.sweep().keySet().stream())
                .anyMatch(path -> path.startsWith(block));
    }

    private void nothing(String block, List<String> keys, String because) {
        keys.forEach(key -> nothing(block + "." + key, because));
    }

    // ---------------------------------------------------------------- events

    private void event(Event event) {
        String name = event.name();
        if (!known.are(name)) {
            return;
        }
        if (event.at() != null) {
            nothing(name + ".first", "it comes once, when `at` says");
        }
        Verb verb = event.verb();
        if (verb instanceof Verb.Deploy deploy) {
            release(name, deploy);
        }
        if (verb instanceof Verb.Deploy || verb instanceof Verb.Inspect || verb instanceof Verb.Corrupt) {
            nothing(
                    name + ".for",
                    verb instanceof Verb.Deploy
                            ? "a release stops each instance for `stop`, and a bad one harms until it is taken back"
                            : verb instanceof Verb.Inspect
                                    ? "an inspection takes no time"
                                    : "data is wrong until it is restored");
        } else if (verb instanceof Verb.Fail fail && fail.mode() != null) {
            nothing(name + ".for", "with `mode` the repair of that failure says how long");
        }
        List<Selector> targets = verb instanceof Verb.Fail fail
                ? fail.fail()
                : verb instanceof Verb.Pause pause
                        ? pause.pause()
                        : verb instanceof Verb.Isolate isolate
                                ? isolate.isolate()
                                : verb instanceof Verb.Degrade degrade ? degrade.degrade() : List.of();
        more(name + ".hits", event.hits(), members(targets), "targets");
    }

    private void release(String name, Verb.Deploy deploy) {
        String how = "`strategy: " + KebabCase.of(deploy.strategy()) + "` ";
        boolean atOnce = deploy.strategy() == Verb.Deploy.Strategy.ALL_AT_ONCE
                || deploy.strategy() == Verb.Deploy.Strategy.BLUE_GREEN;
        boolean parts =
                deploy.strategy() == Verb.Deploy.Strategy.ROLLING || deploy.strategy() == Verb.Deploy.Strategy.CANARY;
        if (!parts) {
            nothing(
                    name + ".max-unavailable",
                    how + (atOnce ? "gives it to everybody at once" : "gives it to one cell after the other"));
        }
        if (atOnce) {
            nothing(name + ".bake", how + "has one step, and nothing to wait between");
        }
        if (deploy.strategy() != Verb.Deploy.Strategy.CANARY) {
            nothing(name + ".canary", how + "has no canary");
        }
        if (deploy.strategy() == Verb.Deploy.Strategy.BLUE_GREEN) {
            nothing(name + ".stop", "of blue and green, one serves while the other is made ready");
        }
        if (!(deploy.bad() > 0)) {
            nothing(name, List.of("harm", "detection", "repair"), "no release is `bad`");
        }
    }

    // ---------------------------------------------------------------- components

    private void component(Component component) {
        String name = component.name();
        Common common = component.common();
        if (!known.are(name)) {
            return;
        }
        int n = common.per() == null ? common.instances() : 0;
        common.fails().forEach((mode, how) -> shocks(name, mode, how, n));
        failover(name + ".failover", common.failover());
        HealthCheck check = component.healthCheck();
        if (check != null && check.shared() && common.instances() == 1 && common.per() == null) {
            nothing(name + ".health-check.shared", "there is one instance, and nobody to share its belief with");
        }
        if (component instanceof Balancer balancer) {
            balancer(name, balancer);
        } else if (component instanceof Cache cache) {
            if (cache.objects() == null) {
                nothing(
                        name,
                        List.of("capacity", "popularity", "single-flight"),
                        "it acts with `objects`; here `hit-ratio` says how often the cache answers");
            } else {
                nothing(name + ".hit-ratio", "it follows from `objects`, `capacity` and `popularity`");
            }
        } else if (component instanceof Database database) {
            replication(name, database);
        }
    }

    /** Backups act when data is lost or found to be wrong, and only then. */
    private void backups() {
        boolean lost = Stream.of(
                                scenario.components().values().stream()
                                        .map(each -> each.common().fails()),
                                scenario.places().values().stream().map(Place::fails),
                                scenario.groups().values().stream().map(Group::fails))
                        .flatMap(each -> each)
                        .flatMap(modes -> modes.values().stream())
                        .anyMatch(Mode::losesData)
                || scenario.events().values().stream()
                        .anyMatch(event -> event.verb() instanceof Verb.Corrupt
                                || event.verb() instanceof Verb.Fail fail && fail.losesData());
        boolean varied = Stream.concat(
                        scenario.variants().values().stream().flatMap(variant -> variant.changes().keySet().stream()),
                        scenario.sweep().keySet().stream())
                .anyMatch(path -> path.contains("loses-data") || path.startsWith("events."));
        if (lost || varied || !known.are("components", "places", "groups", "events")) {
            return;
        }
        for (Component component : scenario.components().values()) {
            if (component instanceof Backup) {
                known.add(
                        Code.W205,
                        component.name(),
                        "backup `" + component.name()
                                + "` does nothing: no failure `loses-data` and no event corrupts any,"
                                + " so that nothing is ever restored.");
            }
        }
    }

    private void shocks(String owner, String mode, Mode how, int instances) {
        int number = 1;
        for (Shock shock : how.commonCause()) {
            String path = owner + ".fails." + mode + ".common-cause"
                    + (how.commonCause().size() == 1 ? "" : "." + number++);
            if (instances == 1 && shock.share() > 0 && known.isWritten(path)) {
                known.add(
                        Code.W205,
                        path,
                        "`common-cause` of `" + mode + "` of `" + owner + "` does nothing: there is one instance, and"
                                + " nobody to fail with.");
            } else if (instances > 0) {
                more(path + ".hits", shock.hits(), instances, "instances");
            }
        }
    }

    /** A number of members that is always above how many there are. */
    private void more(String path, Hits hits, int members, String what) {
        if (hits instanceof Hits.Some some && members > 0 && some.count().survival(members + 0.5) > 1 - 1e-12) {
            if (known.isWritten(path) && known.are(path)) {
                known.add(
                        Code.W205,
                        path,
                        "`hits`"
                                + (some.count() instanceof Deterministic fixed
                                        ? " (" + Math.round(fixed.mean()) + ")"
                                        : "")
                                + " is always more than the " + members + " " + what + " there are: it is as `all`.");
            }
        }
    }

    private void group(Group group) {
        int members = members(group.members());
        group.fails()
                .forEach(
                        (mode, how) -> more(group.name() + ".fails." + mode + ".hits", how.hits(), members, "members"));
    }

    /** How many instances these are; 0 if it takes more than the file to say. */
    private int members(List<Selector> selectors) {
        int sum = 0;
        for (Selector selector : selectors) {
            Component component = scenario.components().get(selector.name());
            if (component == null
                    || component.common().per() != null
                    || selector.role() != null
                    || selector.at() != null
                    || !known.are(component.name() + ".instances")) {
                return 0;
            }
            sum += selector.instance() == null ? component.common().instances() : 1;
        }
        return sum;
    }

    private void failover(String path, @Nullable Failover failover) {
        if (failover == null) {
            return;
        }
        if (failover.success() >= 1) {
            nothing(path, List.of("otherwise", "shows"), "with `success: 100%` every failover works");
        }
        Failback back = failover.failback();
        if (back != null && back.mode() == Failback.Mode.NEVER) {
            nothing(path + ".failback.after", "with `mode: never` nobody returns");
        }
    }

    private void balancer(String name, Balancer balancer) {
        String here = "`, and here is `" + KebabCase.of(balancer.algorithm()) + "`";
        if (balancer.algorithm() != Balancer.Algorithm.WEIGHTED) {
            nothing(name + ".weights", "it acts with `algorithm: weighted" + here);
        }
        if (balancer.algorithm() != Balancer.Algorithm.RING_HASH) {
            nothing(name + ".load-bound", "it acts with `algorithm: ring-hash" + here);
        }
        if (balancer.algorithm() != Balancer.Algorithm.PEAK_EWMA) {
            nothing(name + ".failure-penalty", "it acts with `algorithm: peak-ewma" + here);
        }
    }

    private void replication(String name, Database database) {
        String path = name + ".replication";
        Database.Replication replication = database.replication();
        String how = "with `mode: " + KebabCase.of(replication.mode()) + "` ";
        if (database.common().instances() == 1 && database.common().per() == null) {
            nothing(path, "there is one instance, and nobody to copy to");
            return;
        }
        if (replication.mode() != Database.Replication.Mode.SEMI_SYNCHRONOUS) {
            nothing(path + ".fallback-after", how + "nothing falls back");
        }
        if (replication.mode() != Database.Replication.Mode.SYNCHRONOUS) {
            nothing(path + ".strict", how + "a write does not wait for replicas that are not there");
        }
        if (replication.mode() == Database.Replication.Mode.ASYNCHRONOUS) {
            nothing(path + ".acks", how + "a write waits for no replica");
        }
    }

    // ---------------------------------------------------------------- who asks, and who mends

    private void calls(String path, List<Call> calls) {
        int number = 1;
        for (Call call : calls) {
            String here = calls.size() == 1 ? path : path + "." + number++;
            retry(here + ".retry", call.retry());
            if (call.fallback() != null && call.fallback().equals(call.to()) && known.isWritten(here + ".fallback")) {
                known.add(
                        Code.W205,
                        here + ".fallback",
                        "the `fallback` of the call of `" + call.to() + "` is `" + call.to()
                                + "` itself, which has just failed: `retry` asks again, another one helps.");
            }
            calls(here + ".calls", call.calls());
            calls(here + ".parallel", call.parallel());
            if (call.onMiss() != null) {
                calls(here + ".on-miss", List.of(call.onMiss()));
            }
        }
    }

    private void retry(String path, @Nullable Retry retry) {
        if (retry == null) {
            return;
        }
        if (retry.attempts() == 1) {
            nothing(path, List.of("wait", "base", "cap", "budget"), "with `attempts: 1` nothing is tried again");
        } else if (retry.pause() != null && known.isWritten(path + ".wait")) {
            nothing(path, List.of("base", "cap"), "`wait` takes its place");
        }
    }

    private void traffic(Traffic traffic) {
        String name = traffic.name();
        if (!known.are(name)) {
            return;
        }
        retry(name + ".retry", traffic.retry());
        if (traffic.users() == null) {
            nothing(name + ".think-time", "only `users`, a closed loop, come back by themselves");
        }
    }

    private void crew(Crew crew) {
        Distribution inspection = crew.inspection();
        if (!(crew.order() instanceof CrewOrder.FirstFound) && inspection.mean() > 0) {
            nothing(crew.name() + ".inspection", "it acts with `order: first-found`");
        }
        if (crew.preempts() && !(crew.order() instanceof CrewOrder.Urgency)) {
            nothing(crew.name() + ".preempts", "nothing is more urgent than another: `order` lists who goes first");
        }
    }
}
