package nines.ui.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.quantity.Figures;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Part;
import nines.result.Result;

/** The causes of a result, the same fault of all instances of a component taken together, largest first. */
final class CauseRows {
    private record Key(String title, String part) {}

    private CauseRows() {}

    static List<CauseRow> of(Causes causes, Result result) {
        var rows = new LinkedHashMap<Key, Map<String, Double>>();
        for (Cause cell : causes.cells()) {
            rows.computeIfAbsent(key(cell, result), key -> new LinkedHashMap<>())
                    .merge(cell.stage(), cell.secondsPerYear(), Double::sum);
        }
        var list = new ArrayList<CauseRow>();
        rows.forEach((key, stages) -> list.add(row(key, stages, causes.total())));
        list.sort(Comparator.comparingDouble(CauseRow::share).reversed());
        return List.copyOf(list);
    }

    private static Key key(Cause cell, Result result) {
        String part = result.part(cell.part())
                .filter(found -> found.level().equals("instance"))
                .map(Part::within)
                .orElse(cell.part());
        for (String name : List.of(cell.part(), part)) {
            for (String between : List.of(": ", " ")) {
                if (!name.isEmpty() && cell.root().startsWith(name + between)) {
                    String fault = cell.root().substring(name.length() + between.length());
                    return new Key(part + " · " + fault, part);
                }
            }
        }
        return new Key(cell.root(), part);
    }

    private static CauseRow row(Key key, Map<String, Double> stages, double total) {
        double seconds = stages.values().stream().mapToDouble(value -> value).sum();
        List<CauseRow.Portion> portions = stages.entrySet().stream()
                .map(stage ->
                        new CauseRow.Portion(stage.getKey(), share(stage.getValue(), total), aYear(stage.getValue())))
                .sorted(Comparator.comparingDouble(CauseRow.Portion::share).reversed())
                .toList();
        return new CauseRow(key.title(), key.part(), share(seconds, total), aYear(seconds), portions);
    }

    private static double share(double seconds, double total) {
        return total > 0 ? seconds / total : 0;
    }

    private static String aYear(double seconds) {
        return Figures.duration(seconds) + " a year";
    }
}
