package nines.format;

import java.util.ArrayList;
import java.util.List;
import nines.model.Call;
import nines.model.Crew;
import nines.model.Journey;
import nines.model.Traffic;

/** What no single key of a journey, of traffic or of a crew can tell. */
final class JourneyChecks {

    private final Known known;
    private final ComponentChecks components;

    JourneyChecks(Known known, ComponentChecks components) {
        this.known = known;
        this.components = components;
    }

    void journey(String name, Journey journey) {
        boolean nowhere = journey.through().isEmpty() && journey.calls().isEmpty() && journey.needs() == null;
        if (nowhere && known.are(name + ".through", name + ".calls", name + ".needs")) {
            known.mayMeanAny("components");
            known.add(
                    Code.N120,
                    name,
                    "journey `" + name + "` goes nowhere: it has neither `through` nor `calls` nor `needs`.");
        }
        calls(name + ".through", journey.through());
        calls(name + ".calls", journey.calls());
        components.conditions(name + ".needs", journey.needs());
    }

    private void calls(String path, List<Call> calls) {
        int number = 1;
        for (Call call : calls) {
            String here = calls.size() == 1 ? path : path + "." + number++;
            boolean parallel = !call.parallel().isEmpty();
            if ((call.to() == null) != parallel && known.is(here + ".to") && known.is(here + ".parallel")) {
                if (!parallel) {
                    known.mayMeanAny("components");
                }
                known.add(
                        parallel ? Code.N130 : Code.N120,
                        here,
                        parallel
                                ? "a call has `to` or `parallel`, not both."
                                : "a call needs `to`, the component that is asked.");
            }
            calls(here + ".calls", call.calls());
            calls(here + ".parallel", call.parallel());
            if (call.onMiss() != null) {
                calls(here + ".on-miss", List.of(call.onMiss()));
            }
        }
    }

    void traffic(String name, Traffic traffic) {
        boolean both = traffic.rate() != null && traffic.users() != null;
        if (both && known.is(name + ".rate") && known.is(name + ".users")) {
            known.add(Code.N130, name + ".users", "traffic has a `rate` (open) or `users` (closed), not both.");
        }
        if (!traffic.mix().isEmpty() && known.are(name + ".mix")) {
            double sum = traffic.mix().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            if (Math.abs(sum - 1) > 1e-9) {
                List<String> parts = new ArrayList<>();
                traffic.mix().forEach((journey, share) -> parts.add(journey + " " + Percents.of(share)));
                known.add(
                        Code.N116,
                        name + ".mix",
                        "`mix` adds up to " + Percents.of(sum) + " (" + String.join(", ", parts)
                                + "). It must be 100%.");
            }
        }
        if (traffic.dayPeak() < 1 && known.are(name + ".day-peak")) {
            known.add(Code.N126, name + ".day-peak", "`day-peak` is peak over mean: at least 1x.");
        }
    }

    void crew(String name, Crew crew) {
        for (Crew.Shift shift : crew.works()) {
            if (shift.lasting() > shift.every() && known.are(name + ".works")) {
                known.add(
                        Code.N130,
                        name + ".works",
                        "a shift is longer (`for`) than the time until it starts again (`every`).");
            }
        }
    }
}
