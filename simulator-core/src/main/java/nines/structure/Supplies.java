package nines.structure;

import nines.blueprint.Blueprint;
import nines.blueprint.Mode;
import org.jspecify.annotations.Nullable;

/** How long inspections and deliveries take. */
final class Supplies {
    /** Of each crew; null where it inspects nothing. */
    final @Nullable Law[] inspection;

    /** One a crew and part, or none where nobody inspects. */
    final int inspections;

    /** Of each shelf. */
    final Law[] delivery;
    /** Deliveries of all shelves, numbered through: as many as can be on their way at once. */
    final int[] base;

    final int[] shelf;

    Supplies(Blueprint blueprint, Laws laws) {
        int crews = blueprint.crews().size();
        int parts = blueprint.parts().size();
        inspection = new Law[crews];
        int clocks = 0;
        for (int c = 0; c < crews; c++) {
            var law = blueprint.crews().get(c).inspection();
            if (law != null) {
                inspection[c] = laws.of(law);
                clocks = crews * parts;
            }
        }
        inspections = clocks;
        delivery = new Law[blueprint.shelves().size()];
        base = new int[delivery.length + 1];
        for (int s = 0; s < delivery.length; s++) {
            delivery[s] = laws.of(blueprint.shelves().get(s).delivery());
            int users = blueprint.shelves().get(s).stock();
            for (Mode mode : blueprint.modes()) {
                users += mode.spare() == s ? 1 : 0;
            }
            base[s + 1] = base[s] + users;
        }
        shelf = Numbering.owners(base);
    }
}
