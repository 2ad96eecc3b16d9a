package nines.layout;

import java.util.ArrayList;
import java.util.List;
import nines.distribution.Distribution;
import nines.distribution.DistributionText;
import nines.layout.Refusal.Why;
import nines.model.Event;
import nines.model.Scenario;
import nines.model.Traffic;
import nines.model.Verb;

/** What traffic says that cannot be simulated. */
final class TrafficRefusals {
    private final Scenario scenario;
    private final Refusals found;

    TrafficRefusals(Scenario scenario, Refusals found) {
        this.scenario = scenario;
        this.found = found;
    }

    // ---------------------------------------------------------------- the day

    /** The day is one for all: those who come first say how it goes. */
    void days() {
        Traffic first = null;
        for (Traffic traffic : scenario.traffic().values()) {
            boolean sound = profile(traffic);
            boolean asks = traffic.rate() != null ? traffic.rate() > 0 : traffic.users() != null;
            if (!sound || !asks && traffic.profile().isEmpty()) {
                continue;
            }
            if (first != null && !sameDay(first, traffic)) {
                String key = traffic.profile().isEmpty() ? ".day-peak" : ".profile";
                found.add(
                        Why.NOT_YET,
                        traffic.name() + key,
                        "traffic " + traffic.name() + ": its day differs from that of " + first.name()
                                + ", which does not act yet when failures are simulated. Give both the same `day-peak`"
                                + " or `profile`.",
                        traffic.name(),
                        first.name());
            }
            first = traffic;
        }
    }

    private static boolean sameDay(Traffic one, Traffic other) {
        return Loads.of(one).equals(Loads.of(other));
    }

    /** Whether there is none, or one that can be repeated. */
    private boolean profile(Traffic traffic) {
        List<Traffic.ProfileStep> profile = traffic.profile();
        String path = traffic.name() + ".profile";
        if (profile.isEmpty()) {
            return true;
        }
        boolean sound = true;
        for (int i = 1; i < profile.size(); i++) {
            if (profile.get(i).at() < profile.get(i - 1).at()) {
                found.add(
                        Why.CONTRADICTS,
                        path,
                        "`profile` must go forward in time: " + profile.get(i).at() + " s after "
                                + profile.get(i - 1).at() + " s.");
                sound = false;
            }
        }
        if (profile.get(0).at() != 0 || !(profile.get(profile.size() - 1).at() > 0)) {
            found.add(Why.MISSING, path, "`profile` must have a step at 0s and a later one, at which it begins again.");
            sound = false;
        }
        if (traffic.rate() != null || traffic.users() != null || traffic.dayPeak() > 1) {
            found.add(
                    Why.CONTRADICTS,
                    path,
                    "`profile` says how much and when; leave out `rate`, `users` and `day-peak`.",
                    traffic.name() + ".rate",
                    traffic.name() + ".users",
                    traffic.name() + ".day-peak");
            sound = false;
        }
        return sound;
    }

    // ---------------------------------------------------------------- single requests

    void requests() {
        if (scenario.traffic().isEmpty()) {
            found.add(
                    Why.MISSING,
                    "run.fidelity",
                    "single requests are to be simulated, and there is no `traffic`: who sends them, and how many?"
                            + " Write `traffic: { users: { rate: 100/s } }`, or simulate `fidelity: structural`.",
                    "traffic");
        }
        scenario.traffic().values().forEach(this::requests);
    }

    private void requests(Traffic traffic) {
        String name = traffic.name();
        boolean closed = traffic.users() != null;
        doesNotAct(traffic, closed && traffic.dayPeak() > 1, "day-peak", " in a closed loop");
        doesNotAct(traffic, closed && traffic.bursts() != null, "bursts", " in a closed loop");
        doesNotAct(traffic, traffic.trace() != null, "trace", "");
        doesNotAct(traffic, traffic.reconnect().mean() > 0, "reconnect", "");
        if (closed) {
            settles(name + ".think-time", traffic.thinkTime());
        } else {
            gaps(traffic);
        }
        Distribution patience = traffic.patience();
        if (patience != null && patience.mean() < Double.POSITIVE_INFINITY) {
            settles(name + ".patience", patience);
        }
        bursts(traffic);
    }

