package nines.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One architecture, its traffic and its targets: a scenario file as its author meant it, with
 * every silence filled in.
 *
 * <p>What a file writes as {@code never} is null where a distribution stands and positive infinity
 * where a duration stands; {@code unlimited} is positive infinity, or {@link Integer#MAX_VALUE}
 * for counts. Times are in seconds, shares in 0 … 1, rates per second, volumes in bytes.
 *
 * @param sources where each value comes from, by path: {@code db.failover.success}
 */
@Block(title = "The file", path = "top")
public record Scenario(
        @Key(type = Type.TEXT, required = true, says = "one line")
        String name,

        @Key(type = Type.TEXT, says = "lesson, question, what to watch; allowed on every named entry too") @Nullable
        String about,

        @Key(type = Type.WORD, field = "field", mechanism = "M56", says = "what silence means, see 2.1")
        Silence defaults,

        @Key(type = Type.VALUE, says = "`load: 500/s`; used elsewhere as `$load`")
        Map<String, Written> parameters,

        @Key(type = Type.TEXT, field = "newest", says = "`edition 2026-11-21` pins the defaults")
        String catalogue,

        @Key(type = Type.BLOCK, silent = "one place", mechanism = "M46", says = "the tree of fault domains")
        Map<String, Place> places,

        @Key(
                type = Type.BLOCK,
                acts = Acts.STRUCTURAL,
                mechanism = "M46",
                says = "sets that cut across the tree: a power feed, a software version, a batch")
        Map<String, Group> groups,

        @Key(type = Type.BLOCK, required = true, says = "what serves, stores, routes, feeds")
        Map<String, Component> components,

        @Key(
                type = Type.BLOCK,
                silent = "`service`, needs every component",
                mechanism = "M56",
                says = "what a user asks for")
        Map<String, Journey> journeys,

        @Key(
                type = Type.BLOCK,
                silent = "load 1, constant",
                mechanism = "M01",
                says = "who asks, how often, how patiently")
        Map<String, Traffic> traffic,

        @Key(
                type = Type.BLOCK,
                silent = "unlimited",
                acts = Acts.STRUCTURAL,
                mechanism = "M51 M52",
                says = "people who repair, one pool per name")
        Map<String, Crew> crews,

        @Key(
                type = Type.BLOCK,
                silent = "unlimited",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "parts on the shelf")
        Map<String, Spare> spares,

        @Key(
                type = Type.BLOCK,
                mechanism = "M28 M30 M53",
                says = "what happens to the system: scripted, periodic or random")
        Map<String, Event> events,

        @Key(type = Type.BLOCK, silent = "none", mechanism = "M56", says = "the promise (SLO) for every journey")
        Target targets,

        @Key(
                type = Type.BLOCK,
                silent = "the standard table",
                mechanism = "M56 M57",
                says =
                        "what is asked for beyond the standard table (which has U, outages, MTTFF, MTBF, MTTR, causes, per component too; for stations waiting, response, utilisation and the distribution of the number present)")
        Measure measure,

        @Key(type = Type.CHANGES, mechanism = "M57", says = "named alternatives, compared with common random numbers")
        Map<String, Variant> variants,

        @Key(
                type = Type.CHANGES,
                mechanism = "M57",
                says = "values to walk through; several lines make the cross product")
        Map<String, List<Written>> sweep,

        @Key(
                type = Type.BLOCK,
                silent = "see there",
                mechanism = "M57",
                says = "how to compute; never changes what the model means")
        RunSettings run,

        Map<String, Source> sources) {

    public Scenario {
        parameters = Ordered.copy(parameters);
        places = Ordered.copy(places);
        groups = Ordered.copy(groups);
        components = Ordered.copy(components);
        journeys = Ordered.copy(journeys);
        traffic = Ordered.copy(traffic);
        crews = Ordered.copy(crews);
        spares = Ordered.copy(spares);
        events = Ordered.copy(events);
        variants = Ordered.copy(variants);
        sweep = Ordered.copy(sweep);
        sources = sources instanceof Sources own ? own.close() : Ordered.copy(sources);
    }
}
