package nines.format;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nines.catalogue.Catalogue;
import nines.model.Scenario;
import nines.model.Silence;
import nines.model.Variant;
import nines.model.Written;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of a file's tree: changes, parameters, short forms, silence, records, checks; in this order. */
final class Meaning {

    private static final Set<String> NOT_BUILT = Set.of("parameters", "templates", "variants", "sweep");

    private final Node tree;
    private final Folder folder;
    private final Problems problems;
    private final Set<Set<String>> circles = new HashSet<>();

    Meaning(Node tree, Folder folder, Problems problems) {
        this.tree = tree;
        this.folder = folder;
        this.problems = problems;
    }

    Reading read(List<Change> changes, @Nullable String variant) {
        if (tree instanceof Node.Nothing) {
            problems.add(Code.N100, Spot.of(1, 1), "", "the file is empty. `nines new` writes one to start from.");
            return new Reading(null, problems.inOrder());
        }
        if (!(tree instanceof Node.Entries written)) {
            problems.add(
                    Code.N121,
                    tree.spot(),
                    "",
                    "a scenario is a block with `nines`, `name`, `components`; not " + tree.what() + ".");
            return new Reading(null, problems.inOrder());
        }
        if (!isThisVersion(written)) {
            return new Reading(null, problems.inOrder());
        }
        Set<String> sections =
                new LinkedHashSet<>(Shape.of(Scenario.class).fields().keySet());
        sections.addAll(Binder.BESIDE);
        Node.Entries file = Strays.mended(written, sections, problems);
        if (file.get("journeys") instanceof Node.Entries journeys
                && journeys.entries().size() > Limits.JOURNEYS) {
            problems.add(
                    Code.N119,
                    journeys.spot(),
                    "journeys",
                    "there are " + journeys.entries().size() + " journeys; at most " + Limits.JOURNEYS
                            + " are possible.");
            return new Reading(null, problems.inOrder());
        }
        isThisCatalogue(file);
        Map<String, Variant> variants = variants(file);
        Map<String, List<Written>> sweep = sweep(file);
        Node.Entries changed = file;
        if (variant != null) {
            if (!variants.containsKey(variant)) {
                problems.add(
                        Code.N102,
                        new Spot(0, 0, "--variant " + variant),
                        "variants",
                        "there is no variant `" + variant + "`. Variants are " + String.join(", ", variants.keySet())
                                + "." + DidYouMean.hint(variant, variants.keySet()));
                return new Reading(null, problems.inOrder());
            }
            changed = withVariant(file, changed, variant, new LinkedHashSet<>(), problems);
        }
        Paths paths = new Paths(problems);
        for (Change change : changes) {
            Spot spot = new Spot(0, 0, change.by());
            changed = paths.set(changed, change.path(), Writing.node(change.value(), spot), spot);
        }
        Scenario scenario = scenario(changed, variants, sweep, problems, true);
        if (variant == null && changes.isEmpty()) {
            checkAlternatives(file, variants, sweep);
        }
        return new Reading(problems.hasMistakes() ? null : scenario, problems.inOrder());
    }

    /** Numbers of another edition would be other numbers: better none than those. */
    private void isThisCatalogue(Node.Entries file) {
        String ours = Catalogue.bundled().edition();
        if (file.get("catalogue") instanceof Node.Plain pin
                && !pin.text().equals("newest")
                && !pin.text().equals("edition " + ours)) {
            problems.add(
                    Code.N132,
                    pin.spot(),
                    "catalogue",
                    pin.text().matches("edition [0-9]{4}-[0-9]{2}-[0-9]{2}")
                            ? "`" + pin.text() + "` of the catalogue is pinned, and this program has the edition of "
                                    + ours
                                    + ": its defaults may differ. Take out the pin to use them, or the version of"
                                    + " Nines that has the other edition."
                            : "`catalogue` takes `newest` or an edition such as `edition " + ours + "`, not `"
                                    + pin.text() + "`.");
        }
    }

