package nines.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nines.quantity.Dimension;
import nines.quantity.TextProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTextTest {

    @ParameterizedTest
    @CsvSource({
        "8h, 8h",
        "fixed 8h, 8h",
        "1h30min, 90min",
        "never, never",
        "uniform 60s to 120s, uniform 1min to 2min",
        "uniform mean 90s cv 0.2, ''",
        "triangular 8s 12s 60s, triangular 8s 12s 1min",
        "exponential mean 4y, exponential mean 4y",
        "exponential rate 0.1/h, exponential mean 10h",
        "exponential rate 0.001/h, exponential mean 1000h",
        "exponential median 3h, ''",
        "erlang 3 mean 90h, erlang 3 mean 90h",
        "erlang 3 rate 2/h, erlang 3 mean 90min",
        "gamma shape 2 mean 10s, gamma shape 2 scale 5s",
        "gamma shape 2 scale 5s, gamma shape 2 scale 5s",
        "gamma mean 10s cv 0.7, gamma mean 10s cv 0.7",
        "weibull shape 0.7 mean 3y, weibull shape 0.7 mean 3y",
        "weibull shape 0.8 scale 2772.3h, weibull shape 0.8 scale 2772.3h",
        "weibull shape 0.8 median 100d, weibull shape 0.8 median 100d",
        "weibull median 5s p90 20s, ''",
        "weibull mean 10h cv 2, weibull mean 10h cv 2",
        "lognormal mean 2h cv 1.5, lognormal mean 2h cv 1.5",
        "lognormal median 5s p90 20s, ''",
        "lognormal p99.9 20s median 5s, ''",
        "lognormal median 5s sigma 1.2, lognormal median 5s sigma 1.2",
        "lognormal mean 8s median 5s, lognormal mean 8s median 5s",
        "lognormal mean 8s p99 60s, ''",
        "log-logistic median 10s shape 2, log-logistic median 10s shape 2",
        "log-logistic median 10s p90 40s, ''",
        "pareto shape 1.5 minimum 1s, pareto shape 1.5 minimum 1s",
        "pareto shape 2.5 mean 3s, pareto shape 2.5 minimum 1.8s",
        "lomax shape 2.5 mean 3s, lomax shape 2.5 scale 4.5s",
        "lomax shape 2.5 scale 4s, lomax shape 2.5 scale 4s",
        "hyperexponential mean 10h cv 2, hyperexponential mean 10h cv 2",
        "percentile-exponential a 462.88h b 2.3408, percentile-exponential a 462.88h b 2.3408",
        "70% exponential mean 2h or 30% exponential mean 20h, 70% exponential mean 2h or 30% exponential mean 20h",
        "95% 45s or 5% lognormal mean 40min cv 1.5, 95% 45s or 5% lognormal mean 40min cv 1.5",
        "exponential mean 20s plus 5s, exponential mean 20s plus 5s",
        "exponential mean 20s times 2x plus 5s, exponential mean 20s times 2 plus 5s",
        "lognormal median 5s sigma 1.2 between 1s and 60s, lognormal median 5s sigma 1.2 between 1s and 1min",
        "exponential mean 20s at-most 60s, exponential mean 20s at-most 1min",
        "exponential mean 20s at-least 60s, exponential mean 20s at-least 1min",
        "exponential mean 20s capped-at 60s, exponential mean 20s capped-at 1min",
        "exponential mean 20s once, exponential mean 20s once",
        "exponential mean 20s once-per-batch, exponential mean 20s once-per-batch",
        "(70% 1s or 30% 2s) plus 1s once, (70% 1s or 30% 2s) plus 1s once",
        "hazard 0.013/y until 4y then 0.02/y until 8y then 0.04/y, hazard 0.013/y until 4y then 0.02/y until 8y then 0.04/y",
        "phase-type start 100% 0% rates -3/s 2/s then 0/s -1/s, phase-type start 100% 0% rates -3/s 2/s then 0/s -1/s",
        "empirical 3s 5s 8s weights 2 1 1, empirical 3s 5s 8s weights 2 1 1",
        "replay 3s 5s, replay 3s 5s",
        "lognormal mean 2 h cv 1.5, lognormal mean 2h cv 1.5",
    })
    void readsEveryParameterisationAndWritesTheShortest(String text, String written) {
        var law = DistributionText.parse(text);
        if (!written.isEmpty()) {
            assertThat(law.text()).isEqualTo(written);
        }
        assertThat(DistributionText.parse(law.text())).isEqualTo(law);
    }

    /** Whatever is made of recorded values in their order plays them, however deep they are. */
    @Test
    void aLawMadeOfARecordIsPlayed() {
        var record = DistributionText.parse("replay 3s 5s");
        var other = DistributionText.parse("exponential mean 5s");
        for (var inner : List.of(record, other)) {
            boolean played = inner.equals(record);
            for (var law : List.of(
                    inner,
                    new Scaled(inner, 2),
                    new Shifted(inner, 1),
                    new Capped(inner, 4),
                    new Scaled(new Shifted(inner, 1), 2))) {
                assertThat(law.isPlayed()).as(law.text()).isEqualTo(played);
                assertThat(law.text().contains("replay")).isEqualTo(played);
            }
        }
    }

    @Test
    void theLawHasTheParametersThatWereGiven() {
        var median = within(1e-12 * 5);
        assertThat(DistributionText.parse("exponential median 3h").quantile(0.5))
                .isCloseTo(10_800, within(1e-8));
        for (String family : List.of("lognormal", "weibull", "log-logistic")) {
            var law = DistributionText.parse(family + " median 5s p90 20s");
            assertThat(law.quantile(0.5)).isCloseTo(5, median);
            assertThat(law.quantile(0.9)).isCloseTo(20, within(1e-12 * 20));
        }
        for (String family : List.of("lognormal", "weibull", "gamma", "uniform")) {
            var law = DistributionText.parse(family + " mean 10h cv 0.5");
            assertThat(law.mean()).isCloseTo(36_000, within(1e-7));
            assertThat(Math.sqrt(law.variance()) / law.mean()).isCloseTo(0.5, within(1e-12));
        }
        var tail = DistributionText.parse("lognormal mean 8s p99 60s");
        assertThat(tail.mean()).isCloseTo(8, within(1e-12));
        assertThat(tail.quantile(0.99)).isCloseTo(60, within(1e-10));
        assertThat(DistributionText.parse("erlang 3 rate 2/h").mean()).isEqualTo(5400);
    }

    @Test
    void otherQuantitiesHaveLawsToo() {
        assertThat(DistributionText.parse("triangular 70% 90% 98%", Dimension.SHARE, Surroundings.NONE))
                .isEqualTo(new Triangular(0.7, 0.9, 0.98));
        assertThat(DistributionText.parse("beta mean 90% cv 0.05", Dimension.SHARE, Surroundings.NONE))
                .isEqualTo(Beta.ofMeanAndCv(0.9, 0.05));
        assertThat(DistributionText.parse("90%", Dimension.SHARE, Surroundings.NONE))
                .isEqualTo(new Deterministic(0.9));
        assertThat(DistributionText.parse("geometric mean 4 plus 2", Dimension.COUNT, Surroundings.NONE))
                .isEqualTo(new Shifted(new Geometric(4), 2));
        assertThat(DistributionText.parse("uniform 2 to 8", Dimension.COUNT, Surroundings.NONE))
                .isEqualTo(new UniformCount(2, 8));
        assertThat(DistributionText.parse("5", Dimension.COUNT, Surroundings.NONE))
                .isEqualTo(new Deterministic(5));
        assertThat(DistributionText.parse("triangular 50MB/s 150MB/s 220MB/s", Dimension.BANDWIDTH, Surroundings.NONE)
                        .text(Dimension.BANDWIDTH))
                .isEqualTo("triangular 50MB/s 150MB/s 220MB/s");
    }

    @Test
    void anObjectHasTheSameWordsAsKeys() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("distribution", "lognormal");
        object.put("median", "5s");
        object.put("p90", "20s");
        object.put("plus", "1s");
        assertThat(DistributionText.parse(object, Dimension.DURATION, Surroundings.NONE))
                .isEqualTo(DistributionText.parse("lognormal median 5s p90 20s plus 1s"));
        assertThat(DistributionText.parse(
                        Map.of("distribution", "weibull", "shape", 0.7, "mean", "3y"),
                        Dimension.DURATION,
                        Surroundings.NONE))
                .isEqualTo(DistributionText.parse("weibull shape 0.7 mean 3y"));
        assertThat(DistributionText.parse(
                        Map.of("distribution", "lognormal", "mu", "0.78846", "sigma", "1.5", "unit", "min"),
                        Dimension.DURATION,
                        Surroundings.NONE))
                .isEqualTo(new Lognormal(StrictMath.exp(0.78846) * 60, 1.5));
        assertThat(DistributionText.parse(
                        Map.of(
                                "distribution",
                                "phase-type",
                                "start",
                                List.of("100%", "0%"),
                                "rates",
                                List.of(List.of("-3/s", "2/s"), List.of("0/s", "-1/s"))),
                        Dimension.DURATION,
                        Surroundings.NONE))
                .isEqualTo(DistributionText.parse("phase-type start 100% 0% rates -3/s 2/s then 0/s -1/s"));
        assertThat(DistributionText.parse(
                        Map.of(
                                "distribution",
                                "mixture",
                                "of",
                                List.of(
                                        Map.of("share", "70%", "distribution", "exponential", "mean", "2h"),
                                        Map.of("share", "30%", "distribution", "exponential mean 20h"))),
                        Dimension.DURATION,
                        Surroundings.NONE))
                .isEqualTo(DistributionText.parse("70% exponential mean 2h or 30% exponential mean 20h"));
        assertThat(DistributionText.parse(
                        Map.of(
                                "distribution",
                                "bathtub",
                                "pieces",
                                List.of(Map.of("until", "4y", "rate", "0.01/y"), Map.of("rate", "0.04/y"))),
                        Dimension.DURATION,
                        Surroundings.NONE))
                .isEqualTo(DistributionText.parse("hazard 0.01/y until 4y then 0.04/y"));
    }

    @Test
    void anObjectsMistakeNamesItsKey() {
        assertProblem(Map.of("distribution", "lognormal", "median", "5s", "p90", "20"), "N103", "p90", "no unit");
        assertProblem(Map.of("distribution", "lognormal", "medain", "5s", "p90", "20s"), "N127", "medain", "`median`");
        assertProblem(Map.of("distribution", "lognorm", "median", "5s"), "N127", "distribution", "`lognormal`");
        assertProblem(
                Map.of("distribution", "mixture", "of", List.of(Map.of("share", "0.5", "distribution", "never"))),
                "N106",
                "of.0.share",
                "`50%`");
    }

    private static void assertProblem(Map<String, ?> object, String code, String key, String part) {
        assertThatThrownBy(() -> DistributionText.parse(object, Dimension.DURATION, Surroundings.NONE))
                .isInstanceOfSatisfying(TextProblem.class, problem -> {
                    assertThat(problem.message()).contains(part);
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.key()).isEqualTo(key);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lognormal median 20s p90 5s | N107 | 0 | `lognormal median 20s p90 5s`: p90 (5s) lies below the median (20s). Swapped?",
                "exponential 4y | N127 | 12 | `exponential mean 4y`",
                "weibull shape 2 | N127 | 0 | fixed by `shape` and `scale`, or by `shape` and `mean`",
                "weibull shap 2 mean 3y | N127 | 8 | Did you mean `shape`?",
                "lognorml mean 2h cv 1 | N127 | 0 | Did you mean `lognormal`?",
                "exponential mean 4 | N103 | 17 | Write `4s` or `4ms`",
                "exponential mean 5m | N104 | 17 | `5m` is ambiguous. Write `5min` or `5month`.",
                "exponential mean 20% | N113 | 17 | `20%` is a share; here a duration",
                "exponential mean 20s plus | N127 | 25 | ends where a duration",
                "exponential mean 20s plsu 5s | N127 | 21 | unknown word `plsu`",
                "uniform 5s to 2s | N107 | 0 | to must be greater than from",
                "uniform mean 90s cv 0.6 | N107 | 0 | at most 0.577",
                "70% 1s or 40% 2s | N107 | 0 | 100 % together: 110%",
                "hyperexponential mean 1h cv 0.5 | N107 | 0 | above 1",
                "pareto shape 0.9 mean 3s | N107 | 0 | above 1 for a finite mean",
                "lognormal mean 3s median 5s | N107 | 0 | above its median",
                "exponential mean 1s at-least 9s between 1s and 2s | N107 | 32 | the law must be possible between 1.0 and 2.0",
                "hazard 0.1/y until 4y | N127 | 7 | says nothing about what follows",
                "(exponential mean 1s | N127 | 20 | `)` is needed here",
                "exponential mean 1s) | N127 | 19 | does not belong here",
                "exponential mean 1s mean 2s | N127 | 20 | stands twice",
                "exponential mean -1s | N126 | 17 | must not be negative",
                "exponential mean 0s | N107 | 0 | mean must be positive",
                "catalogue:lat.app | N127 | 0 | the catalogue is not known here",
                "exponential mean $life | N127 | 17 | parameters are not known",
                "data times.csv | N127 | 5 | files cannot be read here",
            })
    void aMistakeIsShownWithItsPlaceAndTheLikelyIntention(String text, String code, int offset, String part) {
        assertThatThrownBy(() -> DistributionText.parse(text)).isInstanceOfSatisfying(TextProblem.class, problem -> {
            assertThat(problem.message()).contains(part);
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.offset()).isEqualTo(offset);
        });
    }

    @Test
    void aBareTimeIsRefusedWhereChanceIsMeant() {
        assertThatThrownBy(() -> DistributionText.parseRandom("1000h", Surroundings.NONE))
                .isInstanceOfSatisfying(
                        TextProblem.class, problem -> assertThat(problem.code()).isEqualTo("N105"))
                .hasMessageContaining("`exponential mean 1000h`, or `fixed 1000h`");
        assertThat(DistributionText.parseRandom("fixed 1000h", Surroundings.NONE))
                .isEqualTo(new Deterministic(3_600_000));
        assertThat(DistributionText.parseRandom("never", Surroundings.NONE)).isEqualTo(new Never());
    }

    @Test
    void refersToParametersFilesAndTheCatalogue() {
        var surroundings = new Surroundings() {
            @Override
            public String parameter(String name) {
                return name.equals("life") ? "4y" : "?";
            }

            @Override
            public Distribution catalogue(String id, Dimension dimension) {
                return new Exponential(id.length());
            }

            @Override
            public List<String> cells(String file, String column) {
                return List.of("3", " 5 ", "8");
            }
        };
        assertThat(parse("exponential mean $life", surroundings)).isEqualTo(new Exponential(126_144_000));
        assertThat(parse("catalogue:lat.app times 2", surroundings)).isEqualTo(new Scaled(new Exponential(7), 2));
        var minutes = new Empirical(Observations.of(List.of(180.0, 300.0, 480.0)));
        assertThat(parse("data repair-times.csv column minutes unit min", surroundings))
                .isEqualTo(minutes);
        var replay = (Replay) parse("replay gaps.csv unit s", surroundings);
        assertThat(new double[] {replay.at(0), replay.at(2), replay.at(3), replay.at(3_000_000_001L)})
                .containsExactly(3, 8, 3, 5);
        assertThatThrownBy(() -> parse("data repair-times.csv", surroundings)).hasMessageContaining("has no unit");
    }

    private static Distribution parse(String text, Surroundings surroundings) {
        return DistributionText.parse(text, Dimension.DURATION, surroundings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((((((",
                "70% 70% 70%",
                "or or",
                "plus 5s",
                "hazard",
                "empirical",
                "phase-type start rates",
                "%",
                "-",
                "1h1h1h",
                "$",
                "catalogue:",
                "once",
                "uniform to 5s",
                "erlang 3.5 mean 1s",
                "lognormal p00 1s mean 1s"
            })
    void nonsenseIsAProblemAndNothingWorse(String text) {
        assertThatThrownBy(() -> DistributionText.parse(text)).isInstanceOf(TextProblem.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> DistributionText.parse("(".repeat(100_000)))
                .hasMessageContaining("levels of brackets");
    }
}
