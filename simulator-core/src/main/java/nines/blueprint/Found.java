package nines.blueprint;

/** When anybody learns that a mode has broken; its repair starts then. */
public enum Found {
    /** At the moment it breaks. */
    AT_ONCE,
    /** When a watch has removed the instance. */
    BY_PROBE,
    /** When it is called upon and does not answer. */
    ON_DEMAND,
    /** When an inspection looks. */
    BY_INSPECTION
}
