package nines.result;

import java.util.ArrayList;
import java.util.List;

/** A realistic result with every field in use: the content of {@code docs/result-example.json}. */
public final class SampleResult {
    private static final double YEAR = 8760 * 3600.0;
    private static final double MONTH = 30 * 86400.0;
    private static final double LEVEL = 0.95;
    private static final Evidence EVIDENCE = new Evidence(640, 6400, 24_813);
    private static final String RATIO = "ratio over replications, Student t";

    private SampleResult() {}

    public static Result result() {
        List<Journey> journeys = List.of(
                journey("browse", 490, 2.31e-5, 3.42e-5, 3.877, 0.9999, Outcome.MET),
                journey("order", 10, 8.94e-5, 9.61e-5, 6.214, 0.9995, Outcome.MET));
        Result told = Result.of(
                subject(),
                new Effort(
                        640,
                        6400,
                        9_214_407,
                        2.84,
                        5.41,
                        2,
                        StoppedBecause.PRECISION,
                        0.05,
                        0.0437,
                        "2026-11-21T08:45:00Z",
                        "17.0.15"),
                "order",
                journeys,
                parts(),
                branches(),
                provenance(),
                List.of(
                        "The failover's manual branch was expected 26.4 times: figures that rest on it are thin.",
                        "17 numbers are defaults; 3 of them have grade D."),
                null,
                List.of(data()),
                List.of(durability()));
        return told.with(architecture(), List.of(structure("browse"), structure("order")));
    }

    private static Architecture architecture() {
        return new Architecture(
                List.of(
                        new Architecture.Ground("/zone-a", "zone-a", "zone", "", 1),
                        new Architecture.Ground("/zone-b", "zone-b", "zone", "", 1)),
                List.of(
                        new Architecture.Stand("web", "server", "/zone-a", 3, ""),
                        new Architecture.Stand("db", "database", "/zone-a", 1, "1 of 2 active"),
                        new Architecture.Stand("web", "server", "/zone-b", 3, ""),
                        new Architecture.Stand("db", "database", "/zone-b", 1, "1 of 2 active")),
                List.of(
                        new Architecture.Line("journey browse", "web", "call", List.of("browse")),
                        new Architecture.Line("journey order", "web", "call", List.of("order")),
                        new Architecture.Line("web", "db", "call", List.of("browse", "order"))));
    }

    private static SolvedStructure structure(String journey) {
        return new SolvedStructure(
                journey,
                2.1e-5,
                2.1e-5,
                0.9,
                List.of("take-overs succeed and take no time"),
                List.of(new CutSetsOfSize(1, 1), new CutSetsOfSize(2, 3)),
                List.of(
                        new SolvedCutSet(List.of("db: node (common cause)"), 1.6e-5),
                        new SolvedCutSet(List.of("zone-a", "zone-b"), 5e-6)),
                List.of(
                        new SolvedImportance(
                                "db: node (common cause)", "common-cause", 1.6e-5, 0.14, 1, 0.76, 0.76, 47_600, 4.2),
                        new SolvedImportance("zone-a", "place", 2.3e-3, 0.25, 2.2e-3, 0.24, 0.24, 105, 1.3)),
                "");
    }

    private static Durability durability() {
        String count = "count over replications, Student t";
        return new Durability(
                "objects",
                "rs 6+3",
                100_000,
                1.5,
                around(0.012, 0.3, count),
                around(0.31, 0.6, count),
                around(0.0000031, 0.6, count),
                around(0.0021, 0.4, count),
                around(112_000, 0.02, count),
                around(111_900, 0.02, count),
                6,
                2.5e-14,
                "birth-and-death chain, all times exponential");
    }

