package nines.analytic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/** The curves of all units up to one horizon, each pair of laws followed once. */
final class RenewalCurves {
    private final double horizon;
    private final Map<List<Distribution>, Optional<RenewalCurve>> known = new HashMap<>();

    RenewalCurves(double horizon) {
        this.horizon = horizon;
    }

    /** The curve of a unit; null when its equation cannot be solved well enough. */
    @Nullable
    RenewalCurve of(Renewals unit) {
        return known.computeIfAbsent(unit.laws(), laws -> Optional.ofNullable(RenewalCurve.of(unit, horizon)))
                .orElse(null);
    }

    /**
     * Bound on the relative error of what is made of units: a chance to be down is a sum of products in which each unit
     * occurs once, and moves by no larger share than its own.
     *
     * @param units how many there are
     */
    double relativeError(int units) {
        return units
                * known.values().stream()
                        .flatMap(Optional::stream)
                        .mapToDouble(RenewalCurve::relativeError)
                        .max()
                        .orElse(0);
    }
}
