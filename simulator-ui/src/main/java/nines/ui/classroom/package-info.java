/** Lessons: a question, a prediction, an experiment by the same engine as every run, and what explains it. */
@NullMarked
package nines.ui.classroom;

import org.jspecify.annotations.NullMarked;
