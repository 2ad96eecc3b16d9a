package nines.structure;

import nines.blueprint.Machine;

/** Users' own automata, and survivors that age faster while others are down. */
final class Machines {
    private final World world;
    private final Wiring wiring;
    private final Chance chance;
    private final Clocks clocks;
    private final double[] haste;
    private final int[] machineState;
    private final double[] machineSince;

    Machines(World world) {
        this.world = world;
        wiring = world.wiring;
        chance = world.chance;
        clocks = world.clocks;
        haste = world.haste;
        machineState = world.machineState;
        machineSince = world.machineSince;
    }

    void enter(int k, int state) {
        Machine machine = wiring.machines[k];
        boolean before = machineState[k] < 0 || machine.works()[machineState[k]];
        boolean after = machine.works()[state];
        for (int i = wiring.moveBase[k]; i < wiring.moveBase[k + 1]; i++) {
            clocks.drop(wiring.clock(Wiring.MOVE, i));
        }
        machineState[k] = state;
        if (before != after) {
            machineSince[k] = clocks.now;
            world.hold(machine.holds(), after ? -1 : 1, machine.cause());
        }
        world.touchedMachines.note(k);
    }

    void settle(int k) {
        Machine machine = wiring.machines[k];
        for (int i = 0; i < machine.moves().length; i++) {
            Machine.Move move = machine.moves()[i];
            int clock = wiring.clock(Wiring.MOVE, wiring.moveBase[k] + i);
            boolean free = move.guard() < 0 || world.isTrue(move.guard()) != move.negated();
            if (move.from() != machineState[k] || !free && move.restarts()) {
                clocks.drop(clock);
            } else if (!free) {
                clocks.run(clock, 0);
            } else if (move.law() == null) {
                move(k, i);
                return;
            } else if (!clocks.armed[clock]) {
                world.start(clock, wiring.moveLaw[wiring.moveBase[k] + i]);
            } else {
                clocks.run(clock, 1);
            }
        }
    }

    void move(int k, int i) {
        Machine.Move move = wiring.machines[k].moves()[i];
        int chosen = move.to().length == 1
                ? 0
                : chance.among(world.branches.source(Wiring.MOVE, wiring.moveBase[k] + i), move.chances());
        enter(k, move.to()[chosen]);
    }

    void settleSharing(int g) {
        var sharing = wiring.loadSharings[g];
        int down = 0;
        for (int member : sharing.members()) {
            down += world.isTrue(member) ? 0 : 1;
        }
        double factor = sharing.factors()[Math.min(down, sharing.factors().length - 1)];
        for (int member : sharing.members()) {
            if (haste[member] != factor) {
                haste[member] = factor;
                for (int m : wiring.modesOf[member]) {
                    world.touchedModes.note(m);
                }
            }
        }
    }
}
