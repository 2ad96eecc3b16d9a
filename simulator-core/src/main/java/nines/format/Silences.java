package nines.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.model.Common;
import nines.model.Component;
import nines.model.Kind;
import nines.model.Silence;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/** What silence means where a rule decides and not one value: instances, failure modes, take-over. */
final class Silences {

    /** The stages of a repair that its crew may bring. */
    private static final Set<String> STAGES = Set.of("acknowledgement", "travel", "fix");

    private static final Map<String, String> PARTS = Map.of(
            "Journey",
            "journey",
            "HealthCheck",
            "check",
            "Repair",
            "repair",
            "Failover",
            "failover",
            "RunSettings",
            "run",
            "Scenario",
            "file",
            "Common",
            "component");

    private final Node.Entries root;
    private final Silence set;

    /** @param root the file, written out */
    Silences(Node.Entries root, Silence set) {
        this.root = root;
        this.set = set;
    }

    Silence set() {
        return set;
    }

    /**
     * The value of a key that is not written, in the words of the language; empty: absent.
     *
     * @param owner the block it would stand in
     */
    String of(Shape shape, Field field, Node.Entries owner, Block block) {
        String crews = block.of().equals("repair") ? ofRepair(field.key(), owner) : "";
        if (!crews.isEmpty()) {
            return crews;
        }
        String text = field.silence(set);
        boolean probe = block.of().equals("check") && field.key().equals("timeout");
        String interval = probe ? owner.text("interval") : null;
        if (interval != null && isShorter(interval, text)) {
            return interval;
        }
        if (!text.isEmpty()) {
            return text;
        }
        return switch (block.of()) {
            case "component" -> ofComponent(shape, field.key(), owner);
            case "failover" -> field.key().equals("detection") ? detection(owner, block.kind()) : "";
            case "run" -> field.key().equals("horizon") ? horizon(owner) : "";
            case "file" -> Set.of("targets", "measure", "run").contains(field.key()) ? "{}" : "";
            case "journey" -> field.key().equals("targets") ? "{}" : "";
            default -> "";
        };
    }

    private static boolean isShorter(String interval, String than) {
        try {
            return Dimension.DURATION.read(interval) < Dimension.DURATION.read(than);
        } catch (TextProblem e) {
            return false;
        }
    }

    /**
     * What kind of block is being filled in, and the kind of the component around it.
     *
     * @param word tells one such pair from another
     */
    record Block(String of, @Nullable Kind kind, String word) {
        static final Block PLAIN = new Block("", null);

        Block(String of, @Nullable Kind kind) {
            this(of, kind, of + (kind == null ? "" : ":" + kind.name()) + ' ');
        }
    }

    /** The keys of the same block whose values decide what silence means for a key. */
    List<String> followed(String key, Block block) {
        return switch (block.of()) {
            case "component" ->
                switch (key) {
                    case "instances", "fails" -> List.of("in");
                    case "dormancy" -> List.of("standby");
                    case "failover" -> List.of("instances", "active", "in", "stands-by-for");
                    default -> List.of();
                };
            case "check" -> key.equals("timeout") ? List.of("interval") : List.of();
            case "repair" -> STAGES.contains(key) ? List.of("crew") : List.of();
            case "failover" -> key.equals("detection") ? List.of("health-check") : List.of();
            case "run" -> key.equals("horizon") ? List.of("fidelity") : List.of();
            default -> List.of();
        };
    }

    private String ofComponent(Shape shape, String key, Node.Entries owner) {
        Kind kind = shape.type().getAnnotation(Kind.class);
        boolean field = set == Silence.FIELD;
        return switch (key) {
            case "instances" -> Integer.toString(placed(owner.get("in")));
            case "needed" -> kind.needed();
            case "dormancy" -> dormancy(owner.text("standby"));
            case "restart" -> field ? kind.restart() : "0s";
            case "fails" -> field ? fails(kind, owner) : "";
            case "failover" -> field && takesOver(kind, owner) ? kind.failover() : "";
            case "health-check" -> field && kind.name().equals("balancer") ? "catalogue:check.haproxy" : "";
            case "queue" -> field && kind.name().equals("server") ? "{ capacity: 100 }" : "";
            default -> "";
        };
    }

