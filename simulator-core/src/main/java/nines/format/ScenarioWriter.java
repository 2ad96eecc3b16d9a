package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import nines.model.Component;
import nines.model.Condition;
import nines.model.CrewOrder;
import nines.model.Event;
import nines.model.Hits;
import nines.model.HowMany;
import nines.model.Journey;
import nines.model.Placement;
import nines.model.Scenario;
import nines.model.Selector;
import nines.model.Sides;
import nines.model.Source;
import nines.model.Tolerance;
import nines.model.Type;
import nines.model.Variant;
import nines.model.Written;
import nines.quantity.Dimension;
import nines.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * Writes a scenario as a file: what its author said, or with every silence written out and its
 * source beside it. Both are scenario files with the same meaning.
 */
public final class ScenarioWriter {

    /** How much is written. */
    public enum Form {
        /** What is not a default. */
        SHORT,
        /** Everything, each default with its source in a comment. */
        WITH_DEFAULTS
    }

    private final Scenario scenario;
    private final boolean all;

    private ScenarioWriter(Scenario scenario, Form form) {
        this.scenario = scenario;
        this.all = form == Form.WITH_DEFAULTS;
    }

    /** The scenario as YAML. */
    public static String yaml(Scenario scenario, Form form) {
        return YamlText.of(new ScenarioWriter(scenario, form).file());
    }

    /** The scenario as JSON; it has no comments, so sources are left out. */
    public static String json(Scenario scenario, Form form) {
        return JsonText.of(new ScenarioWriter(scenario, form).file());
    }

    /**
     * One entry with every silence written out and its source in a comment, as {@code section: entry:} of a file; empty if
     * there is no such entry.
     */
    public static String entry(Scenario scenario, String section, String name) {
        Draft.Block file = new ScenarioWriter(scenario, Form.WITH_DEFAULTS).file(section);
        Draft.Block entry = new Draft.Block();
        Draft written = file.entries().get(section) instanceof Draft.Block block
                ? block.entries().get(name)
                : null;
        if (written != null) {
            Draft.Block one = new Draft.Block();
            one.put(name, written);
            entry.put(section, one);
        }
        return YamlText.of(entry);
    }

    private Draft.Block file(String section) {
        Draft.Block file = new Draft.Block();
        Shape.of(Scenario.class).values(scenario).forEach((field, value) -> {
            Draft draft = field.key().equals(section) ? section(field, value) : null;
            if (draft != null) {
                file.put(section, draft);
            }
        });
        return file;
    }

    private Draft.Block file() {
        Draft.Block file = new Draft.Block();
        file.put("nines", Draft.number("1"));
        Shape.of(Scenario.class).values(scenario).forEach((field, value) -> {
            Draft draft = field.isBlock() && field.holds() == Field.Holds.MAP
                    ? section(field, value)
                    : ofKey(field, value, field.key());
            if (draft != null && !draft.isEmpty()) {
                file.put(field.key(), draft);
            }
        });
        return file;
    }

