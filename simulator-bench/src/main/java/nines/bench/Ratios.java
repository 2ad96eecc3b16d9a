package nines.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ratios of CPU time to a baseline, in pairs. Arguments: the path of the baseline program, a C
 * kernel that knows {@code A CUSTOMERS bin}, {@code B PENDING HOLDS ladder} and {@code C REQUESTS
 * lane rr} and prints its CPU seconds; then the number of rounds (5); then, if the structure is to be compared too,
 * the path of the hard case written by hand, which takes {@code LAWS YEARS SEED} and prints how many {@code events} it had. In each round every work runs
 * as a process of ours right after the baseline's; the table has the medians over the rounds, and
 * the ratio is the median of the rounds' ratios: other load on the machine then weighs on both.
 */
public final class Ratios {

    /** What {@code baseline} does in {@code units} is compared with what {@link Work} does. */
    private record Comparison(String name, List<String> work, List<String> baseline, long units, double bar) {}

    private record Figures(double nanos, double bytes, double megabytes) {}

    private static final List<Comparison> COMPARISONS = List.of(
            compare("M/M/1, per customer", "mm1 10000000", "A 10000000 bin", 10_000_000, 0.60),
            compare("hold, 1 k pending", "hold 1000 3000000", "B 1000 3000000 ladder", 3_000_000, 0.60),
            compare("hold, 100 k pending", "hold 100000 3000000", "B 100000 3000000 ladder", 3_000_000, 0.70),
            compare("hold, 1 M pending", "hold 1000000 3000000", "B 1000000 3000000 ladder", 3_000_000, 0.70),
            compare("skewed hold, 100 k pending", "skewed 100000 3000000", "B 100000 3000000 ladder", 3_000_000, 0),
            compare("timeouts, cancelled", "cancel 2000000", "C 2000000 lane rr", 2_000_000, 0),
            compare("timeouts, in a lane", "lane 2000000", "C 2000000 lane rr", 2_000_000, 0),
            compare("exponential, stream in registers", "exponential 20000000", "R 20000000 zig", 20_000_000, 0),
            compare("exponential, stream in memory", "shared 20000000", "R 20000000 zig", 20_000_000, 0));

    private static final Pattern CPU = Pattern.compile("(?:inproc|RESULT c \\w) cpu ([0-9.]+)");

    private Ratios() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            System.err.println("usage: Ratios BASELINE [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        if (arguments.length > 2) {
            structure(arguments[2], rounds);
            return;
        }
        int works = COMPARISONS.size();
        double[][] baseline = new double[works][rounds];
        double[][] ours = new double[works][rounds];
        Figures[] last = new Figures[works];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < works; i++) {
                Comparison comparison = COMPARISONS.get(i);
                baseline[i][round] = baselineNanos(arguments[0], comparison);
                last[i] = ours(comparison);
                ours[i][round] = last[i].nanos();
            }
            System.err.println("round " + (round + 1) + " of " + rounds);
        }
        System.out.println("| work | baseline ns | ours ns | ratio | least | most | bar | bytes a unit | peak MB |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (int i = 0; i < works; i++) {
            print(COMPARISONS.get(i), baseline[i], ours[i], last[i]);
        }
    }

    /** The hard case with its real laws, in pairs: CPU time of the whole baseline, per event. */
    private static void structure(String program, int rounds) throws IOException, InterruptedException {
        Comparison hard = compare("hard case, per event", "structure hard 4000000", "1 200000 1", 4_000_000, 0.25);
        double[] baseline = new double[rounds];
        double[] ours = new double[rounds];
        Figures last = new Figures(0, 0, 0);
        for (int round = 0; round < rounds; round++) {
            // The program does not tell its CPU time; the shell does.
            String timed = "time -p " + program + " " + String.join(" ", hard.baseline());
            String told = run(List.of("bash", "-c", "{ " + timed + "; } 2>&1"));
            baseline[round] = (seconds("user", told) + seconds("sys", told)) / seconds("events", told) * 1e9;
            last = ours(hard);
            ours[round] = last.nanos();
        }
        System.out.println("| work | baseline ns | ours ns | ratio | least | most | bar | bytes a unit | peak MB |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        print(hard, baseline, ours, last);
    }

    private static double seconds(String name, String text) throws IOException {
        Matcher matcher = Pattern.compile("\\b" + name + " ([0-9.]+)").matcher(text);
        if (!matcher.find()) {
            throw new IOException("no '" + name + "' printed: " + text);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static void print(Comparison comparison, double[] baseline, double[] ours, Figures last) {
        double[] ratios = new double[ours.length];
        Arrays.setAll(ratios, i -> baseline[i] / ours[i]);
        Arrays.sort(ratios);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %s | %.4f | %.0f |%n",
                comparison.name(),
                median(baseline),
                median(ours),
                median(ratios),
                ratios[0],
                ratios[ratios.length - 1],
                comparison.bar() > 0 ? String.format(Locale.ROOT, "%.2f", comparison.bar()) : "",
                last.bytes(),
                last.megabytes());
    }

    private static Comparison compare(String name, String work, String baseline, long units, double bar) {
        return new Comparison(name, List.of(work.split(" ")), List.of(baseline.split(" ")), units, bar);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double baselineNanos(String program, Comparison comparison)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(comparison.baseline());
        // The hold prints the CPU time of the holds first, then that of the whole program.
        Matcher cpu = CPU.matcher(run(command));
        if (!cpu.find()) {
            throw new IOException("no CPU time printed by " + command);
        }
        return Double.parseDouble(cpu.group(1)) / comparison.units() * 1e9;
    }

    private static Figures ours(Comparison comparison) throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        List<String> command = new ArrayList<>(
                List.of(java, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), Work.class.getName()));
        command.addAll(comparison.work());
        String[] figures = run(command).trim().split(" ");
        return new Figures(
                Double.parseDouble(figures[0]), Double.parseDouble(figures[1]), Double.parseDouble(figures[2]));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command);
        }
        return output;
    }
}
