package nines.model;

import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * A part written out as states and moves: the honest escape for what no other kind can say.
 */
@Kind(name = "automaton", says = "Written out as states and moves: the honest escape for what no other kind can say.")
public record Automaton(
        @Flat Common common,

        @Key(type = Type.BLOCK, required = true, acts = Acts.STRUCTURAL, says = "what it can be in; the names are free")
        Map<String, Automaton.State> states,

        @Key(type = Type.TEXT, required = true, acts = Acts.STRUCTURAL, says = "the state it is in at t = 0")
        String start,

        @Key(type = Type.BLOCK, required = true, acts = Acts.STRUCTURAL, says = "how it gets from one state to another")
        List<Automaton.Move> moves)
        implements Component {

    public Automaton {
        states = Ordered.copy(states);
        moves = List.copyOf(moves);
    }

    /** One state of an automaton. */
    @Block(title = "States of an automaton", path = "states.*")
    public record State(
            String name,
            @Nullable String about,

            @Key(type = Type.FLAG, field = "true", acts = Acts.STRUCTURAL, says = "does it work in this state?")
            boolean works) {}

    /** One way out of a state: after a time, while a condition holds. */
    @Block(title = "Moves of an automaton", path = "moves[]")
    public record Move(
            @Key(type = Type.WORDS, required = true, acts = Acts.STRUCTURAL, says = "the state or states it leaves")
            List<String> from,

            @Key(
                    type = Type.BRANCHES,
                    required = true,
                    acts = Acts.STRUCTURAL,
                    says = "the state it enters, or several with their chances: `{ a: 30%, b: 70% }`")
            Map<String, Double> to,

            @Key(
                    type = Type.TIME,
                    field = "0s",
                    acts = Acts.STRUCTURAL,
                    says = "how long it stays first; drawn on entry, runs only while it may; 0s: at once")
            Distribution after,

            @Key(
                    type = Type.CONDITION,
                    name = "while",
                    silent = "always",
                    acts = Acts.STRUCTURAL,
                    says = "the clock runs only while this holds")
            @Nullable
            Condition during,

            @Key(
                    type = Type.CONDITION,
                    silent = "never stops it",
                    acts = Acts.STRUCTURAL,
                    says = "the clock stands still while this holds")
            @Nullable
            Condition unless,

            @Key(
                    type = Type.WORD,
                    field = "keeps",
                    acts = Acts.STRUCTURAL,
                    says = "what a stopped clock does: `keeps` its age and goes on, or `restarts` with a new draw")
            Memory memory) {

        public Move {
            from = List.copyOf(from);
            to = Ordered.copy(to);
        }

        /** What a stopped clock does when it may run again. */
        public enum Memory {
            KEEPS,
            RESTARTS
        }
    }
}
