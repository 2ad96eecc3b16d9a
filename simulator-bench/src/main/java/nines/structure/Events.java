package nines.structure;

import nines.blueprint.Blueprint;
import nines.format.ScenarioReader;
import nines.layout.Layout;
import nines.scenarios.LibraryScenario;
import nines.scenarios.ScenarioLibrary;

/** Failures, repairs, changes of belief and take-overs of a structure, replication after replication, losses explained. */
public final class Events {
    private static final double YEAR = 365 * 86_400.0;
    private static final double EVENTS_A_REPLICATION = 20_000;

    private final Replicator replicator;
    private final double horizon;
    private final Journal journal;
    private long index;

    /**
     * Of a structure by name: {@code hard}, {@code twin}, a family and a number of instances as in {@link Families},
     * or a bundled scenario.
     */
    public Events(String name) {
        Blueprint blueprint = blueprint(name);
        replicator = new Replicator(blueprint, new Options(0, new double[0], new double[0], false, false));
        Journal trial = replicator.newJournal(YEAR);
        double seen = 0;
        int years = 0;
        while (seen < 200 && years < 1000) {
            replicator.run(1, index++, YEAR, trial, Replicator.Stop.never());
            seen += trial.events;
            years++;
        }
        // Of large systems a year at least: shorter ones would mostly be beginnings.
        double enough = EVENTS_A_REPLICATION * years / seen;
        horizon = YEAR * (seen / years < EVENTS_A_REPLICATION ? enough : 1);
        journal = replicator.newJournal(horizon);
    }

    /** Runs replications until so many events have happened; returns how many did. */
    public long run(long events) {
        long done = 0;
        while (done < events) {
            replicator.run(1, index++, horizon, journal, Replicator.Stop.never());
            done += journal.events;
        }
        return done;
    }

    private static Blueprint blueprint(String name) {
        if (name.equals("hard") || name.equals("twin")) {
            return HardCase.blueprint(name.equals("twin"), 2);
        }
        int dash = name.lastIndexOf('-');
        if (dash > 0 && name.substring(dash + 1).matches("\\d+")) {
            return layOut(Families.text(name.substring(0, dash), Integer.parseInt(name.substring(dash + 1))), name);
        }
        LibraryScenario scenario = ScenarioLibrary.find(name).orElseThrow();
        return layOut(scenario.text(), scenario.fileName());
    }

    private static Blueprint layOut(String text, String name) {
        return Layout.of(ScenarioReader.parse(text, name).scenarioOrThrow());
    }
}
