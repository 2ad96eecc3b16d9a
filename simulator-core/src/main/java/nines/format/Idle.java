package nines.format;

import java.util.List;
import nines.distribution.Distribution;
import nines.model.Cache;
import nines.model.Call;
import nines.model.Cdn;
import nines.model.Common;
import nines.model.Component;
import nines.model.Database;
import nines.model.Event;
import nines.model.Failover;
import nines.model.HealthCheck;
import nines.model.HowMany;
import nines.model.Mode;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.model.Verb;
import nines.quantity.Figures;

/** What is written and can do nothing where it stands. */
final class Idle {
    private final Scenario scenario;
    private final Known known;

    Idle(Scenario scenario, Known known) {
        this.scenario = scenario;
        this.known = known;
    }

    void all() {
        scenario.components().values().forEach(this::component);
        scenario.events().values().forEach(this::event);
        scenario.journeys().values().forEach(journey -> {
            calls(journey.name() + ".through", journey.through());
            calls(journey.name() + ".calls", journey.calls());
        });
    }

    private void calls(String path, List<Call> calls) {
        for (Call call : calls) {
            Component asked = call.to() == null ? null : scenario.components().get(call.to());
            if (call.onMiss() != null && asked != null && !(asked instanceof Cache) && !(asked instanceof Cdn)) {
                known.add(
                        Code.W205,
                        path,
                        "`on-miss` of the call of `" + asked.name() + "` is asked when it fails, as a `fallback`: a "
                                + asked.kind() + " is no cache and cannot miss.");
            }
            calls(path, call.calls());
            calls(path, call.parallel());
        }
    }

    private void component(Component component) {
        String name = component.name();
        Common common = component.common();
        if (!known.are(name)) {
            return;
        }
        int n = common.instances();
        boolean all = common.active().of(n) >= n;
        boolean oneWorks = component.leads();
        if (oneWorks && common.active() instanceof HowMany.Exactly exactly && exactly.count() > 1) {
            known.add(
                    Code.W205,
                    name + ".active",
                    "`active: " + exactly.count() + "` of `" + name
                            + "` does nothing: of such a group one instance leads and the others follow.");
        }
        // Where one place stands by for another it is the place that says which instances wait.
        boolean placesTakeOver = scenario.places().values().stream().anyMatch(place -> place.failover() != null);
        boolean nobodyWaits = !oneWorks && all && common.standsByFor() == null && !placesTakeOver;
        if (nobodyWaits && common.standby() != Common.Standby.HOT) {
            known.add(
                    Code.W205,
                    name + ".standby",
                    "`standby` of `" + name + "` does nothing: all " + n
                            + " instances work and none waits. `active: 1` lets one work and the others wait.");
        }
        Failover failover = common.failover();
        if (failover != null && common.standsByFor() == null && (n == 1 || !oneWorks && all && takesTime(failover))) {
            known.add(
                    Code.W205,
                    name + ".failover",
                    n == 1
                            ? "`failover` of `" + name
                                    + "` does nothing: there is one instance, and nobody to take over."
                            : "the times of the `failover` of `" + name + "` do nothing: all " + n
                                    + " instances work and none waits to take over. `active: 1` lets one work.");
        }
        HealthCheck check = component.healthCheck();
        if (check != null && check.probe() == HealthCheck.Probe.DEEP) {
            known.add(
                    Code.W205,
                    name + ".health-check.probe",
                    "`probe: deep` of `" + name
                            + "` sees no more than `http` does: what its targets need, and not whom they call.");
        }
        if (component instanceof Database database
                && database.replication().mode() != Database.Replication.Mode.ASYNCHRONOUS
                && scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS) {
            known.add(
                    Code.W205,
                    name + ".replication.mode",
                    "`replication.mode` of `" + name
                            + "` does nothing when requests are simulated: a write does not wait for replicas yet.");
        }
        if (component instanceof Database database && database.reads() == Database.Reads.REPLICAS) {
            known.add(
                    Code.W205,
                    name + ".reads",
                    "`reads: replicas` of `" + name + "` does what `any` does: the primary answers reads as well.");
        }
        common.fails().forEach((mode, how) -> mode(name + ".fails." + mode, how));
    }

    private static boolean takesTime(Failover failover) {
        Distribution detection = failover.detection();
        double sum = detection == null ? 0 : detection.mean();
        for (Distribution law : List.of(
                failover.holdDown(),
                failover.decision(),
                failover.fencingTime(),
                failover.start(),
                failover.promotion(),
                failover.redirect())) {
            sum += law.mean();
        }
        return sum > 0;
    }

    private void mode(String path, Mode mode) {
        boolean inspected = scenario.events().values().stream().anyMatch(event -> event.verb() instanceof Verb.Inspect);
        if (mode.found() == Mode.Found.BY_INSPECTION
                && !inspected
                && mode.timeToFailure().mean() < 1 / 0.0) {
            known.add(
                    Code.W205,
                    path + ".found",
                    "`found: by-inspection`, and no event inspects anything: once broken it stays so for good.");
        }
    }

    private void event(Event event) {
        Double at = event.at();
        double horizon = scenario.run().horizon();
        if (at != null && at >= horizon && known.are(event.name()) && known.is("run.horizon")) {
            known.add(
                    Code.W205,
                    event.name() + ".at",
                    "event `" + event.name() + "` never comes: it is " + Figures.duration(at)
                            + " after the start, and the horizon is " + Figures.duration(horizon) + '.');
        }
    }
}
