package nines.ui.edit;

import java.util.List;
import nines.format.NamedEntries;
import nines.format.ScenarioText;

/** What must be put right behind a change. */
final class Tidy {
    private Tidy() {}

    /** A journey that asks for nothing is none; its name goes from the traffic too. */
    static ScenarioText journeys(ScenarioText text) {
        ScenarioText changed = text;
        for (String journey : text.keys(Steps.of("journeys"))) {
            List<String> keys = changed.keys(Steps.of("journeys", journey));
            if (!keys.contains("through") && !keys.contains("calls") && !keys.contains("needs")) {
                changed = NamedEntries.delete(changed, journey);
            }
        }
        for (String traffic : changed.keys(Steps.of("traffic"))) {
            for (String journey : changed.keys(Steps.of("traffic", traffic, "mix"))) {
                if (!changed.has(Steps.of("journeys", journey)) && changed.has(Steps.of("traffic", traffic, "mix"))) {
                    changed = changed.remove(Steps.of("traffic", traffic, "mix"));
                }
            }
        }
        return changed;
    }
}
