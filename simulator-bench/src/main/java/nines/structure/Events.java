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

    /** Of a structure by name: {@code hard}, {@code twin}, {@code scaled-N} or a bundled scenario. */
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
        horizon = YEAR * Math.max(0.01, EVENTS_A_REPLICATION * years / seen);
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
        if (name.startsWith("scaled-")) {
            return layOut(scaled(Integer.parseInt(name.substring("scaled-".length()))), name);
        }
        LibraryScenario scenario = ScenarioLibrary.find(name).orElseThrow();
        return layOut(scenario.text(), scenario.fileName());
    }

    private static Blueprint layOut(String text, String name) {
        return Layout.of(ScenarioReader.parse(text, name).scenarioOrThrow());
    }

    /** So many servers behind five balancers that watch each of them, in five zones. */
    private static String scaled(int servers) {
        return """
            nines: 1
            name: scaled
            places:
              eu:     { kind: region }
              zone-1: { kind: zone, in: eu, fails: { outage: { time-to-failure: exponential mean 4y, repair: 2h } } }
              zone-2: { like: zone-1 }
              zone-3: { like: zone-1 }
              zone-4: { like: zone-1 }
              zone-5: { like: zone-1 }
            components:
              lb:
                kind: balancer
                in: [zone-1, zone-2, zone-3, zone-4, zone-5]
                instances: 5
                active: all
                fails: { node: { time-to-failure: exponential mean 1y, repair: 1h } }
                health-check: { interval: 5s, timeout: 2s, fall: 3, rise: 2 }
              web:
                kind: server
                in: [zone-1, zone-2, zone-3, zone-4, zone-5]
                instances: %d
                workers: 64
                service-time: 20ms
                fails:
                  crash: { time-to-failure: exponential mean 30d, repair: 1min }
                  node: { time-to-failure: exponential mean 1y, repair: lognormal mean 1h cv 1.5 }
            journeys:
              browse: { through: [lb, web] }
            traffic:
              shoppers: { rate: %d/s, mix: { browse: 100%% }, retry: { attempts: 2 } }
            """.formatted(servers, servers);
    }
}
