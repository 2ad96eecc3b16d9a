package nines.model;

/**
 * Feeds power to racks.
 */
@Kind(
        name = "pdu",
        says = "Feeds power to racks.",
        fails = "{ outage: { like: catalogue:power.pdu, common-cause: 5% } }")
public record Pdu(@Flat Common common) implements Component {}
