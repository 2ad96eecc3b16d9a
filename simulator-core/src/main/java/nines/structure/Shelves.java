package nines.structure;

/** Spare parts: taken when a repair asks for one, ordered anew, handed to who has waited longest. */
final class Shelves {
    private final World world;
    private final Wiring wiring;
    private final Clocks clocks;
    private final int[] modePhase;
    private final int[] onShelf;
    private final int[][] shelfQueue;
    private final int[] shelfWaiting;

    Shelves(World world) {
        this.world = world;
        wiring = world.wiring;
        clocks = world.clocks;
        modePhase = world.modePhase;
        onShelf = world.onShelf;
        shelfQueue = world.shelfQueue;
        shelfWaiting = world.shelfWaiting;
    }

    boolean takeSpare(int m) {
        int shelf = wiring.modes[m].spare();
        if (onShelf[shelf] == 0) {
            shelfQueue[shelf][shelfWaiting[shelf]++] = m;
            order(shelf);
            return false;
        }
        onShelf[shelf]--;
        order(shelf);
        return true;
    }

    private void order(int shelf) {
        for (int d = wiring.supplies.base[shelf]; d < wiring.supplies.base[shelf + 1]; d++) {
            int clock = wiring.clock(Wiring.DELIVERY, d);
            if (!clocks.armed[clock]) {
                world.start(clock, wiring.supplies.delivery[shelf]);
                return;
            }
        }
    }

    void delivered(int shelf) {
        if (shelfWaiting[shelf] == 0) {
            onShelf[shelf]++;
            return;
        }
        int m = shelfQueue[shelf][0];
        System.arraycopy(shelfQueue[shelf], 1, shelfQueue[shelf], 0, --shelfWaiting[shelf]);
        int s = modePhase[m];
        if (!world.repairs.startStage(m, s)) {
            world.repairs.enterStage(m, s + 1);
        }
    }
}
