package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nines.result.Cause;
import nines.result.Causes;
import nines.result.Journey;
import nines.result.Part;
import nines.result.Result;
import nines.result.Share;
import org.junit.jupiter.api.Test;

/** What must hold in every scenario, whatever its numbers. */
class LawsTest {
    /** Downtime and causes are summed in different orders, and known means correct both: rounding only. */
    private static final double ROUNDING = 1e-9;

    @Test
    void causesSumToTheTotalAndThreadsChangeNoBit() {
        for (String name : ScenarioLibrary.names()) {
            var scenario = Runs.bundled(name, "");
            Result one = Runs.run(scenario, 5, 40, 1);
            Result four = Runs.run(scenario, 5, 40, 4);
            assertThat(four.fingerprint()).as(name).isEqualTo(one.fingerprint());
            for (Journey journey : one.journeys()) {
                sumsUp(
                        name + " lost",
                        journey.lostBy(),
                        journey.requests().downtimePerYear().value());
                sumsUp(
                        name + " down",
                        journey.downBy(),
                        journey.time().downtimePerYear().value());
            }
        }
    }

    private static void sumsUp(String what, Causes causes, double total) {
        double close = ROUNDING * Math.max(total, 1);
        assertThat(causes.total()).as(what).isCloseTo(total, within(close));
        double cells =
                causes.cells().stream().mapToDouble(Cause::secondsPerYear).sum();
        assertThat(cells).as(what + " in cells").isCloseTo(total, within(close));
        for (List<Share> margin : List.of(causes.byRoot(), causes.byStage(), causes.byComponent())) {
            double sum =
                    margin.stream().mapToDouble(s -> s.secondsPerYear().value()).sum();
            assertThat(sum).as(what + " in a margin").isCloseTo(total, within(close));
        }
    }

    /** 3141 h between node outages, weibull 0.8 with operating clocks, and so on: renewals from a fresh start. */
    @Test
    void failuresComeAsOftenAsRenewalTheoryExpects() {
        var scenario = Runs.read("""
                nines: 1
                name: Renewals
                defaults: textbook
                components:
                  erlang: { kind: server, fails: { x: { time-to-failure: erlang 2 mean 1000h, repair: exponential mean 10h } } }
                  plain: { kind: server, fails: { x: { time-to-failure: exponential mean 500h, repair: exponential mean 10h } } }
                """, "renewals", "");
        Result result = Runs.run(scenario, 100, 100);
        // Erlang 2: t/m − 1/4 renewals up to t. Tolerances: 4.5 standard errors of the number over 10,000 years.
        double years = 100;
        double erlang = 8760 / 1010.0 - 0.25 / years;
        double plain = 8760 / 510.0;
        assertThat(failures(result, "erlang")).isCloseTo(erlang, within(4.5 * Math.sqrt(erlang * 0.51 / 10_000)));
        assertThat(failures(result, "plain")).isCloseTo(plain, within(4.5 * Math.sqrt(plain / 10_000)));
    }

    private static double failures(Result result, String part) {
        return result.part(part).map(Part::failuresPerYear).orElseThrow().value();
    }

    @Test
    void timeAndRequestsAgreeWhenAllIsServedOrNothing() {
        for (String name : List.of("dual-wan", "power-chain", "active-passive-pair", "consensus-cluster")) {
            for (Journey journey : Runs.run(Runs.bundled(name, ""), 20, 40).journeys()) {
                double requests = journey.requests().unavailability().value();
                double time = journey.time().unavailability().value();
                assertThat(requests).as(name).isCloseTo(time, within(1e-9 * Math.max(time, 1e-3)));
            }
        }
    }
}
