package nines.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Requests lost when the load changes over the day. What is right is summed here over ten thousand stretches of a day,
 * with the shape as the pitfalls define it (§1.16); what is tested knows the crossings and integrals in closed form.
 */
class DailyLoadTest {
    private static final double HOUR = Trial.HOUR;
    private static final double DAY = Trial.DAY;
    private static final int STRETCHES = 200_000;

    /** Pitfalls §1.16: the kappa of a day whose peak is twice its mean. */
    private static final double KAPPA = DayShape.kappa(2);

    private static final double PEAK = 15 * HOUR;

    private static double load(double time) {
        return Math.exp(KAPPA * Math.cos(2 * Math.PI * (time - PEAK) / DAY)) / DayShape.bessel(0, KAPPA);
    }

    /** Mean over a day, by the midpoint rule. */
    private static double ofADay(DoubleUnaryOperator at) {
        double sum = 0;
        for (int i = 0; i < STRETCHES; i++) {
            sum += at.applyAsDouble((i + 0.5) * DAY / STRETCHES) / STRETCHES;
        }
        return sum;
    }

    private static double shareOfADay(DoublePredicate when) {
        return ofADay(time -> when.test(time) ? 1 : 0);
    }

    private static String server(String more, int rate) {
        return """
                components:
                  web: { kind: server, workers: 10, service-time: 100ms %s }
                journeys:
                  page: { through: [web] }
                traffic:
                  users: { rate: %d/s, day-peak: 2x }
                """.formatted(more, rate);
    }

    @Test
    void theShapeIsThatOfThePitfalls() {
        assertThat(KAPPA).isCloseTo(0.876842, within(0.5e-6));
        assertThat(load(PEAK)).isCloseTo(2, within(1e-12));
        assertThat(load(PEAK - DAY / 2)).isCloseTo(0.3463, within(0.5e-4));
    }

    @Test
    void pitfall24AnHourCountsAsMuchAsItsLoad() {
        for (int hour : new int[] {3, 15}) {
            Trial trial = Trial.of(server("", 1) + """
                    events:
                      work: { at: %dh, maintain: web, for: 1h }
                    """.formatted(hour));

            double lost = trial.mean(DAY, Trial::lostShare).value();

            assertThat(lost).isCloseTo(hour == 3 ? 0.014573 : 0.082509, within(0.5e-6));
        }
    }

    /** 100 requests a second can be carried, 100 come on average and 200 at the peak: nothing fails, much is lost. */
    @Test
    void aCapacityIsShortInTheBusyHoursOnly() {
        Trial trial = Trial.of(server("", 100));

        double lost = ofADay(time -> Math.max(0, load(time) - 1));
        double down = shareOfADay(time -> 1 / load(time) < 0.99);

        assertThat(trial.mean(10 * DAY, Trial::lostShare).value()).isCloseTo(lost, within(1e-6));
        assertThat(trial.mean(10 * DAY, Trial::downShare).value()).isCloseTo(down, within(1e-5));
        assertThat(trial.mean(10 * DAY, journal -> journal.outages[0]).value()).isEqualTo(10);
        assertThat(trial.mean(10 * DAY, journal -> journal.longest[0]).value()).isCloseTo(down * DAY, within(2.0));
        assertThat(trial.mean(10 * DAY, journal -> journal.firstOutage[0]).value())
                .isCloseTo(PEAK - down * DAY / 2, within(2.0));
    }

    @Test
    void pointsAndWindowsSeeTheHour() {
        Trial trial = Trial.of(server("", 100));
        double[] hours = {1 * HOUR, 15 * HOUR, 24 * HOUR};
        Options options = new Options(0, hours, new double[] {DAY}, false, true);
        double lost = ofADay(time -> Math.max(0, load(time) - 1));

        for (int k = 0; k < hours.length; k++) {
            int at = k;
            double served = Math.min(1, 1 / load(hours[k]));
            assertThat(trial.mean(2 * DAY, options, journal -> journal.servedAt[0][at])
                            .value())
                    .isCloseTo(served, within(1e-9 + 1e-6));
            assertThat(trial.mean(2 * DAY, options, journal -> journal.upAt[0][at] ? 1 : 0)
                            .value())
                    .isCloseTo(served >= 0.99 ? 1 : 0, within(1e-9));
        }
        assertThat(trial.mean(2 * DAY, options, journal -> journal.lostUntil[0][2] / 100 / DAY)
                        .value())
                .isCloseTo(lost, within(1e-6));
        assertThat(trial.mean(2 * DAY, options, journal -> journal.windowLost[0][0][1] / 100 / DAY)
                        .value())
                .isCloseTo(lost, within(1e-6));
    }