    private boolean isThisVersion(Node.Entries file) {
        Node version = file.get("nines");
        if (version == null) {
            String hint = DidYouMean.nearest("nines", file.entries().keySet())
                    .map(near -> " Is `" + near + "` meant?")
                    .orElse("");
            problems.add(
                    Code.N118,
                    Spot.of(1, 1),
                    "nines",
                    "the first line of a scenario is `nines: 1`; it is missing." + hint);
            return true;
        }
        if (version instanceof Node.Plain plain && plain.text().equals("1")) {
            return true;
        }
        boolean newer = version instanceof Node.Plain plain && plain.text().matches("[1-9][0-9]{0,5}(\\.[0-9]+)?");
        problems.add(
                Code.N118,
                version.spot(),
                "nines",
                newer
                        ? "`nines: " + ((Node.Plain) version).text()
                                + "` is newer than this program understands (1). Update Nines, or see its CHANGELOG for"
                                + " what changed."
                        : "`nines` names the version of the language: write `nines: 1`, not " + version.what() + ".");
        return !newer;
    }

    /** The file's meaning; null if it has none. */
    private @Nullable Scenario scenario(
            Node.Entries written,
            Map<String, Variant> variants,
            Map<String, List<Written>> sweep,
            Problems problems,
            boolean told) {
        Unknowns unknowns = new Unknowns();
        mayDefineNames(written, unknowns);
        Names names = Names.of(written, problems, unknowns);
        Node.Entries values =
                written.get("parameters") instanceof Node.Entries block ? block : Node.Entries.empty(written.spot());
        Parameters parameters = new Parameters(values, problems, unknowns);
        Map<String, Node.Entry> sections = new LinkedHashMap<>();
        written.entries().forEach((key, entry) -> {
            if (!NOT_BUILT.contains(key)) {
                sections.put(key, entry);
            }
        });
        Node.Entries built = parameters.in(written.holding(sections));
        if (written.get("templates") instanceof Node.Entries templates) {
            built = built.with("templates", new Node.Entry(templates.spot(), parameters.in(templates)));
        }
        Silence set = silence(built);
        Expansion expansion = new Expansion(built, problems, unknowns);
        Node.Entries full = Journeys.complete(expansion.file());
        boolean requests = asksForRequests(full);
        Notices notices = new Notices(requests);
        Blocks blocks = new Blocks(
                expansion,
                new Silences(full, set),
                new Values(names, folder, problems, unknowns),
                problems,
                notices,
                unknowns);
        Binder binder = new Binder(blocks, problems, notices, unknowns);
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        Map<String, Written> given = new LinkedHashMap<>();
        values.entries().forEach((key, entry) -> given.put(key, Writing.of(entry.value())));
        read.put("parameters", given);
        read.put("variants", variants);
        read.put("sweep", sweep);
        binder.bind(full, Shape.of(Scenario.class), read);
        Known known = new Known(binder.bound(), binder.spots(), problems, unknowns);
        new Checks(known).all();
        new Words(known).all();
        RunChecks runs = new RunChecks(binder.spots(), problems, unknowns);
        if (told) {
            runs.fidelity(read.get("run"));
        }
        runs.all(read.get("run"), read.get("measure"));
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        others.put("sources", binder.sources());
        Scenario scenario = (Scenario) Shape.of(Scenario.class).build(read, others);
        new NotSimulated(known).tell(scenario, requests);
        if (told) {
            notices.tell(problems);
            unused(written, parameters, expansion, sweep, problems, unknowns);
            new Warnings(scenario, known, unknowns).all();
            new Idle(scenario, known).all();
            new Overruled(scenario, known).all();
            new Unused(scenario, known, unknowns).all();
            if (!problems.hasErrors()) {
                new NotSimulated(known).tellOnceLaidOut(scenario, requests);
            }
        }
        return problems.hasMistakes() ? null : scenario;
    }

