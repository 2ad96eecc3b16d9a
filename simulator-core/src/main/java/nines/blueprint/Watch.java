package nines.blueprint;

import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * An observer's set of beliefs about targets, one belief a target. Belief is never truth: it follows the truth after a
 * sampled delay, and if the truth changes back first the delay is dropped.
 *
 * @param stream name of its random streams
 * @param cause index of the root cause of false alarms, or -1
 * @param observer node that must live for beliefs to change, or -1 when the checks outlive any one observer
 * @param targets nodes whose truth is probed
 * @param fallRefused law from death to removal when the target refuses, in seconds
 * @param fallHangs the same when the target hangs until the time-out
 * @param alive nodes that tell a hang from a stop: a target whose alive node is true hangs
 * @param rise law from life to trust, in seconds
 * @param falseAlarm law of the time to a false removal of a healthy target, or null when there is none
 * @param falseEnds law from a false removal to trust again, in seconds: it begins at a probe, not at any time between
 *     two; or null for {@code rise}
 * @param untrusting whether an observer that comes back trusts nobody until probes have succeeded, instead of everybody
 */
public record Watch(
        String stream,
        int cause,
        int observer,
        int[] targets,
        int[] alive,
        Distribution fallRefused,
        Distribution fallHangs,
        Distribution rise,
        @Nullable Distribution falseAlarm,
        @Nullable Distribution falseEnds,
        boolean untrusting) {

    /** An observer that begins by trusting everybody. */
    public Watch(
            String stream,
            int cause,
            int observer,
            int[] targets,
            int[] alive,
            Distribution fallRefused,
            Distribution fallHangs,
            Distribution rise,
            @Nullable Distribution falseAlarm) {
        this(stream, cause, observer, targets, alive, fallRefused, fallHangs, rise, falseAlarm, null, false);
    }

    /** The same with some of the targets. */
    public Watch with(int[] someTargets, int[] theirLives) {
        return new Watch(
                stream,
                cause,
                observer,
                someTargets,
                theirLives,
                fallRefused,
                fallHangs,
                rise,
                falseAlarm,
                falseEnds,
                untrusting);
    }
}
