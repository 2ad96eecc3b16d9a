package nines.layout;

import java.util.ArrayList;
import java.util.List;
import nines.blueprint.Load;
import nines.model.Scenario;
import nines.model.Traffic;

/** How much traffic there is, and when. */
final class Loads {
    private static final double PEAK_AT = 15 * 3600;

    private Loads() {}

    /** The shape over the day that all traffic shares. */
    static Load shared(Scenario scenario) {
        Load shared = new Load(1, PEAK_AT);
        for (Traffic traffic : scenario.traffic().values()) {
            if (rate(traffic) > 0) {
                shared = of(traffic);
            }
        }
        return shared;
    }

    /** The shape of one traffic over the day. */
    static Load of(Traffic traffic) {
        List<Traffic.ProfileStep> profile = traffic.profile();
        if (profile.isEmpty()) {
            return new Load(traffic.dayPeak(), PEAK_AT);
        }
        double mean = mean(profile);
        List<Load.Corner> corners = new ArrayList<>();
        for (Traffic.ProfileStep step : profile) {
            corners.add(new Load.Corner(step.at(), step.rate() / mean));
        }
        return new Load(1, PEAK_AT, corners);
    }

    /** Mean rate of a profile from its first step, at 0, to its last, where it begins again. */
    static double mean(List<Traffic.ProfileStep> profile) {
        double requests = 0;
        for (int i = 1; i < profile.size(); i++) {
            double seconds = profile.get(i).at() - profile.get(i - 1).at();
            requests +=
                    seconds * 0.5 * (profile.get(i).rate() + profile.get(i - 1).rate());
        }
        return requests / profile.get(profile.size() - 1).at();
    }

    /** Requests per second, mean; 0 when none are described. */
    static double rate(Traffic traffic) {
        if (!traffic.profile().isEmpty()) {
            return mean(traffic.profile());
        }
        Double rate = traffic.rate();
        if (rate != null) {
            return rate;
        }
        Integer users = traffic.users();
        double think = traffic.thinkTime().mean();
        return users == null ? 0 : users / Math.max(think, 1e-9);
    }
}
