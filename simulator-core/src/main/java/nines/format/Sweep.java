package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nines.model.Written;

/** Values to walk through: the section {@code sweep} of a file, or the like on the command line. */
public final class Sweep {
    private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,6}) to (-?[0-9]{1,6})");

    private Sweep() {}

    /** Reads {@code path=values}, written as in a file: {@code web.instances=1 to 6}, {@code success=[90%, 99%]}. */
    public static Map.Entry<String, List<Written>> parse(String text) {
        Change line = Change.parse(text);
        List<Written> values = values(line.value());
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a sweep takes values: `" + text
                    + "`. Write for example `web.instances=1 to 6` or `db.failover.success=[90%, 99%]`.");
        }
        if (values.size() > Limits.SWEEP_VALUES) {
            throw new IllegalArgumentException(
                    "more than " + Limits.SWEEP_VALUES + " values to walk through: `" + text + "`.");
        }
        return Map.entry(line.path(), values);
    }

    /** A list's items, a range's numbers, or the one value; at most one more than allowed, empty for a block. */
    static List<Written> values(Written written) {
        if (written instanceof Written.Items items) {
            return items.items();
        }
        if (!(written instanceof Written.Plain plain)) {
            return List.of();
        }
        Matcher range = RANGE.matcher(plain.text());
        if (!range.matches()) {
            return List.of(plain);
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        List<Written> list = new ArrayList<>();
        for (int i = from; i <= Math.min(to, from + Limits.SWEEP_VALUES); i++) {
            list.add(new Written.Plain(Integer.toString(i)));
        }
        return list;
    }

    /** How many points the cross product has. */
    public static long size(Map<String, List<Written>> sweep) {
        return sweep.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    /** Every point of the cross product, the last line walking fastest. */
    public static List<List<Change>> points(Map<String, List<Written>> sweep) {
        List<List<Change>> points = List.of(List.of());
        for (Map.Entry<String, List<Written>> line : sweep.entrySet()) {
            List<List<Change>> longer = new ArrayList<>();
            for (List<Change> point : points) {
                for (Written value : line.getValue()) {
                    List<Change> next = new ArrayList<>(point);
                    next.add(new Change(line.getKey(), value, "sweep " + line.getKey() + "=" + text(value)));
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    /** A value in one line, as the language writes it. */
    public static String text(Written written) {
        if (written instanceof Written.Plain plain) {
            return plain.text();
        }
        if (written instanceof Written.Items items) {
            return items.items().stream().map(Sweep::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (written instanceof Written.Entries block) {
            return block.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return "null";
    }
}
