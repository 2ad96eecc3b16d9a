package nines.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import nines.blueprint.Blueprint;
import nines.distribution.Deterministic;
import nines.distribution.Lognormal;
import nines.result.Estimate;
import nines.result.Journey;
import nines.result.Result;
import nines.result.Verdict;
import nines.structure.HardCase;

/** How often the intervals of the real engine contain the exact value, over many seeds. */
final class CoverageStudy {
    private static final double HOUR = Cases.HOUR;
    private static final double YEAR = Cases.YEAR;
    private static final Settings FORTY =
            Settings.standard().withReplications(40).withThreads(1).withWindows(List.of());
    private static final Settings STEADY = FORTY.withStart(Settings.Start.STEADY);

    /** One number with its exact value, and how to find it in a result. */
    record Measure(String name, double truth, Function<Journey, Estimate> of) {}

    /** A system, how it is simulated, and what is known of it. */
    record Case(String name, Blueprint blueprint, Settings settings, List<Measure> measures) {}

    /**
     * What became of one measure.
     *
     * @param runs seeds
     * @param notTrusted runs that say so themselves
     * @param covered trusted runs whose interval contains the truth
     * @param halfWidth mean relative half-width of trusted runs
     * @param bias mean of (estimate − truth) / truth over all runs
     * @param events mean effective events
     */
    record Coverage(
            String measure, int runs, int notTrusted, int covered, double halfWidth, double bias, double events) {
        double share() {
            return (double) covered / (runs - notTrusted);
        }
    }

