package nines.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nines.distribution.Distribution;
import nines.quantity.Closest;
import nines.quantity.Dimension;
import nines.quantity.Money;
import nines.quantity.TextProblem;

/**
 * The cited numbers behind every default: how often things break, how long repairs take, what
 * products do when nobody configures them. Read when first asked for.
 */
public final class Catalogue {
    private static final String RESOURCE = "catalogue.json";

    private final String edition;
    private final Map<String, Entry> entries;

    Catalogue(String edition, List<Entry> entries) {
        this.edition = edition;
        this.entries = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (this.entries.put(entry.id(), entry) != null) {
                throw new IllegalStateException("two entries are called " + entry.id());
            }
        }
    }

    private static final class Bundled {
        static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            try (InputStream stream = Catalogue.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) {
                    throw new IllegalStateException("resource is missing: " + RESOURCE);
                }
                return CatalogueReader.read(stream);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The one that comes with the program. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /** Its date, as in {@code 2026-11-21}. */
    public String edition() {
        return edition;
    }

    /** All entries, by category. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * What an id refers to: the longest entry id that it begins with, and behind a point the name of
     * one of the entry's values.
     */
    public Optional<Reference> find(String id) {
        for (int end = id.length(); end > 0; end = id.lastIndexOf('.', end - 1)) {
            Entry entry = entries.get(id.substring(0, end));
            if (entry != null) {
                String key = end == id.length() ? "" : id.substring(end + 1);
                return key.isEmpty() || has(entry, key) ? Optional.of(new Reference(entry, key)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean has(Entry entry, String key) {
        return (entry.content() instanceof Content.Settings settings
                        && settings.values().containsKey(key))
                || (entry.content() instanceof Content.Weights weights
                        && weights.weights().containsKey(key));
    }

    /** What an id refers to, or a {@link TextProblem} with the likely intention. */
    public Reference reference(String id) {
        return find(id).orElseThrow(() -> {
            String advice = Closest.advice(id, entries.keySet());
            return new TextProblem(
                    TextProblem.UNKNOWN_NAME,
                    "the catalogue has no `" + id + "`."
                            + (advice.isEmpty() ? " `nines catalogue WORD` searches it." : advice),
                    0);
        });
    }

    /** The law of {@code catalogue:id} where a quantity of this kind is needed, or a {@link TextProblem}. */
    public Distribution law(String id, Dimension dimension) {
        return reference(id).law(dimension);
    }

    /** The value of {@code catalogue:id} where one quantity of this kind is needed, or a {@link TextProblem}. */
    public double amount(String id, Dimension dimension) {
        return reference(id).amount(dimension);
    }

    /** The price of {@code catalogue:id}, or a {@link TextProblem}. */
    public Money money(String id) {
        return reference(id).money();
    }

    /** The entries that contain all words of a query, those with them in the id first. */
    public List<Entry> search(String query) {
        List<String> words = List.of(query.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"));
        return entries.values().stream()
                .filter(entry -> words.stream().allMatch(word -> score(entry, word) > 0))
                .sorted((a, b) -> Integer.compare(score(b, words), score(a, words)))
                .toList();
    }

    private static int score(Entry entry, List<String> words) {
        return words.stream().mapToInt(word -> score(entry, word)).sum();
    }

    private static int score(Entry entry, String word) {
        if (entry.id().contains(word)) {
            return 100;
        }
        if (entry.name().toLowerCase(Locale.ROOT).contains(word)) {
            return 10;
        }
        String rest = entry.note() + " " + entry.notValidFor() + " " + entry.sources() + " " + entry.text();
        return rest.toLowerCase(Locale.ROOT).contains(word) ? 1 : 0;
    }
}
