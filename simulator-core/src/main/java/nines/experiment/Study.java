package nines.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nines.catalogue.Catalogue;
import nines.catalogue.Entry;
import nines.catalogue.Reference;
import nines.layout.Layout;
import nines.model.Journey;
import nines.model.RunSettings;
import nines.model.Scenario;
import nines.model.Source;
import nines.model.Target;
import nines.result.Architecture;
import nines.result.Provenance;
import nines.result.Result;
import nines.result.Setting;
import org.jspecify.annotations.Nullable;

/** The way from a scenario to its experiment: layout, run settings, promises, and where its numbers come from. */
public final class Study {
    private Study() {}

    /** An experiment with the scenario's own settings. */
    public static Experiment of(Scenario scenario) {
        return of(scenario, settings(scenario), origin(scenario, "", "", "", List.of(), ""));
    }

    public static Experiment of(Scenario scenario, Settings settings, Origin origin) {
        if (scenario.run().fidelity() == RunSettings.Fidelity.REQUESTS) {
            Double discard = scenario.run().discard();
            return Experiment.ofRequests(
                    Layout.withRequests(scenario),
                    settings,
                    discard == null ? Double.NaN : discard,
                    promises(scenario),
                    responsePromises(scenario),
                    Detail.of(scenario),
                    origin);
        }
        boolean hasTraffic = scenario.traffic().values().stream()
                .anyMatch(
                        traffic -> traffic.rate() != null || !traffic.profile().isEmpty());
        Experiment experiment = hasTraffic
                ? new Experiment(Layout.of(scenario), settings, promises(scenario), origin)
                : Experiment.withoutTraffic(Layout.of(scenario), settings, promises(scenario), origin);
        return experiment.promising(dataPromises(scenario));
    }

    /** The result with what only documents and pages tell: what was simulated, to be drawn, and why it would be down. */
    public static Result explained(Result result, Scenario scenario) {
        return result.with(Drawn.of(scenario), Structures.inShort(scenario));
    }

    /** A scenario as it is drawn. */
    public static Architecture architecture(Scenario scenario) {
        return Drawn.of(scenario);
    }

    /** What the sections {@code run} and {@code measure} ask for, on all cores. */
    public static Settings settings(Scenario scenario) {
        RunSettings run = scenario.run();
        Integer replications = run.replications();
        return new Settings(
                run.horizon(),
                run.start() == RunSettings.Start.STEADY ? Settings.Start.STEADY : Settings.Start.FRESH,
                replications == null ? 0 : replications,
                run.precision(),
                run.confidence(),
                run.wallClock(),
                run.seed(),
                Runtime.getRuntime().availableProcessors(),
                scenario.measure().at(),
                scenario.measure().windows(),
                scenario.measure().percentiles());
    }

    /** The promises that a structural run can judge. */
    public static List<Promise> promises(Scenario scenario) {
        List<Promise> promises = new ArrayList<>();
        for (Journey journey : scenario.journeys().values()) {
            Target target = journey.targets();
            add(promises, journey.name(), Promise.Measure.AVAILABILITY, target.availability(), target);
            add(promises, journey.name(), Promise.Measure.TIME_AVAILABILITY, target.timeAvailability(), target);
        }
        return promises;
    }

    /** The promises about data and recovery, which only a structural run can judge. */
    static List<DataPromise> dataPromises(Scenario scenario) {
        List<DataPromise> promises = new ArrayList<>();
        for (Journey journey : scenario.journeys().values()) {
            Target target = journey.targets();
            add(promises, scenario, journey, DataPromise.Measure.DATA_LOSS, target.dataLoss());
            add(promises, scenario, journey, DataPromise.Measure.RECOVERY, target.recovery());
            add(promises, scenario, journey, DataPromise.Measure.DURABILITY, target.durability());
        }
        return promises;
    }

    private static void add(
            List<DataPromise> promises,
            Scenario scenario,
            Journey journey,
            DataPromise.Measure measure,
            @Nullable Double promised) {
        if (promised == null) {
            return;
        }
        Double chance = journey.targets().chance();
        promises.add(new DataPromise(
                journey.name(),
                measure,
                promised,
                chance == null ? DataPromise.USUAL_WINDOW : journey.targets().window(),
                chance == null ? DataPromise.USUAL_CHANCE : chance,
                List.copyOf(Reached.by(journey, scenario))));
    }

    /** The promises about response times, which only simulated requests can judge. */
    public static List<ResponsePromise> responsePromises(Scenario scenario) {
        List<ResponsePromise> promises = new ArrayList<>();
        for (Journey journey : scenario.journeys().values()) {
            journey.targets()
                    .latency()
                    .forEach((of, seconds) -> promises.add(new ResponsePromise(journey.name(), of, seconds)));
        }
        return promises;
    }

    private static void add(
            List<Promise> promises, String journey, Promise.Measure measure, @Nullable Double promised, Target target) {
        if (promised == null) {
            return;
        }
        Double chance = target.chance();
        promises.add(
                chance == null
                        ? Promise.onTheMean(journey, measure, promised)
                        : new Promise(journey, measure, promised, target.window(), chance));
    }

    /**
     * Where a scenario comes from, for the record.
     *
     * @param file it was read from; empty without one
     * @param sha256 of that file; empty without one
     * @param variant of it; empty as it stands
     * @param sets values changed for this run
     * @param version of the program
     */
    public static Origin origin(
            Scenario scenario, String file, String sha256, String variant, List<Setting> sets, String version) {
        String about = scenario.about();
        return new Origin(
                scenario.name(),
                about == null ? "" : about.strip(),
                file,
                sha256,
                variant,
                sets,
                version,
                provenance(scenario));
    }

    /** Every number of a scenario with its source, by path. */
    public static List<Provenance> provenance(Scenario scenario) {
        List<Provenance> all = new ArrayList<>();
        scenario.sources().forEach((path, source) -> {
            boolean isNumber = source.text().chars().anyMatch(Character::isDigit);
            boolean isText = path.equals("name") || path.equals("about") || path.endsWith(".about");
            if (!isText && isNumber || source instanceof Source.Catalogue) {
                all.add(provenance(path, source));
            }
        });
        return all;
    }

    private static Provenance provenance(String path, Source source) {
        if (source instanceof Source.Catalogue from) {
            return cited(path, from);
        }
        if (source instanceof Source.Default from) {
            String set = from.set().name().toLowerCase(Locale.ROOT);
            return new Provenance(path, from.text(), "default", "", "", "", "defaults: " + set);
        }
        return new Provenance(path, source.text(), "user", "", "", "", "");
    }

    private static Provenance cited(String path, Source.Catalogue from) {
        Catalogue catalogue = Catalogue.bundled();
        Optional<Entry> entry = catalogue.find(from.id()).map(Reference::entry);
        return new Provenance(
                path,
                from.text(),
                "catalogue",
                from.id(),
                entry.map(found -> found.grade().name()).orElse(from.grade()),
                from.date().isEmpty() ? catalogue.edition() : from.date(),
                entry.flatMap(found -> found.sources().stream().findFirst())
                        .map(source -> source.title())
                        .orElse(""));
    }
}
