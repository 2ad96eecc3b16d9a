package nines.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nines.format.ScenarioReader;
import nines.result.DataCause;
import nines.result.DataSafety;
import org.junit.jupiter.api.Test;

/** What is told of data of which nothing is left: never that nothing was lost, and never that it was back in no time. */
class TotalLossTest {
    private static DataSafety run() {
        String file = """
                nines: 1
                name: wiped
                defaults: textbook
                places: { site: { kind: building } }
                components:
                  db:
                    kind: database
                    in: site
                    fails: { disk: { time-to-failure: exponential mean 30d, repair: 1h, loses-data: true } }
                  dump: { kind: backup, of: db, in: site, full: 1min }
                journeys: { store: { through: [{ to: db, as: write }] } }
                traffic: { writers: { rate: 1/s } }
                events:
                  wiped: { every: exponential mean 60d, corrupt: [db, site], detection: 30min }
                run: { horizon: 100y, replications: 10, seed: 3 }
                """;
        return Study.of(ScenarioReader.parse(file, "wiped.yaml").scenarioOrThrow())
                .run()
                .data()
                .get(0);
    }

    private static DataCause cause(DataSafety data, String root) {
        return data.byCause().stream()
                .filter(each -> each.root().equals(root))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsGoneIsNeitherNothingNorBackAtOnce() {
        DataSafety data = run();
        DataCause wiped = cause(data, "wiped");
        DataCause disk = cause(data, "db: disk");

        // 6,000 of them: four standard deviations are 5 %. One in 700 falls into an hour in which the disk is broken
        // anyway.
        assertThat(wiped.perYear().value()).isCloseTo(365 / 60.0, within(0.4));
        assertThat(wiped.goneCompletelyPerYear().value())
                .isEqualTo(wiped.perYear().value());
        assertThat(wiped.seconds().isKnown()).isFalse();
        assertThat(wiped.records().isKnown()).isFalse();
        assertThat(wiped.recovery().isKnown()).isFalse();
        assertThat(wiped.recovery().reason()).contains("everything was gone each time");
        // A disk fails in the minute without a copy after a wipe once in 40,000 times, so that nothing comes back.
        assertThat(disk.goneCompletelyPerYear().value())
                .isLessThan(0.01 * disk.perYear().value());
        assertThat(disk.seconds().value()).isCloseTo(30, within(2.0));
    }

    /** Every recovery is the hour in which the disk is replaced: those after which nothing is left do not shorten the mean. */
    @Test
    void recoveryIsThatOfWhatComesBack() {
        DataSafety data = run();

        assertThat(data.recovery().value()).isCloseTo(3600, within(5.0));
        assertThat(data.stages().stream()
                        .mapToDouble(stage -> stage.seconds().value())
                        .sum())
                .isCloseTo(data.recovery().value(), within(1e-6));
        assertThat(data.recoveryQuantiles())
                .allSatisfy(quantile -> assertThat(quantile.value().value()).isCloseTo(3600, within(1.0)));
    }
}
