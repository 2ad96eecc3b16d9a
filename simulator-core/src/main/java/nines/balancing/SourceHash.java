package nines.balancing;

import nines.random.StreamKey;

/** A hash of the client modulo the number of trusted targets: when that number changes, nearly all clients move. */
public record SourceHash() implements Balancing {
    @Override
    public boolean looksAtClients() {
        return true;
    }

    @Override
    public Picker picker(int targets) {
        return (all, random, client, now) ->
                all.trusted((int) Long.remainderUnsigned(StreamKey.hash(client), all.trustedCount()));
    }
}
