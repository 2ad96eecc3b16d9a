package nines.format;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class DidYouMean {

    /** Among more words than these nobody is helped by a guess, and guessing takes long. */
    private static final int MOST_WORDS = 2_000;

    /** What other tools and people call things, and the words that may be meant here. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("mttf", List.of("time-to-failure")),
            Map.entry("mtbf", List.of("time-to-failure")),
            Map.entry("ttf", List.of("time-to-failure")),
            Map.entry("mttr", List.of("repair")),
            Map.entry("ttr", List.of("repair")),
            Map.entry("time-to-repair", List.of("repair")),
            Map.entry("failure", List.of("fails")),
            Map.entry("failures", List.of("fails")),
            Map.entry("failure-modes", List.of("fails")),
            Map.entry("path", List.of("through")),
            Map.entry("route", List.of("through")),
            Map.entry("hops", List.of("through")),
            Map.entry("count", List.of("instances")),
            Map.entry("replicas", List.of("instances")),
            Map.entry("nodes", List.of("instances")),
            Map.entry("number", List.of("instances")),
            Map.entry("n", List.of("instances")),
            Map.entry("k", List.of("needed")),
            Map.entry("quorum", List.of("needed")),
            Map.entry("required", List.of("needed")),
            Map.entry("zone", List.of("in")),
            Map.entry("zones", List.of("in", "places")),
            Map.entry("regions", List.of("in", "places")),
            Map.entry("placement", List.of("in")),
            Map.entry("depends-on", List.of("needs")),
            Map.entry("dependencies", List.of("needs")),
            Map.entry("requires", List.of("needs")),
            Map.entry("services", List.of("components", "journeys")),
            Map.entry("servers", List.of("components")),
            Map.entry("type", List.of("kind")),
            Map.entry("description", List.of("about")),
            Map.entry("title", List.of("name")),
            Map.entry("qps", List.of("rate", "capacity")),
            Map.entry("rps", List.of("rate", "capacity")),
            Map.entry("throughput", List.of("capacity", "rate")),
            Map.entry("load", List.of("rate", "traffic")),
            Map.entry("slo", List.of("targets")),
            Map.entry("sla", List.of("targets")),
            Map.entry("target", List.of("targets")),
            Map.entry("healthcheck", List.of("health-check")),
            Map.entry("probe", List.of("health-check")),
            Map.entry("liveness", List.of("health-check")),
            Map.entry("period", List.of("interval", "every")),
            Map.entry("threads", List.of("workers", "concurrency")),
            Map.entry("policy", List.of("algorithm")),
            Map.entry("strategy", List.of("algorithm")),
            Map.entry("duration", List.of("for", "horizon")),
            Map.entry("runs", List.of("replications")),
            Map.entry("random-seed", List.of("seed")));

    private DidYouMean() {}

    /** The nearest of the words, if one is near: at most one edit in three letters, at most three. */
    static Optional<String> nearest(String written, Collection<String> words) {
        if (words.size() > MOST_WORDS || written.length() > 63) {
            return Optional.empty();
        }
        for (String meant :
                OTHER_NAMES.getOrDefault(written.toLowerCase(Locale.ROOT).replace('_', '-'), List.of())) {
            if (words.contains(meant)) {
                return Optional.of(meant);
            }
        }
        String best = null;
        int bestDistance = Math.min(3, Math.max(1, written.length() / 3)) + 1;
        for (String word : words) {
            int distance = distance(written, word);
            boolean prefix = word.length() > 3 && written.startsWith(word + "-");
            boolean beginning = written.length() > 2 && word.startsWith(written);
            boolean initials = word.length() > 1 && word.equals(initials(written));
            if (prefix || beginning || initials) {
                distance = Math.min(distance, 1);
            }
            if (distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@code data-base} is {@code db}. */
    private static String initials(String written) {
        StringBuilder initials = new StringBuilder();
        for (String part : written.split("-", -1)) {
            initials.append(part.isEmpty() ? "" : part.substring(0, 1));
        }
        return initials.toString();
    }

    /** {@code " Did you mean `x`?"}, or nothing. */
    static String hint(String written, Collection<String> words) {
        return nearest(written, words).map(w -> " Did you mean `" + w + "`?").orElse("");
    }

    /** Edits of one letter, or swaps of two neighbours, that lead from one word to the other. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
