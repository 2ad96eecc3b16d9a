package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Acts;
import nines.model.Block;
import nines.model.Call;
import nines.model.Common;
import nines.model.Component;
import nines.model.Crew;
import nines.model.Event;
import nines.model.Failback;
import nines.model.Failover;
import nines.model.Group;
import nines.model.HealthCheck;
import nines.model.Journey;
import nines.model.Key;
import nines.model.Kind;
import nines.model.Later;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Repair;
import nines.model.Retry;
import nines.model.Scenario;
import nines.model.Shock;
import nines.model.Spare;
import nines.model.Tolerance;
import nines.model.Traffic;
import nines.model.Type;
import org.jspecify.annotations.Nullable;

/** The tables of the language page, made from the same descriptions as the reader. */
public final class ReferencePage {

    private static final String HEAD =
            "| key | type | default | mechanism | fidelity | meaning |\n|---|---|---|---|---|---|\n";

    /** What a reader meets first; blocks inside these follow in the order in which they are met. */
    private static final List<Class<?>> ORDER = List.of(
            Scenario.class,
            Place.class,
            Group.class,
            Common.class,
            Mode.class,
            Shock.class,
            Repair.class,
            Failover.class,
            Failback.class,
            HealthCheck.class,
            Call.class,
            Journey.class,
            Tolerance.class,
            Traffic.class,
            Retry.class,
            Crew.class,
            Crew.Shift.class,
            Spare.class,
            Event.class);

    private final StringBuilder text = new StringBuilder();
    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private final List<Class<?>> todo = new ArrayList<>();

    private ReferencePage() {}

    /** Section 2.4: every block with its keys. */
    public static String blocks() {
        ReferencePage page = new ReferencePage();
        page.todo.addAll(ORDER);
        for (int i = 0; i < page.todo.size(); i++) {
            Class<?> type = page.todo.get(i);
            if (!page.seen.add(type)) {
                continue;
            }
            if (type == Tolerance.class) {
                page.conditions();
            }
            page.table(type);
            if (type == Event.class) {
                page.verbs();
            }
        }
        return page.text.toString();
    }

    /** Section 2.5: the keys of each kind of component. */
    public static String kinds() {
        StringBuilder text = new StringBuilder("| kind | key | type | default | mechanism | fidelity | meaning |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        Shape.kinds().forEach((word, type) -> {
            String name = "`" + word + "`";
            Kind kind = type.getAnnotation(Kind.class);
            String later = later(type.getAnnotation(Later.class));
            text.append("| " + name + " |  |  |  |  |  | **" + kind.says() + "**" + later + " |\n");
            for (Field field : Shape.of(type).fields().values()) {
                if (!Silences.isCommon(field.key())) {
                    text.append("|  ").append(row(field)).append('\n');
                }
            }
        });
        return text.toString();
    }

    /** The failure modes, restarts and take-overs of silence, by kind. */
    public static String silence() {
        StringBuilder text = new StringBuilder("| kind | `fails` | `restart` | `failover` |\n|---|---|---|---|\n");
        Shape.kinds().forEach((word, type) -> {
            Kind kind = type.getAnnotation(Kind.class);
            text.append("| `" + word + "` | " + code(kind.fails(), "never") + " | " + code(kind.restart(), "0s") + " | "
                    + code(kind.failover(), "at once, always works") + " |\n");
        });
        return text.toString();
    }

    private static String code(String text, String none) {
        return text.isEmpty() ? none : "`" + text + "`";
    }

    private void table(Class<?> type) {
        Block block = type.getAnnotation(Block.class);
        if (block != null) {
            text.append("**" + block.title() + "** (`" + block.path() + "`)\n\n");
            if (!block.shortFor().isEmpty()) {
                text.append("A plain value stands for `" + block.shortFor() + "`.\n\n");
            }
            text.append(HEAD);
        }
        Map<String, Field> fields = new LinkedHashMap<>(Shape.of(type).fields());
        for (Field field : fields.values()) {
            if (block != null) {
                text.append(row(field)).append('\n');
            }
            follow(field);
        }
        text.append(block == null ? "" : "\n");
    }

    private void follow(Field field) {
        if (field.type() == Type.CONDITION) {
            todo.add(Tolerance.class);
        } else if (field.element() == Component.class) {
            Shape.kinds()
                    .values()
                    .forEach(kind -> Shape.of(kind).fields().values().forEach(this::follow));
        } else if (field.element() == Event.class) {
            todo.add(Event.class);
        } else if (field.isBlock()) {
            todo.add(field.element());
        }
    }

    private void verbs() {
        text.append("**Events: what, exactly one of** (`events.*`)\n\n");
        text.append(
                "| verb | key | type | default | mechanism | fidelity | meaning |\n|---|---|---|---|---|---|---|\n");
        Shape.verbs().forEach((word, verb) -> {
            String later = later(verb.getAnnotation(Later.class));
            boolean first = true;
            for (Field field : Shape.of(verb).fields().values()) {
                String row = row(field);
                if (first && !later.isEmpty()) {
                    row = row.substring(0, row.length() - 2) + later + " |";
                }
                text.append(first ? "| `" + word + "` " : "|  ").append(row).append('\n');
                first = false;
                follow(field);
            }
        });
        text.append('\n');
    }

    private void conditions() {
        text.append("**Conditions** (`needs`)\n\n").append(HEAD);
        text.append("| `all` | list of condition |  | M46 | S | a name or a list alone means `all` |\n");
        text.append("| `any` | list of condition |  | M46 | S | at least one of them |\n");
        text.append("| `at-least` | count |  | M46 | S | together with `of` |\n");
        text.append("| `of` | list of condition |  | M46 | S | names count each of their instances, a nested condition"
                + " counts one |\n");
        text.append("| `tolerates` | tolerance | 0s | M44 M07 M04 | S | how long it can do without |\n\n");
    }

    /** One line of a table, from the key on. */
    private static String row(Field field) {
        Key key = field.meta();
        return "| `" + field.key() + "` | " + type(field) + " | " + silence(field) + " | " + key.mechanism() + " | "
                + fidelity(key.acts()) + " | " + escaped(key.says()) + later(field.later()) + " |";
    }

    private static String later(@Nullable Later later) {
        return later == null ? "" : " *(later: " + later.value() + ")*";
    }

    private static String type(Field field) {
        String one = switch (field.type()) {
            case WORD ->
                String.join(
                        " \\| ",
                        Amounts.words(field).stream().map(w -> "`" + w + "`").toList());
            case BLOCK -> KebabCase.of(field.element().getSimpleName()).substring(1);
            default -> field.type().word();
        };
        boolean plural = one.endsWith("s") && !field.isBlock();
        return switch (field.holds()) {
            case ONE -> one;
            case LIST -> plural ? one : "list of " + one;
            default -> one.equals("changes") ? one : "map of " + one;
        };
    }

    private static String silence(Field field) {
        Key key = field.meta();
        if (key.required()) {
            return "required";
        }
        if (!key.silent().isEmpty()) {
            return escaped(key.silent());
        }
        String textbook = key.textbook();
        return textbook.equals(Key.SAME) || textbook.equals(key.field())
                ? key.field()
                : textbook + " (field: " + key.field() + ")";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }

    private static String fidelity(Acts acts) {
        return switch (acts) {
            case STRUCTURAL -> "S";
            case REQUESTS -> "R";
            case BOTH -> "S R";
        };
    }
}
