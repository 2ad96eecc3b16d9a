package nines.ui.classroom;

import nines.result.Estimate;
import nines.result.Result;

/**
 * What was measured of one alternative.
 *
 * @param arm the alternative
 * @param estimate of what the lesson looks at
 * @param result the whole of it
 */
public record Finding(Lesson.Arm arm, Estimate estimate, Result result) {}
