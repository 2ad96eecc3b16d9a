package nines.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.model.Written;

/** Values as written, to and from located nodes. */
final class Writing {

    private Writing() {}

    static Written of(Node node) {
        if (node instanceof Node.Plain plain) {
            return new Written.Plain(plain.text());
        }
        if (node instanceof Node.Items list) {
            List<Written> items = new ArrayList<>();
            list.items().forEach(item -> items.add(of(item)));
            return new Written.Items(items);
        }
        if (node instanceof Node.Entries block) {
            Map<String, Written> map = new LinkedHashMap<>();
            block.entries().forEach((key, entry) -> map.put(key, of(entry.value())));
            return new Written.Entries(map);
        }
        return new Written.Nothing();
    }

    static Node node(Written written, Spot spot) {
        if (written instanceof Written.Plain plain) {
            return new Node.Plain(plain.text(), spot);
        }
        if (written instanceof Written.Items list) {
            return new Node.Items(
                    list.items().stream().map(item -> node(item, spot)).toList(), spot);
        }
        if (written instanceof Written.Entries block) {
            Map<String, Node.Entry> map = new LinkedHashMap<>();
            block.entries().forEach((key, value) -> map.put(key, new Node.Entry(spot, node(value, spot))));
            return new Node.Entries(map, spot);
        }
        return new Node.Nothing(spot);
    }
}
