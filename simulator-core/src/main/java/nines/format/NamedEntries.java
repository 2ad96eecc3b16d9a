package nines.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nines.model.Scenario;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.jspecify.annotations.Nullable;

/** Renames and deletes entries of a scenario text, with everything that names them. */
public final class NamedEntries {
    private static final int MOST_STEPS = 10_000;

    /** Keys without whose names an entry makes no sense. */
    private static final Set<String> CANNOT_DO_WITHOUT = Set.of("members", "of", "runs");

    private NamedEntries() {}

    /** The section in which a name is; null if nothing is called so. */
    public static @Nullable String section(ScenarioText text, String name) {
        for (String section : Paths.NAMED) {
            if (text.has(List.of(section, name))) {
                return section;
            }
        }
        return null;
    }

    /** A name that nothing has yet: the word itself, or with a letter behind it. */
    public static String free(ScenarioText text, String word) {
        String base =
                word.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        String stem = base.isEmpty() ? "thing" : base.length() > 50 ? base.substring(0, 50) : base;
        String own = stem.replaceAll("-[a-z]$", "");
        if (isFree(text, stem)) {
            return stem;
        }
        for (char letter = 'b'; letter <= 'z'; letter++) {
            if (isFree(text, own + "-" + letter)) {
                return own + "-" + letter;
            }
        }
        for (int i = 2; ; i++) {
            if (isFree(text, own + "-n" + i)) {
                return own + "-n" + i;
            }
        }
    }

    private static boolean isFree(ScenarioText text, String name) {
        boolean word = Set.of("like", "about", "all", "any", "never", "none", "unlimited")
                .contains(name);
        return !word
                && section(text, name) == null
                && Shape.of(Scenario.class).field(name) == null
                && !name.equals("templates");
    }

    /** The text in which an entry has another name, everywhere. */
    public static ScenarioText rename(ScenarioText text, String name, String next) {
        String section = section(text, name);
        if (section == null) {
            throw new EditRefused("nothing is called `" + name + "`");
        }
        if (!next.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new EditRefused("`" + next + "` is not a name: small letters, digits and `-`, a letter first");
        }
        if (!isFree(text, next)) {
            throw new EditRefused("`" + next + "` is taken");
        }
        ScenarioText changed = text;
        for (Mention mention : deepestFirst(Mentions.of(text, name))) {
            changed = switch (mention.role()) {
                case KEY -> changed.rename(mention.path(), Mentions.renamed(mention.text(), name, next));
                case PATH -> changed.rename(mention.path(), Mentions.renamedPath(mention.text(), name, next));
                default -> changed.set(mention.path(), YamlText.quoted(Mentions.renamed(mention.text(), name, next)));
            };
        }
        return changed.rename(List.of(section, name), next);
    }

    /** A key that is renamed changes the paths of what stands below it: so what is deepest comes first. */
    private static List<Mention> deepestFirst(List<Mention> mentions) {
        return mentions.stream()
                .sorted(Comparator.comparingInt(
                        (Mention mention) -> -mention.path().size()))
                .toList();
    }

    /**
     * The text without an entry and without whatever names it: calls to it, needs, events that happen to it alone, changes
     * of it. Who is like it keeps the keys. What stood in a place stands in the place around it.
     */
    public static ScenarioText delete(ScenarioText text, String name) {
        String section = section(text, name);
        if (section == null) {
            throw new EditRefused("nothing is called `" + name + "`");
        }
        ScenarioText changed = text;
        String around = section.equals("places")
                ? text.plain(List.of(section, name, "in")).orElse("")
                : "";
        for (int i = 0; i < MOST_STEPS; i++) {
            List<Mention> left = Mentions.of(changed, name);
            if (left.isEmpty()) {
                break;
            }
            changed = withoutMention(changed, name, around, last(left));
        }
        return changed.has(List.of(section, name)) ? emptied(changed.remove(List.of(section, name))) : changed;
    }

