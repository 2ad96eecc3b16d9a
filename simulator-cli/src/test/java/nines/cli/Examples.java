package nines.cli;

/** Small scenarios that run in a moment. */
final class Examples {
    /** Two servers of which one works, a promise that is missed, variants, a crew. */
    static final String PAIR = """
            nines: 1
            name: A pair and its disk
            about: One works, one waits.
            defaults: textbook
            places:
              hall: { kind: room, fails: { fire: { time-to-failure: exponential mean 10y, repair: exponential mean 3d } } }
            crews:
              hands: { people: 1 }
            components:
              pair:
                kind: server
                instances: 2
                active: 1
                in: hall
                fails: { crash: { time-to-failure: exponential mean 30d, repair: { crew: hands, fix: exponential mean 8h } } }
                failover: { detection: 30s, success: 95%, otherwise: exponential mean 40min }
              disk:
                kind: server
                fails: { crash: { time-to-failure: exponential mean 1y, repair: { crew: hands, fix: exponential mean 4h } } }
            journeys:
              ask: { needs: [pair, disk], targets: { availability: 99.99% } }
              look: { needs: pair }
            variants:
              alone: { about: without the spare, pair.instances: 1 }
            run: { horizon: 10y, replications: 40, seed: 7 }
            """;

    /** A typo, a dangling name, a missing unit, an impossible number; and a key that does not act. */
    static final String WRONG = """
            nines: 1
            name: Wrong
            components:
              web: { kind: server, instence: 2, needed: 3, discipline: processor-sharing }
              db:
                kind: database
                needs: databse
                failover: { detection: 30 }
            journeys:
              shop: { through: [web, db] }
            """;

    private Examples() {}
}
