package nines.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A bad parameter is refused by name, rule and value. */
class BadParametersTest {
    private static final Distribution LAW = new Exponential(1);
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    record Bad(Class<?> family, ThrowingCallable attempt, String message) {
        @Override
        public String toString() {
            return family.getSimpleName() + ": " + message;
        }
    }

    static Stream<Bad> bad() {
        return Stream.of(
                new Bad(Probed.class, () -> new Probed(5, 0, 3), "jitter must be above 0 and at most 1: 0.0"),
                new Bad(Probed.class, () -> new Probed(5, 0.1, 21), "count must be between 1 and 20: 21"),
                new Bad(
                        Deterministic.class,
                        () -> new Deterministic(-1),
                        "value must be zero or positive, and finite: -1.0"),
                new Bad(Exponential.class, () -> new Exponential(0), "mean must be positive and finite: 0.0"),
                new Bad(Exponential.class, () -> new Exponential(NAN), "mean must be positive and finite: NaN"),
                new Bad(Uniform.class, () -> new Uniform(5, 5), "to must be greater than from (5.0): 5.0"),
                new Bad(UniformCount.class, () -> new UniformCount(-1, 5), "from must be zero or positive: -1"),
                new Bad(Triangular.class, () -> new Triangular(1, 9, 5), "mode must be between 1.0 and 5.0: 9.0"),
                new Bad(Lognormal.class, () -> new Lognormal(1, 0), "sigma must be positive and finite: 0.0"),
                new Bad(Weibull.class, () -> new Weibull(-2, 1), "shape must be positive and finite: -2.0"),
                new Bad(Gamma.class, () -> new Gamma(1, INFINITE), "scale must be positive and finite: Infinity"),
                new Bad(Erlang.class, () -> new Erlang(0, 1), "phases must be between 1 and 1000000: 0"),
                new Bad(LogLogistic.class, () -> new LogLogistic(0, 1), "median must be positive and finite: 0.0"),
                new Bad(Pareto.class, () -> new Pareto(0, 1), "shape must be positive and finite: 0.0"),
                new Bad(Lomax.class, () -> new Lomax(1, -1), "scale must be positive and finite: -1.0"),
                new Bad(
                        Hyperexponential.class,
                        () -> new Hyperexponential(1, 1),
                        "above 1 (at 1 it is exponential): 1.0"),
                new Bad(
                        PercentileExponential.class,
                        () -> new PercentileExponential(1, 0),
                        "b must be positive and finite: 0.0"),
                new Bad(Beta.class, () -> new Beta(0, 1), "alpha must be positive and finite: 0.0"),
                new Bad(Geometric.class, () -> new Geometric(0), "mean must be positive and finite: 0.0"),
                new Bad(Poisson.class, () -> new Poisson(1e9), "mean must be at most a million: 1.0E9"),
                new Bad(Shifted.class, () -> new Shifted(LAW, -1), "plus must be zero or positive, and finite: -1.0"),
                new Bad(Scaled.class, () -> new Scaled(LAW, 0), "times must be positive and finite: 0.0"),
                new Bad(Truncated.class, () -> new Truncated(LAW, 5, 4), "to must be greater than from (5.0): 4.0"),
                new Bad(
                        Truncated.class,
                        () -> new Truncated(new Uniform(0, 1), 2, 3),
                        "the law must be possible between 2.0 and 3.0: uniform 0s to 1s"),
                new Bad(Capped.class, () -> new Capped(LAW, 0), "capped-at must be positive and finite: 0.0"),
                new Bad(Bathtub.class, () -> new Bathtub(List.of()), "pieces must be at least one"),
                new Bad(
                        Bathtub.class,
                        () -> new Bathtub(List.of(new Bathtub.Piece(1, 5))),
                        "until of the last piece must be open: 5.0"),
                new Bad(
                        Bathtub.class,
                        () -> new Bathtub(List.of(new Bathtub.Piece(0, INFINITE))),
                        "rate of the last piece must be positive, or some would last for ever: 0.0"),
                new Bad(
                        Mixture.class,
                        () -> new Mixture(List.of(new Mixture.Branch(0.5, LAW))),
                        "shares of a mixture must be 100 % together: 50%"),
                new Bad(
                        Empirical.class,
                        () -> new Empirical(Observations.of(List.of())),
                        "values must be at least one: []"),
                new Bad(
                        Replay.class,
                        () -> new Replay(Observations.of(List.of(1.0), List.of(0.0))),
                        "weight must be positive and finite: 0.0"),
                new Bad(
                        PhaseType.class,
                        () -> new PhaseType(Phases.of(List.of(1.0), List.of(List.of(1.0)))),
                        "diagonal of row 1 must be negative: 1.0"),
                new Bad(
                        PhaseType.class,
                        () -> new PhaseType(
                                Phases.of(List.of(1.0, 0.0), List.of(List.of(-1.0, 1.0), List.of(1.0, -1.0)))),
                        "phase 1 must be a way out of the chain: none"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedByNameRuleAndValue(Bad bad) {
        assertThatThrownBy(bad.attempt())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(bad.message());
    }

    @Test
    void everyFamilyWithParametersRefusesSome() {
        var shown = bad().map(Bad::family).collect(Collectors.toSet());
        assertThat(Distribution.class.getPermittedSubclasses())
                .filteredOn(family -> family != Never.class && family != Once.class)
                .allMatch(shown::contains);
    }
}
