package nines.model;

import java.util.List;

/** Which of the waiting jobs a crew takes next. */
public sealed interface CrewOrder {

    /** The one that waits longest. */
    record FirstCome() implements CrewOrder {}

    /** The one whose kind of broken part is found first; see {@code inspection}. */
    record FirstFound() implements CrewOrder {}

    /** A kind of waiting part (component and mode) picked evenly, then the longest waiting of it. */
    record AtRandom() implements CrewOrder {}

    /** Components, most urgent first; those not named come last, equals in order of arrival. */
    record Urgency(List<String> components) implements CrewOrder {
        public Urgency {
            components = List.copyOf(components);
        }
    }
}
