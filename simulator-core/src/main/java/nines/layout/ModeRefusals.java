package nines.layout;

import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Probed;
import nines.distribution.Replay;
import nines.layout.Refusal.Why;
import nines.model.Common;
import nines.model.Component;
import nines.model.Effect;
import nines.model.Failover;
import nines.model.Generator;
import nines.model.HealthCheck;
import nines.model.Hits;
import nines.model.Mode;
import nines.model.Repair;
import nines.model.Shock;
import org.jspecify.annotations.Nullable;

/** What failure modes, failovers and health checks say that cannot be simulated. */
final class ModeRefusals {
    private static final String FAILURES = "failures";

    private final Refusals found;

    ModeRefusals(Refusals found) {
        this.found = found;
    }

    void component(Component component) {
        String name = component.name();
        Common common = component.common();
        common.fails().values().forEach(mode -> mode(name, mode));
        failover(name + ".failover", common.failover());
        common.fails().values().stream()
                .filter(mode -> mode.effect() == Effect.HANG || mode.effect() == Effect.ISOLATED)
                .forEach(mode -> unseen(component, name + ".fails." + mode.name() + ".effect"));
        check(name + ".health-check", component.healthCheck());
        if (component instanceof Generator generator && common.standsByFor() != null && generator.runsFor() != null) {
            found.isFixed(name + ".runs-for", generator.runsFor(), "");
        }
    }

    /** A failover's own probe is taken to be refused: one that hangs would be noticed later, or never by a shallow one. */
    void unseen(Component component, String path) {
        Failover failover = component.common().failover();
        if (failover != null && failover.detection() == null && failover.healthCheck() != null) {
            found.add(
                    Why.NOT_YET,
                    path,
                    "what hangs or cannot be reached is not seen yet by the `health-check` of a failover. Write"
                            + " `detection` in its place: the time until it is noticed.",
                    component.name() + ".failover.health-check",
                    component.name() + ".failover.detection");
        }
    }

    // ---------------------------------------------------------------- modes

    void mode(String owner, Mode mode) {
        String path = owner + ".fails." + mode.name();
        String shocks = path + ".common-cause";
        Distribution life = mode.timeToFailure();
        String lives = path + ".time-to-failure";
        boolean keepsAge = !mode.replaced() && mode.afterRepair() == Mode.AfterRepair.AS_BEFORE;
        double shared = mode.commonCause().stream().mapToDouble(Shock::share).sum();
        boolean changed = keepsAge || shared > 0 && shared < 1 || !(mode.hits() instanceof Hits.All);
        if (shared < 1 && (changed || !(life instanceof Replay))) {
            plays(lives, life, shocks);
        }
        if (keepsAge && life.isDrawnOnce()) {
            found.add(
                    Why.CONTRADICTS,
                    lives,
                    "`time-to-failure: " + life.text() + "` is over once it is drawn and reached; with"
                            + " `after-repair: as-before` it would fail again at once.",
                    path + ".after-repair");
        }
        Repair repair = mode.repair();
        if (repair != null) {
            mended(path + ".repair.detection", repair.detection());
            mended(path + ".repair.acknowledgement", repair.acknowledgement());
            mended(path + ".repair.travel", repair.travel());
            mended(path + ".repair.fix", repair.fix());
            mended(path + ".repair.restart", repair.restart());
        }
        mode.commonCause().stream().filter(shock -> shock.share() > 0).forEach(shock -> shock(shocks, shock));
    }

    private void mended(String path, Distribution law) {
        if (!(law instanceof Replay)) {
            plays(path, law);
        }
    }

    private void plays(String path, Distribution law, String... alsoRestsOn) {
        if (law.isPlayed()) {
            found.add(
                    Why.NOT_YET,
                    path,
                    "`" + Refusals.key(path) + ": " + law.text() + "` plays what was recorded in its order, which acts"
                            + " only as it stands: without a common cause, factors or bounds, and renewed by every"
                            + " repair.",
                    alsoRestsOn);
        }
    }

    private void shock(String path, Shock shock) {
        boolean nobody = shock.hits() instanceof Hits.Each each && each.chance() <= 0
                || shock.hits() instanceof Hits.Some some && some.count().survival(0.5) <= 0;
        if (nobody) {
            found.add(
                    Why.CONTRADICTS,
                    path,
                    "a shock that hits nobody on average cannot bring " + Math.rint(shock.share() * 1e6) / 1e4
                            + " % of the failures. Raise `hits`, or leave the shock out.");
        }
        if (shock.over().mean() > 0 && !(shock.over() instanceof Deterministic)) {
            found.add(
                    Why.NOT_YET,
                    path,
                    "`over` must be a fixed time here, not `" + shock.over().text()
                            + "`: write its mean. Within it each hit comes at a random moment.");
        }
    }

    // ---------------------------------------------------------------- failovers and those who look

    void failover(String path, @Nullable Failover failover) {
        if (failover == null) {
            return;
        }
        Distribution detection = failover.detection();
        if (detection != null) {
            found.forgets(path + ".detection", detection, FAILURES);
        } else {
            check(path + ".health-check", failover.healthCheck());
        }
        found.forgets(path + ".hold-down", failover.holdDown(), FAILURES);
        found.forgets(path + ".decision", failover.decision(), FAILURES);
        found.forgets(path + ".fencing-time", failover.fencingTime(), FAILURES);
        found.forgets(path + ".start", failover.start(), FAILURES);
        found.forgets(path + ".promotion", failover.promotion(), FAILURES);
        found.forgets(path + ".redirect", failover.redirect(), FAILURES);
        if (failover.success() < 1) {
            stages(path + ".otherwise", failover.otherwise());
        }
        found.isFixed(path + ".anti-flap", failover.antiFlap(), "");
    }

    /** The stages of people who finish something by hand. */
    void stages(String path, Repair repair) {
        found.forgets(path + ".detection", repair.detection(), FAILURES);
        found.forgets(path + ".acknowledgement", repair.acknowledgement(), FAILURES);
        found.forgets(path + ".travel", repair.travel(), FAILURES);
        found.forgets(path + ".fix", repair.fix(), FAILURES);
        found.forgets(path + ".restart", repair.restart(), FAILURES);
    }

    private void check(String path, @Nullable HealthCheck check) {
        if (check == null) {
            return;
        }
        found.isFixed(path + ".propagation", check.propagation(), "");
        if (check.jitter() > 0) {
            probes(path, "fall", check.fall(), check.misses() <= 0);
            probes(path, "rise", check.rise(), true);
        }
    }

    private void probes(String path, String key, int probes, boolean counted) {
        if (counted && probes > Probed.COUNT_MAX) {
            found.add(
                    Why.NOT_YET,
                    path + "." + key,
                    "`" + key + ": " + probes + "`: at most " + Probed.COUNT_MAX
                            + " with jitter. Set `jitter: 0%`: over so many probes it hardly matters.",
                    path + ".jitter");
        }
    }
}
