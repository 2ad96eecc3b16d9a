package nines.format;

import java.util.List;

/**
 * A place in a scenario text where an entry is named.
 *
 * @param path of the value, or of the key
 * @param role what it is named for
 * @param text as written there: {@code web}, {@code web-3}, {@code db.failover.success}
 */
record Mention(List<String> path, Role role, String text) {

    /** What a name stands for where it stands. */
    enum Role {
        /** One of several, or the only one of a key. */
        VALUE,
        /** The target of a call, behind {@code to:} or alone. */
        CALL,
        /** What an event happens to. */
        VERB,
        /** The name is a key: shares of a mix, counts of a place. */
        KEY,
        /** The first name of a path in a variant, a sweep or a change. */
        PATH,
        /** Another entry takes over its keys. */
        LIKE
    }

    Mention {
        path = List.copyOf(path);
    }
}
