package nines.structure;

import java.util.Arrays;
import nines.blueprint.Dataset;
import nines.blueprint.Safety;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/** The datasets with everything looked up that a run needs. */
final class DataWiring {
    final Dataset[] datasets;
    /** Members of all datasets, numbered through. */
    final int[] base;

    /** How far members are behind. */
    final Law[] lag;
    /** Backups of all datasets, numbered through. */
    final int[] backupBase;

    /** Speeds of restores; null: at once. */
    final @Nullable Law[] restore;
    /** How long a holder that nobody fenced goes on; null: it is fenced. */
    final @Nullable Law[] believes;
    /** Whether a failure takes data away. */
    final boolean[] losesData;
    /** The member of all datasets, numbered through, that a mode stands for while it has no data; -1: it stands for none. */
    final int[] emptyOf;

    DataWiring(Wiring wiring, Laws laws, Reactions react) {
        datasets = wiring.blueprint.datasets().toArray(Dataset[]::new);
        base = new int[datasets.length + 1];
        lag = new Law[datasets.length];
        believes = new Law[datasets.length];
        for (int d = 0; d < datasets.length; d++) {
            Dataset data = datasets[d];
            base[d + 1] = base[d] + data.members().length;
            lag[d] = laws.of(data.lag());
            Distribution unfenced = data.believes();
            if (unfenced != null) {
                believes[d] = laws.of(unfenced);
                for (int i = 0; i < data.members().length; i++) {
                    react.on(wiring.unitOf[data.members()[i]], Wiring.DATASET, d);
                    react.on(data.reached()[i], Wiring.DATASET, d);
                }
            }
            for (int i = 0; i < data.safety().empty().length; i++) {
                int unit = wiring.modes[data.safety().empty()[i]].unit();
                react.on(unit, Wiring.DATASET, d);
                for (int input : wiring.nodes[unit].inputs()) {
                    react.on(input, Wiring.DATASET, d);
                }
            }
            for (Safety.Backup backup : data.safety().backups()) {
                react.on(backup.works(), Wiring.DATASET, d);
            }
            for (int member : data.members()) {
                react.on(member, Wiring.DATASET, d);
            }
            if (data.takeover() >= 0) {
                react.on(wiring.takeovers[data.takeover()].works(), Wiring.DATASET, d);
            }
        }
        losesData = new boolean[wiring.modes.length];
        emptyOf = new int[wiring.modes.length];
        Arrays.fill(emptyOf, -1);
        backupBase = new int[datasets.length + 1];
        for (int d = 0; d < datasets.length; d++) {
            Safety safety = datasets[d].safety();
            backupBase[d + 1] = backupBase[d] + safety.backups().size();
            for (int i = 0; i < safety.empty().length; i++) {
                emptyOf[safety.empty()[i]] = base[d] + i;
            }
            for (Safety.Loss loss : safety.losses()) {
                if (loss.mode() >= 0) {
                    losesData[loss.mode()] = true;
                }
            }
        }
        restore = new Law[backupBase[datasets.length]];
        for (int d = 0; d < datasets.length; d++) {
            for (int b = backupBase[d]; b < backupBase[d + 1]; b++) {
                Distribution bandwidth =
                        datasets[d].safety().backups().get(b - backupBase[d]).bandwidth();
                restore[b] = bandwidth == null ? null : laws.of(bandwidth);
            }
        }
    }

    int members() {
        return base[datasets.length];
    }
}
