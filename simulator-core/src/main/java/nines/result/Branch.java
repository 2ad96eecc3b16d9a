package nines.result;

/**
 * The audit of one choice by chance: was its rare side seen often enough to be counted on?
 *
 * @param name {@code db failover: by hand}
 * @param probability of the branch at each opportunity
 * @param opportunities how often the choice was made
 * @param expectedVisits opportunities × probability
 * @param visits how often the branch was taken
 * @param verdict thin below 30 expected visits, not trusted below 5
 * @param reason in words; empty when the verdict is good
 */
public record Branch(
        String name,
        double probability,
        long opportunities,
        double expectedVisits,
        long visits,
        Verdict verdict,
        String reason) {}
