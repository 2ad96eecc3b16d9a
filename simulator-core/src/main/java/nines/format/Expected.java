package nines.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a changed text must say. */
final class Expected {
    private Expected() {}

    static Object set(Piece piece, List<String> path, Piece value) {
        if (path.isEmpty()) {
            return value.plain();
        }
        String first = path.get(0);
        List<String> rest = path.subList(1, path.size());
        Piece inner = ScenarioText.step(piece, first);
        if (piece instanceof Piece.Sequence sequence) {
            int index = Integer.parseInt(first);
            return list(sequence, i -> i == index ? set(sequence.items().get(i), rest, value) : null);
        }
        Piece nothing = new Piece.Mapping(List.of(), true, 0, 0);
        Object changed = set(inner == null ? nothing : inner, rest, value);
        Piece.Mapping mapping = piece instanceof Piece.Mapping there ? there : (Piece.Mapping) nothing;
        var pairs = new ArrayList<Object>();
        boolean found = false;
        for (Piece.Pair pair : mapping.pairs()) {
            boolean here = pair.key().text().equals(first) && !found;
            found |= here;
            pairs.add(Map.entry(pair.key().text(), here ? changed : pair.value().plain()));
        }
        if (!found) {
            pairs.add(Map.entry(first, changed));
        }
        return pairs;
    }

    static Object add(Piece piece, List<String> path, Piece value) {
        return edit(piece, path, there -> {
            var list = new ArrayList<Object>((List<?>) there.plain());
            list.add(value.plain());
            return list;
        });
    }

    static Object remove(Piece piece, List<String> path) {
        String last = path.get(path.size() - 1);
        return edit(piece, path.subList(0, path.size() - 1), owner -> {
            var list = new ArrayList<Object>((List<?>) owner.plain());
            if (owner instanceof Piece.Sequence) {
                list.remove(Integer.parseInt(last) + 1);
            } else {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i) instanceof Map.Entry<?, ?> entry
                            && entry.getKey().equals(last)) {
                        list.remove(i);
                        break;
                    }
                }
            }
            return list;
        });
    }

    static Object rename(Piece piece, List<String> path, String key) {
        String last = path.get(path.size() - 1);
        return edit(piece, path.subList(0, path.size() - 1), owner -> {
            var list = new ArrayList<Object>();
            for (Object item : (List<?>) owner.plain()) {
                boolean here =
                        item instanceof Map.Entry<?, ?> entry && entry.getKey().equals(last);
                list.add(here ? Map.entry(key, ((Map.Entry<?, ?>) item).getValue()) : item);
            }
            return list;
        });
    }

    private interface Change {
        Object of(Piece piece);
    }

    private interface Item {
        @Nullable
        Object at(int index);
    }

    private static Object edit(Piece piece, List<String> path, Change change) {
        if (path.isEmpty()) {
            return change.of(piece);
        }
        String first = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (piece instanceof Piece.Sequence sequence) {
            int index = Integer.parseInt(first);
            return list(sequence, i -> i == index ? edit(sequence.items().get(i), rest, change) : null);
        }
        var pairs = new ArrayList<Object>();
        for (Piece.Pair pair : ((Piece.Mapping) piece).pairs()) {
            boolean here = pair.key().text().equals(first);
            pairs.add(Map.entry(
                    pair.key().text(),
                    here ? edit(pair.value(), rest, change) : pair.value().plain()));
        }
        return pairs;
    }

    private static Object list(Piece.Sequence sequence, Item changed) {
        var list = new ArrayList<Object>(List.of("[]"));
        for (int i = 0; i < sequence.items().size(); i++) {
            Object item = changed.at(i);
            list.add(item == null ? sequence.items().get(i).plain() : item);
        }
        return list;
    }
}
