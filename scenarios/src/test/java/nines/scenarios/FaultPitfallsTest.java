package nines.scenarios;

import static nines.scenarios.Runs.meets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.model.Scenario;
import nines.result.Journey;
import nines.result.Moment;
import nines.result.Part;
import nines.result.Result;
import nines.result.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Pitfalls of faults, ages and planned work, each as a file. A right program misses a bound once in 10,000 times; each
 * interval is too narrow for the naive answer.
 */
class FaultPitfallsTest {
    private static Scenario read(String body) {
        return Runs.read("nines: 1\nname: Pitfall\ndefaults: textbook\n" + body, "pitfall", "");
    }

    private static double caused(Journey journey, String root) {
        return journey.downBy().cells().stream()
                .filter(cell -> cell.root().equals(root))
                .mapToDouble(nines.result.Cause::secondsPerYear)
                .sum();
    }

    /** Fails from hour 1 to 4, is worked on from 3 to 5: one outage of four hours, of which the fault has two and a half. */
    @Test
    void test09WorkOnABrokenUnitIsOneOutage() {
        Journey service = Runs.run(read("""
                        components: { unit: { kind: server, fails: never } }
                        events:
                          fault: { at: 1h, fail: unit, for: 3h }
                          work:  { at: 3h, maintain: unit, for: 2h }
                        """), 1, 2).answer();
        assertThat(service.outages().perYear().value()).isEqualTo(1);
        assertThat(service.outages().mttr().value()).isCloseTo(4 * Runs.HOUR, within(1e-6));
        assertThat(caused(service, "fault")).isCloseTo(2.5 * Runs.HOUR, within(1e-6));
        assertThat(caused(service, "work")).isCloseTo(1.5 * Runs.HOUR, within(1e-6));
    }

    /** Independent, 1 % and 2 %: 2.98 % and not 3 %. */
    @Test
    void test09IndependentCausesOverlap() {
        Journey service = Runs.sure(read("""
                        components: { unit: { kind: server, fails: { x: { time-to-failure: exponential mean 99h, clock: calendar, repair: exponential mean 1h } } } }
                        events: { work: { every: 100h, first: 50h, maintain: unit, for: 2h } }
                        """), 100, 400).answer();
        meets(service.time().unavailability(), 1, 0.0298, 0.03);
    }

    /** Standbys of a Weibull law of shape 2: a cold one does not age, a warm one less, a hot one as much. */
    @Test
    void test13AStandbyAgesAsFarAsItWorks() {
        meets(life("active: 1, standby: cold", "weibull shape 2 mean 1000h"), 1 / 1000.0 / Runs.HOUR, 2, 1.292893);
        meets(life("active: 1, standby: hot", "weibull shape 2 mean 1000h"), 1 / 1000.0 / Runs.HOUR, 1.292893, 1.5, 2);
        // The standby has waited for exactly 500 h when it is needed, and has its own 500 h before it.
        assertThat(life("active: 1, standby: cold", "fixed 500h").value()).isCloseTo(1000 * Runs.HOUR, within(1e-3));
    }

    private static nines.result.Estimate life(String how, String law) {
        return Runs.sure(read("""
                        components:
                          pair: { kind: server, instances: 2, %s, fails: { x: { time-to-failure: %s, repair: never } } }
                        """.formatted(how, law)), 1, 4000)
                .answer()
                .first()
                .mttff();
    }

    /** Ten members, each hit with 30 %: how often none, five or more, and two given ones are hit. */
    @Test
    void test16AShockAsksEachMemberForItself() {
        Result result = Runs.sure(read("""
                components: { units: { kind: server, instances: 10, fails: never } }
                groups:
                  batch: { members: units, fails: { shock: { time-to-failure: exponential mean 100h, hits: 30%, repair: 1s } } }
                journeys:
                  any-hit: { needs: { at-least: 10, of: units } }
                  five-hit: { needs: { at-least: 6, of: units } }
                  both-hit: { needs: { any: [units-1, units-2] } }
                """), 100, 40);
        double hours = 100 / 8760.0;
        meets(outages(result, "any-hit"), hours, 1 - 0.0282475, 1);
        meets(outages(result, "five-hit"), hours, 0.150268, 0.5);
        meets(outages(result, "both-hit"), hours, 0.09, 0.3);
    }

