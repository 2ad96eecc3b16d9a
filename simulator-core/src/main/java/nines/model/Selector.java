package nines.model;

import org.jspecify.annotations.Nullable;

/**
 * Names a target: {@code web} (all instances), {@code web-3} (one), {@code zone-a} (a place with its
 * content), {@code db.primary} (whoever has the role at that moment), {@code web@zone-a} (the
 * instances there).
 *
 * @param name a component, a place or a group
 * @param instance counted from 1; null: all
 * @param role primary, replicas, leader, active, standby, or a state of an automaton; null: any
 * @param at only in this place, or in this instance of a place ({@code cells-3}); null: anywhere
 */
public record Selector(
        String name,
        @Nullable Integer instance,
        @Nullable String role,
        @Nullable String at) {

    public static Selector of(String name) {
        return new Selector(name, null, null, null);
    }

    /** As the language writes it. */
    public String text() {
        return name
                + (instance == null ? "" : "-" + instance)
                + (role == null ? "" : "." + role)
                + (at == null ? "" : "@" + at);
    }
}
