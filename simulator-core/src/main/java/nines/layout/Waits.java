package nines.layout;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import nines.blueprint.Patience;
import nines.blueprint.Step;
import nines.model.Call;
import nines.model.Journey;
import org.jspecify.annotations.Nullable;

/**
 * Whether a target that accepts requests and never answers costs a journey more than one that refuses them: whoever waits
 * for it loses time, and with it later attempts, or everything when nothing bounds the waiting.
 */
final class Waits {
    /** More tries of one caller are too many to follow one by one. */
    static final int ATTEMPTS_MAX = 1000;

    private Waits() {}

    /** Whether waiting matters to a journey with such clients; pauses between tries cost patience as well. */
    static boolean matter(Journey journey, Collection<Patience> clients, Names names) {
        if (clients.stream().anyMatch(each -> each.attempts().most() > 1 && each.inAll() != null)) {
            return isFollowed(journey, clients);
        }
        boolean someHang = mayHang(journey.through(), names) || mayHang(journey.calls(), names);
        return someHang
                && (clients.stream().anyMatch(Waits::matter)
                        || goesElsewhere(journey.through())
                        || goesElsewhere(journey.calls()))
                && isFollowed(journey, clients);
    }

    /** Always; whoever tries too often is refused. */
    private static boolean isFollowed(Journey journey, Collection<Patience> clients) {
        clients.forEach(each -> refuseTooMany(journey, each.attempts().most()));
        journey.through().forEach(call -> refuseTooMany(journey, call));
        journey.calls().forEach(call -> refuseTooMany(journey, call));
        return true;
    }

    /** Whether some of these tries more often than is followed. */
    static boolean tryOften(List<Call> calls) {
        return calls.stream()
                .anyMatch(call -> call.retry() != null && call.retry().attempts() > ATTEMPTS_MAX
                        || tryOften(call.calls())
                        || tryOften(call.parallel())
                        || call.onMiss() != null && tryOften(List.of(call.onMiss())));
    }

    private static void refuseTooMany(Journey journey, Call call) {
        refuseTooMany(journey, call.retry() == null ? 1 : call.retry().attempts());
        call.calls().forEach(each -> refuseTooMany(journey, each));
        call.parallel().forEach(each -> refuseTooMany(journey, each));
        Call miss = call.onMiss();
        if (miss != null) {
            refuseTooMany(journey, miss);
        }
    }

    private static void refuseTooMany(Journey journey, int attempts) {
        if (attempts > ATTEMPTS_MAX) {
            throw new NotLaidOut(
                    Refusal.Why.NOT_YET,
                    journey.name(),
                    journey.name() + ": `attempts: " + attempts + "`: where waiting for a target that hangs"
                            + " matters, at most " + ATTEMPTS_MAX + " are followed. Write fewer.");
        }
    }

    /** A single attempt is lost either way; others follow only where it ends. */
    private static boolean matter(Patience clients) {
        return clients.attempts().most() > 1 && clients.attempts().timeout() == Double.POSITIVE_INFINITY;
    }

    /** Whether some call is followed by another when it fails. */
    private static boolean goesElsewhere(List<Call> calls) {
        return calls.stream()
                .anyMatch(call -> call.soft()
                        || call.fallback() != null
                        || call.retry() != null
                        || call.onMiss() != null
                        || goesElsewhere(call.calls())
                        || goesElsewhere(call.parallel()));
    }

    private static boolean mayHang(List<Call> calls, Names names) {
        for (Call call : calls) {
            Call miss = call.onMiss();
            boolean hangs = mayHang(call.to(), names)
                    || mayHang(call.fallback(), names)
                    || mayHang(call.calls(), names)
                    || mayHang(call.parallel(), names)
                    || miss != null && mayHang(List.of(miss), names);
            if (hangs) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHang(@Nullable String name, Names names) {
        return name != null && names.copies(name).stream().anyMatch(Waits::mayHang);
    }

    /** Whether requests may be accepted and never answered there: not by what fails as a whole, nor by what passes them on. */
    static boolean mayHang(Copy copy) {
        boolean asOne = copy.takeover() >= 0 || copy.component().common().standsByFor() != null;
        return !asOne && !copy.component().routes() && !Arrays.equals(copy.serve(), copy.units());
    }

    /** A component whose instances nobody chooses among: it hangs when none of them answers and one accepts. */
    static Step.Works whole(Copy copy) {
        boolean one = copy.component().common().needed().of(copy.instances()) <= 1;
        return one && mayHang(copy)
                ? new Step.Works(
                        copy.works(), Arrays.stream(copy.units()).boxed().toList())
                : new Step.Works(copy.works());
    }
}