    /** Sections that nobody understood, and entries that stand twice, may hold what others refer to. */
    private static void mayDefineNames(Node.Entries file, Unknowns unknowns) {
        file.unsure().values().forEach(nodes -> nodes.forEach(unknowns::defines));
        file.entries().forEach((key, entry) -> {
            boolean named = Paths.NAMED.contains(key);
            boolean known = key.equals("nines") || key.startsWith("x-") || key.equals("$" + "schema");
            Field section = Shape.of(Scenario.class).field(key);
            if (!known && !named && section == null || named && !(entry.value() instanceof Node.Entries)) {
                unknowns.defines(entry.value());
            } else if (named && entry.value() instanceof Node.Entries entries) {
                entries.unsure().values().forEach(nodes -> nodes.forEach(unknowns::defines));
            }
        });
    }

    private static boolean asksForRequests(Node.Entries file) {
        return file.get("run") instanceof Node.Entries run && "requests".equals(run.text("fidelity"));
    }

    private static void unused(
            Node.Entries file,
            Parameters parameters,
            Expansion expansion,
            Map<String, List<Written>> sweep,
            Problems problems,
            Unknowns unknowns) {
        if (file.get("parameters") instanceof Node.Entries block) {
            block.entries().forEach((name, entry) -> {
                if (!parameters.used().contains(name)
                        && !name.startsWith("x-")
                        && !unknowns.mayBeUsed("parameters", name)) {
                    String swept = sweep.containsKey(name) ? " Sweeping it changes nothing." : "";
                    problems.add(
                            Code.W201,
                            entry.key(),
                            name,
                            "nothing uses parameter `" + name + "`: write `$" + name + "`." + swept);
                }
            });
        }
        if (file.get("templates") instanceof Node.Entries block) {
            block.entries().forEach((name, entry) -> {
                if (!expansion.usedTemplates().contains(name)
                        && !name.startsWith("x-")
                        && !unknowns.mayBeUsed("templates", name)) {
                    problems.add(Code.W201, entry.key(), name, "nothing is like template `" + name + "`.");
                }
            });
        }
    }

    private static Silence silence(Node.Entries file) {
        String text = file.text("defaults");
        return "textbook".equals(text) ? Silence.TEXTBOOK : Silence.FIELD;
    }

    private Map<String, Variant> variants(Node.Entries file) {
        Map<String, Variant> variants = new LinkedHashMap<>();
        Node section = file.get("variants");
        if (section == null) {
            return variants;
        }
        if (!(section instanceof Node.Entries entries)) {
            problems.add(
                    Code.N121,
                    section.spot(),
                    "variants",
                    "`variants` takes names with changes, not " + section.what() + ".");
            return variants;
        }
        entries.entries().forEach((name, entry) -> {
            Map<String, Written> changes = new LinkedHashMap<>();
            String about = null;
            String like = null;
            if (entry.value() instanceof Node.Entries block) {
                about = block.text("about");
                like = block.text("like");
                block.entries().forEach((path, change) -> {
                    if (!path.equals("about") && !path.equals("like") && !path.startsWith("x-")) {
                        changes.put(path, Writing.of(change.value()));
                    }
                });
                if (like != null && !entries.has(like)) {
                    problems.add(
                            Code.N125,
                            entry.key(),
                            "variants." + name,
                            "variant `" + name + "` is like `" + like + "`, which is no variant."
                                    + DidYouMean.hint(like, entries.entries().keySet()));
                    like = null;
                }
            } else {
                problems.add(
                        Code.N121,
                        entry.value().spot(),
                        "variants." + name,
                        "variant `" + name + "` takes changes, `path: value`, not "
                                + entry.value().what() + ".");
            }
            variants.put(name, new Variant(name, about, like, changes));
        });
        return variants;
    }

    private Map<String, List<Written>> sweep(Node.Entries file) {
        Map<String, List<Written>> sweep = new LinkedHashMap<>();
        Node section = file.get("sweep");
        if (section == null) {
            return sweep;
        }
        if (!(section instanceof Node.Entries entries)) {
            problems.add(
                    Code.N121, section.spot(), "sweep", "`sweep` takes paths with values, not " + section.what() + ".");
            return sweep;
        }
        entries.entries().forEach((path, entry) -> {
            if (!path.equals("about") && !path.startsWith("x-")) {
                sweep.put(path, swept(path, entry.value()));
            }
        });
        return sweep;
    }

