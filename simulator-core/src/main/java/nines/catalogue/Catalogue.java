package nines.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nines.distribution.Distribution;
import nines.quantity.Closest;
import nines.quantity.Dimension;
import nines.quantity.Money;
import nines.quantity.TextProblem;

/**
 * The cited numbers behind every default: how often things break, how long repairs take, what
 * products do when nobody configures them. Each entry is read when first asked for.
 */
public final class Catalogue {
    private static final String RESOURCE = "catalogue.json";

    private final CatalogueReader reader;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    Catalogue(String text) {
        reader = new CatalogueReader(text);
    }

    private static final class Bundled {
        static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            try (InputStream stream = Catalogue.class.getResourceAsStream(RESOURCE)) {
                if (stream == null) {
                    throw new IllegalStateException("resource is missing: " + RESOURCE);
                }
                return new Catalogue(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
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
        return reader.edition();
    }

    /** All entries, by category. */
    public List<Entry> entries() {
        return reader.ids().stream().map(this::entry).flatMap(Optional::stream).toList();
    }

    /**
     * What an id refers to: the longest entry id that it begins with, and behind a point the name of
     * one of the entry's values.
     */
    public Optional<Reference> find(String id) {
        for (int end = id.length(); end > 0; end = id.lastIndexOf('.', end - 1)) {
            Optional<Entry> entry = entry(id.substring(0, end));
            if (entry.isPresent()) {
                String key = end == id.length() ? "" : id.substring(end + 1);
                return entry.filter(e -> key.isEmpty() || has(e, key)).map(e -> new Reference(e, key));
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.computeIfAbsent(id, reader::read));
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
            String advice = Closest.advice(id, reader.ids());
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
        return entries().stream()
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
