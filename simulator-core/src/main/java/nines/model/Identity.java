package nines.model;

/**
 * Signs users in and hands out tokens.
 */
@Later("token lifetimes")
@Kind(name = "identity", says = "Signs users in and hands out tokens.")
public record Identity(
        @Flat Common common,

        @Key(type = Type.DURATION, field = "1h", mechanism = "M07", says = "sessions survive shorter outages")
        double token)
        implements Component {}
