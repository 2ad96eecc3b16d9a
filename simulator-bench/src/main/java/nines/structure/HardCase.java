package nines.structure;

import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Draft;
import nines.blueprint.Effect;
import nines.blueprint.Found;
import nines.blueprint.Journey;
import nines.blueprint.Mode;
import nines.blueprint.Node;
import nines.blueprint.Phase;
import nines.blueprint.Renewal;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.blueprint.Tier;
import nines.blueprint.Watch;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.distribution.Lognormal;
import nines.distribution.Uniform;

/** The hard case: active-passive database, health-checked balancer pair, retrying clients, zone outages. */
public final class HardCase {
    public static final double HOUR = 3600;
    public static final double DAY = 86_400;
    public static final double YEAR = 365 * DAY;

    private HardCase() {}

    /** With its real laws, or its exponential twin: every law replaced by an exponential of the rounded mean. */
    public static Blueprint blueprint(boolean twin, int attempts) {
        Draft draft = new Draft();
        int[] zone = new int[2];
        int[] lb = new int[2];
        int[] web = new int[2];
        int[] db = new int[2];
        for (int i = 0; i < 2; i++) {
            zone[i] = draft.node("zone-" + (char) ('a' + i), Node.Kind.PLACE, -1, 0);
            mode(
                    draft,
                    zone[i],
                    "zone",
                    -1,
                    new Exponential(4 * YEAR),
                    law(twin, 2 * HOUR, lognormal(2 * HOUR, 1.5)),
                    false);
        }
        for (int i = 0; i < 2; i++) {
            lb[i] = draft.node("lb-" + (i + 1), Node.Kind.INSTANCE, -1, 0, zone[i]);
            mode(draft, lb[i], "lb", zone[i], new Exponential(YEAR), new Exponential(HOUR), true);
        }
        for (int i = 0; i < 2; i++) {
            web[i] = draft.node("web-" + (i + 1), Node.Kind.INSTANCE, -1, 0, zone[i]);
            mode(draft, web[i], "web", zone[i], new Exponential(30 * DAY), law(twin, 60, new Deterministic(60)), true);
        }
        for (int i = 0; i < 2; i++) {
            db[i] = draft.node("db-" + (i + 1), Node.Kind.INSTANCE, -1, 0, zone[i]);
            mode(draft, db[i], "db", zone[i], new Exponential(YEAR / 2), law(twin, HOUR, lognormal(HOUR, 1.5)), true);
        }
        int edge = draft.node("lb works", Node.Kind.COMPONENT, -1, 0);
        draft.takeover(new Takeover(
                "lb",
                edge,
                lb,
                1,
                1,
                1,
                List.of(Phase.of(Stage.DETECTION, law(twin, 3.1, new Uniform(2.609, 3.609)))),
                1,
                List.of(),
                -1,
                false,
                true,
                0,
                false));
        int database = draft.node("db works", Node.Kind.COMPONENT, -1, 0);
        draft.takeover(new Takeover(
                "db",
                database,
                db,
                1,
                1,
                1,
                List.of(
                        new Phase(
                                Stage.DETECTION, law(twin, 25, new Uniform(20, 30)), Phase.Resource.NONE, 0.95, false),
                        new Phase(Stage.SWITCHOVER, law(twin, 15, lognormal(15, 0.5)), Phase.Resource.NONE, 1, true)),
                1,
                List.of(Phase.of(Stage.BY_HAND, law(twin, 2400, lognormal(2400, 1.5)))),
                -1,
                false,
                true,
                0,
                false));
        int watch = draft.watch(new Watch(
                "lb",
                -1,
                -1,
                web,
                web,
                law(twin, 12.5, new Uniform(10, 15)),
                law(twin, 12.5, new Uniform(10, 15)),
                law(twin, 7.5, new Uniform(5, 10)),
                null));
        int tier = draft.tier(
                new Tier("web", -1, web, new int[] {watch}, new int[] {-1}, 1, Double.POSITIVE_INFINITY, 1, 1, 0));
        draft.journey(new Journey(
                "shop",
                new Step.All(List.of(new Step.Works(edge), new Step.Balanced(tier), new Step.Works(database))),
                0.99,
                1,
                new int[] {attempts},
                new double[] {1}));
        return draft.finish();
    }

    private static Distribution law(boolean twin, double mean, Distribution real) {
        return twin ? new Exponential(mean) : real;
    }

    static Distribution lognormal(double mean, double cv) {
        return Lognormal.ofMeanAndCv(mean, cv);
    }

    private static void mode(
            Draft draft, int node, String owner, int site, Distribution life, Distribution repair, boolean operating) {
        draft.mode(new Mode(
                draft.name(node) + "/outage",
                node,
                node,
                draft.cause(owner, "outage"),
                -1,
                life,
                operating,
                -1,
                site,
                Effect.DOWN,
                0,
                List.of(Phase.of(Stage.REPAIR, repair)),
                true,
                -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0));
    }
}
