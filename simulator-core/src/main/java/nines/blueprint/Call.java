package nines.blueprint;

/**
 * One request from a caller to a callee, and what the callee does in turn before it answers.
 *
 * @param name for tables
 * @param kind who is called
 * @param callee index of the pool or relay; -1 for {@link Kind#STEPS}
 * @param read whether it reads only
 * @param attempts the caller's patience; ignored for the first call of a journey, where the source's counts
 * @param share chance that the call is made, in (0, 1]
 * @param times how often, one after the other
 * @param soft whether the caller's answer is fine without it
 * @param fallback index of the call made when this one has failed, or -1
 * @param hit chance that the steps are not needed, in [0, 1]: a cache that has the answer
 * @param missOnFailure whether the callee's own failure counts as a miss: the steps are made all the same
 * @param steps indexes of the calls made after the callee's own work
 * @param guards how the caller protects itself
 * @param stale seconds after a good answer for which it stands in for a failure, or 0
 * @param parallel whether the steps are made all at once instead of one after the other
 */
public record Call(
        String name,
        Kind kind,
        int callee,
        boolean read,
        Attempts attempts,
        double share,
        int times,
        boolean soft,
        int fallback,
        double hit,
        boolean missOnFailure,
        int[] steps,
        Guards guards,
        boolean parallel,
        double stale) {

    /** The caller's own steps, one after the other or all at once. */
    public static Call steps(String name, int[] steps, boolean parallel) {
        return new Call(
                name,
                Kind.STEPS,
                -1,
                false,
                Attempts.PATIENT,
                1,
                1,
                false,
                -1,
                0,
                false,
                steps,
                Guards.NONE,
                parallel,
                0);
    }

    /** The same under another name. */
    public Call named(String other) {
        return with(other, attempts, share, times, soft, guards);
    }

    /** The same, made by a caller with other habits. */
    public Call by(Attempts attempts, double share, int times, boolean soft, Guards guards) {
        return with(name, attempts, share, times, soft, guards);
    }

    private Call with(String name, Attempts attempts, double share, int times, boolean soft, Guards guards) {
        return new Call(
                name,
                kind,
                callee,
                read,
                attempts,
                share,
                times,
                soft,
                fallback,
                hit,
                missOnFailure,
                steps,
                guards,
                parallel,
                stale);
    }

    /** Who is called. */
    public enum Kind {
        /** A station of a pool. */
        POOL,
        /** A relay. */
        RELAY,
        /** Nobody: the steps are the caller's own. */
        STEPS
    }
}
