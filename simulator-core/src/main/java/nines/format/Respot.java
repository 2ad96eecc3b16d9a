package nines.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** Copies a tree to another spot: a default, the catalogue. */
final class Respot {

    private Respot() {}

    static Node to(Node node, Spot spot) {
        if (node instanceof Node.Plain plain) {
            return new Node.Plain(plain.text(), plain.quoted(), spot, plain.parameter());
        }
        if (node instanceof Node.Items list) {
            return new Node.Items(list.items().stream().map(n -> to(n, spot)).toList(), spot);
        }
        if (node instanceof Node.Entries block) {
            Map<String, Node.Entry> map = new LinkedHashMap<>();
            block.entries().forEach((key, entry) -> map.put(key, new Node.Entry(spot, to(entry.value(), spot))));
            return new Node.Entries(map, spot, block.unsure());
        }
        return new Node.Nothing(spot);
    }
}
