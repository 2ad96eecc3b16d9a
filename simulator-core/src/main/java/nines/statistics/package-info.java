/** Tallies, confidence intervals and tests: what a handful of replications lets one say. */
@NullMarked
package nines.statistics;

import org.jspecify.annotations.NullMarked;
