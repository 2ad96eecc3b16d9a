package nines.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nines.analytic.MarkovModel;
import nines.experiment.Settings;
import nines.experiment.Study;
import nines.layout.Layout;
import nines.model.Scenario;
import nines.result.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another spare never lowers request availability, under conditions; and what happens without them. */
class SparesTest {
    private static final double YEARS = 10;

    /**
     * Scenario, path, instances, and the changes that make the conditions hold: sight of the truth at once or failovers that
     * always work, nobody shared for repairs, nobody moved. The draws of the others stay as they are when one more is added, so
     * this holds to the last bit and not on average only: no chance, no tolerance but rounding.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "first lb.instances 1,2,3 lb.health-check=none",
                "first web.instances 1,2,3,4 lb.health-check=none",
                "first db.instances 1,2,3 db.failover.success=100%",
                "single-server app.instances 1,2,3",
                "single-server db.instances 1,2,3 nightly.usable=100%",
                "active-passive-pair pair.instances 1,2,3 success=100% beta=0%",
                "active-passive-pair storage.instances 1,2,3",
                "balancer-web-database lb.instances 1,2,3 lb.failover.success=100%",
                "balancer-web-database web.instances 1,2,3,4,5 lb.health-check=none",
                "balancer-web-database db.instances 1,2,3 db.failover.success=100%",
                "backup-ladder db.instances 1,2,3 db.failover.success=100% events.drop-table=null events.ransomware=null",
                "synchronous-standby db.instances 1,2,3 db.failover.success=100%",
                "leaderless-store ring.instances 1,2,3 ring.placement=random ring.read-quorum=1 ring.write-quorum=1",
                "disaster-recovery shop.instances 1,2,3 shop.failover.success=100%",
                "object-store objects.instances 30,60,90",
                "lock-service no-grace.instances 1,2,3",
                "managed-database app.instances 5,6,7",
                "managed-database db.instances 1,2,3 db.failover.success=100%",
                "three-tier-shop lb.instances 1,2,3 lb.failover.success=100%",
                "three-tier-shop web.instances 1,2,3,4,5 lb.health-check=none",
                "three-tier-shop db.instances 1,2,3 db.failover.success=100%",
                "consensus-cluster etcd.instances 2,3,4,5 etcd.needed=2",
                "dual-wan wan.instances 1,2,3 edge.health-check=none",
                "power-chain generator.instances 1,2,3",
                "power-chain ups-a.instances 1,2,3",
                "power-chain pdu-a.instances 1,2,3 pdu-a.fails.outage=catalogue:power.pdu",
                "three-zones app.instances 11,12,13,14 lb.health-check=none"
            })
    void anotherSpareNeverLowersRequestAvailability(String row) {
        String[] words = row.split(" ");
        double before = 1;
        for (String instances : words[2].split(",")) {
            List<String> changes = new ArrayList<>(Arrays.asList(words).subList(3, words.length));
            changes.add(words[1] + "=" + instances);
            double lost = drawn(Runs.bundled(words[0], "", changes.toArray(String[]::new)));
            assertThat(lost).as(instances).isBetween(0.0, before * (1 + 1e-9));
            before = lost;
        }
        assertThat(before).isLessThan(1);
    }

    @Test
    void everyScenarioIsAsked() throws NoSuchMethodException {
        String[] asked = SparesTest.class
                .getDeclaredMethod("anotherSpareNeverLowersRequestAvailability", String.class)
                .getAnnotation(ValueSource.class)
                .strings();
        assertThat(Arrays.stream(asked).map(words -> words.split(" ")[0])).containsAll(Runs.ofYears());
    }

    /** Share of the requests of all journeys lost as drawn, without the known means put in place of draws. */
    private static double drawn(Scenario scenario) {
        Settings settings = Study.settings(scenario)
                .withHorizon(YEARS * Runs.YEAR)
                .withReplications(40)
                .withTimes(List.of(YEARS * Runs.YEAR))
                .withSeed(11)
                .withThreads(2)
                .withWallClock(Double.POSITIVE_INFINITY);
        Result result = Study.of(scenario, settings, Study.origin(scenario, "", "", "", List.of(), ""))
                .run();
        return result.journeys().stream()
                        .mapToDouble(journey ->
                                journey.moments().get(0).lost().mean().value())
                        .sum()
                / (YEARS * Runs.YEAR * result.journeys().size());
    }

    /** Without full coverage every server brings failures that stop all for the reboot: the fourth costs more than it saves. */
    @Test
    void aSpareHarmsWhereCoverageIsNotPerfect() {
        double three = covered(3, "98%");
        assertThat(covered(2, "98%")).isGreaterThan(three);
        assertThat(covered(4, "98%")).isGreaterThan(1.3 * three);
        assertThat(covered(4, "100%")).isLessThan(covered(3, "100%"));
    }

    private static double covered(int servers, String success) {
        return lost(Runs.read("""
                nines: 1
                name: Coverage
                defaults: textbook
                crews: { crew: { people: 4 } }
                components:
                  servers:
                    kind: server
                    instances: %d
                    fails: { crash: { time-to-failure: exponential mean 2000h, repair: { crew: crew, fix: exponential mean 4h } } }
                    failover: { success: %s, otherwise: exponential mean 5min, meanwhile: frozen }
                """.formatted(servers, success), "coverage", ""));
    }

    /** … and where one more is needed as well: the majority of four is three. */
    @Test
    void aSpareHarmsWhereTheMajorityGrows() {
        double[] lost = new double[6];
        for (int members = 2; members <= 5; members++) {
            lost[members] = lost(Runs.read("""
                    nines: 1
                    name: Quorum
                    defaults: textbook
                    components:
                      voters: { kind: consensus, instances: %d, fails: { crash: { time-to-failure: exponential mean 1440h, repair: exponential mean 1h } } }
                    """.formatted(members), "quorum", ""));
        }
        assertThat(lost[3]).isCloseTo(1.4440835600941945e-06, within(1e-14)).isLessThan(lost[2]);
        assertThat(lost[4]).isGreaterThan(1.9 * lost[3]);
        assertThat(lost[5]).isLessThan(lost[3]);
    }

    private static double lost(Scenario scenario) {
        return MarkovModel.of(Layout.of(scenario)) instanceof MarkovModel.Found found
                ? found.model().requestUnavailability(0).value()
                : Double.NaN;
    }
}
