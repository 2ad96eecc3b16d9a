package nines.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a scenario come from, by path, in the order of the file. What silence fills in is the same for every
 * component of a kind, some ninety values each: they share it, so that a large scenario does not carry it thousands of
 * times.
 */
public final class Sources extends AbstractMap<String, Source> {

    /** By path, the sources of the value there and of all in it, by what follows the path. */
    private final Map<String, Map<String, Source>> shared = new LinkedHashMap<>();

    private boolean closed;

    /** No more can be added. */
    public Sources close() {
        closed = true;
        return this;
    }

    /** The source of one value. */
    public void add(String path, Source source) {
        addAll(path, Map.of("", source));
    }

    /**
     * The sources of a value and of all in it.
     *
     * @param inIt by what follows the path; not copied
     */
    public void addAll(String path, Map<String, Source> inIt) {
        if (closed) {
            throw new IllegalStateException("these sources are those of a scenario: " + path + " comes too late");
        }
        if (!inIt.isEmpty()) {
            shared.put(path, inIt);
        }
    }

    @Override
    public @Nullable Source get(@Nullable Object key) {
        if (!(key instanceof String path)) {
            return null;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('.', end - 1)) {
            Map<String, Source> here = shared.get(path.substring(0, end));
            Source source = here == null ? null : here.get(path.substring(end));
            if (source != null) {
                return source;
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return shared.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public Set<Entry<String, Source>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Source>> iterator() {
                return new Walk(shared.entrySet().iterator());
            }

            @Override
            public int size() {
                return Sources.this.size();
            }
        };
    }

    /** Goes through all the sources in order. */
    private static final class Walk implements Iterator<Entry<String, Source>> {
        private final Iterator<Entry<String, Map<String, Source>>> groups;
        private String path = "";
        private Iterator<Entry<String, Source>> inIt =
                Map.<String, Source>of().entrySet().iterator();

        Walk(Iterator<Entry<String, Map<String, Source>>> groups) {
            this.groups = groups;
        }

        @Override
        public boolean hasNext() {
            return inIt.hasNext() || groups.hasNext();
        }

        @Override
        public Entry<String, Source> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            if (!inIt.hasNext()) {
                Entry<String, Map<String, Source>> group = groups.next();
                path = group.getKey();
                inIt = group.getValue().entrySet().iterator();
            }
            Entry<String, Source> next = inIt.next();
            return Map.entry(path + next.getKey(), next.getValue());
        }
    }
}