    private List<Written> swept(String path, Node node) {
        List<Written> list = Sweep.values(Writing.of(node));
        if (list.isEmpty()) {
            problems.add(Code.N121, node.spot(), "sweep." + path, "`" + path + "` takes values: a list, or `1 to 6`.");
        }
        if (list.size() > Limits.SWEEP_VALUES) {
            problems.add(
                    Code.N119,
                    node.spot(),
                    "sweep." + path,
                    "more than " + Limits.SWEEP_VALUES + " values to walk through.");
            return List.of();
        }
        return list;
    }

    private Node.Entries withVariant(
            Node.Entries file, Node.Entries changed, String name, Set<String> open, Problems problems) {
        if (!(file.get("variants") instanceof Node.Entries variants)
                || !(variants.get(name) instanceof Node.Entries variant)) {
            return changed;
        }
        Node.Entry entry = variants.entries().get(name);
        if (!open.add(name)) {
            List<String> names = List.copyOf(open);
            List<String> circle = names.subList(names.indexOf(name), names.size());
            if (!circles.add(Set.copyOf(circle))) {
                return changed;
            }
            problems.add(
                    Code.N125,
                    entry == null ? variant.spot() : entry.key(),
                    "variants." + name,
                    "variants form a circle: " + String.join(" is like ", circle) + " is like " + name + ".");
            return changed;
        }
        Node.Entries result = changed;
        String like = variant.text("like");
        if (like != null) {
            result = withVariant(file, result, like, open, problems);
        }
        Paths paths = new Paths(problems);
        for (Map.Entry<String, Node.Entry> change : variant.entries().entrySet()) {
            String path = change.getKey();
            if (!path.equals("about") && !path.equals("like") && !path.startsWith("x-")) {
                Node value = change.getValue().value();
                Node removal =
                        value instanceof Node.Nothing ? new Node.Nothing(new Spot(0, 0, "variant " + name)) : value;
                result = paths.set(result, path, removal, change.getValue().key());
            }
        }
        return result;
    }

    /**
     * Every variant, and every value of the sweep by itself, must be a scenario too; of very large
     * files as many as can be tried in a moment, the rest when they are run.
     */
    private void checkAlternatives(Node.Entries file, Map<String, Variant> variants, Map<String, List<Written>> sweep) {
        int left = Limits.ALTERNATIVES / Math.max(1, size(file));
        for (Variant variant : variants.values()) {
            if ((!variant.changes().isEmpty() || variant.like() != null) && left-- > 0) {
                Problems own = new Problems(problems.file());
                Node.Entries changed = withVariant(file, file, variant.name(), new LinkedHashSet<>(), own);
                scenario(changed, Map.of(), Map.of(), own, false);
                problems.addErrors(own, "variant " + variant.name());
            }
        }
        if (!(file.get("sweep") instanceof Node.Entries block)) {
            return;
        }
        for (Map.Entry<String, List<Written>> swept : sweep.entrySet()) {
            Node.Entry line = block.entries().get(swept.getKey());
            for (int i = 0; line != null && i < swept.getValue().size() && left-- > 0; i++) {
                Node value = line.value() instanceof Node.Items items
                        ? items.items().get(i)
                        : Writing.node(swept.getValue().get(i), line.value().spot());
                Problems own = new Problems(problems.file());
                Node.Entries changed = new Paths(own).set(file, swept.getKey(), value, line.key());
                scenario(changed, Map.of(), Map.of(), own, false);
                problems.addErrors(own, "sweep of " + swept.getKey());
            }
        }
    }

    private static int size(Node node) {
        if (node instanceof Node.Entries block) {
            return 1
                    + block.entries().values().stream()
                            .mapToInt(entry -> size(entry.value()))
                            .sum();
        }
        return node instanceof Node.Items list
                ? 1 + list.items().stream().mapToInt(Meaning::size).sum()
                : 1;
    }
}
