package nines.format;

import java.util.List;
import nines.layout.Refusal;
import nines.layout.Refusals;
import nines.model.Scenario;

/** What a file says that can be read and cannot be simulated, told among its mistakes. */
final class NotSimulated {
    private final Known known;

    NotSimulated(Known known) {
        this.known = known;
    }

    /** Tells what rests on nothing unknown. */
    void tell(Scenario scenario, boolean requests) {
        tell(Refusals.of(scenario, requests));
    }

    /** Tells what shows only in a scenario in which everything else is right. */
    void tellOnceLaidOut(Scenario scenario, boolean requests) {
        tell(Refusals.onceLaidOut(scenario, requests));
    }

    private void tell(List<Refusal> refusals) {
        for (Refusal refusal : refusals) {
            if (known.are(refusal.rests().toArray(String[]::new))) {
                known.refuse(code(refusal.why()), refusal.path(), refusal.message());
            }
        }
    }

    private static Code code(Refusal.Why why) {
        return switch (why) {
            case NOT_YET -> Code.N133;
            case CONTRADICTS -> Code.N130;
            case OUT_OF_RANGE -> Code.N126;
            case NOT_THERE -> Code.N102;
            case MISSING -> Code.N120;
        };
    }
}
