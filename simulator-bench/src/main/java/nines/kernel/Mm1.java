package nines.kernel;

import nines.random.RandomStream;

/**
 * Work A: one server, Poisson arrivals at rate 0.9, service times Exp(1), written as two handlers of
 * a {@link Simulation}. The mean time in system is 10 in theory.
 */
public final class Mm1 {

    private static final double MEAN_INTERARRIVAL = 1 / 0.9;

    private final Simulation simulation = new Simulation();
    private final Server server;
    private final Source source;

    public Mm1(long customers, long seed) {
        var random = new RandomStream(seed);
        server = new Server(simulation, random);
        source = new Source(simulation, random, server, customers);
    }

    /** Serves all customers and returns their mean time in system. */
    public double run() {
        source.scheduleNext();
        simulation.run();
        return server.timeInSystem / server.served;
    }

    private static final class Source implements EventHandler {

        private final Simulation simulation;
        private final RandomStream random;
        private final Server server;
        private final long customers;
        private long arrived;

        Source(Simulation simulation, RandomStream random, Server server, long customers) {
            this.simulation = simulation;
            this.random = random;
            this.server = server;
            this.customers = customers;
        }

        @Override
        public void onEvent(int kind, int argument) {
            server.accept();
            if (++arrived < customers) {
                scheduleNext();
            }
        }

        void scheduleNext() {
            simulation.schedule(MEAN_INTERARRIVAL * random.nextExponential(), this, 0, 0);
        }
    }

    private static final class Server implements EventHandler {

        private static final int MASK = (1 << 16) - 1;

        private final Simulation simulation;
        private final RandomStream random;
        private final double[] arrivals = new double[MASK + 1];
        private long head;
        private long tail;
        private double timeInSystem;
        private long served;

        Server(Simulation simulation, RandomStream random) {
            this.simulation = simulation;
            this.random = random;
        }

        void accept() {
            arrivals[(int) tail++ & MASK] = simulation.time();
            if (tail - head == 1) {
                serve();
            } else if (tail - head > MASK) {
                throw new IllegalStateException("waiting customers must be at most " + MASK);
            }
        }

        @Override
        public void onEvent(int kind, int argument) {
            timeInSystem += simulation.time() - arrivals[(int) head++ & MASK];
            served++;
            if (tail != head) {
                serve();
            }
        }

        private void serve() {
            simulation.schedule(random.nextExponential(), this, 0, 0);
        }
    }
}
