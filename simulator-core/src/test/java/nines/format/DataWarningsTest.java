package nines.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings of data that lose more, or survive less, than they seem to; and those that do not are left alone. */
class DataWarningsTest {
    private static List<String> codes(String body) {
        return ScenarioReader.parse("nines: 1\nname: Data\ndefaults: textbook\n" + body, "data.yaml")
                .problems()
                .stream()
                .map(problem -> problem.code().name())
                .filter(code -> code.startsWith("W20") && code.compareTo("W206") >= 0)
                .toList();
    }

    private static String consensus(String keys) {
        return "components: { etcd: { kind: consensus, " + keys + " } }\njourneys: { j: { needs: etcd } }\n";
    }

    @Test
    void anEvenQuorumBuysNothing() {
        assertThat(codes(consensus("instances: 4"))).containsExactly("W206");
        assertThat(codes(consensus("instances: 2"))).containsExactly("W206");
        assertThat(codes(consensus("instances: 3"))).isEmpty();
        assertThat(codes(consensus("instances: 4, needed: 2"))).isEmpty();
    }

    private static String backup(String keys, String detection) {
        return """
                places: { a: { kind: zone }, b: { kind: zone } }
                components:
                  db: { kind: database, in: a }
                  dump: { kind: backup, of: db, %s }
                journeys: { j: { through: [db] } }
                events:
                  drop: { every: exponential mean 1y, corrupt: db, detection: %s }
                """.formatted(keys, detection);
    }

    @Test
    void aCopyIsKeptLongEnoughAndElsewhere() {
        assertThat(codes(backup("in: b, full: 7d, retention: 2d", "1d"))).containsExactly("W207");
        assertThat(codes(backup("in: a", "1d"))).containsExactly("W207");
        assertThat(codes(backup("in: b, retention: 10d", "20d"))).containsExactly("W207");
        assertThat(codes(backup("in: b, full: 1d, retention: 10d", "5d"))).isEmpty();
        assertThat(codes(backup("in: [a, b]", "1d"))).isEmpty();
    }

    private static String storage(String quorums) {
        return "components: { objects: { kind: storage, instances: 5, " + quorums
                + " } }\njourneys: { j: { needs: objects } }\n";
    }

    @Test
    void readsMustMeetTheLastWrite() {
        assertThat(codes(storage("read-quorum: 1, write-quorum: 2"))).containsExactly("W208");
        assertThat(codes(storage("read-quorum: 1, write-quorum: all"))).isEmpty();
        assertThat(codes(storage("read-quorum: majority, write-quorum: majority")))
                .isEmpty();
        assertThat(codes(storage("scheme: rs 3+2, read-quorum: 1, write-quorum: 1")))
                .isEmpty();
    }

    @Test
    void anEvenNumberOfCopiesServesLessOften() {
        assertThat(codes(storage("scheme: 4 copies"))).containsExactly("W206");
        assertThat(codes(storage("scheme: 4 copies, read-quorum: 1, write-quorum: all")))
                .isEmpty();
        assertThat(codes(storage("scheme: 5 copies"))).isEmpty();
    }

    @Test
    void aSchemeMustBePossible() {
        for (String wrong : List.of(
                "scheme: rs 6+3",
                "scheme: rs6-3",
                "scheme: lrc 4+3+2",
                "placement: somewhere",
                "read-quorum: 4",
                "write-quorum: 0")) {
            assertThat(ScenarioReader.parse("nines: 1\nname: Data\ndefaults: textbook\n" + storage(wrong), "data.yaml")
                            .problems())
                    .as(wrong)
                    .anyMatch(problem -> problem.severity() == Severity.ERROR);
        }
    }

    @Test
    void onlyWhatKeepsDataLosesIt() {
        String body = """
                components:
                  %s: { kind: %s, fails: { lost: { time-to-failure: exponential mean 1y, repair: 1h, loses-data: true } } }
                journeys: { j: { needs: %s } }
                """;
        assertThat(codes(body.formatted("web", "server", "web"))).containsExactly("W209");
        assertThat(codes(body.formatted("db", "database", "db"))).isEmpty();
    }
}
