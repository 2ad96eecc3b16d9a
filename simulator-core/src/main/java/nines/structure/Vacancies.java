package nines.structure;

import nines.blueprint.Takeover;

/** Which posts would be empty without some impairments: members that would live fill open posts in their order. */
final class Vacancies {
    private final World world;
    private final Wiring wiring;
    private final Otherwise otherwise;
    private final Impairments impairments;

    Vacancies(World world, Otherwise otherwise, Impairments impairments) {
        this.world = world;
        this.otherwise = otherwise;
        this.impairments = impairments;
        wiring = world.wiring;
    }

    /** Whether fewer posts than needed would be filled. */
    boolean lacksAPost(int t) {
        Takeover takeover = wiring.takeovers[t];
        int[] members = takeover.members();
        int filled = 0;
        int open = 0;
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (isFilled(q, members)) {
                filled++;
            } else if (world.takeovers.isUnderWay(q, members[world.postHolder[q]])) {
                if (!impairments.isPresent(Wiring.POST, q)) {
                    filled++;
                } else if (takeover.wholeDown()
                        && world.postPhase[q] > takeover.stages().size()) {
                    return true;
                }
            } else {
                open++;
            }
        }
        for (int i = 0; i < members.length && open > 0; i++) {
            if (!holdsAPost(t, i) && otherwise.works(members[i]) && mayFill(t, i)) {
                open--;
                filled++;
            }
        }
        return filled < takeover.needed();
    }

    /** Whether an empty post would be empty: members that would live fill the open posts in their order. */
    boolean isEmpty(int t, int post) {
        Takeover takeover = wiring.takeovers[t];
        int[] members = takeover.members();
        int ahead = 0;
        for (int q = wiring.postBase[t]; q <= post; q++) {
            if (world.takeovers.isUnderWay(q, members[world.postHolder[q]])) {
                if (q == post) {
                    return impairments.isPresent(Wiring.POST, q);
                }
            } else if (q < post && !isFilled(q, members)) {
                ahead++;
            }
        }
        for (int i = 0; i < members.length; i++) {
            if (!holdsAPost(t, i) && otherwise.works(members[i]) && mayFill(t, i) && --ahead < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a member would get an open post: nobody must appoint the one who had it. */
    private boolean mayFill(int t, int member) {
        int controller = wiring.takeovers[t].controller();
        if (controller < 0 || otherwise.works(controller)) {
            return true;
        }
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (world.postHolder[q] == member) {
                return true;
            }
        }
        return false;
    }

    private boolean isFilled(int q, int[] members) {
        return world.postPhase[q] == World.HELD && world.isTrue(members[world.postHolder[q]]);
    }

    private boolean holdsAPost(int t, int member) {
        int[] members = wiring.takeovers[t].members();
        for (int q = wiring.postBase[t]; q < wiring.postBase[t + 1]; q++) {
            if (world.postHolder[q] == member && isFilled(q, members)) {
                return true;
            }
        }
        return false;
    }
}