    /** Who is like it comes first, while it still has its keys; then from the end, so that numbers in lists stay right. */
    private static Mention last(List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.role() == Mention.Role.LIKE)
                .findFirst()
                .orElseGet(() -> mentions.get(mentions.size() - 1));
    }

    private static ScenarioText withoutMention(ScenarioText text, String name, String around, Mention mention) {
        List<String> path = mention.path();
        return switch (mention.role()) {
            case LIKE -> unlike(text, path, name);
            case PATH -> text.keys(parent(path)).size() > 1 ? text.remove(path) : text.set(parent(path), "{}");
            case CALL -> emptied(text.remove(path.get(path.size() - 1).equals("to") ? parent(path) : path));
            case KEY -> withoutKey(text, path, around);
            case VERB -> withoutVerb(text, path);
            case VALUE -> withoutValue(text, path, around);
        };
    }

    private static ScenarioText withoutValue(ScenarioText text, List<String> path, String around) {
        boolean placed = path.contains("in");
        if (placed && !around.isEmpty()) {
            boolean there = isItem(path)
                    && text.keys(parent(path)).stream()
                            .anyMatch(i -> text.plain(child(parent(path), i))
                                    .orElse("")
                                    .equals(around));
            return there ? text.remove(path) : text.set(path, around);
        }
        boolean member = path.size() > 2 && CANNOT_DO_WITHOUT.contains(path.get(2));
        if (member && !isOneOfMany(text, path) && text.has(List.of(path.get(0), path.get(1)))) {
            return delete(text, path.get(1));
        }
        ScenarioText changed = text.remove(path);
        for (int end = path.size() - 1; end > 1; end--) {
            changed = sensible(changed, path.subList(0, end));
        }
        return emptied(changed);
    }

    /** A condition that asks for more than there is asks for all; one that asks for nothing is none. */
    private static ScenarioText sensible(ScenarioText text, List<String> block) {
        List<String> keys = text.holds(block) == ScenarioText.Holds.BLOCK ? text.keys(block) : List.of();
        if (keys.contains("at-least") && keys.contains("of")) {
            int of = Math.max(1, text.keys(child(block, "of")).size());
            String least = text.plain(child(block, "at-least")).orElse("1");
            return least.matches("[0-9]{1,6}")
                            && Integer.parseInt(least) > of
                            && text.holds(child(block, "of")) == ScenarioText.Holds.LIST
                    ? text.set(child(block, "at-least"), Integer.toString(of))
                    : text;
        }
        boolean nothing = keys.equals(List.of("at-least"))
                || keys.equals(List.of("tolerates"))
                || keys.size() == 2 && keys.contains("at-least") && keys.contains("tolerates");
        return nothing ? text.remove(block) : text;
    }

    /** An event that happens to nobody else any more is none. */
    private static ScenarioText withoutVerb(ScenarioText text, List<String> path) {
        int verb = path.size() - 1;
        while (verb > 0 && !Shape.verbs().containsKey(path.get(verb))) {
            verb--;
        }
        boolean isSide = path.get(verb).equals("partition") && path.size() - verb <= 2;
        if (isOneOfMany(text, path) && !isSide) {
            return text.remove(path);
        }
        List<String> event = path.subList(0, verb);
        return event.get(0).equals("events") ? delete(text, event.get(1)) : text.remove(event);
    }

    private static ScenarioText withoutKey(ScenarioText text, List<String> path, String around) {
        List<String> map = parent(path);
        if (map.get(map.size() - 1).equals("in") && !around.isEmpty() && !text.has(child(map, around))) {
            return text.rename(path, around);
        }
        ScenarioText changed = text.remove(path);
        return map.get(map.size() - 1).equals("mix") ? balanced(changed, map) : changed;
    }

    /** Shares that add up to 100 % again; one alone needs no share. */
    private static ScenarioText balanced(ScenarioText text, List<String> mix) {
        List<String> keys = text.keys(mix);
        if (keys.size() < 2) {
            return text.has(mix) ? text.remove(mix) : text;
        }
        try {
            double sum = 0;
            for (String key : keys) {
                sum += Dimension.SHARE.read(text.plain(child(mix, key)).orElse("0%"));
            }
            ScenarioText changed = text;
            double left = 1;
            for (int i = 0; i < keys.size(); i++) {
                double share =
                        Dimension.SHARE.read(text.plain(child(mix, keys.get(i))).orElse("0%"));
                double next = i == keys.size() - 1 ? left : Math.rint(share / sum * 1e4) / 1e4;
                left = Math.rint((left - next) * 1e4) / 1e4;
                changed = changed.set(child(mix, keys.get(i)), YamlText.quoted(Dimension.SHARE.exact(next)));
            }
            return changed;
        } catch (TextProblem parameter) {
            return text.remove(mix);
        }
    }

    /** The block at a path with the keys of what it was like, and no {@code like}. */
    private static ScenarioText unlike(ScenarioText text, List<String> path, String name) {
        boolean alone = !path.get(path.size() - 1).equals("like");
        List<String> block = alone ? path : parent(path);
        String section = section(text, name);
        if (section == null) {
            return text.remove(path);
        }
        ScenarioText changed = alone ? text.set(path, "{}") : text;
        changed = merged(changed, List.of(section, name), block);
        boolean still =
                !alone && changed.has(path) && changed.plain(path).orElse("").equals(name);
        return still ? changed.remove(path) : changed;
    }

    private static ScenarioText merged(ScenarioText text, List<String> from, List<String> to) {
        ScenarioText changed = text;
        for (String key : text.keys(from)) {
            List<String> here = child(from, key);
            List<String> there = child(to, key);
            if (key.equals("about")) {
                continue;
            }
            if (!changed.has(there) || key.equals("like")) {
                changed = changed.set(there, text.value(here).orElse("{}"));
            } else if (changed.holds(here) == ScenarioText.Holds.BLOCK
                    && changed.holds(there) == ScenarioText.Holds.BLOCK) {
                changed = merged(changed, here, there);
            }
        }
        return changed;
    }

    /** Journeys that ask for nothing any more go, and with them what names them. */
    private static ScenarioText emptied(ScenarioText text) {
        for (String journey : text.keys(List.of("journeys"))) {
            List<String> path = List.of("journeys", journey);
            List<String> keys = text.keys(path);
            if (!keys.contains("through") && !keys.contains("calls") && !keys.contains("needs")) {
                return delete(text, journey);
            }
        }
        for (String mentioned : orphans(text)) {
            ScenarioText changed = text;
            for (int i = 0; i < MOST_STEPS; i++) {
                List<Mention> left = Mentions.of(changed, mentioned);
                if (left.isEmpty()) {
                    return emptied(changed);
                }
                changed = withoutMention(changed, mentioned, "", left.get(left.size() - 1));
            }
        }
        return text;
    }

    /** Journeys in a mix that are no more. */
    private static List<String> orphans(ScenarioText text) {
        var gone = new ArrayList<String>();
        for (String traffic : text.keys(List.of("traffic"))) {
            for (String journey : text.keys(List.of("traffic", traffic, "mix"))) {
                if (!text.has(List.of("journeys", journey))) {
                    gone.add(journey);
                }
            }
        }
        return gone;
    }

    private static boolean isItem(List<String> path) {
        return path.get(path.size() - 1).matches("[0-9]+");
    }

    private static boolean isOneOfMany(ScenarioText text, List<String> path) {
        return isItem(path) && text.keys(parent(path)).size() > 1;
    }

    private static List<String> parent(List<String> path) {
        return path.subList(0, path.size() - 1);
    }

    private static List<String> child(List<String> path, String step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
