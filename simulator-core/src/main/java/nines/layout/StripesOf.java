package nines.layout;

import java.util.List;
import nines.blueprint.Draft;
import nines.blueprint.Safety;
import nines.blueprint.Stripes;
import nines.model.Scheme;
import nines.model.Storage;

/** The objects of stores whose instances can lose what they have. */
final class StripesOf {
    private final Draft draft;
    private final Names names;
    private final Losses losses;
    private final Quorums quorums;

    StripesOf(Draft draft, Names names, Losses losses) {
        this.draft = draft;
        this.names = names;
        this.losses = losses;
        quorums = new Quorums(draft, names.places);
    }

    void layOut() {
        for (Copy copy : names.all()) {
            if (copy.component() instanceof Storage storage) {
                List<Safety.Loss> found = losses.of(copy, List.of()).stream()
                        .filter(loss -> !loss.silently() && loss.members().length > 0)
                        .toList();
                if (!found.isEmpty()) {
                    layOut(copy, storage, found);
                }
            }
        }
    }

    private void layOut(Copy copy, Storage storage, List<Safety.Loss> found) {
        Scheme scheme = storage.coded();
        int n = copy.instances();
        int width = storage.width();
        List<int[]> domains = quorums.domains(copy, storage);
        int[] domain = new int[n];
        for (int d = 0; d < domains.size(); d++) {
            for (int instance : domains.get(d)) {
                domain[instance] = d;
            }
        }
        if ((double) storage.stripes() * width > CHUNKS_MAX) {
            throw new NotLaidOut(
                    Refusal.Why.OUT_OF_RANGE,
                    storage.name() + ".stripes",
                    "`stripes: " + storage.stripes() + "` of " + width + " chunks each: at most " + CHUNKS_MAX
                            + " chunks can be followed. Write fewer and larger ones.");
        }
        double bytes = storage.chunkBytes();
        draft.stripes(new Stripes(
                copy.name(),
                storage.scheme(),
                domain,
                storage.copysets(),
                storage.stripes(),
                width,
                scheme.data(),
                scheme.local(),
                storage.rebuild().delay(),
                storage.chunkTime(),
                -StrictMath.expm1(-bytes * storage.readsPerChunk() * storage.readErrors()),
                found));
    }

    static final int CHUNKS_MAX = 100_000_000;
}
