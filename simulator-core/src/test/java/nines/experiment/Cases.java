package nines.experiment;

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
import nines.blueprint.Shock;
import nines.blueprint.Stage;
import nines.blueprint.Step;
import nines.blueprint.Takeover;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;
import nines.distribution.Exponential;
import nines.distribution.Lognormal;

/** Small systems whose availability is known. */
final class Cases {
    static final double HOUR = 3600;
    static final double DAY = 86_400;
    static final double YEAR = Settings.YEAR;

    private Cases() {}

    /** One unit: unavailability repair / (life + repair) in the long run. */
    static Blueprint twoState(Distribution life, Distribution repair) {
        Draft draft = new Draft();
        int unit = unit(draft, "unit", life, repair);
        return journey(draft, unit);
    }

    /** A unit that is down while another one, which it needs, is. */
    static Blueprint needy(Distribution life, Distribution repair, Distribution powerLife, Distribution powerRepair) {
        Draft draft = new Draft();
        int power = unit(draft, "power", powerLife, powerRepair);
        int unit = unit(draft, "unit", life, repair);
        draft.require(unit, power);
        return journey(draft, unit);
    }

    /** k of n alike and independent units. */
    static Blueprint kOfN(int k, int n, Distribution life, Distribution repair) {
        Draft draft = new Draft();
        int part = draft.newPart("unit", "server");
        int[] units = new int[n];
        for (int i = 0; i < n; i++) {
            units[i] = unit(draft, "unit-" + (i + 1), part, life, repair);
        }
        int works = draft.gate("works", k, units);
        draft.fill(part, works, units);
        return journey(draft, works);
    }

    /** Two units of which one is enough, and a rare event that takes both, each repaired for itself. */
    static Blueprint commonCause(Distribution life, Distribution shock, Distribution repair) {
        Draft draft = new Draft();
        int[] units = {unit(draft, "unit-1", life, repair), unit(draft, "unit-2", life, repair)};
        draft.shock(new Shock(
                "common", draft.cause("common", "event"), shock, new int[] {0, 1}, Shock.Hits.ALL, 1, null, 0, false));
        return journey(draft, draft.gate("works", 1, units));
    }

    /** A pair that fails over in 45 s; with probability 5 % that fails, and a person needs 40 minutes more. */
    static Blueprint failover(Distribution life, Distribution repair) {
        Draft draft = new Draft();
        int[] members = {unit(draft, "db-1", life, repair), unit(draft, "db-2", life, repair)};
        int works = draft.node("db works", Node.Kind.COMPONENT, -1, 0);
        draft.takeover(new Takeover(
                "db",
                works,
                members,
                1,
                1,
                1,
                List.of(new Phase(Stage.SWITCHOVER, new Deterministic(45), Phase.Resource.NONE, 0.95, true)),
                1,
                List.of(Phase.of(Stage.BY_HAND, Lognormal.ofMeanAndCv(2400, 1.5))),
                -1,
                false,
                true,
                0,
                false));
        return journey(draft, works);
    }

    static Distribution exponential(double mean) {
        return new Exponential(mean);
    }

    static Blueprint journey(Draft draft, int works) {
        draft.journey(new Journey("service", new Step.Works(works), 0.99, 1, new int[] {1}, new double[] {1}));
        return draft.finish();
    }

    static int unit(Draft draft, String name, Distribution life, Distribution repair) {
        int part = draft.newPart(name, "server");
        int node = unit(draft, name, part, life, repair);
        draft.fill(part, node, node);
        return node;
    }

    private static int unit(Draft draft, String name, int part, Distribution life, Distribution repair) {
        int node = draft.node(name, Node.Kind.INSTANCE, part, 0);
        draft.mode(new Mode(
                name + "/failure",
                node,
                node,
                draft.cause(draft.partAt(part).name(), "failure"),
                part,
                life,
                true,
                -1,
                -1,
                Effect.DOWN,
                0,
                List.of(Phase.of(Stage.REPAIR, repair)),
                true,
                -1,
                -1,
                Found.AT_ONCE,
                Renewal.OWN_MODE,
                0));
        return node;
    }
}
