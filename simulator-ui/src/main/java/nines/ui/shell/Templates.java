package nines.ui.shell;

/** The text with which an empty document begins. */
final class Templates {
    static final String NEW = """
            nines: 1
            name: A new architecture
            components:
              web: { kind: server, instances: 2 }
            journeys:
              use: { through: [web] }
            targets: { availability: 99.9% }
            """;

    private Templates() {}
}
