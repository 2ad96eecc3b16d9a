package nines.experiment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nines.model.Call;
import nines.model.Component;
import nines.model.Condition;
import nines.model.Group;
import nines.model.Journey;
import nines.model.Scenario;
import nines.model.Selector;
import org.jspecify.annotations.Nullable;

/** The components that a journey goes through, calls or needs, whoever calls or needs them. */
final class Reached {
    private final Scenario scenario;
    private final Set<String> names = new LinkedHashSet<>();

    private Reached(Scenario scenario) {
        this.scenario = scenario;
    }

    static Set<String> by(Journey journey, Scenario scenario) {
        Reached reached = new Reached(scenario);
        reached.calls(journey.through());
        reached.calls(journey.calls());
        reached.condition(journey.needs());
        return reached.names;
    }

    private void calls(List<Call> calls) {
        for (Call call : calls) {
            name(call.to());
            name(call.fallback());
            Call onMiss = call.onMiss();
            if (onMiss != null) {
                calls(List.of(onMiss));
            }
            calls(call.calls());
            calls(call.parallel());
        }
    }

    private void condition(@Nullable Condition condition) {
        if (condition != null) {
            condition.named().map(Selector::name).forEach(this::name);
        }
    }

    private void name(@Nullable String name) {
        if (name == null || !names.add(name)) {
            return;
        }
        Group group = scenario.groups().get(name);
        if (group != null) {
            group.members().stream().map(Selector::name).forEach(this::name);
        }
        Component component = scenario.components().get(name);
        if (component == null) {
            return;
        }
        condition(component.common().needs());
    }
}
