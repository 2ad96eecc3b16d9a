package nines.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What catalogue entries mean where a block is expected: a failure mode with its repair, a health check. */
final class CatalogueBlocks {

    private static final String RESOURCE = "catalogue-blocks.yaml";
    private static final Map<String, Map<String, Node>> BLOCKS = load();

    private CatalogueBlocks() {}

    /** The block of an entry; null if the entry is not known as such a block. */
    static @Nullable Node of(Shape shape, String id) {
        return BLOCKS.getOrDefault(word(shape), Map.of()).get(id);
    }

    /** The entries known as such a block. */
    static Collection<String> ids(Shape shape) {
        return List.copyOf(BLOCKS.getOrDefault(word(shape), Map.of()).keySet());
    }

    private static String word(Shape shape) {
        return KebabCase.of(shape.type().getSimpleName()).substring(1);
    }

    private static Map<String, Map<String, Node>> load() {
        try (InputStream stream = CatalogueBlocks.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("resource is missing: " + RESOURCE);
            }
            Problems problems = new Problems(RESOURCE);
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            Node.Entries root = (Node.Entries) YamlTree.read(text, problems);
            Map<String, Map<String, Node>> blocks = new LinkedHashMap<>();
            root.entries().forEach((word, section) -> {
                Map<String, Node> entries = new LinkedHashMap<>();
                ((Node.Entries) section.value())
                        .entries()
                        .forEach((id, block) ->
                                entries.put(id, Respot.to(block.value(), new Spot(0, 0, "catalogue:" + id))));
                blocks.put(word, entries);
            });
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unreadable e) {
            throw new IllegalStateException(RESOURCE + ": " + e.rule(), e);
        }
    }
}
