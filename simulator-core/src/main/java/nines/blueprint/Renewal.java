package nines.blueprint;

/** What a repair does to ages. */
public enum Renewal {
    /** The mode that fired starts anew, the unit's other modes keep their ages. */
    OWN_MODE,
    /** All modes of the unit start anew: the part was replaced. */
    WHOLE_UNIT,
    /** The mode keeps its age: minimal repair. */
    NOTHING
}
