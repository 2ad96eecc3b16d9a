package nines.structure;

/**
 * Systems that grow: the same design with 10 or 10,000 instances, to see what an event costs when nearly nothing has to
 * do with it.
 */
final class Families {
    private static final String ZONE =
            "{ kind: zone, in: eu, fails: { outage: { time-to-failure: exponential mean 4y, repair: 2h } } }";
    private static final String CHECK = "health-check: { interval: 5s, timeout: 2s, fall: 3, rise: 2 }";

    private Families() {}

    /**
     * A system of a family as a scenario file.
     *
     * @param family {@code scaled}: five balancers that watch every server, in five zones; {@code pool}: three of them in
     *     three zones, with crews; {@code common}: the same with common causes that hit all servers at once;
     *     {@code quorum}: nine tenths must live; {@code tiers}: two tiers of servers, a journey through one and one
     *     through both
     */
    static String text(String family, int instances) {
        return switch (family) {
            case "scaled" -> head(5) + scaled(instances);
            case "pool" -> head(3) + pool(instances, "");
            case "common" -> head(3) + pool(instances, ", common-cause: 2%");
            case "quorum" -> head(3) + quorum(instances);
            case "tiers" -> head(3) + tiers(instances / 2);
            default -> throw new IllegalArgumentException("family must be known, was " + family);
        };
    }

    private static String head(int zones) {
        StringBuilder text = new StringBuilder("nines: 1\nname: growing\ndefaults: textbook\nplaces:\n");
        text.append("  eu: { kind: region }\n");
        for (int zone = 1; zone <= zones; zone++) {
            text.append("  zone-")
                    .append(zone)
                    .append(": ")
                    .append(zone == 1 ? ZONE : "{ like: zone-1 }")
                    .append('\n');
        }
        return text.toString();
    }

    private static String crew(int instances) {
        return "crews:\n  ops: { people: " + Math.max(2, instances / 100) + " }\n";
    }

    private static String scaled(int servers) {
        return """
            components:
              lb:
                kind: balancer
                in: [zone-1, zone-2, zone-3, zone-4, zone-5]
                instances: 5
                active: all
                fails: { node: { time-to-failure: exponential mean 1y, repair: 1h } }
                %s
              web:
                kind: server
                in: [zone-1, zone-2, zone-3, zone-4, zone-5]
                instances: %d
                workers: 64
                service-time: 20ms
                restart: 5s
                fails:
                  crash: { time-to-failure: exponential mean 30d, repair: 1min }
                  node: { time-to-failure: exponential mean 1y, repair: lognormal mean 1h cv 1.5 }
            journeys:
              browse: { through: [lb, web] }
            traffic:
              shoppers: { rate: %d/s, mix: { browse: 100%% }, retry: { attempts: 2 } }
            """.formatted(CHECK, servers, servers);
    }

    private static String pool(int servers, String common) {
        return crew(servers) + """
            components:
              lb:
                kind: balancer
                in: [zone-1, zone-2, zone-3]
                instances: 3
                active: all
                fails: { node: { time-to-failure: exponential mean 1y, repair: 1h } }
                %s
              web:
                kind: server
                in: [zone-1, zone-2, zone-3]
                instances: %d
                workers: 64
                service-time: 20ms
                fails:
                  crash: { time-to-failure: exponential mean 30d, repair: 1min%s }
                  node: { time-to-failure: exponential mean 1y, repair: { crew: ops, fix: lognormal mean 4h cv 1.5 }%s }
            journeys:
              browse: { through: [lb, web] }
            traffic:
              shoppers: { rate: %d/s, mix: { browse: 100%% }, retry: { attempts: 2 } }
            """.formatted(CHECK, servers, common, common, servers);
    }

    private static String quorum(int instances) {
        return crew(instances) + """
            components:
              grid:
                kind: server
                in: [zone-1, zone-2, zone-3]
                instances: %d
                needed: 90%%
                fails:
                  crash: { time-to-failure: exponential mean 30d, repair: 10min }
                  node: { time-to-failure: exponential mean 1y, repair: { crew: ops, fix: lognormal mean 4h cv 1.5 } }
            journeys:
              compute: { through: grid }
            """.formatted(instances);
    }

    private static String tiers(int each) {
        return crew(each) + """
            templates:
              box:
                in: [zone-1, zone-2, zone-3]
                fails:
                  crash: { time-to-failure: exponential mean 30d, repair: 1min, common-cause: 1%% }
                  node: { time-to-failure: exponential mean 1y, repair: { crew: ops, fix: lognormal mean 4h cv 1.5 } }
            components:
              lb: { like: box, kind: balancer, instances: 3, active: all, %s }
              web: { like: box, kind: server, instances: %d, workers: 64, service-time: 20ms }
              inner:
                like: box
                kind: balancer
                instances: 2
                active: 1
                failover: { detection: 3s }
                health-check: { interval: 2s, timeout: 1s, fall: 2, rise: 2 }
              app: { like: box, kind: server, instances: %d, workers: 64, service-time: 20ms }
            journeys:
              browse: { through: [lb, web, inner, app] }
              look: { through: [lb, web] }
            traffic:
              shoppers: { rate: %d/s, mix: { browse: 50%%, look: 50%% }, retry: { attempts: 2 } }
            """.formatted(CHECK, each, each, each);
    }
}