    private CoverageStudy() {}

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(twoState("two-state, 400 outages", STEADY.withHorizon(10 * 732 * HOUR)));
        cases.add(twoState(
                "two-state, stopped when 5 % precise",
                STEADY.withReplications(0).withPrecision(0.05).withHorizon(10 * 732 * HOUR)));
        cases.add(kOfN("2 of 3", 2, 3, 100 * HOUR, 5 * HOUR, STEADY.withHorizon(YEAR / 8)));
        cases.add(kOfN(
                "five nines seen rarely (1 of 2, 25 outages)",
                1,
                2,
                1000 * HOUR,
                3.2 * HOUR,
                STEADY.withHorizon(25.0 / 40 / (2 * 3.2 / 1003.2 / 1003.2) * HOUR)));
        cases.add(commonCause());
        cases.add(lognormalRepair("lognormal repair, 30 outages", 30));
        cases.add(lognormalRepair("lognormal repair, 400 outages", 400));
        cases.add(interval());
        for (int outages : new int[] {30, 100, 300}) {
            cases.add(failover(outages));
        }
        cases.add(hardCase());
        return cases;
    }

    private static Case twoState(String name, Settings settings) {
        double life = 730 * HOUR;
        double repair = 2 * HOUR;
        return new Case(
                name,
                Cases.twoState(Cases.exponential(life), Cases.exponential(repair)),
                settings,
                List.of(
                        requests(repair / (life + repair)),
                        perYear(YEAR / (life + repair)),
                        mttr(repair),
                        new Measure("MTTFF", life, journey -> journey.first().mttff()),
                        new Measure(
                                "median duration",
                                repair * StrictMath.log(2),
                                journey -> journey.outages().durations().get(0).value())));
    }

    private static Case kOfN(String name, int k, int n, double life, double repair, Settings settings) {
        double a = life / (life + repair);
        double u = 0;
        for (int down = n - k + 1; down <= n; down++) {
            u += choose(n, down) * power(1 - a, down) * power(a, n - down);
        }
        // Outages begin when the (n − k + 1)-th unit fails.
        double perYear = YEAR * choose(n, n - k) * power(1 - a, n - k) * power(a, k) * k / life;
        return new Case(
                name,
                Cases.kOfN(k, n, Cases.exponential(life), Cases.exponential(repair)),
                settings,
                List.of(requests(u), perYear(perYear), mttr(u / perYear * YEAR)));
    }

    /** Two units of which one is enough; in ten outages nine are common. States by number of units down. */
    private static Case commonCause() {
        double life = 1000 * HOUR;
        double shock = 20_000 * HOUR;
        double repair = 5 * HOUR;
        double own = 1 / life;
        double common = 1 / shock;
        double mend = 1 / repair;
        // Balance: p0 (2 own + common) = p1 mend; p2 2 mend = p0 common + p1 (own + common).
        double p1 = (2 * own + common) / mend;
        double p2 = (common + p1 * (own + common)) / (2 * mend);
        double total = 1 + p1 + p2;
        double starts = (common + p1 * (own + common)) / total;
        return new Case(
                "rare common cause, 25 events",
                Cases.commonCause(Cases.exponential(life), Cases.exponential(shock), Cases.exponential(repair)),
                STEADY.withHorizon(25.0 / 40 * shock),
                List.of(requests(p2 / total), perYear(starts * YEAR), mttr(repair / 2)));
    }

    private static Case lognormalRepair(String name, int outages) {
        double life = 1000 * HOUR;
        double repair = 4 * HOUR;
        return new Case(
                name,
                Cases.twoState(Cases.exponential(life), Lognormal.ofMeanAndCv(repair, 1.5)),
                STEADY.withHorizon(outages / 40.0 * (life + repair)),
                List.of(requests(repair / (life + repair)), perYear(YEAR / (life + repair)), mttr(repair)));
    }

    /** Mean availability over the first eight hours of a new unit. */
    private static Case interval() {
        double life = 100 * HOUR;
        double repair = 10 * HOUR;
        double horizon = 8 * HOUR;
        double speed = 1 / life + 1 / repair;
        double limit = repair / (life + repair);
        double u = limit * (1 + StrictMath.expm1(-speed * horizon) / (speed * horizon));
        return new Case(
                "transient interval availability, fresh, 8 h × 640",
                Cases.twoState(Cases.exponential(life), Cases.exponential(repair)),
                FORTY.withReplications(640).withHorizon(horizon),
                List.of(
                        requests(u),
                        new Measure(
                                "R(8 h)",
                                StrictMath.exp(-horizon / life),
                                journey -> journey.first().reliability().get(0).probability())));
    }

    /** Over in 45 s; 5 % fail after that time and are finished by hand. The standby is away for 10 minutes in half a year: 4 outages in 100,000 differ. */
    private static Case failover(int outages) {
        double life = YEAR / 2;
        double outage = 45 + 0.05 * 2400;
        return new Case(
                "failover in 45 s, 5 % by hand, " + outages + " outages",
                Cases.failover(Cases.exponential(life), new Deterministic(600)),
                STEADY.withHorizon(outages / 40.0 * (life + outage)),
                List.of(requests(outage / (life + outage)), perYear(YEAR / (life + outage)), mttr(outage)));
    }

    /** The hard case of the pitfalls with every law exponential: solved there as a chain of 9,728 states. */
    private static Case hardCase() {
        double perYear = 27.830857;
        return new Case(
                "hard case, exponential twin, 300 outages",
                HardCase.blueprint(true, 2),
                STEADY.withHorizon(300 / 40.0 / perYear * YEAR),
                List.of(
                        requests(1.3526404e-5),
                        new Measure(
                                "time unavailability",
                                1.9589858e-5,
                                journey -> journey.time().unavailability()),
                        perYear(perYear),
                        mttr(22.19787),
                        new Measure(
                                "MTTFF",
                                13.113772 * 24 * HOUR,
                                journey -> journey.first().mttff())));
    }

    private static Measure requests(double truth) {
        return new Measure(
                "unavailability", truth, journey -> journey.requests().unavailability());
    }

    private static Measure perYear(double truth) {
        return new Measure("outages a year", truth, journey -> journey.outages().perYear());
    }

    private static Measure mttr(double truth) {
        return new Measure("MTTR", truth, journey -> journey.outages().mttr());
    }

    private static double choose(int n, int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product = product * (n - k + i) / i;
        }
        return product;
    }

    private static double power(double base, int exponent) {
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= base;
        }
        return product;
    }

    /** Runs a case with so many seeds, from the first on. */
    static Map<String, Coverage> run(Case subject, int first, int seeds) {
        List<Result> results = IntStream.range(first, first + seeds)
                .parallel()
                .mapToObj(seed -> new Experiment(
                                subject.blueprint(),
                                subject.settings().withSeed(seed),
                                List.of(),
                                Origin.named(subject.name()))
                        .run())
                .toList();
        Map<String, Coverage> coverage = new LinkedHashMap<>();
        for (Measure measure : subject.measures()) {
            coverage.put(measure.name(), coverage(measure, results));
        }
        return coverage;
    }

    private static Coverage coverage(Measure measure, List<Result> results) {
        int notTrusted = 0;
        int covered = 0;
        double width = 0;
        double bias = 0;
        double events = 0;
        for (Result result : results) {
            Estimate estimate = measure.of().apply(result.answer());
            double error = estimate.isKnown() ? estimate.value() / measure.truth() - 1 : 0;
            bias += error;
            if (estimate.verdict() == Verdict.NOT_TRUSTED) {
                notTrusted++;
            } else {
                covered += estimate.covers(measure.truth()) ? 1 : 0;
                width += (estimate.high() - estimate.low()) / 2 / measure.truth();
                events += estimate.evidence().events();
            }
        }
        int trusted = Math.max(1, results.size() - notTrusted);
        return new Coverage(
                measure.name(),
                results.size(),
                notTrusted,
                covered,
                width / trusted,
                bias / results.size(),
                events / trusted);
    }
}
