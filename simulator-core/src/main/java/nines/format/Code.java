package nines.format;

/** The stable codes of problems, each with the rule behind it. */
public enum Code {
    N100("The text is not YAML or JSON, or cannot be read as such."),
    N101("Every key must be one of those that its block allows; unknown keys are errors, always."),
    N102("A name must be that of an entry of the file, in the section that the key refers to."),
    N103("A quantity carries its unit: `2s`, not `2`."),
    N104("`m` could be a minute, a month or a metre: write `min` or `month`."),
    N105("A time to failure is random: a bare duration would fail at that very age, every time."),
    N106("A share is a percentage: `99.95%`, never `0.9995`."),
    N107("The parameters of a distribution must be possible together."),
    N108("No more instances can be needed than there are."),
    N109("Places form a tree: no place lies in itself."),
    N110("All named entries of a file share one namespace."),
    N111("An event has exactly one verb."),
    N112("`$name` stands for an entry of `parameters`."),
    N113("A parameter must fit every place where it is used."),
    N114("The path of a change must lead to a key that the language allows there."),
    N115("Flags are `true` and `false`; in YAML 1.2 `yes`, `no`, `on` and `off` are texts."),
    N116("The shares of a mix add up to 100 %."),
    N117("A catalogue entry must fit the place where it is used."),
    N118("`nines: 1` names the version of the language."),
    N119("A scenario has at most 1 MB, 64 levels, 100 aliases, 1,000 journeys and 100,000 instances."),
    N120("A required key is missing."),
    N121("A block, a list or a plain value is expected."),
    N122("A key with fixed words takes one of them."),
    N123("A key may stand only once in its block."),
    N124("Names are [a-z][a-z0-9-]*, at most 63 characters, not a reserved word and not like an instance of another."),
    N125("`like` names a template, an entry of the same section or a catalogue entry, and never itself."),
    N126("A number must lie in its range: no negative times, no infinite ones, no share above 100 %."),
    N127("A value must be a quantity or a distribution of the language."),
    N128("Nothing may need, or stand by for, itself."),
    N129("A file is one YAML 1.2 document without tags and merge keys."),
    N130("Two keys of one block contradict each other."),
    N131("A scenario has at least one component."),
    N132("A pinned edition of the catalogue must be the one that this program has."),
    N133("What would change the answer and is not simulated yet is refused, never ignored."),
    N140("The file must exist, be a file and be readable."),
    W201("Everything that is described should be used."),
    W202("Copies in one place are lost together."),
    W203("A timeout should leave time for the answer."),
    W204("A target must be within reach of the stages that lead to it."),
    W205("What is written should do something where it stands."),
    W206("A majority of an even number survives no more failures than one member fewer."),
    W207("A copy must be there when it is needed: kept long enough, and elsewhere."),
    W208("Reads see the last write for certain only if R + W is above N."),
    W209("Only what keeps data can lose it."),
    N301("This key acts only when requests are simulated."),
    N302("This key, kind or verb is read and checked, but does not act yet."),
    N303("This fidelity does not run yet."),
    N304(
            "A variant, or a value of the sweep, that cannot be simulated leaves the file as written; it cannot be run itself.");

    private final String rule;

    Code(String rule) {
        this.rule = rule;
    }

    /** The rule, in one sentence. */
    public String rule() {
        return rule;
    }

    /** How bad problems of this code are. */
    public Severity severity() {
        return name().charAt(0) == 'W' ? Severity.WARNING : name().charAt(1) == '3' ? Severity.NOTICE : Severity.ERROR;
    }
}
