package nines.blueprint;

import java.util.List;

/**
 * A part of the requests that surges may multiply.
 *
 * @param share of all requests without a surge, in (0, 1]
 * @param surges what multiplies it, each while its node is false
 */
public record Inflow(double share, List<Source.Surge> surges) {
    public Inflow {
        surges = List.copyOf(surges);
    }

    /** How many requests there are now, relative to those without a surge. */
    public static double factor(List<Inflow> inflows, Step.State state) {
        double factor = 1;
        for (int i = 0; i < inflows.size(); i++) {
            List<Source.Surge> surges = inflows.get(i).surges;
            double times = 1;
            for (int k = 0; k < surges.size(); k++) {
                times *= state.works(surges.get(k).calm()) ? 1 : surges.get(k).load();
            }
            factor += inflows.get(i).share * (times - 1);
        }
        return factor;
    }
}
