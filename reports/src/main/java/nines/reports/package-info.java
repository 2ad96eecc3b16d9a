/** Results as pages and pictures that need no program of ours to read. */
@NullMarked
package nines.reports;

import org.jspecify.annotations.NullMarked;
