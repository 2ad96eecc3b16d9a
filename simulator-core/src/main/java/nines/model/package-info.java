/** The scenario a user describes, as immutable records; each component lays itself out on the blueprint. It knows no engine. */
@NullMarked
package nines.model;

import org.jspecify.annotations.NullMarked;
