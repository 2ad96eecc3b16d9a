/**
 * Lays a scenario out on the blueprint: places, instances, failure modes, conditions, take-overs, beliefs, events and
 * journeys become small elements with integer indexes. Knows the model and the blueprint, and no engine.
 */
@org.jspecify.annotations.NullMarked
package nines.layout;
