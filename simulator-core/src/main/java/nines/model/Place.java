package nines.model;

import java.util.List;
import java.util.Map;
import nines.quantity.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fault domain: a node of the tree of regions, zones, buildings, racks and hosts that hold
 * components and take them down with them.
 */
@Block(title = "Places", path = "places.*")
public record Place(
        String name,
        @Nullable String about,

        @Key(
                type = Type.TEXT,
                required = true,
                mechanism = "M46",
                says =
                        "region, zone, building, room, rack, host, cell or any other word; `per`, `keep-in`, `within` refer to it")
        String kind,

        @Key(
                type = Type.NAMES,
                silent = "the whole",
                refers = {"places"},
                mechanism = "M46",
                says = "parent; a parent with instances: spread evenly")
        List<String> in,

        @Key(type = Type.COUNT, field = "1", least = 1, mechanism = "M46", says = "racks-1 … racks-30")
        int instances,

        @Key(
                type = Type.BLOCK,
                silent = "never",
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "an outage here takes everything inside with it")
        Map<String, Mode> fails,

        @Key(type = Type.CONDITION, acts = Acts.STRUCTURAL, mechanism = "M44 M45", says = "power, cooling") @Nullable
        Condition needs,

        @Later("the capacity of places")
        @Key(
                type = Type.COUNT,
                field = "unlimited",
                least = 1,
                mechanism = "M26",
                says = "instances one place can hold; others wait")
        int capacity,

        @Key(
                type = Type.TEXT,
                acts = Acts.REQUESTS,
                mechanism = "M43",
                says = "a city of the latency matrix in the catalogue")
        @Nullable
        String location,

        @Later("sites that stand by")
        @Key(
                type = Type.NAME,
                refers = {"places"},
                acts = Acts.STRUCTURAL,
                mechanism = "M42",
                says = "a site that waits for another one")
        @Nullable
        String standsByFor,

        @Key(
                type = Type.BLOCK,
                silent = "at once, always works",
                acts = Acts.STRUCTURAL,
                mechanism = "M42",
                says = "its stages")
        @Nullable
        Failover failover,

        @Key(
                type = Type.MONEY,
                field = "0 USD/month",
                mechanism = "M56",
                says = "per instance, while it stands; told beside what designs give for it")
        Money cost) {

    public Place {
        in = List.copyOf(in);
        fails = Ordered.copy(fails);
    }
}
