package nines.model;

/**
 * Bridges a loss of power from its battery.
 */
@Kind(
        name = "ups",
        says = "Bridges a loss of power from its battery.",
        fails = "{ module: { like: catalogue:power.ups.fail, common-cause: 5% } }")
public record Ups(@Flat Common common) implements Component {}
