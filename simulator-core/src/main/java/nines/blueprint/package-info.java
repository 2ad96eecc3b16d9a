/** The narrow waist: immutable lists of small elements with integer indexes, which every component lays itself out on and every engine and solver reads. */
@NullMarked
package nines.blueprint;

import org.jspecify.annotations.NullMarked;
