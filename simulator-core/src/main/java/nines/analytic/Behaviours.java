package nines.analytic;

import java.util.BitSet;
import java.util.List;
import nines.blueprint.Blueprint;
import nines.blueprint.Mode;
import nines.blueprint.Phase;
import nines.structure.Sight;
import org.jspecify.annotations.Nullable;

/** Finds the method for a subsystem: a closed form, a Markov chain, a small semi-Markov process, or the reason why there is none. */
final class Behaviours {
    private Behaviours() {}

    static Behaviour of(Automata automata, BitSet subsystem, Sight sight, Limits limits) {
        Blueprint blueprint = Excerpt.underConstantLoad(automata, subsystem);
        String data = restoresData(blueprint);
        if (data != null) {
            return new Unknown(data);
        }
        Unit unit = Unit.of(blueprint, sight, limits);
        if (unit != null) {
            return unit;
        }
        MarkovModel.Outcome outcome = MarkovModel.of(blueprint, sight, limits);
        if (outcome instanceof MarkovModel.Found found) {
            return new ChainBehaviour(found.model());
        }
        String why = ((MarkovModel.Refused) outcome).why();
        Watched watched = Watched.of(blueprint, sight, why);
        return watched == null ? new Unknown(why) : watched;
    }

    /** The first unit that waits for its data after it has lost it; null when there is none. */
    static @Nullable String restoresData(Blueprint blueprint) {
        for (Mode mode : blueprint.modes()) {
            for (Phase phase : mode.repair()) {
                if (phase.resource() == Phase.Resource.DATA) {
                    return blueprint.nodes().get(mode.unit()).name()
                            + ": how long its data takes to come back depends on who has it, which a state does not tell;"
                            + " with modes that do not lose data (`loses-data: false`, as in `--twin`) it could be"
                            + " followed";
                }
            }
        }
        return null;
    }

    /**
     * A subsystem without a method.
     *
     * @param why the element and the property that stands in the way
     */
    record Unknown(String why) implements Behaviour {
        @Override
        public List<Sight.Look> looks() {
            return List.of();
        }

        @Override
        public String method() {
            return "";
        }

        @Override
        public double @Nullable [] inTheLongRun() {
            return null;
        }

        @Override
        public List<Flow> flows() {
            return List.of();
        }

        @Override
        public @Nullable Chances at(double time) {
            return null;
        }

        @Override
        public String whyNot(double time) {
            return why;
        }
    }
}
