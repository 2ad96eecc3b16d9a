package nines.model;

import java.util.List;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * People who repair.
 */
@Block(title = "Crews", path = "crews.*")
public record Crew(
        String name,
        @Nullable String about,

        @Key(
                type = Type.COUNT,
                field = "1",
                least = 1,
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "people who can work at once")
        int people,

        @Key(
                type = Type.ORDER,
                field = "first-come",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says =
                        "`first-come`, `first-found`, `at-random` among the kinds of waiting jobs, or a list of components, most urgent first")
        CrewOrder order,

        @Key(
                type = Type.FLAG,
                field = "false",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "leaves a less urgent job")
        boolean preempts,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "with first-found: time to find each kind of broken part")
        Distribution inspection,

        @Key(
                type = Type.TIME,
                field = "0s",
                acts = Acts.STRUCTURAL,
                mechanism = "M51",
                says = "default stage of its repairs")
        Distribution acknowledgement,

        @Key(type = Type.TIME, field = "0s", acts = Acts.STRUCTURAL, mechanism = "M52", says = "default stage")
        Distribution travel,

        @Key(
                type = Type.TIME,
                silent = "each repair says it",
                acts = Acts.STRUCTURAL,
                mechanism = "M51",
                says = "default stage")
        @Nullable
        Distribution fix,

        @Key(
                type = Type.BLOCK,
                silent = "always",
                acts = Acts.STRUCTURAL,
                mechanism = "M52",
                says = "shifts; a job waits or pauses between them")
        List<Shift> works) {

    public Crew {
        works = List.copyOf(works);
    }

    /**
     * A stretch of time in which a crew works, repeated.
     */
    @Block(title = "Shifts", path = "works[]")
    public record Shift(
            @Key(
                    type = Type.DURATION,
                    field = "0s",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M52",
                    says = "start, counted from midnight (or from the start of each `every`)")
            double from,

            @Key(
                    type = Type.DURATION,
                    name = "for",
                    required = true,
                    positive = true,
                    acts = Acts.STRUCTURAL,
                    mechanism = "M52",
                    says = "length")
            double lasting,

            @Key(
                    type = Type.DURATION,
                    field = "1d",
                    positive = true,
                    acts = Acts.STRUCTURAL,
                    mechanism = "M52",
                    says = "how often; t = 0 is a Monday, 00:00")
            double every,

            @Key(
                    type = Type.COUNT,
                    field = "7",
                    least = 1,
                    acts = Acts.STRUCTURAL,
                    mechanism = "M52",
                    says = "only the first so many days of each week: 5 is Monday to Friday")
            int days) {}
}
