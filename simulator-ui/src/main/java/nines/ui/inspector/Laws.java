package nines.ui.inspector;

import java.util.Optional;
import nines.catalogue.Catalogue;
import nines.distribution.Distribution;
import nines.distribution.DistributionText;
import nines.distribution.Surroundings;
import nines.model.Type;
import nines.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/** Texts of laws, with the catalogue at hand. */
final class Laws {
    private static final Surroundings CATALOGUE = new Surroundings() {
        @Override
        public Distribution catalogue(String id, Dimension dimension) {
            return Catalogue.bundled().law(id, dimension);
        }
    };

    private Laws() {}

    /** What a key of this type is a law of; null if it takes no law. */
    static @Nullable Dimension dimension(Type type) {
        return switch (type) {
            case TIME, LIFE -> Dimension.DURATION;
            case SHARE_DIST -> Dimension.SHARE;
            case FACTOR_DIST -> Dimension.FACTOR;
            case BANDWIDTH_DIST -> Dimension.BANDWIDTH;
            default -> null;
        };
    }

    /** The law that a text says; empty if it says none, or not yet. */
    static Optional<Distribution> read(String text, Dimension dimension) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(DistributionText.parse(text.strip(), dimension, CATALOGUE));
        } catch (IllegalArgumentException unfinished) {
            return Optional.empty();
        }
    }
}
