package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into located nodes. */
final class JsonTree {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.LEVELS + 8)
                    .maxStringLength(Limits.BYTES)
                    .maxNumberLength(200)
                    .build())
            .build();

    private final JsonParser parser;
    private final Problems problems;
    private int nodes;

    private JsonTree(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The root of the document; nothing if the text is empty. */
    static Node read(String text, Problems problems) throws Unreadable {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonTree(parser, problems).document();
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            Spot spot = at == null || at.getLineNr() < 1 ? Spot.of(1, 1) : spot(at);
            String original = e.getOriginalMessage();
            boolean deep = original != null && original.contains("nesting depth");
            throw deep
                    ? new Unreadable(Code.N119, spot, "more than " + Limits.LEVELS + " levels of nesting.")
                    : new Unreadable(Code.N100, spot, "this is not JSON: " + plain(original));
        }
    }

    /** Without the advice to programmers. */
    private static String plain(@Nullable String message) {
        return message == null
                ? "unexpected text."
                : message.replaceAll(": enable `.*", ": write it in quotes, or leave it out.");
    }

    private Node document() throws Unreadable {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return new Node.Nothing(Spot.of(1, 1));
        }
        Node root = node(token, 1);
        if (parser.nextToken() != null) {
            throw new Unreadable(Code.N129, here(), "text after the end of the document. A scenario is one document.");
        }
        return root;
    }

    private Node node(JsonToken token, int level) throws Unreadable {
        Spot spot = here();
        if (level > Limits.LEVELS) {
            throw new Unreadable(
                    Code.N119, spot, "more than " + Limits.LEVELS + " levels of nesting. A scenario has about eight.");
        }
        if (++nodes > Limits.NODES) {
            throw new Unreadable(Code.N119, spot, "more than " + Limits.NODES + " values.");
        }
        return switch (token) {
            case START_OBJECT -> entries(spot, level);
            case START_ARRAY -> items(spot, level);
            case VALUE_NULL -> new Node.Nothing(spot);
            case VALUE_STRING -> new Node.Plain(parser.getString(), true, spot, null);
            default -> new Node.Plain(parser.getString(), spot);
        };
    }

    private Node items(Spot spot, int level) throws Unreadable {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, level + 1));
        }
        return new Node.Items(items, spot);
    }

    private Node entries(Spot spot, int level) throws Unreadable {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        Map<String, List<Node>> unsure = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            Spot at = here();
            String key = parser.currentName();
            Node value = node(parser.nextToken(), level + 1);
            YamlTree.put(entries, unsure, key, new Node.Entry(at, value), problems);
        }
        return new Node.Entries(entries, spot, unsure);
    }

    private Spot here() {
        return spot(parser.currentTokenLocation());
    }

    private static Spot spot(TokenStreamLocation at) {
        return Spot.of(at.getLineNr(), at.getColumnNr());
    }
}
