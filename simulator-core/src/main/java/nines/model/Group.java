package nines.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set that cuts across the tree of places: a power feed, a software version, a batch.
 */
@Block(title = "Groups", path = "groups.*")
public record Group(
        String name,
        @Nullable String about,

        @Key(
                type = Type.SELECTORS,
                required = true,
                refers = {"components", "places"},
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "components, instances or places")
        List<Selector> members,

        @Key(
                type = Type.BLOCK,
                silent = "never",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "hits all members at once, or as `hits` says")
        Map<String, Mode> fails) {

    public Group {
        members = List.copyOf(members);
        fails = Ordered.copy(fails);
    }
}
