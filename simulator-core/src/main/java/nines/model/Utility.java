package nines.model;

/**
 * The public power supply.
 */
@Kind(
        name = "utility",
        says = "The public power supply.",
        fails = "{ outage: { like: catalogue:power.utility.sustained, common-cause: 5% } }")
public record Utility(@Flat Common common) implements Component {

    @Override
    public boolean livesByTheCalendar() {
        return true;
    }
}
