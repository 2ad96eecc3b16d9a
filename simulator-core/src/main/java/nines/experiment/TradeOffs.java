package nines.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import nines.model.Bill;
import nines.model.Call;
import nines.model.Component;
import nines.model.Consensus;
import nines.model.Database;
import nines.model.Journey;
import nines.model.Scenario;
import nines.model.Storage;
import nines.result.DataSafety;
import nines.result.Durability;
import nines.result.Estimate;
import nines.result.Quantile;
import nines.result.Result;
import nines.result.TradeOff;
import nines.result.Traffic;
import org.jspecify.annotations.Nullable;

/** The figures of a design that are bought with one another, taken from its scenario and its result. */
public final class TradeOffs {
    private static final double MOST = 0.95;
    private static final double SLOW = 0.99;

    private final Scenario scenario;
    private final Result result;

    private TradeOffs(Scenario scenario, Result result) {
        this.scenario = scenario;
        this.result = result;
    }

    /** What a design gives and costs; null where it keeps no data. */
    public static @Nullable TradeOff of(Scenario scenario, Result result) {
        TradeOffs all = new TradeOffs(scenario, result);
        List<String> reads = all.journeys(false);
        List<String> writes = all.journeys(true);
        if (reads.isEmpty() && writes.isEmpty()) {
            return null;
        }
        Bill bill = Bill.of(scenario);
        return new TradeOff(
                all.availability(reads, "no journey only reads"),
                all.availability(writes, "no journey writes"),
                all.loss(),
                all.recovery(writes.isEmpty() ? reads : writes),
                all.lossOfAll(),
                all.writeTime(writes),
                scenario.components().values().stream()
                        .mapToInt(component -> component.common().instances())
                        .sum(),
                scenario.components().values().stream()
                        .filter(Storage.class::isInstance)
                        .map(Storage.class::cast)
                        .mapToDouble(
                                store -> store.width() / (double) store.coded().data())
                        .max()
                        .orElse(Double.NaN),
                bill.perMonth(),
                bill.currency());
    }

    /** The journeys that write data, or those that only read it. */
    private List<String> journeys(boolean writing) {
        List<String> names = new ArrayList<>();
        for (Journey journey : scenario.journeys().values()) {
            List<Call> calls = new ArrayList<>();
            collect(journey.through(), calls);
            collect(journey.calls(), calls);
            boolean any = !calls.isEmpty();
            boolean writes = calls.stream().anyMatch(call -> call.as() == Call.As.WRITE);
            if (any && writes == writing) {
                names.add(journey.name());
            }
        }
        return names;
    }

    /** The calls of components that keep data. */
    private void collect(List<Call> from, List<Call> to) {
        for (Call call : from) {
            Component component =
                    call.to() == null ? null : scenario.components().get(call.to());
            if (component instanceof Database || component instanceof Storage || component instanceof Consensus) {
                to.add(call);
            }
            Call onMiss = call.onMiss();
            if (onMiss != null) {
                collect(List.of(onMiss), to);
            }
            collect(call.calls(), to);
            collect(call.parallel(), to);
        }
    }

    private Estimate availability(List<String> journeys, String none) {
        return result.journeys().stream()
                .filter(journey -> journeys.contains(journey.name()))
                .map(journey -> journey.requests().availability())
                .min(Comparator.comparingDouble(Estimate::value))
                .orElse(Estimate.notKnown(none));
    }

    private Estimate loss() {
        return worst(
                result.data(),
                data -> data.seconds(MOST),
                result.traffic() == null ? "no take-over and no restore seen" : "not in this fidelity");
    }

    private Estimate recovery(List<String> journeys) {
        if (!result.data().isEmpty()) {
            return worst(result.data(), data -> data.recovery(MOST), "never interrupted");
        }
        return worst(
                result.journeys().stream()
                        .filter(journey -> journeys.contains(journey.name()))
                        .toList(),
                journey -> journey.outages().durations().stream()
                        .filter(quantile -> quantile.share() == MOST)
                        .map(Quantile::value)
                        .findFirst()
                        .orElse(Estimate.notKnown("not told")),
                result.traffic() == null ? "never interrupted" : "not in this fidelity");
    }

    private Estimate lossOfAll() {
        List<Estimate> losses = new ArrayList<>();
        result.durability().stream().map(Durability::everyLossPerYear).forEach(losses::add);
        result.data().stream().map(DataSafety::lossOfAllPerYear).forEach(losses::add);
        return worst(
                losses,
                Function.identity(),
                result.traffic() == null ? "nothing here takes data away" : "not in this fidelity");
    }

    private Estimate writeTime(List<String> journeys) {
        Traffic traffic = result.traffic();
        if (traffic == null) {
            return Estimate.notKnown("not in this fidelity");
        }
        return worst(
                traffic.journeys().stream()
                        .filter(journey -> journeys.contains(journey.name()))
                        .toList(),
                journey -> journey.percentiles().stream()
                        .filter(quantile -> quantile.share() == SLOW)
                        .map(Quantile::value)
                        .findFirst()
                        .orElse(Estimate.notKnown("the 99th percentile was not asked for")),
                "no journey writes");
    }

    /** The largest that is known, and of those without a value the one that may be the largest. */
    private static <T> Estimate worst(List<T> of, Function<T, Estimate> figure, String none) {
        return of.stream()
                .map(figure)
                .filter(Estimate::isKnown)
                .max(Comparator.comparingDouble(Estimate::value)
                        .thenComparingDouble(each -> each.hasInterval() ? each.high() : 0))
                .orElse(Estimate.notKnown(none));
    }
}
