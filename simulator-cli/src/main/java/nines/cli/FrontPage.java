package nines.cli;

/** What {@code nines --help} says: the first page a new user reads, so it teaches by example. */
final class FrontPage {
    private static final String TEXT = """
            Nines tells how many nines an architecture delivers, and why.

            Start here:
              nines run three-tier-shop            simulate a bundled scenario and read the answer
              nines new my-service.yaml            write a commented scenario to start from
              nines check my-service.yaml          what is wrong with it, and what it hangs on
              nines run my-service.yaml            how many nines, how long down a year, and why

            Then ask "what if":
              nines run my-service.yaml --set web.instances=3 --set db.failover.success=99%
              nines run my-service.yaml --variant no-standby
              nines sweep my-service.yaml --over 'web.instances=1 to 6'
              nines run my-service.yaml --precision 1% --wall-clock 5min
              nines run my-service.yaml --report out.html

            Commands:
              run         simulate a scenario: answer, causes, components, and how sure all of that is
              sweep       simulate every combination of some values, side by side
              compare     variants or files side by side, under the same luck
              gains       what would help most: what is gained if one part never failed, under the same luck
              report      the page of an earlier run, from its result document
              solve       answer exactly, without simulating, or say what stands in the way
              check       explain every mistake with line and column; single points of failure; what does not act
              list        the bundled scenarios
              show        print a scenario, also with every default and its source
              new         write a commented scenario that runs
              catalogue   look up failure rates and repair times, with source and grade
              schema      print the JSON Schema, for editors that complete and check while you type
              explain     the rule behind a code, such as N103
              validate    simulate what theory knows exactly, and tell how far off the program is
              generate-completion
                          a completion script:  source <(nines generate-completion)

            'nines COMMAND --help' shows the options of one, with examples.

            Exit codes, for pipelines: 0 fine, 1 a target was missed, 2 wrong usage, 65 mistakes in what was read,
            66 no such file, 69 no exact answer, 70 internal error, 74 reading or writing failed, 130 interrupted.
            """;

    private FrontPage() {}

    static void print(Terminal terminal) {
        Paint paint = terminal.paint();
        for (String line : TEXT.lines().toList()) {
            boolean heading = line.endsWith(":") && !line.startsWith(" ");
            terminal.out().println(heading ? paint.bold(line) : line);
        }
    }
}