    /** … and the rate of a member's failures is that of its law, whatever part of them is common. */
    @Test
    void test16TheRateOfAMemberIsKept() {
        Result result = Runs.sure(read("""
                components:
                  units: { kind: server, instances: 10, fails: { x: { time-to-failure: exponential mean 1000h, common-cause: { share: 100%, hits: 30% }, repair: 1s } } }
                journeys:
                  any-hit: { needs: { at-least: 10, of: units } }
                """), 100, 40);
        meets(result.part("units").map(Part::failuresPerYear).orElseThrow(), 1 / 87.6, 1, 0.3, 0.9717525);
        // 3 members a shock on average, shocks that hit nobody included.
        meets(outages(result, "any-hit"), 1 / 87.6, (1 - 0.0282475) / 3, 1 / 3.0, 1);
    }

    private static nines.result.Estimate outages(Result result, String journey) {
        return result.journey(journey).orElseThrow().outages().perYear();
    }

    /** First outage after 50 y on average, ten years simulated: what is cut off must not shorten the mean. */
    @Test
    void test23RunsWithoutAnOutageCountForTheMean() {
        String unit = """
                components: { unit: { kind: server, fails: { x: { time-to-failure: exponential mean 50y, repair: 1d } } } }
                measure: { at: [10y] }
                """;
        // About 70 outages in 380 runs: too few for runs of their own, so exposure / first outages.
        Journey cut = Runs.sure(read(unit), 10, 380).answer();
        meets(cut.first().mttff(), 1 / Runs.YEAR, 50, 4.833, 9.063);
        assertThat(cut.first().mttff().method()).contains("exposure");
        assertThat(cut.first().mttff().verdict()).isNotEqualTo(Verdict.NOT_TRUSTED);

        Journey own = Runs.sure(read(unit), 10, 20_000).answer();
        meets(own.first().mttff(), 1 / Runs.YEAR, 50, 4.833, 9.063);
        Moment decade = own.moments().get(0);
        meets(decade.reliability(), 1, 0.8187, 0.8);
    }

    /** New parts of a shape below 1 fail more often than old ones, above 1 less often. */
    @Test
    void test24NewPartsFailMoreOrLessOftenThanOldOnes() {
        meets(failures("0.7", ""), 10, 3.8585, 3.3333);
        meets(failures("3", ""), 10, 2.8985, 3.3333);
        meets(failures("0.7", "run: { start: steady }"), 10, 3.3333, 3.8585);
        meets(failures("3", "run: { start: steady }"), 10, 3.3333, 2.8985);
    }

    private static nines.result.Estimate failures(String shape, String run) {
        return Runs.sure(read("""
                        components: { unit: { kind: server, fails: { x: { time-to-failure: weibull shape %s mean 3y, repair: 1s } } } }
                        %s
                        """.formatted(shape, run)), 10, 10_000)
                .answer()
                .outages()
                .perYear();
    }

    /** Work at night costs a third of what its hours say, work in the afternoon twice as much. */
    @Test
    void test24WorkAtNightLosesFewRequests() {
        assertThat(lost("3h")).isCloseTo(0.014573, within(5e-7));
        assertThat(lost("15h")).isCloseTo(0.082509, within(5e-7));
    }

    private static double lost(String from) {
        return Runs.lost(Runs.run(read("""
                        components: { unit: { kind: server, fails: never } }
                        journeys: { page: { through: unit } }
                        traffic: { users: { rate: 10/s, day-peak: 2x } }
                        events: { work: { every: 1d, first: %s, maintain: unit, for: 1h } }
                        """.formatted(from)), 1, 2));
    }
}
