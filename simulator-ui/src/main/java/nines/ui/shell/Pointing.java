package nines.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import nines.model.Event;
import nines.model.Scenario;
import nines.ui.canvas.DiagramViewModel;
import nines.ui.incident.Frame;
import nines.ui.incident.PlayerViewModel;
import nines.ui.result.CauseRow;
import nines.ui.result.ResultViewModel;
import org.jspecify.annotations.Nullable;

/** What the user points at in the drawing or in the result: the other one follows, and does not answer back. */
final class Pointing {
    private final DiagramViewModel diagram;
    private final ResultViewModel result;
    private final Supplier<@Nullable Scenario> scenario;
    private boolean following;

    Pointing(
            DiagramViewModel diagram,
            ResultViewModel result,
            PlayerViewModel player,
            Supplier<@Nullable Scenario> scenario) {
        this.diagram = diagram;
        this.result = result;
        this.scenario = scenario;
        result.pageProperty().addListener((property, was, is) -> diagram.fasten(result.shares()));
        result.causeProperty()
                .addListener((property, was, is) ->
                        follow(() -> diagram.pickedProperty().set("")));
        diagram.pickedProperty().addListener((property, was, is) -> follow(() -> result.pickPart(is)));
        player.frameProperty().addListener((property, was, is) -> play(is));
    }

    /** While an outage is played, the drawing shows what is wrong at that moment. */
    private void play(@Nullable Frame frame) {
        if (frame == null) {
            diagram.fasten(result.shares());
            diagram.mark(List.of());
        } else {
            diagram.fasten(frame.wrong());
            diagram.mark(List.copyOf(frame.wrong().keySet()));
        }
    }

    private void follow(Runnable other) {
        if (following) {
            return;
        }
        following = true;
        other.run();
        following = false;
        CauseRow cause = result.causeProperty().get();
        diagram.mark(cause == null ? List.of() : concerned(cause.part()));
    }

    /** What to point at for a part that is to blame: itself, or what an event of that name happens to. */
    private List<String> concerned(String part) {
        Scenario open = scenario.get();
        Event event =
                open == null || diagram.isDrawn(part) ? null : open.events().get(part);
        return event == null ? List.of(part) : EventTargets.of(event);
    }
}
