package nines.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nines.distribution.DistributionText;
import nines.model.Balancer;
import nines.model.Cache;
import nines.model.Component;
import nines.model.Group;
import nines.model.Journey;
import nines.model.Mode;
import nines.model.Place;
import nines.model.Shock;
import nines.model.Target;
import nines.model.Traffic;
import org.jspecify.annotations.Nullable;

/** Texts that take only certain words, told whether or not they act in the fidelity that is asked for. */
final class Words {
    private static final Pattern SHARE = Pattern.compile("p[0-9]{1,2}(\\.[0-9]{1,6})?");

    private final Known known;

    Words(Known known) {
        this.known = known;
    }

    void all() {
        known.section("traffic", Traffic.class).forEach(this::arrivals);
        known.section("journeys", Journey.class).forEach((name, journey) -> latency(name, journey.targets()));
        for (Map.Entry<String, Component> entry :
                known.section("components", Component.class).entrySet()) {
            component(entry.getKey(), entry.getValue());
        }
        known.section("groups", Group.class).forEach((name, group) -> within(name, group.fails()));
    }

    private void component(String name, Component component) {
        within(name, component.common().fails());
        if (component instanceof Balancer balancer) {
            place(name + ".keep-in", balancer.keepIn());
            place(name + ".prefer-in", balancer.preferIn());
        } else if (component instanceof Cache cache) {
            popularity(name + ".popularity", cache.popularity());
        }
    }

    private void arrivals(String name, Traffic traffic) {
        String path = name + ".arrivals";
        String text = traffic.arrivals();
        if (text.equals("poisson") || !known.is(path)) {
            return;
        }
        try {
            DistributionText.parse(text);
        } catch (RuntimeException unreadable) {
            known.add(
                    Code.N122,
                    path,
                    "`arrivals: " + text + "` is neither `poisson` nor a law of the gaps between requests, such as"
                            + " `erlang 2 mean 10ms`."
                            + (text.equals("bursts") ? " Load that comes in bursts is the block `bursts`." : "")
                            + DidYouMean.hint(text, List.of("poisson")));
        }
    }

    private void popularity(String path, String text) {
        String trimmed = text.trim();
        boolean right = trimmed.equals("uniform");
        if (trimmed.startsWith("zipf ")) {
            try {
                double skew = Double.parseDouble(trimmed.substring(5).trim());
                right = skew >= 0 && skew <= 100;
            } catch (NumberFormatException noNumber) {
                right = false;
            }
        }
        if (!right && known.is(path)) {
            known.add(
                    Code.N122,
                    path,
                    "`popularity: " + text + "` is neither `uniform` nor `zipf` with an exponent, such as `zipf 0.8`."
                            + DidYouMean.hint(trimmed, List.of("uniform", "zipf")));
        }
    }

    /** {@code p99}, {@code p99.9} or {@code mean}. */
    private void latency(String journey, Target targets) {
        String path = journey + ".targets.latency";
        for (String of : targets.latency().keySet()) {
            boolean right = of.equals("mean") || SHARE.matcher(of).matches() && Double.parseDouble(of.substring(1)) > 0;
            if (!right && known.is(path)) {
                known.add(
                        Code.N122,
                        path + "." + of,
                        "`" + of
                                + "` is no measure of a response time: `mean`, or a percentile between p0 and p100 such"
                                + " as `p99` or `p99.9`.");
            }
        }
    }

    private void within(String owner, Map<String, Mode> modes) {
        modes.forEach((mode, how) -> {
            int number = 1;
            for (Shock shock : how.commonCause()) {
                String path = owner + ".fails." + mode + ".common-cause";
                place(path + (how.commonCause().size() == 1 ? "" : "." + number++) + ".within", shock.within());
            }
        });
    }

    /** A kind of place must be one of those there are; where nobody is in one, it would do nothing. */
    private void place(String path, @Nullable String kind) {
        if (kind == null || !known.is(path) || !known.is("places")) {
            return;
        }
        Map<String, Place> places = known.section("places", Place.class);
        Set<String> kinds = new TreeSet<>();
        for (Map.Entry<String, Place> place : places.entrySet()) {
            if (!known.is(place.getKey() + ".kind")) {
                return;
            }
            kinds.add(place.getValue().kind());
        }
        if (!kinds.contains(kind)) {
            String key = path.substring(path.lastIndexOf('.') + 1);
            known.add(
                    Code.N102,
                    path,
                    "`" + key + ": " + kind + "`: there is no place of this kind."
                            + (kinds.isEmpty()
                                    ? " The file has no `places`."
                                    : " Kinds are " + String.join(", ", kinds) + "." + DidYouMean.hint(kind, kinds)));
        }
    }
}
