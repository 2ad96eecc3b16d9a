package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * One of the places a component stands in. Without counts instance k stands in place k modulo the
 * number of places, each instance of a place counting as one.
 *
 * @param place the name of a place, or of one of its instances ({@code racks-7})
 * @param count instances there; null: spread evenly in order
 */
public record Placement(String place, @Nullable Integer count) {}
