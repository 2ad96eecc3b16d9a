package nines.blueprint;

import java.util.List;
import nines.distribution.Distribution;

/**
 * One way in which a unit breaks and is mended.
 *
 * @param stream name of its random streams: instance and mode
 * @param unit node whose life its operating clock follows
 * @param holds node that is held down while the mode is broken
 * @param cause index of the root cause
 * @param part index of the part, by which crews sort their jobs
 * @param timeToFailure law of the individual failures, in seconds of its clock; common causes are taken out already
 * @param operating true: the clock runs only while the unit lives, at its duty speed; false: calendar time
 * @param onlyWhile node that must be true for the clock to run as well, or -1
 * @param site place that must be there for anybody to repair, or -1
 * @param effect what it does
 * @param errors share of wrong answers while degraded, in [0, 1]
 * @param repair stages in order; empty: mended in the same instant
 * @param mendable false: broken for good
 * @param crew index of the crew, or -1
 * @param spare index of the shelf, or -1
 * @param found when its repair starts
 * @param renewal what its repair renews
 * @param failsAgain chance that the repair must be done again, in [0, 1)
 */
public record Mode(
        String stream,
        int unit,
        int holds,
        int cause,
        int part,
        Distribution timeToFailure,
        boolean operating,
        int onlyWhile,
        int site,
        Effect effect,
        double errors,
        List<Phase> repair,
        boolean mendable,
        int crew,
        int spare,
        Found found,
        Renewal renewal,
        double failsAgain) {}
