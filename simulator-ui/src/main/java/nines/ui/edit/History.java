package nines.ui.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What something was, is, and was going to be: references to immutable values, so that a step back costs nothing and there
 * is no limit. Steps with the same merge key become one.
 *
 * @param <T> an immutable value
 */
public final class History<T> {
    private record Step<T>(T value, String label, String mergeKey) {}

    private final Deque<Step<T>> past = new ArrayDeque<>();
    private final Deque<Step<T>> future = new ArrayDeque<>();
    private Step<T> now;

    public History(T first) {
        now = new Step<>(first, "", "");
    }

    public T now() {
        return now.value();
    }

    /**
     * A new value. What had been undone is forgotten.
     *
     * @param label what was done: {@code Move db}
     * @param mergeKey steps in a row with the same key are undone together; empty: never
     */
    public void push(T value, String label, String mergeKey) {
        boolean merges = !mergeKey.isEmpty() && mergeKey.equals(now.mergeKey()) && future.isEmpty();
        if (!merges) {
            past.push(now);
        }
        future.clear();
        now = new Step<>(value, label, mergeKey);
    }

    /** Puts a better reading of the same thing in place of what is now: no step. */
    public void replace(T value) {
        now = new Step<>(value, now.label(), now.mergeKey());
    }

    /** Lets the next step stand alone, whatever its key. */
    public void seal() {
        now = new Step<>(now.value(), now.label(), "");
    }

    public boolean undo() {
        Step<T> former = past.poll();
        if (former == null) {
            return false;
        }
        future.push(now);
        // The step that is shown now has been left and come back to: nothing merges into it.
        now = new Step<>(former.value(), former.label(), "");
        return true;
    }

    public boolean redo() {
        Step<T> next = future.poll();
        if (next == null) {
            return false;
        }
        past.push(now);
        now = new Step<>(next.value(), next.label(), "");
        return true;
    }

    /** What the next step back takes back; null if there is none. */
    public @Nullable String undoes() {
        return past.isEmpty() ? null : now.label();
    }

    /** What the next step forth does again; null if there is none. */
    public @Nullable String redoes() {
        Step<T> next = future.peek();
        return next == null ? null : next.label();
    }
}
