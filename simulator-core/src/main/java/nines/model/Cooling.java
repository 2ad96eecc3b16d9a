package nines.model;

/**
 * Keeps rooms from overheating.
 */
@Kind(
        name = "cooling",
        says = "Keeps rooms from overheating.",
        fails = "{ overheat: { like: catalogue:cooling.overheat, common-cause: 5% } }")
public record Cooling(@Flat Common common) implements Component {

    @Override
    public boolean livesByTheCalendar() {
        return true;
    }
}
