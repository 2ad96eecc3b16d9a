package nines.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Downtime by root and stage, and its margins, over replications. */
final class CauseLedger {
    final Cells cells = new Cells();
    final Cells roots = new Cells();
    final Cells stages = new Cells();
    final Cells owners = new Cells();
    /** Names of the owners, in the order of their index. */
    final List<String> ownerNames;

    private final int stageCount;
    private final int[] ownerOf;

    CauseLedger(Layout layout) {
        stageCount = layout.stages().size();
        Map<String, Integer> indexes = new LinkedHashMap<>();
        ownerOf = new int[layout.causes().size()];
        for (int c = 0; c < ownerOf.length; c++) {
            ownerOf[c] = indexes.computeIfAbsent(layout.causes().get(c).owner(), owner -> indexes.size());
        }
        ownerNames = List.copyOf(indexes.keySet());
    }

    void add(Row.Sparse row) {
        cells.add(row);
        double[] root = new double[ownerOf.length];
        double[] stage = new double[stageCount];
        double[] owner = new double[ownerNames.size()];
        for (int i = 0; i < row.index.length; i++) {
            int cause = row.index[i] / stageCount;
            root[cause] += row.value[i];
            stage[row.index[i] % stageCount] += row.value[i];
            owner[ownerOf[cause]] += row.value[i];
        }
        roots.add(Row.Sparse.of(root));
        stages.add(Row.Sparse.of(stage));
        owners.add(Row.Sparse.of(owner));
    }
}
