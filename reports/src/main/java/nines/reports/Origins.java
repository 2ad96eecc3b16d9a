package nines.reports;

import java.util.ArrayList;
import java.util.List;
import nines.result.Provenance;

/**
 * Where every number of the scenario comes from: what the user wrote, what was taken from the catalogue, what was assumed by default.
 *
 * @param summary how many of each, and how many of them are weak
 * @param groups those that have members
 */
record Origins(String summary, List<Group> groups) {
    private static final int MOST = 1500;

    /** Numbers of one source, with a sentence that says what that means. */
    record Group(String title, String about, boolean cited, List<Line> lines, String more) {}

    /**
     * One number.
     *
     * @param path in the scenario
     * @param text its value
     * @param id of the catalogue's entry; may be empty
     * @param citation and date; may be empty
     * @param grade how good the evidence is; may be empty
     * @param weak whether it should be calibrated before anybody relies on it
     */
    record Line(String path, String text, String id, String citation, String grade, boolean weak) {}

    static Origins of(List<Provenance> numbers) {
        List<Group> groups = new ArrayList<>();
        group(
                groups,
                numbers,
                "user",
                "Written in the scenario",
                "Yours: the scenario's author answers for them.",
                false);
        group(groups, numbers, "catalogue", "From the catalogue", "Chosen by the scenario, measured by others.", true);
        group(groups, numbers, "default", "Defaults", "Assumed because the scenario says nothing else.", true);
        List<Provenance> others = numbers.stream()
                .filter(number -> !List.of("user", "catalogue", "default").contains(number.source()))
                .toList();
        others.stream()
                .map(Provenance::source)
                .distinct()
                .forEach(source -> group(groups, others, source, "Source: " + source, "", true));
        return new Origins(summary(numbers), groups);
    }

    private static void group(
            List<Group> groups, List<Provenance> numbers, String source, String title, String about, boolean cited) {
        List<Provenance> members = numbers.stream()
                .filter(number -> number.source().equals(source))
                .toList();
        if (members.isEmpty()) {
            return;
        }
        int left = Math.max(0, members.size() - MOST);
        groups.add(new Group(
                title + " (" + members.size() + ")",
                about,
                cited,
                members.stream().limit(MOST).map(Origins::line).toList(),
                left == 0 ? "" : left + " more are in the JSON result."));
    }

    private static Line line(Provenance number) {
        List<String> citation = new ArrayList<>(List.of(number.citation(), number.date()));
        citation.removeIf(String::isEmpty);
        return new Line(
                number.path(), number.text(), number.id(), String.join(", ", citation), number.grade(), isWeak(number));
    }

    /** Grade C is weak, old or second-hand evidence, grade D none at all. */
    private static boolean isWeak(Provenance number) {
        return number.grade().equals("C") || number.grade().equals("D");
    }

    private static String summary(List<Provenance> numbers) {
        if (numbers.isEmpty()) {
            return "The result does not say where its numbers come from.";
        }
        long weak = numbers.stream().filter(Origins::isWeak).count();
        long guesses =
                numbers.stream().filter(number -> number.grade().equals("D")).count();
        String text = "Numbers: " + count(numbers, "user") + " written in the scenario, " + count(numbers, "catalogue")
                + " from the catalogue, " + count(numbers, "default") + " by default.";
        if (weak == 0) {
            return text;
        }
        return text + " Weak evidence (grade C or D) is marked: " + weak
                + (guesses == 0 ? "." : "; grade D, no published measurement behind it: " + guesses + ".");
    }

    private static long count(List<Provenance> numbers, String source) {
        return numbers.stream().filter(number -> number.source().equals(source)).count();
    }
}
