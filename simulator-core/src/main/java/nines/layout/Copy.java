package nines.layout;

import nines.model.Component;
import org.jspecify.annotations.Nullable;

/**
 * A component as it stands in the blueprint: once, or once in each place of a kind ({@code per:}).
 *
 * @param component what the user wrote
 * @param name its name, with the place for copies: {@code app@cells-3}
 * @param place node of the place of a copy, or -1
 * @param placeName name of that place, or null
 * @param part index of its row in tables
 * @param units nodes that tell whether each instance lives
 * @param reach nodes that tell whether each instance can be reached
 * @param serve nodes that tell whether each instance answers
 * @param placed nodes of the place of each instance, or -1
 * @param works node of the whole
 * @param takeover index of its take-over, or -1
 * @param fills nodes that tell whether each post of several is filled; empty unless several work and others stand by
 */
record Copy(
        Component component,
        String name,
        int place,
        @Nullable String placeName,
        int part,
        int[] units,
        int[] reach,
        int[] serve,
        int[] placed,
        int works,
        int takeover,
        int[] fills) {

    int instances() {
        return units.length;
    }
}
