package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * How long one kind of client waits, for an answer and in all.
 *
 * @param attempts time-out of one attempt, tries, and pauses between
 * @param inAll how long it waits in all before it goes, in seconds; null: as long as its attempts last
 */
public record Patience(Attempts attempts, @Nullable Distribution inAll) {}
