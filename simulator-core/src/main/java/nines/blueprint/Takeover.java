package nines.blueprint;

import java.util.ArrayList;
import java.util.List;
import nines.distribution.Deterministic;
import nines.distribution.Distribution;

/**
 * Members of which some hold a post and the others stand by: a balancer pair, a database with replicas, a recovery site.
 * A post whose holder has died goes through the stages; each may fail with its chance, and then a person finishes it.
 *
 * @param stream name of its random streams
 * @param works node that is held down while fewer than {@code needed} posts are filled by the living
 * @param members nodes that tell whether a member can serve, in order of preference
 * @param posts how many members work at once
 * @param needed how many filled posts the whole needs
 * @param dormancy speed of the failure clocks of a member without a post, in [0, 1]
 * @param stages stages of an automatic take-over; empty: at once
 * @param success chance of the take-over when there are no stages, or that the others carry on where all members work, in
 *     [0, 1]
 * @param byHand stages after a failed take-over
 * @param controller node that must be true for any stage to run, or -1
 * @param freezes whether the members' other clocks stand still meanwhile
 * @param wholeDown whether a failed take-over takes the whole down until the person is done (else only the post)
 * @param antiFlap nobody is promoted within so many seconds after a take-over
 * @param failback whether the post returns to its first holder as soon as that one lives
 * @param atOnceFromNothing whether the first member to come back after a total loss has the post at once
 * @param fills for each post a node that is true while a living member holds it; empty: nobody asks for single posts
 * @param quiet law of the time that the first holder must live again before it returns
 * @param byPlan whether it returns as planned work, through the stages that follow detection, instead of at once
 */
public record Takeover(
        String stream,
        int works,
        int[] members,
        int posts,
        int needed,
        double dormancy,
        List<Phase> stages,
        double success,
        List<Phase> byHand,
        int controller,
        boolean freezes,
        boolean wholeDown,
        double antiFlap,
        boolean failback,
        boolean atOnceFromNothing,
        int[] fills,
        Distribution quiet,
        boolean byPlan) {

    public Takeover {
        if (stages.isEmpty() && posts < members.length && (success < 1 || posts > 1)) {
            // Whether it works shows at the end of a stage, and a post waits in one for somebody to fill it.
            stages = List.of(new Phase(Stage.SWITCHOVER, new Deterministic(0), Phase.Resource.NONE, success, true));
        }
        if (antiFlap > 0 && posts < members.length && stages.stream().noneMatch(Takeover::isRest)) {
            stages = new ArrayList<>(stages);
            int noticed = 0;
            while (noticed < stages.size() && !stages.get(noticed).committed()) {
                noticed++;
            }
            // What is noticed in the quiet time waits for its end, and nobody is promoted before.
            stages.add(noticed, new Phase(Stage.WAITING, new Deterministic(0), Phase.Resource.NONE, 1, false));
            stages = List.copyOf(stages);
        }
    }

    private static boolean isRest(Phase phase) {
        return phase.stage() == Stage.WAITING && phase.law().mean() <= 0;
    }

    /** Number of the stage that lasts for as long as no second take-over may begin, counted from 1; 0 without such a time. */
    public int restsAt() {
        for (int s = 0; antiFlap > 0 && s < stages.size(); s++) {
            if (isRest(stages.get(s))) {
                return s + 1;
            }
        }
        return 0;
    }

    /** As above, where nobody asks for single posts. */
    public Takeover(
            String stream,
            int works,
            int[] members,
            int posts,
            int needed,
            double dormancy,
            List<Phase> stages,
            double success,
            List<Phase> byHand,
            int controller,
            boolean freezes,
            boolean wholeDown,
            double antiFlap,
            boolean failback,
            boolean atOnceFromNothing) {
        this(
                stream,
                works,
                members,
                posts,
                needed,
                dormancy,
                stages,
                success,
                byHand,
                controller,
                freezes,
                wholeDown,
                antiFlap,
                failback,
                atOnceFromNothing,
                new int[0],
                new Deterministic(0),
                false);
    }

    /** The same with other times. */
    public Takeover with(
            List<Phase> otherStages, List<Phase> otherByHand, double otherAntiFlap, Distribution otherQuiet) {
        return new Takeover(
                stream,
                works,
                members,
                posts,
                needed,
                dormancy,
                otherStages,
                success,
                otherByHand,
                controller,
                freezes,
                wholeDown,
                otherAntiFlap,
                failback,
                atOnceFromNothing,
                fills,
                otherQuiet,
                byPlan);
    }

    /** As above, where the first to come back after a total loss must be noticed and promoted like any other. */
    public Takeover(
            String stream,
            int works,
            int[] members,
            int posts,
            int needed,
            double dormancy,
            List<Phase> stages,
            double success,
            List<Phase> byHand,
            int controller,
            boolean freezes,
            boolean wholeDown,
            double antiFlap,
            boolean failback) {
        this(
                stream,
                works,
                members,
                posts,
                needed,
                dormancy,
                stages,
                success,
                byHand,
                controller,
                freezes,
                wholeDown,
                antiFlap,
                failback,
                false);
    }
}
