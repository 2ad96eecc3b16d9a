package nines.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must work, in words of all, any and at least so many of. */
public sealed interface Condition {

    /** The conditions it is made of; none for one that names somebody itself. */
    List<Condition> of();

    /** Everybody named in it, in the order they are. */
    default Stream<Selector> named() {
        return of().stream().flatMap(Condition::named);
    }

    /** How long it may be missing before it hurts; null: not at all. */
    @Nullable
    Tolerance tolerates();

    /** A component, an instance or a journey's part works; a state of an automaton is entered. */
    record Works(Selector who, @Nullable Tolerance tolerates) implements Condition {
        @Override
        public List<Condition> of() {
            return List.of();
        }

        @Override
        public Stream<Selector> named() {
            return Stream.of(who);
        }
    }

    /** Every one of them holds. */
    record All(List<Condition> of, @Nullable Tolerance tolerates) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of them holds. */
    record Any(List<Condition> of, @Nullable Tolerance tolerates) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** So many hold; a component's name counts each of its instances, anything else counts one. */
    record AtLeast(int count, List<Condition> of, @Nullable Tolerance tolerates) implements Condition {
        public AtLeast {
            of = List.copyOf(of);
        }
    }
}
