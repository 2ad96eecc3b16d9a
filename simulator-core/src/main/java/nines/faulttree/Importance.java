package nines.faulttree;

/**
 * How much a basic event matters to a journey, in the field's measures (Rausand, Høyland 2004, chapter 5). Q is the
 * chance that the journey is down, q that of the event.
 *
 * @param event the event
 * @param birnbaum chance that the rest is in such a state that this event decides: ∂Q/∂q (Birnbaum 1969)
 * @param criticality chance that it holds and decides, given that the journey is down: birnbaum · q / Q
 * @param fussellVesely chance that some minimal cut set with it holds, given that the journey is down (Fussell 1975)
 * @param achievementWorth how many times larger Q is when it holds for sure: risk achievement worth
 * @param reductionWorth how many times smaller Q is when it never happens: risk reduction worth, +infinity when nothing else
 *     brings the journey down
 */
public record Importance(
        BasicEvent event,
        double birnbaum,
        double criticality,
        double fussellVesely,
        double achievementWorth,
        double reductionWorth) {}
