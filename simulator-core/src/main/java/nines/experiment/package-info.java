/** Many replications, the rule that stops them, and the estimates made from them. */
@NullMarked
package nines.experiment;

import org.jspecify.annotations.NullMarked;