    private void doesNotAct(Traffic traffic, boolean written, String key, String where) {
        if (written) {
            found.add(
                    Why.NOT_YET,
                    traffic.name() + "." + key,
                    "`" + key + "` of traffic " + traffic.name() + " does not act yet when requests are simulated"
                            + where + ". Leave it out.",
                    traffic.name() + ".users");
        }
    }

    /** Closed loops that are to be multiplied. */
    void surges() {
        scenario.traffic().values().stream()
                .filter(traffic -> traffic.users() != null)
                .forEach(this::surged);
    }

    private void surged(Traffic traffic) {
        for (Event event : scenario.events().values()) {
            if (event.verb() instanceof Verb.Surge surge && surge.surge().contains(traffic.name())) {
                found.add(
                        Why.CONTRADICTS,
                        event.name() + ".surge",
                        "a `surge` multiplies the `rate` of an open loop; " + traffic.name()
                                + " is a closed loop, which has as many `users` as it has.",
                        traffic.name() + ".users");
            }
        }
    }

    private void bursts(Traffic traffic) {
        Traffic.Bursts bursts = traffic.bursts();
        if (bursts == null) {
            return;
        }
        boolean possible =
                bursts.load() >= 1 && bursts.share() > 0 && bursts.share() < 1 && bursts.load() * bursts.share() <= 1;
        if (!possible) {
            found.add(
                    Why.OUT_OF_RANGE,
                    traffic.name() + ".bursts",
                    "`bursts` of " + bursts.load() + " times the mean rate in " + 100 * bursts.share()
                            + " % of the time: the load must be at least 1x, and load × share at most 100 %, as the"
                            + " mean rate stays what it is.");
        }
    }

    private void gaps(Traffic traffic) {
        String name = traffic.name();
        String path = name + ".arrivals";
        Double rate = traffic.rate();
        List<String> rests = new ArrayList<>(List.of(name + ".rate", name + ".users", name + ".profile"));
        if (traffic.arrivals().equals("poisson")) {
            boolean some = rate != null ? rate > 0 : !traffic.profile().isEmpty();
            if (!some) {
                found.add(
                        Why.MISSING,
                        name,
                        "traffic " + name + " needs a `rate` above zero, or `users`: " + rate + "/s.",
                        rests.toArray(String[]::new));
            }
            return;
        }
        if (traffic.dayPeak() > 1 || !traffic.profile().isEmpty()) {
            found.add(
                    Why.CONTRADICTS,
                    name + (traffic.dayPeak() > 1 ? ".day-peak" : ".profile"),
                    "`day-peak` and `profile` act on `arrivals: poisson` only, not on `" + traffic.arrivals() + "`.",
                    path);
        }
        Distribution gap;
        try {
            gap = DistributionText.parse(traffic.arrivals());
        } catch (RuntimeException unreadable) {
            found.add(
                    Why.NOT_YET,
                    path,
                    "`arrivals: " + traffic.arrivals() + "` does not act yet when requests are simulated, or is no law"
                            + " of gaps: " + unreadable.getMessage());
            return;
        }
        settles(path, gap);
        if (!(gap.mean() > 0)) {
            found.add(
                    Why.OUT_OF_RANGE,
                    path,
                    "the gaps of `arrivals: " + traffic.arrivals() + "` must have a mean above zero.");
        } else if (rate != null && Math.abs(rate * gap.mean() - 1) > 1e-6) {
            found.add(
                    Why.CONTRADICTS,
                    path,
                    "`rate: " + rate + "/s` and `arrivals: " + traffic.arrivals()
                            + "` contradict each other: the gaps have a mean of " + gap.mean() + " s. Leave `rate`"
                            + " out.",
                    name + ".rate");
        }
    }

    /** A law that keeps a memory between draws, or has no mean, has no meaning for requests. */
    void settles(String path, Distribution law) {
        found.forgets(path, law, "requests");
        if (law.mean() == Double.POSITIVE_INFINITY) {
            found.add(
                    Why.OUT_OF_RANGE,
                    path,
                    "`" + Refusals.key(path) + ": " + law.text() + "` has no finite mean; nothing would ever settle.");
        }
    }
}
