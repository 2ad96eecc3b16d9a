package nines.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nines.quantity.Money;

/**
 * What instances and places cost while they stand, whether or not they do anything. What is paid once, or by volume, is not in it.
 *
 * @param perMonth of 30 days; NaN where nothing is said, or in several currencies
 * @param currency of it; empty without
 */
public record Bill(double perMonth, String currency) {
    private static final double DAY = 86_400;
    private static final double MONTH = 30 * DAY;

    /** The bill of a scenario. */
    public static Bill of(Scenario scenario) {
        List<Item> items = new ArrayList<>();
        scenario.components()
                .values()
                .forEach(each ->
                        items.add(new Item(each.common().cost(), each.common().instances())));
        scenario.places().values().forEach(each -> items.add(new Item(each.cost(), each.instances())));
        List<Item> paid = items.stream().filter(item -> item.perMonth() > 0).toList();
        Set<String> currencies =
                paid.stream().map(item -> item.cost().currency()).collect(Collectors.toSet());
        return currencies.size() == 1
                ? new Bill(
                        paid.stream().mapToDouble(Item::perMonth).sum(),
                        currencies.iterator().next())
                : new Bill(Double.NaN, "");
    }

    private record Item(Money cost, int times) {
        double perMonth() {
            double seconds = switch (cost.per()) {
                case "s" -> 1;
                case "min" -> 60;
                case "h" -> 3600;
                case "d" -> DAY;
                case "w" -> 7 * DAY;
                case "month" -> MONTH;
                case "y" -> 365 * DAY;
                default -> Double.POSITIVE_INFINITY;
            };
            return times * cost.amount() * MONTH / seconds;
        }
    }
}
