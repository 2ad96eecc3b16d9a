package nines.blueprint;

/**
 * A root cause of downtime, shared by all instances that can fail in this way.
 *
 * @param owner the component, place, group or event
 * @param name the failure mode or verb
 */
public record Cause(String owner, String name) {
    /** The cause as tables write it. */
    public String label() {
        return name.isEmpty() ? owner : owner + ": " + name;
    }
}