    private static DataSafety data() {
        String count = "count over replications, Student t";
        return new DataSafety(
                "db",
                10,
                around(5.9, 0.01, count),
                around(2.8, 0.012, count),
                around(0.031, 0.1, count),
                around(0.0004, 0.6, count),
                around(2.8, 0.012, count),
                around(1.46, 0.06, count),
                around(14.6, 0.06, count),
                around(31, 0.4, count),
                around(0.52, 0.06, RATIO),
                around(5.2, 0.06, RATIO),
                List.of(
                        new Quantile(0.5, around(0.05, 0.04, "order statistics")),
                        new Quantile(0.95, around(0.8, 0.09, "order statistics"))),
                List.of(
                        new Quantile(0.5, around(4.1, 0.05, "order statistics")),
                        new Quantile(0.95, around(61, 0.2, "order statistics"))),
                around(97, 0.07, RATIO),
                List.of(new Quantile(0.5, around(40.2, 0.01, "order statistics"))),
                List.of(
                        new StageTime("detection", around(25, 0.01, RATIO)),
                        new StageTime("by hand", around(72, 0.09, RATIO))),
                List.of(new DataCause(
                        "db: crash",
                        around(4.8, 0.01, count),
                        around(0.0002, 0.8, count),
                        around(0.26, 0.06, RATIO),
                        around(2.6, 0.06, RATIO),
                        around(71, 0.08, RATIO))),
                new Split(
                        around(0.2, 0.04, count),
                        around(65, 0.05, count),
                        around(650, 0.05, count),
                        around(325, 0.03, RATIO)));
    }

    private static Subject subject() {
        return new Subject(
                "Three-tier shop in two zones",
                "A balancer pair, six web servers, a database with a replica, spread over two zones.",
                "three-tier-shop.yaml",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "",
                List.of(new Setting("components.web.instances", "6")),
                1,
                "structural",
                10 * YEAR,
                "fresh",
                "0.1.0");
    }

    private static Journey journey(
            String name, double rate, double lost, double down, double perYear, double promised, Outcome outcome) {
        double mttr = down * YEAR / perYear;
        return new Journey(
                name,
                rate,
                0.99,
                availability(lost),
                availability(down),
                new Outages(
                        around(perYear, 0.01, "count over replications, Student t"),
                        around(YEAR / perYear, 0.01, RATIO),
                        around(mttr, 0.045, RATIO),
                        around(YEAR / perYear - mttr, 0.01, RATIO),
                        quantiles(mttr, 0.08, 0.4, 3.1, 14.9, 41),
                        List.of(
                                new Bin(0, 10, 0.41),
                                new Bin(10, 100, 0.32),
                                new Bin(100, 1000, 0.19),
                                new Bin(1000, 10_000, 0.07),
                                new Bin(10_000, 100_000, 0.01)),
                        new Longest(
                                around(11 * mttr, 0.06, "order statistics"),
                                around(60 * mttr, 0.21, "order statistics")),
                        List.of(
                                new Beginning(
                                        "web: crash",
                                        around(0.6 * perYear, 0.02, "count"),
                                        around(0.7 * perYear, 0.02, "count"),
                                        0.7),
                                new Beginning(
                                        "zone-a outage",
                                        around(0.4 * perYear, 0.02, "count"),
                                        around(0.3 * perYear, 0.02, "count"),
                                        0.3))),
                new FirstOutage(
                        around(0.97 * YEAR / perYear, 0.08, "mean over replications, Student t"),
                        List.of(
                                reliability(MONTH, 0.71),
                                reliability(YEAR, 0.019),
                                new Reliability(50 * YEAR, Estimate.notKnown("only 10 y were simulated")))),
                List.of(new Moment(
                        MONTH,
                        around(1 - down, 1e-5, "Wilson"),
                        around(1 - lost, 1e-5, RATIO),
                        around(1 - 0.9 * down, 1e-5, RATIO),
                        around(1 - 0.9 * lost, 1e-5, RATIO),
                        around(0.71, 0.03, "Wilson"),
                        spread(0.9 * down * MONTH, MONTH, promised, 0.71),
                        spread(0.9 * lost * MONTH, MONTH, promised, 0.61))),
                around(1 - 1.02 * lost, 1e-5, RATIO),
                List.of(window(MONTH, 77_872, lost, down, promised), window(YEAR, 6400, lost, down, promised)),
                List.of(target(name, lost, promised, outcome)),
                causes(lost),
                causes(down),
                List.of(new Story(
                        212,
                        4.1 * YEAR,
                        14_280,
                        13_611,
                        "zone-a outage",
                        false,
                        List.of(
                                new Episode(-7200, 0, Double.NaN, "", "", "web-4 fails (crash)"),
                                new Episode(
                                        0,
                                        25,
                                        0.4,
                                        "zone-a outage",
                                        "detection",
                                        "zone-a fails (outage); db has not noticed yet"),
                                new Episode(
                                        25,
                                        14_255,
                                        0.05,
                                        "zone-a outage",
                                        "by hand",
                                        "db: the take-over fails, a person is called"),
                                new Episode(14_280, 0, 1, "", "", "db-2 takes over")),
                        List.of(
                                new Lane("web-4", List.of(new Lane.Span(-7200, 9000, "repair"))),
                                new Lane("zone-a", List.of(new Lane.Span(0, 14_400, "repair"))),
                                new Lane(
                                        "db take-over",
                                        List.of(
                                                new Lane.Span(0, 25, "detection"),
                                                new Lane.Span(25, 14_255, "by hand")))))));
    }

