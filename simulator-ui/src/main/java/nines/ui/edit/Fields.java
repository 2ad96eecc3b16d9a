package nines.ui.edit;

import java.util.ArrayList;
import java.util.List;
import nines.format.PropertyForm;
import nines.format.ScenarioText;
import nines.format.ScenarioText.Holds;
import nines.model.Type;

/** Setting and clearing single keys of a document, as a property form does. */
public final class Fields {
    private Fields() {}

    /**
     * The text with another value of a key.
     *
     * @param block the path of the block, which need not be written yet
     * @param value as the language writes it; empty takes the key away
     */
    public static ScenarioText set(ScenarioText text, List<String> block, String key, Type type, String value) {
        List<String> path = Steps.child(block, key);
        String words = value.strip();
        if (words.isEmpty()) {
            return text.has(path) ? text.remove(path) : text;
        }
        ScenarioText open = opened(text, block);
        return type == Type.TEXT ? open.setText(path, words) : open.set(path, words);
    }

    /** The text in which a plain value that stands for a block is written as one. */
    private static ScenarioText opened(ScenarioText text, List<String> block) {
        ScenarioText around = text;
        for (int end = 1; end <= block.size(); end++) {
            List<String> path = block.subList(0, end);
            if (around.holds(path) == Holds.PLAIN) {
                String plain = around.plain(path).orElse("");
                String shortFor = PropertyForm.of(around, path).shortFor();
                boolean like = plain.startsWith("catalogue:") || shortFor.isEmpty();
                boolean none = plain.equals("never") || plain.equals("none");
                around = around.set(path, none ? "{}" : "{ " + (like ? "like" : shortFor) + ": " + plain + " }");
            }
        }
        return around;
    }

    /** Paths of the calls that an arrow stands for; empty when it is a need. */
    public static List<List<String>> calls(ScenarioText text, String from, String to) {
        boolean journey = text.has(Steps.of("journeys", from));
        var paths = new ArrayList<List<String>>();
        for (Calls.Call call : Calls.of(text)) {
            boolean begins = journey
                    ? call.journey().equals(from) && call.asker().isEmpty()
                    : call.asker().equals(from);
            if (begins && call.to().equals(to)) {
                paths.add(call.path());
            }
        }
        return paths;
    }

    /** The path of an entry; empty if nothing is called so. */
    public static List<String> path(ScenarioText text, String name) {
        String section = nines.format.NamedEntries.section(text, name);
        return section == null ? List.of() : Steps.of(section, name);
    }

    /** One more entry of a section that is not drawn, with the least that makes sense. */
    public static Entries.Changed entry(ScenarioText text, String section) {
        String first = text.keys(Steps.of("components")).stream().findFirst().orElse("web");
        String word = section.equals("traffic") ? "users" : section.substring(0, section.length() - 1);
        String name = nines.format.NamedEntries.free(text, word);
        String block = switch (section) {
            case "traffic" -> "{ rate: 10/s }";
            case "events" -> "{ every: 30d, maintain: " + first + ", for: 20min }";
            case "crews" -> "{ people: 1, fix: 1h }";
            case "spares" -> "{ stock: 1 }";
            default -> "{ members: [" + first + "] }";
        };
        return new Entries.Changed(text.set(Steps.of(section, name), block), List.of(name));
    }
}
