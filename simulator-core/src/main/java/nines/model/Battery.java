package nines.model;

/**
 * Stores power for minutes.
 */
@Kind(name = "battery", says = "Stores power for minutes.")
public record Battery(@Flat Common common) implements Component {}