    private static Target target(String journey, double lost, double promised, Outcome outcome) {
        return new Target(
                "availability",
                promised,
                Double.NaN,
                Double.NaN,
                availability(lost).availability(),
                outcome,
                "Availability of '" + journey + "' keeps " + 100 * promised + " %: the whole interval lies above it.");
    }

    private static Availability availability(double unavailability) {
        double half = 0.044;
        return new Availability(
                new Estimate(
                        1 - unavailability,
                        1 - unavailability * (1 + half),
                        1 - unavailability * (1 - half),
                        LEVEL,
                        RATIO,
                        EVIDENCE,
                        Verdict.THIN,
                        "rests on 26.4 expected visits of a rare branch",
                        Exact.notKnown("zone outage: repair is lognormal")),
                around(unavailability, half, RATIO),
                new Estimate(
                        -StrictMath.log10(unavailability),
                        -StrictMath.log10(unavailability * (1 + half)),
                        -StrictMath.log10(unavailability * (1 - half)),
                        LEVEL,
                        RATIO,
                        EVIDENCE,
                        Verdict.GOOD,
                        "",
                        Exact.of(
                                -StrictMath.log10(unavailability * 1.01),
                                -StrictMath.log10(unavailability),
                                "Markov chain, 9728 states")),
                around(unavailability * YEAR, half, RATIO));
    }

    private static Window window(double length, long count, double lost, double down, double promised) {
        double clean = length == YEAR ? 0.02 : 0.72;
        return new Window(
                length,
                count,
                spread(lost * length, length, promised, clean),
                spread(down * length, length, promised, clean),
                length == YEAR ? spread(0.8 * lost * length, length, promised, clean) : null,
                length == YEAR ? budget(lost * length) : List.of());
    }

    private static List<BudgetPoint> budget(double mean) {
        List<BudgetPoint> points = new ArrayList<>();
        for (int step = 0; step <= 4; step++) {
            double share = step / 4.0;
            points.add(new BudgetPoint(
                    YEAR * share, 0, 0.1 * mean * share, 0.5 * mean * share, mean * share, 4 * mean * share * share));
        }
        return points;
    }

    private static Spread spread(double mean, double length, double promised, double clean) {
        double allowed = (1 - promised) * length;
        return new Spread(
                around(mean, 0.044, "mean over replications, Student t"),
                around(clean, 0.02, "mean over replications, Student t"),
                quantiles(mean, 0.2, 0.6, 3.4, 9.8, 30),
                List.of(
                        new Bin(0, mean, (1 - clean) * 0.6),
                        new Bin(mean, 4 * mean, (1 - clean) * 0.3),
                        new Bin(4 * mean, 30 * mean, (1 - clean) * 0.1)),
                List.of(new Miss(promised, allowed, around(0.031, 0.11, "mean over replications, Student t"))));
    }

