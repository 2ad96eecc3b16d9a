package nines.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import nines.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/** What an event does. The first key of each verb names its targets. */
public sealed interface Verb
        permits Verb.Fail,
                Verb.Degrade,
                Verb.Pause,
                Verb.Isolate,
                Verb.Partition,
                Verb.Corrupt,
                Verb.Maintain,
                Verb.Inspect,
                Verb.Deploy,
                Verb.Surge,
                Verb.Attack,
                Verb.Change {

    /** The word of the language for a verb; its record has a key of the same name. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Word {
        String value();
    }

    /**
     * Goes down.
     */
    @Verb.Word("fail")
    public record Fail(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    mechanism = "M46",
                    says = "goes down")
            List<Selector> fail,

            @Key(
                    type = Type.TEXT,
                    silent = "none: just down",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M46",
                    says = "as this failure mode of the target, with its repair in place of `for`")
            @Nullable
            String mode,

            @Key(
                    type = Type.FLAG,
                    field = "false",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M41",
                    says = "local data is gone")
            boolean losesData,

            @Key(
                    type = Type.SHARE,
                    field = "0%",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M44",
                    says = "part that stays down and needs the longest of its own repairs")
            double notReturning,

            @Key(
                    type = Type.SHARE,
                    silent = "nothing",
                    refers = {"components"},
                    acts = Acts.STRUCTURAL,
                    mechanism = "M46",
                    says = "other components brought down with it, each as a whole with a probability")
            Map<String, Double> alsoHits)
            implements Verb {

        public Fail {
            fail = List.copyOf(fail);
            alsoHits = Ordered.copy(alsoHits);
        }
    }

    /**
     * Answers slowly or wrongly.
     */
    @Verb.Word("degrade")
    public record Degrade(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    mechanism = "M47",
                    says = "answers slowly or wrongly: with `slow`, `errors`, `service-time`")
            List<Selector> degrade,

            @Key(
                    type = Type.FACTOR,
                    positive = true,
                    field = "1x",
                    acts = Acts.REQUESTS,
                    mechanism = "M47",
                    says = "service times longer by this")
            double slow,

            @Key(type = Type.SHARE, field = "0%", mechanism = "M47", says = "share of wrong answers")
            double errors,

            @Key(
                    type = Type.TIME,
                    silent = "the normal one",
                    acts = Acts.REQUESTS,
                    mechanism = "M47",
                    says = "instead of the normal one")
            @Nullable
            Distribution serviceTime)
            implements Verb {

        public Degrade {
            degrade = List.copyOf(degrade);
        }
    }

    /**
     * Stands still and then goes on, as after a freeze of a virtual machine.
     */
    @Verb.Word("pause")
    public record Pause(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    mechanism = "M33",
                    says = "stands still and then goes on, as after a VM freeze")
            List<Selector> pause)
            implements Verb {

        public Pause {
            pause = List.copyOf(pause);
        }
    }

    /**
     * Lives but cannot be reached.
     */
    @Verb.Word("isolate")
    public record Isolate(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    mechanism = "M43",
                    says = "alive, unreachable")
            List<Selector> isolate)
            implements Verb {

        public Isolate {
            isolate = List.copyOf(isolate);
        }
    }

    /**
     * Two sides cannot reach each other.
     */
    @Later("partitions")
    @Verb.Word("partition")
    public record Partition(
            @Key(type = Type.SIDES, required = true, mechanism = "M43", says = "the sides cannot reach each other")
            Sides partition)
            implements Verb {}

    /**
     * Data is wrong until it is restored.
     */
    @Verb.Word("corrupt")
    public record Corrupt(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    acts = Acts.STRUCTURAL,
                    mechanism = "M41",
                    says = "data is wrong until restored; with `detection`")
            List<Selector> corrupt,

            @Key(
                    type = Type.TIME,
                    field = "0s",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M41",
                    says = "until somebody notices")
            Distribution detection)
            implements Verb {

        public Corrupt {
            corrupt = List.copyOf(corrupt);
        }
    }

    /**
     * Planned work, one domain at a time.
     */
    @Verb.Word("maintain")
    public record Maintain(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    mechanism = "M30",
                    says = "planned work")
            List<Selector> maintain,

            @Key(type = Type.TEXT, field = "instance", mechanism = "M30", says = "one instance, host, zone … at a time")
            String onePer)
            implements Verb {

        public Maintain {
            maintain = List.copyOf(maintain);
        }
    }

    /**
     * Finds what is broken and hidden.
     */
    @Verb.Word("inspect")
    public record Inspect(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    acts = Acts.STRUCTURAL,
                    mechanism = "M50",
                    says = "finds what is hidden")
            List<Selector> inspect,

            @Key(
                    type = Type.SHARE,
                    field = "100%",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M50",
                    says = "chance to find it")
            double success)
            implements Verb {

        public Inspect {
            inspect = List.copyOf(inspect);
        }
    }

    /**
     * A release.
     */
    @Verb.Word("deploy")
    public record Deploy(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    mechanism = "M28",
                    says = "gets a new release")
            List<Selector> deploy,

            @Key(
                    type = Type.TIME,
                    field = "0s",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M41",
                    says = "until somebody notices a bad one")
            Distribution detection,

            @Key(
                    type = Type.BLOCK,
                    silent = "at once",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M51",
                    says = "what follows detection")
            @Nullable
            Repair repair,

            @Key(type = Type.WORD, field = "rolling", mechanism = "M28", says = "in which order instances get it")
            Strategy strategy,

            @Key(
                    type = Type.DURATION,
                    field = "0s",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M28",
                    says = "interruption of each instance")
            double stop,

            @Key(
                    type = Type.SHARE,
                    field = "catalogue:sw.deploy.failure.medium",
                    textbook = "0%",
                    mechanism = "M28",
                    says = "share of bad releases")
            double bad,

            @Key(
                    type = Type.BLOCK,
                    field = "{ effect: down }",
                    silent = "down",
                    mechanism = "M28",
                    says = "what a bad one does")
            Harm harm,

            @Key(
                    type = Type.BLOCK,
                    field = "{ share: 5% }",
                    silent = "5%, 15min",
                    mechanism = "M28",
                    says = "the first instances of a canary release")
            Canary canary,

            @Key(
                    type = Type.SHARE,
                    field = "25%",
                    acts = Acts.REQUESTS,
                    mechanism = "M28",
                    says = "instances added during the release")
            double maxSurge,

            @Key(type = Type.SHARE, field = "25%", mechanism = "M28", says = "instances missing during the release")
            double maxUnavailable,

            @Key(
                    type = Type.DURATION,
                    field = "15min",
                    acts = Acts.STRUCTURAL,
                    mechanism = "M28 M55",
                    says = "wait between steps")
            double bake)
            implements Verb {

        public Deploy {
            deploy = List.copyOf(deploy);
        }

        /** The words of {@code strategy}. */
        public enum Strategy {
            ALL_AT_ONCE,
            ROLLING,
            CANARY,
            BLUE_GREEN,
            CELL_BY_CELL
        }

        /**
         * What a bad release does.
         */
        @Block(title = "Harm", path = "harm")
        public record Harm(
                @Key(type = Type.WORD, field = "down", mechanism = "M28 M47", says = "as in failure modes")
                Effect effect,

                @Key(
                        type = Type.FACTOR,
                        positive = true,
                        field = "1x",
                        acts = Acts.REQUESTS,
                        mechanism = "M47",
                        says = "service times longer by this")
                double slow,

                @Key(type = Type.SHARE, field = "0%", mechanism = "M47", says = "share of answers that are wrong")
                double errors,

                @Key(
                        type = Type.TIME,
                        field = "0s",
                        acts = Acts.STRUCTURAL,
                        mechanism = "M28",
                        says = "a leak shows late")
                Distribution after) {}

        /**
         * A part of the instances that gets a release first.
         */
        @Block(title = "Canary", path = "canary")
        public record Canary(
                @Key(type = Type.SHARE, field = "5%", mechanism = "M28", says = "of the instances")
                double share,

                @Key(type = Type.DURATION, field = "15min", mechanism = "M28", says = "watched for so long")
                double bake,

                @Key(
                        type = Type.WORD,
                        field = "automatic",
                        acts = Acts.STRUCTURAL,
                        mechanism = "M28",
                        says = "who takes a bad release back")
                Rollback rollback) {

            /** The words of {@code rollback}. */
            public enum Rollback {
                AUTOMATIC,
                BY_HAND
            }
        }
    }

    /**
     * More traffic for a while.
     */
    @Verb.Word("surge")
    public record Surge(
            @Key(
                    type = Type.NAMES,
                    required = true,
                    refers = {"traffic"},
                    mechanism = "M01",
                    says = "traffic times `load`")
            List<String> surge,

            @Key(type = Type.FACTOR, required = true, mechanism = "M01", says = "traffic times this")
            double load)
            implements Verb {

        public Surge {
            surge = List.copyOf(surge);
        }
    }

    /**
     * A flood of hostile traffic.
     */
    @Later("requests fidelity")
    @Verb.Word("attack")
    public record Attack(
            @Key(
                    type = Type.SELECTORS,
                    required = true,
                    refers = {"components", "places", "groups"},
                    acts = Acts.REQUESTS,
                    mechanism = "M06",
                    says = "is flooded; with `vector`, `volume`")
            List<Selector> attack,

            @Key(
                    type = Type.WORD,
                    field = "volumetric",
                    acts = Acts.REQUESTS,
                    mechanism = "M06",
                    says = "what is flooded")
            Vector vector,

            @Key(
                    type = Type.FACTOR_DIST,
                    field = "catalogue:ddos.size",
                    textbook = "1x",
                    acts = Acts.REQUESTS,
                    mechanism = "M06",
                    says = "multiple of capacity")
            Distribution volume)
            implements Verb {

        public Attack {
            attack = List.copyOf(attack);
        }

        /** The words of {@code vector}. */
        public enum Vector {
            VOLUMETRIC,
            PROTOCOL,
            APPLICATION
        }
    }

    /**
     * Sets keys of the scenario to other values for a while.
     */
    @Later("changes during a run")
    @Verb.Word("change")
    public record Change(
            @Key(
                    type = Type.CHANGES,
                    required = true,
                    mechanism = "M53",
                    says = "same notation as variants; undone after `for`")
            Map<String, Written> change)
            implements Verb {

        public Change {
            change = Ordered.copy(change);
        }
    }
}
