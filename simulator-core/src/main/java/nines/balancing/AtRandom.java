package nines.balancing;

import nines.random.RandomStream;

/** Any trusted target, each as likely. */
public record AtRandom() implements Balancing {
    @Override
    public Picker picker(int targets) {
        return (all, random, client, now) -> one(all, random);
    }

    static int one(Targets targets, RandomStream random) {
        int count = targets.trustedCount();
        return targets.trusted(count == 1 ? 0 : random.nextInt(count));
    }
}