    private static List<Quantile> quantiles(double scale, double... factors) {
        double[] shares = {0.5, 0.9, 0.95, 0.99, 0.999};
        List<Quantile> quantiles = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            quantiles.add(
                    new Quantile(shares[i], around(scale * factors[i], 0.05 * (i + 1), "Student t over replications")));
        }
        return quantiles;
    }

    private static Reliability reliability(double time, double probability) {
        return new Reliability(time, around(probability, 0.03, "Wilson"));
    }

    private static Causes causes(double unavailability) {
        double total = unavailability * YEAR;
        List<Cause> cells = List.of(
                new Cause("zone-b outage", "zone-b", "repair", 0.25 * total),
                new Cause("zone-a outage", "zone-a", "repair", 0.24 * total),
                new Cause("db-1 node", "db-1", "by hand", 0.21 * total),
                new Cause("db-1 node", "db-1", "detection", 0.125 * total),
                new Cause("db-1 node", "db-1", "promotion", 0.075 * total),
                new Cause("web-1 crash", "web-1", "detection", 0.05 * total),
                new Cause("web-2 crash", "web-2", "detection", 0.05 * total));
        return new Causes(
                total,
                cells,
                List.of(
                        share("db-1 node", total, 0.41),
                        share("zone-b outage", total, 0.25),
                        share("zone-a outage", total, 0.24),
                        share("web-1 crash", total, 0.05),
                        share("web-2 crash", total, 0.05)),
                List.of(
                        share("repair", total, 0.49),
                        share("detection", total, 0.225),
                        share("by hand", total, 0.21),
                        share("promotion", total, 0.075)),
                List.of(
                        share("db", total, 0.41),
                        share("zone-b", total, 0.25),
                        share("zone-a", total, 0.24),
                        share("web", total, 0.10)));
    }

    private static Share share(String name, double total, double share) {
        return new Share(name, around(share * total, 0.09, RATIO), share);
    }

    private static List<Part> parts() {
        return List.of(
                part("zone-a", "place", "zone", "", 0.25, 7200, 0.24),
                part("zone-b", "place", "zone", "", 0.25, 7200, 0.25),
                part("web", "component", "server", "", 73, 60, 0.10),
                part("web-1", "instance", "server", "web", 12.2, 60, 0.05),
                part("web-2", "instance", "server", "web", 12.2, 60, 0.05),
                part("db", "component", "database", "", 4, 3600, 0.41),
                part("db-1", "instance", "database", "db", 2, 3600, 0.41),
                part("db-2", "instance", "database", "db", 2, 3600, 0));
    }

    private static Part part(
            String name, String level, String kind, String within, double failures, double repair, double share) {
        double instances = level.equals("component") ? Math.rint(failures / 12.2) : 1;
        double downtime = failures * repair / Math.max(1, instances);
        return new Part(
                name,
                level,
                kind,
                within,
                around(1 - downtime / YEAR, 1e-5, RATIO),
                around(failures, 0.02, "count over replications, Student t"),
                around(level.equals("place") ? 0 : 0.25 * Math.max(1, instances), 0.02, RATIO),
                around(downtime, 0.03, RATIO),
                level.equals("instance")
                        ? List.of()
                        : List.of(
                                new Contribution("browse", share * 2.31e-5 * YEAR, share),
                                new Contribution("order", share * 8.94e-5 * YEAR, share)));
    }

    private static List<Branch> branches() {
        return List.of(
                new Branch("db failover: promotion", 0.95, 25_488, 24_213.6, 24_190, Verdict.GOOD, ""),
                new Branch(
                        "balancer take-over: fails",
                        0.002,
                        13_200,
                        26.4,
                        31,
                        Verdict.THIN,
                        "expected 26.4 visits, fewer than 30"));
    }

    private static List<Provenance> provenance() {
        return List.of(
                new Provenance("components.web.instances", "6", "user", "", "", "", ""),
                new Provenance(
                        "components.db.fails.node.repair",
                        "lognormal mean 1h cv 1.5",
                        "catalogue",
                        "server.node.outage",
                        "B",
                        "2024-03",
                        "Field study of cloud servers"),
                new Provenance(
                        "components.lb.health-check.interval", "5s", "default", "", "C", "2026-11", "Common practice"));
    }

    private static Estimate around(double value, double relative, String method) {
        return new Estimate(
                value, value * (1 - relative), value * (1 + relative), LEVEL, method, EVIDENCE, Verdict.GOOD, "", null);
    }
}
