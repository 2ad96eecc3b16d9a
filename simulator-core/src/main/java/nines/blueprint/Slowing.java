package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * What a broken mode does to the service times of its unit, besides what the structure sees.
 *
 * @param mode index
 * @param unit node whose station serves more slowly
 * @param times service times are so many times as long, above 0
 * @param serviceTime in place of the normal ones, or null
 */
public record Slowing(
        int mode, int unit, double times, @Nullable Distribution serviceTime) {}