    private @Nullable Draft section(Field field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> entries)) {
            return null;
        }
        Draft.Block section = new Draft.Block();
        entries.forEach((name, entry) -> {
            Draft.Block block = named(String.valueOf(name), entry);
            boolean silent = field.element() == Journey.class && !all && block.isEmpty();
            if (!silent) {
                section.put(String.valueOf(name), block);
            }
        });
        return section;
    }

    private Draft.Block named(String name, @Nullable Object entry) {
        Draft.Block block = new Draft.Block();
        if (entry instanceof Component component) {
            block.put("kind", Draft.text(component.kind()));
        }
        if (entry != null) {
            about(entry, block);
            fill(entry, name, block);
        }
        return block;
    }

    /** The text of an entry, the only component of a record that is a key without being described as one. */
    private static void about(Object entry, Draft.Block block) {
        Object of = entry instanceof Component component ? component.common() : entry;
        try {
            Object about = of.getClass().getMethod("about").invoke(of);
            if (about instanceof String text) {
                block.put("about", Draft.text(text));
            }
        } catch (NoSuchMethodException e) {
            // A block without a name has no text either.
            return;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read the text of " + of.getClass(), e);
        }
    }

    private void fill(Object record, String path, Draft.Block block) {
        Shape shape =
                record instanceof Event event ? Shape.event(event.verb().getClass()) : Shape.of(record.getClass());
        shape.values(record).forEach((field, value) -> {
            if (!block.has(field.key())) {
                boolean inherited = record instanceof Journey && value != null && value.equals(scenario.targets());
                Draft draft =
                        inherited ? null : ofKey(field, value, path.isEmpty() ? field.key() : path + "." + field.key());
                if (draft != null) {
                    block.put(field.key(), draft);
                }
            }
        });
    }

    private @Nullable Draft ofKey(Field field, @Nullable Object value, String path) {
        Component owner =
                field.key().equals("instances") ? scenario.components().get(path.replace(".instances", "")) : null;
        boolean counted =
                owner != null && owner.common().in().stream().anyMatch(placement -> placement.count() != null);
        if (counted) {
            return null; // the counts of `in` say it
        }
        Source source = scenario.sources().get(path);
        boolean silent = source instanceof Source.Default || (source instanceof Source.Catalogue c && c.silent());
        if (field.isBlock()) {
            return block(field, value, path, source);
        }
        if (value == null) {
            return source == null || (silent && !all)
                    ? null
                    : Draft.text(source.text()).because(source);
        }
        if (silent && !all) {
            return null;
        }
        boolean empty =
                (value instanceof List<?> list && list.isEmpty()) || (value instanceof Map<?, ?> map && map.isEmpty());
        if (empty) {
            return null;
        }
        String written = source == null ? "" : source.text();
        boolean reference = written.startsWith("catalogue:") || (written.startsWith("$") && !written.contains(" "));
        Draft draft = reference ? Draft.text(written) : many(field, value);
        return draft.because(source);
    }

    private @Nullable Draft block(Field field, @Nullable Object value, String path, @Nullable Source source) {
        if (value == null) {
            boolean said = source != null && !(source instanceof Source.Default);
            return source != null && (said || all) ? Draft.text(source.text()).because(source) : null;
        }
        if (value instanceof Map<?, ?> map) {
            if (map.isEmpty()) {
                boolean said = source != null && !(source instanceof Source.Default);
                return said || (all && field.key().equals("fails")) ? Draft.text("never") : null;
            }
            Draft.Block block = new Draft.Block();
            map.forEach((name, entry) -> {
                Draft.Block inner = new Draft.Block();
                about(entry, inner);
                fill(entry, path + "." + name, inner);
                if (!inner.isEmpty()) {
                    block.put(String.valueOf(name), inner);
                }
            });
            return block.isEmpty() ? null : block;
        }
        if (value instanceof List<?> list) {
            List<Draft> items = new ArrayList<>();
            int number = 1;
            for (Object entry : list) {
                Draft.Block inner = new Draft.Block();
                fill(entry, list.size() == 1 ? path : path + "." + number++, inner);
                if (!inner.isEmpty()) {
                    items.add(inner);
                }
            }
            return items.isEmpty() ? null : Draft.items(items);
        }
        Draft.Block block = new Draft.Block();
        fill(value, path, block);
        return block.isEmpty() ? null : block;
    }

    private Draft many(Field field, Object value) {
        if (value instanceof List<?> list) {
            if (field.type() == Type.PLACEMENT) {
                return placement(list);
            }
            List<Draft> items = new ArrayList<>();
            list.forEach(item -> items.add(one(field, item)));
            return items.size() == 1 && field.type() != Type.FACTOR ? items.get(0) : Draft.items(items);
        }
        if (value instanceof Map<?, ?> map) {
            Draft.Block block = new Draft.Block();
            boolean branches = field.type() == Type.BRANCHES;
            if (branches && map.size() == 1) {
                return Draft.text(String.valueOf(map.keySet().iterator().next()));
            }
            map.forEach((key, entry) -> block.put(String.valueOf(key), one(field, entry)));
            return block;
        }
        return one(field, value);
    }

    private Draft one(Field field, Object value) {
        if (value instanceof String text) {
            return Draft.text(text);
        }
        if (value instanceof Boolean flag) {
            return Draft.number(flag.toString());
        }
        if (value instanceof Integer count) {
            return count == Integer.MAX_VALUE ? Draft.text("unlimited") : Draft.number(count.toString());
        }
        if (value instanceof Enum<?> word) {
            return Draft.text(KebabCase.of(word));
        }
        if (value instanceof Double number) {
            return Draft.text(amount(number, field.type()));
        }
        if (value instanceof Distribution law) {
            return Draft.text(law.text(dimension(field.type())));
        }
        if (value instanceof HowMany howMany) {
            return howMany instanceof HowMany.Exactly ? Draft.number(howMany.text()) : Draft.text(howMany.text());
        }
        if (value instanceof Money money) {
            return Draft.text(money.text());
        }
        if (value instanceof Selector selector) {
            return Draft.text(selector.text());
        }
        return special(value);
    }

    private Draft special(Object value) {
        if (value instanceof Hits hits) {
            return Draft.text(
                    hits instanceof Hits.Each each
                            ? Percents.of(each.chance())
                            : hits instanceof Hits.Some some ? some.count().text(Dimension.COUNT) : "all");
        }
        if (value instanceof Condition condition) {
            return condition(condition);
        }
        if (value instanceof CrewOrder order) {
            return order instanceof CrewOrder.Urgency urgency
                    ? Draft.items(urgency.components().stream().map(Draft::text).toList())
                    : Draft.text(KebabCase.of(order.getClass().getSimpleName()).substring(1));
        }
        if (value instanceof Sides sides) {
            return sides(sides);
        }
        if (value instanceof Variant variant) {
            return variant(variant);
        }
        if (value instanceof Written written) {
            return written(written);
        }
        if (value instanceof List<?> list) {
            return Draft.items(
                    list.stream().map(item -> written((Written) item)).toList());
        }
        throw new IllegalStateException("no spelling for " + value.getClass());
    }

    private static String amount(double number, Type type) {
        if (number == Double.POSITIVE_INFINITY) {
            return type == Type.DURATION ? "never" : "unlimited";
        }
        return dimension(type).exact(number);
    }

    private static Dimension dimension(Type type) {
        return switch (type) {
            case SHARE, SHARE_DIST, BRANCHES -> Dimension.SHARE;
            case FACTOR, FACTOR_DIST -> Dimension.FACTOR;
            case RATE -> Dimension.RATE;
            case BYTES -> Dimension.BYTES;
            case BANDWIDTH, BANDWIDTH_DIST -> Dimension.BANDWIDTH;
            case PER_BYTE -> Dimension.PER_BYTE;
            case HITS -> Dimension.COUNT;
            default -> Dimension.DURATION;
        };
    }

    private static Draft placement(List<?> list) {
        Draft.Block counts = new Draft.Block();
        List<Draft> names = new ArrayList<>();
        for (Object item : list) {
            Placement placement = (Placement) item;
            if (placement.count() != null) {
                counts.put(placement.place(), Draft.number(placement.count().toString()));
            }
            names.add(Draft.text(placement.place()));
        }
        return !counts.isEmpty() ? counts : names.size() == 1 ? names.get(0) : Draft.items(names);
    }

    private Draft condition(Condition condition) {
        if (condition instanceof Condition.Works works) {
            return Draft.text(works.who().text());
        }
        Draft.Block block = new Draft.Block();
        if (condition instanceof Condition.All all) {
            block.put("all", conditions(all.of()));
        } else if (condition instanceof Condition.Any any) {
            block.put("any", conditions(any.of()));
        } else if (condition instanceof Condition.AtLeast atLeast) {
            block.put("at-least", Draft.number(Integer.toString(atLeast.count())));
            block.put("of", conditions(atLeast.of()));
        }
        Tolerance tolerates = condition.tolerates();
        if (tolerates != null) {
            Draft.Block inner = new Draft.Block();
            Shape.of(Tolerance.class).values(tolerates).forEach((field, value) -> {
                if (value != null) {
                    inner.put(field.key(), one(field, value));
                }
            });
            block.put("tolerates", inner);
        }
        return block;
    }

    private Draft conditions(List<Condition> conditions) {
        return Draft.items(conditions.stream().map(this::condition).toList());
    }

    private static Draft sides(Sides sides) {
        Draft one =
                Draft.items(sides.one().stream().map(s -> Draft.text(s.text())).toList());
        Draft other = Draft.items(
                sides.other().stream().map(s -> Draft.text(s.text())).toList());
        if (!sides.oneWay()) {
            return Draft.items(List.of(one, other));
        }
        Draft.Block block = new Draft.Block();
        block.put("from", one);
        block.put("to", other);
        return block;
    }

    private static Draft variant(Variant variant) {
        Draft.Block block = new Draft.Block();
        if (variant.about() != null) {
            block.put("about", Draft.text(variant.about()));
        }
        if (variant.like() != null) {
            block.put("like", Draft.text(variant.like()));
        }
        variant.changes().forEach((path, value) -> block.put(path, written(value)));
        return block;
    }

    private static Draft written(Written written) {
        if (written instanceof Written.Plain plain) {
            boolean number = plain.text().matches("-?[0-9]{1,9}|true|false");
            return number ? Draft.number(plain.text()) : Draft.text(plain.text());
        }
        if (written instanceof Written.Items list) {
            return Draft.items(
                    list.items().stream().map(ScenarioWriter::written).toList());
        }
        if (written instanceof Written.Entries entries) {
            Draft.Block block = new Draft.Block();
            Map<String, Written> map = new LinkedHashMap<>(entries.entries());
            map.forEach((key, value) -> block.put(key, written(value)));
            return block;
        }
        return Draft.number("null");
    }
}