    /**
     * Three servers of which each carries 100 a second, 160 come on average: at the peak 320, more than all can carry; in
     * the trough 55, which one can carry. Each is up independently of the hour, so that the loss is the mean over both.
     */
    @Test
    void aCrashCostsWhatTheOthersCannotCarryAtThatHour() {
        Trial trial = Trial.of(server(
                ", instances: 3, fails: { crash: { time-to-failure: exponential mean 30h, repair: exponential mean 10h } }",
                160));
        double lost = 0;
        double down = 0;
        for (int k = 0; k <= 3; k++) {
            int alive = k;
            double chance = Math.pow(0.75, k) * Math.pow(0.25, 3 - k) * (k == 1 || k == 2 ? 3 : 1);
            lost += chance * ofADay(time -> Math.max(0, load(time) - alive / 1.6));
            down += chance * shareOfADay(time -> Math.min(1, alive / 1.6 / load(time)) < 0.99);
        }
        Options longRunning = new Options(30 * DAY, new double[0], new double[0], false, true);

        Trial.Mean simulated = trial.mean(400 * DAY, longRunning, Trial::lostShare);
        simulated.meets(lost, 0.02);
        trial.mean(400 * DAY, longRunning, journal -> journal.lostCorrected[0] / journal.offered[0])
                .meets(lost, 0.02);
        trial.mean(400 * DAY, longRunning, Trial::downShare).meets(down, 0.02);
        trial.mean(400 * DAY, longRunning, journal -> journal.downCorrected[0] / journal.time)
                .meets(down, 0.02);

        // What too little for the peak costs with all three alive is the load's, whoever else is to blame.
        int overload = trial.blueprint().causes().size() - 1;
        double share = ofADay(time -> Math.max(0, load(time) - 3 / 1.6));
        assertThat(trial.mean(400 * DAY, longRunning, journal -> ofCause(journal, overload) / journal.offered[0])
                        .value())
                .isCloseTo(share, within(1e-9));
    }

    private static double ofCause(Journal journal, int cause) {
        double sum = 0;
        for (int s = 0; s < Journal.STAGES; s++) {
            sum += journal.causeLost[0][cause * Journal.STAGES + s];
        }
        return sum;
    }

    /** With a threshold that is never crossed the chain answers too: the state does not know what hour it is. */
    @Test
    void theChainTakesTheMeanOverTheDay() {
        String body = server(
                        ", instances: 3, fails: { crash: { time-to-failure: exponential mean 30h, repair: exponential mean 10h } }",
                        160)
                .replace("through: [web]", "through: [web], up-at: 10%");
        double lost = 0;
        for (int k = 0; k <= 3; k++) {
            int alive = k;
            double chance = Math.pow(0.75, k) * Math.pow(0.25, 3 - k) * (k == 1 || k == 2 ? 3 : 1);
            lost += chance * ofADay(time -> Math.max(0, load(time) - alive / 1.6));
        }

        assertThat(Trial.of(body).solve().requestUnavailability(0).value()).isCloseTo(lost, withinPercentage(1e-3));
    }

    /** From 100 a second at midnight up to 300 at noon and back; 250 can be carried, from 9 to 15 h too much comes. */
    @Test
    void aProfileIsJoinedByLinesAndRepeated() {
        Trial trial = Trial.of("""
                components:
                  web: { kind: server, workers: 25, service-time: 100ms }
                journeys:
                  page: { through: [web], up-at: 100% }
                traffic:
                  users: { profile: [{ at: 0h, rate: 100/s }, { at: 12h, rate: 300/s }, { at: 24h, rate: 100/s }] }
                """);

        trial.mean(9.5 * DAY, Trial::lostShare).meets(lostOfTriangle(9) / offeredOfTriangle(9));
        trial.mean(10 * DAY, journal -> journal.offered[0]).meets(10 * 200 * DAY);
        trial.mean(10 * DAY, journal -> journal.lost[0]).meets(10 * 0.5 * 6 * HOUR * 50);
        assertThat(trial.mean(10 * DAY, journal -> journal.down[0]).value()).isCloseTo(60 * HOUR, within(1e-3));
        assertThat(trial.mean(10 * DAY, journal -> journal.outages[0]).value()).isEqualTo(10);
    }

    /** Whole days and the first half of the next. */
    private static double lostOfTriangle(int days) {
        return (days + 0.5) * 0.5 * 6 * HOUR * 50;
    }

    private static double offeredOfTriangle(int days) {
        return (days + 0.5) * 200 * DAY;
    }

    @Test
    void twoDifferentDaysAreRefused() {
        Trial.isRefused(server("", 1) + "  others: { rate: 1/s }\n", "others", "its day differs from that of users");
        Trial.isRefused(
                server("", 1).replace("day-peak: 2x", "profile: [{ at: 0h, rate: 1/s }, { at: 24h, rate: 1/s }]"),
                "users",
                "leave out `rate`");
    }
}
