package nines.model;

/** What may be written as the value of a key; a member of a list or map has this type too. */
public enum Type {
    TEXT("text", "any text"),
    NAME("name", "the name of an entry"),
    NAMES("names", "a name or a list of names"),
    WORDS("words", "a word or a list of words"),
    SELECTORS("selectors", "one or several of web, web-3, zone-a, db.primary, web@zone-a"),
    FLAG("flag", "true or false"),
    WORD("word", "one of the words listed"),
    COUNT("count", "a whole number such as 3"),
    HOW_MANY("count", "a whole number, all, majority or a share such as 75%"),
    HITS("hits", "all, a share such as 40%, or a number of instances, possibly random"),
    SHARE("share", "a percentage such as 99.95%"),
    SHARE_DIST("dist", "a share such as 90%, or a distribution of shares"),
    FACTOR("factor", "a multiple such as 2x"),
    FACTOR_DIST("dist", "a multiple such as 2x, or a distribution of multiples"),
    RATE("rate", "a rate such as 800/s"),
    PER_BYTE("rate", "a rate per volume such as 1/125TB"),
    DURATION("duration", "a duration such as 30s"),
    TIME("time", "a duration such as 30s, or a distribution of durations"),
    LIFE("dist", "a random time such as exponential mean 30d"),
    BYTES("bytes", "a volume such as 5TB"),
    BANDWIDTH("bandwidth", "a bandwidth such as 200MB/s"),
    BANDWIDTH_DIST("bandwidth", "a bandwidth such as 200MB/s, or a distribution of bandwidths"),
    MONEY("money", "an amount such as 20 EUR/month"),
    PLACE_KIND("text", "a kind of place such as zone"),
    PLACEMENT("names or counts", "a place, a list of places, or counts such as { east: 6, west: 2 }"),
    CONDITION("condition", "a name, a list of names, or { all: }, { any: }, { at-least: , of: }"),
    CALL("call", "a component, or a block with to:"),
    BLOCK("block", "a block"),
    BRANCHES("name or shares", "a name, or chances that add up such as { a: 30%, b: 70% }"),
    ORDER("order", "first-come, first-found, at-random, or a list of components"),
    SIDES("sides", "two sides such as [east, [west, mid]]"),
    SCHEME("scheme", "3 copies, rs 6+3 or lrc 12+2+2"),
    CHANGES("changes", "path: value"),
    VALUE("value", "any value");

    private final String word;
    private final String says;

    Type(String word, String says) {
        this.word = word;
        this.says = says;
    }

    /** The word for it in the reference page. */
    public String word() {
        return word;
    }

    /** What is allowed, in words fit for an error message. */
    public String says() {
        return says;
    }
}
