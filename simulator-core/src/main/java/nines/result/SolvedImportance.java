package nines.result;

/**
 * How much a basic event matters to a journey (Rausand, Høyland 2004, chapter 5). Q is the chance that the journey is
 * down, q that of the event.
 *
 * @param event by name
 * @param kind what it is: {@code instance}, {@code place}, {@code common-cause}
 * @param unavailability q
 * @param perYear how often it begins
 * @param birnbaum chance that it decides: the derivative of Q by q
 * @param criticality chance that it holds and decides, given that the journey is down
 * @param fussellVesely chance that a minimal cut set with it holds, given that the journey is down; NaN when too large
 * @param achievementWorth how many times larger Q is when it always holds
 * @param reductionWorth how many times smaller Q is when it never happens; infinite when nothing else brings the journey down
 */
public record SolvedImportance(
        String event,
        String kind,
        double unavailability,
        double perYear,
        double birnbaum,
        double criticality,
        double fussellVesely,
        double achievementWorth,
        double reductionWorth) {}
