package nines.layout;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Dataset;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Safety;
import nines.blueprint.Stage;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Never;
import nines.model.Backup;
import nines.model.Database;
import nines.model.Database.Replication;
import nines.model.Failover;
import nines.model.HealthCheck;
import org.jspecify.annotations.Nullable;

/** Data that is kept in copies: how they follow, how much is written, and how what is lost comes back. */
final class Datasets {
    private final Draft draft;
    private final Names names;
    private final Losses losses;

    Datasets(Draft draft, Names names, Losses losses) {
        this.draft = draft;
        this.names = names;
        this.losses = losses;
    }

    void layOut(Journeys journeys) {
        for (Copy copy : names.all()) {
            if (copy.component() instanceof Database database && database.leads()) {
                Safety safety = safety(copy, database);
                if (replication(copy) != null || safety.empty().length > 0) {
                    layOut(copy, database.replication(), safety, journeys);
                }
            }
        }
    }

    private void layOut(Copy copy, Replication replication, Safety safety, Journeys journeys) {
        draft.dataset(new Dataset(
                copy.name(),
                copy.serve(),
                copy.reach(),
                copy.takeover(),
                replication.lag(),
                confirmed(replication, copy.instances()),
                replication.mode() == Replication.Mode.SEMI_SYNCHRONOUS
                        ? replication.fallbackAfter()
                        : Double.POSITIVE_INFINITY,
                isStrict(replication),
                journeys.writesTo(copy),
                believes(copy),
                safety));
    }

    /** An old holder that nobody fences finds out as everybody does that somebody else is there: one detection later. */
    private static @Nullable Distribution believes(Copy copy) {
        Failover failover = copy.component().common().failover();
        if (copy.takeover() < 0 || failover == null || failover.fencing() != Failover.Fencing.NONE) {
            return null;
        }
        HealthCheck check = failover.healthCheck();
        Distribution detection = failover.detection();
        return detection != null
                ? detection
                : new Deterministic(check == null ? 0 : (check.fall() - 0.5) * check.interval());
    }

    private Safety safety(Copy copy, Database database) {
        List<Copy> backups = backups(copy);
        List<Safety.Loss> found = losses.of(copy, backups);
        if (found.stream().noneMatch(loss -> loss.members().length > 0)) {
            return Safety.NONE;
        }
        int[] empty = new int[copy.instances()];
        for (int i = 0; i < empty.length; i++) {
            empty[i] = empty(copy, i);
        }
        List<Safety.Backup> sources = new ArrayList<>();
        for (Copy backup : backups) {
            if (backup.component() instanceof Backup copies) {
                sources.add(new Safety.Backup(
                        backup.name(),
                        backup.works(),
                        copies.full(),
                        copies.incremental(),
                        copies.log(),
                        copies.retention(),
                        copies.restore(),
                        copies.success(),
                        copies.usable(),
                        copies.replay()));
            }
        }
        return new Safety(empty, database.size(), database.replication().copySpeed(), found, sources);
    }

    private List<Copy> backups(Copy copy) {
        return names.all().stream()
                .filter(other -> other.component() instanceof Backup backup
                        && backup.of().contains(copy.component().name()))
                .toList();
    }

    /** A failure that only comes with another one, and goes on until the data is back. */
    private int empty(Copy copy, int i) {
        int unit = copy.units()[i];
        return draft.mode(new Mode(
                draft.name(unit) + "/data",
                unit,
                unit,
                draft.cause(copy.component().name(), "data"),
                copy.part(),
                new Never(),
                false,
                -1,
                copy.placed()[i],
                Effect.DOWN,
                0,
                List.of(new Phase(Stage.RESTORE, new Deterministic(0), Phase.Resource.DATA, 1, false)),
                true,
                -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0));
    }

    /** How the instances of a copy follow its primary; null where none follows. */
    static @Nullable Replication replication(Copy copy) {
        boolean follows = copy.component().leads() && copy.takeover() >= 0;
        return follows && copy.component() instanceof Database database ? database.replication() : null;
    }

    /**
     * How many instances must live for a write to be acknowledged, the primary among them; 0 where one is enough or writes
     * do not wait for the others.
     */
    static int writable(Copy copy) {
        Replication replication = replication(copy);
        return replication != null && isStrict(replication) ? 1 + confirmed(replication, copy.instances()) : 0;
    }

    private static boolean isStrict(Replication replication) {
        return replication.mode() == Replication.Mode.SYNCHRONOUS && replication.strict();
    }

    private static int confirmed(Replication replication, int instances) {
        return replication.mode() == Replication.Mode.ASYNCHRONOUS ? 0 : Math.min(replication.acks(), instances - 1);
    }
}
