package nines.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nines.blueprint.Phase;
import nines.blueprint.Takeover;
import nines.distribution.Distribution;
import nines.distribution.Replay;
import nines.random.StreamKey;

/** The laws of a blueprint, made ready to draw. Equal laws are one object: thousands of instances share a few. */
final class Laws {
    private final Map<Distribution, Law> known = new HashMap<>();
    private final Map<List<Law>, Law[]> rows = new HashMap<>();
    /** How many laws play what was recorded. */
    private int traces;

    int traces() {
        return traces;
    }

    /** A law that may keep its draw, for an instance or for a batch, or play what was recorded. */
    Law of(Distribution distribution, String instance, String batch, String purpose) {
        double mean = distribution.mean();
        if (distribution instanceof Replay) {
            return new Law(distribution, mean, 0, traces++);
        }
        if (distribution.isDrawnOnce()) {
            String owner = Law.isPerBatch(distribution) ? batch : instance;
            return new Law(distribution, mean, StreamKey.of(owner, purpose + "/once") | 1, -1);
        }
        return of(distribution);
    }

    Law of(Distribution distribution) {
        return known.computeIfAbsent(distribution, Law::of);
    }

    Law[] of(List<Phase> phases) {
        Law[] laws = new Law[phases.size()];
        for (int i = 0; i < laws.length; i++) {
            laws[i] = of(phases.get(i).law());
        }
        return laws;
    }

    /** Equal rows are one array. */
    Law[] row(List<Law> laws) {
        return rows.computeIfAbsent(laws, row -> row.toArray(Law[]::new));
    }

    /** Expected time still to go at the start of each stage of a take-over; the last entry: by hand. In seconds. */
    static double[] timeToGo(Takeover takeover, Law[] stages, Law[] byHand) {
        double hand = 0;
        for (Law law : byHand) {
            hand += law.mean();
        }
        int n = stages.length;
        double[] toGo = new double[n + 2];
        toGo[n + 1] = hand;
        for (int s = n - 1; s >= 0; s--) {
            double p = takeover.stages().get(s).success();
            toGo[s] = stages[s].mean() + p * toGo[s + 1] + (1 - p) * hand;
        }
        return toGo;
    }
}
