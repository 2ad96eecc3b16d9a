package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * An amount of money, possibly per time or per volume.
 *
 * @param currency ISO 4217 code
 * @param per a unit such as h, month or GB; null: once
 */
public record Money(
        double amount, String currency, @Nullable String per) {}
