/** Works measured against a baseline, in processes of their own. */
@NullMarked
package nines.bench;

import org.jspecify.annotations.NullMarked;
