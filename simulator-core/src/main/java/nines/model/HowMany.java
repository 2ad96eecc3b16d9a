package nines.model;

/** A number of instances that may depend on how many there are. */
public sealed interface HowMany {

    /** The number, out of so many instances; at least one. */
    int of(int instances);

    /** As the language writes it. */
    String text();

    /** A number written out. */
    record Exactly(int count) implements HowMany {
        @Override
        public int of(int instances) {
            return count;
        }

        @Override
        public String text() {
            return Integer.toString(count);
        }
    }

    /** Every instance. */
    record All() implements HowMany {
        @Override
        public int of(int instances) {
            return instances;
        }

        @Override
        public String text() {
            return "all";
        }
    }

    /** More than half of the instances. */
    record Majority() implements HowMany {
        @Override
        public int of(int instances) {
            return instances / 2 + 1;
        }

        @Override
        public String text() {
            return "majority";
        }
    }

    /**
     * A share of the instances, rounded up.
     *
     * @param share in 0 … 1
     */
    record Part(double share) implements HowMany {
        @Override
        public int of(int instances) {
            // 1e-9 forgives the last bits of, say, 0.7 * 10.
            return Math.max(1, (int) Math.ceil(share * instances - 1e-9));
        }

        @Override
        public String text() {
            return Percent.of(share);
        }
    }
}