    /** The sum of the counts of {@code in}; one where there are none. */
    private static int placed(@Nullable Node in) {
        if (!(in instanceof Node.Entries counts)) {
            return 1;
        }
        int sum = 0;
        for (Node.Entry entry : counts.entries().values()) {
            String text = entry.value() instanceof Node.Plain plain ? plain.text() : "";
            sum += text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        }
        return Math.max(1, Math.min(sum, Limits.INSTANCES + 1));
    }

    private static String dormancy(@Nullable String standby) {
        return "cold".equals(standby) ? "0%" : "warm".equals(standby) ? "50%" : "100%";
    }

    private boolean takesOver(Kind kind, Node.Entries owner) {
        int instances = instances(owner);
        String active = owner.text("active");
        boolean standsBy = active != null && active.matches("[0-9]{1,7}") && Integer.parseInt(active) < instances;
        return standsBy || (kind.name().equals("database") && instances >= 2) || owner.has("stands-by-for");
    }

    private static int instances(Node.Entries owner) {
        String text = owner.text("instances");
        return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : placed(owner.get("in"));
    }

    /** On a host that fails, or under an orchestrator that does, only the software of a component fails by itself. */
    private String fails(Kind kind, Node.Entries owner) {
        boolean software = kind.fails().contains(" crash: ") && isOnFailingHost(owner.get("in"));
        return software ? "{ crash: { like: catalogue:sw.process.crash, common-cause: 5% } }" : kind.fails();
    }

    private boolean isOnFailingHost(@Nullable Node in) {
        if (!(root.get("places") instanceof Node.Entries places)) {
            return false;
        }
        Deque<String> todo = new ArrayDeque<>(placesIn(in));
        Set<String> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            String name = todo.pop();
            Node node = places.has(name) ? places.get(name) : places.get(name.replaceAll("-[1-9][0-9]*$", ""));
            if (seen.add(name) && node instanceof Node.Entries place) {
                if ("host".equals(place.text("kind")) && place.get("fails") instanceof Node.Entries) {
                    return true;
                }
                todo.addAll(placesIn(place.get("in")));
            }
        }
        return false;
    }

    private static List<String> placesIn(@Nullable Node in) {
        if (in instanceof Node.Plain plain) {
            return List.of(plain.text());
        }
        if (in instanceof Node.Entries counts) {
            return List.copyOf(counts.entries().keySet());
        }
        return in instanceof Node.Items list
                ? list.items().stream().flatMap(item -> placesIn(item).stream()).toList()
                : List.of();
    }

    private String ofRepair(String key, Node.Entries owner) {
        String crew = owner.text("crew");
        return STAGES.contains(key) && crew != null && crewStage(crew, key) instanceof Node.Plain plain
                ? plain.text()
                : "";
    }

    /** A crew's own stage, the default of the repairs it does. */
    @Nullable
    Node crewStage(String crew, String key) {
        return root.get("crews") instanceof Node.Entries crews && crews.get(crew) instanceof Node.Entries entry
                ? entry.get(key)
                : null;
    }

    private String detection(Node.Entries failover, @Nullable Kind kind) {
        if (failover.has("health-check")) {
            return "";
        }
        if (set == Silence.TEXTBOOK || kind == null || kind.failover().isEmpty()) {
            return "0s";
        }
        String id = kind.failover().substring("catalogue:".length());
        Node block = CatalogueBlocks.of(Shape.of(nines.model.Failover.class), id);
        String text = block instanceof Node.Entries entries ? entries.text("detection") : null;
        return text == null ? "0s" : text;
    }

    private static String horizon(Node.Entries run) {
        return "requests".equals(run.text("fidelity")) ? "1h" : "10y";
    }

    /** The block's part in the rules above. */
    static Block block(Shape shape, Block around) {
        Class<?> type = shape.type();
        Kind kind = type.getAnnotation(Kind.class);
        if (kind != null && Component.class.isAssignableFrom(type)) {
            return new Block("component", kind);
        }
        return new Block(PARTS.getOrDefault(type.getSimpleName(), ""), around.kind());
    }

    /** Keys that every kind has. */
    static boolean isCommon(String key) {
        return Shape.of(Common.class).field(key) != null;
    }
}
