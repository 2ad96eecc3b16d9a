package nines.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nines.blueprint.Draft;
import nines.blueprint.Inflow;
import nines.blueprint.Source;
import nines.model.Event;
import nines.model.Scenario;
import nines.model.Traffic;
import nines.model.Verb;

/** Which traffic is multiplied for a while, by which events. */
final class Surges {
    private final Scenario scenario;
    private final Map<String, List<Source.Surge>> of = new LinkedHashMap<>();

    Surges(Draft draft, Scenario scenario) {
        this.scenario = scenario;
        for (Event event : scenario.events().values()) {
            if (event.verb() instanceof Verb.Surge surge) {
                Source.Surge one = new Source.Surge(draft.calm(event.name()), surge.load());
                surge.surge()
                        .forEach(name -> of.computeIfAbsent(name, none -> new ArrayList<>())
                                .add(one));
            }
        }
    }

    /** The surges of a traffic. */
    List<Source.Surge> of(String traffic) {
        return of.getOrDefault(traffic, List.of());
    }

    /** The parts of some requests, given by traffic, that surges multiply. */
    List<Inflow> inflows(Map<String, Double> shares) {
        List<Inflow> inflows = new ArrayList<>();
        shares.forEach((name, share) -> {
            if (of.containsKey(name)) {
                inflows.add(new Inflow(share, of(name)));
            }
        });
        return inflows;
    }

    /** A surge of some clients only must not change how patient the clients of a journey are on average. */
    void refuseUneven(String journey, Set<String> names) {
        if (of.isEmpty()) {
            return;
        }
        Traffic first = null;
        for (String name : names) {
            Traffic traffic = scenario.traffic().get(name);
            if (traffic == null) {
                continue;
            }
            if (first == null) {
                first = traffic;
                continue;
            }
            boolean alike = Objects.equals(first.retry(), traffic.retry())
                    && first.timeout() == traffic.timeout()
                    && Objects.equals(first.patience(), traffic.patience());
            if (!alike && !of(first.name()).equals(of(name))) {
                String surged = of(name).isEmpty() ? first.name() : name;
                throw new NotLaidOut(
                        Refusal.Why.NOT_YET,
                        surged,
                        journey + ": a `surge` of " + surged + " alone changes who its clients are, as " + first.name()
                                + " and " + name
                                + " differ in `retry`,"
                                + " `timeout` or `patience`, which does not act yet when failures are simulated. Let the surge"
                                + " multiply both, or give both the same.");
            }
        }
    }
}
