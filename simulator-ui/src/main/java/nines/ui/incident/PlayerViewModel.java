package nines.ui.incident;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import nines.experiment.Replay;
import nines.experiment.Replay.Incident;
import nines.quantity.Figures;
import nines.result.Episode;
import nines.result.Journey;
import nines.result.Lane;
import nines.result.Result;
import nines.result.Story;
import nines.ui.control.BackgroundRun;
import org.jspecify.annotations.Nullable;

/** Plays the outages of one journey in one replication of a run: from outage to outage, from step to step, and on a clock. */
public final class PlayerViewModel {
    private static final double AROUND = 0.08;

    private final BackgroundRun background;
    private final ReadOnlyObjectWrapper<@Nullable Frame> frame = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private @Nullable Replays replays;
    private @Nullable Replay replay;
    private @Nullable Story story;
    private AtomicBoolean stop = new AtomicBoolean();
    private String journey = "";
    private List<Incident> incidents = List.of();
    private int at;
    private int step;
    private double now;

    public PlayerViewModel(BackgroundRun background) {
        this.background = background;
    }

    /** What is seen; null while nothing has been told yet. */
    public ReadOnlyObjectProperty<@Nullable Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Whether the player is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** What to say in place of an outage; empty when there is one. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The outages of the replication that is open, in the order of time. */
    public List<Incident> incidents() {
        return incidents;
    }

    /** Which of them is shown. */
    public int at() {
        return at;
    }

    /** Seconds of the replication; 0 while there is none. */
    public double length() {
        Replay shown = replay;
        return shown == null ? 0 : shown.length();
    }

    /** Opens a run at the worst outage of a journey. */
    public void open(Replays source, Result result, String of) {
        close();
        replays = source;
        journey = of;
        open.set(true);
        if (result.traffic() != null) {
            message.set("Outages are told of structural runs: a run of single requests has no years to look through.");
            return;
        }
        Story worst = result.journey(of).map(Journey::worst).orElse(List.of()).stream()
                .findFirst()
                .orElse(null);
        if (worst == null) {
            message.set("No outage of “" + of + "” was seen in this run.");
            return;
        }
        replicate(worst.replication(), worst.start());
    }

    /** Shows another replication of the same run. */
    public void replicate(int replication) {
        if (replication >= 0) {
            replicate(replication, 0);
        }
    }

    private void replicate(int replication, double near) {
        Replays source = replays;
        if (source == null) {
            return;
        }
        AtomicBoolean mine = again();
        message.set("Running replication " + replication + " again …");
        background.start(
                () -> source.of(replication, mine::get),
                again -> {
                    if (mine == stop) {
                        again.ifPresent(found -> show(found, near));
                    }
                },
                problem -> fail(mine, problem));
    }

    /** What was under way is of no use any more. */
    private AtomicBoolean again() {
        stop.set(true);
        stop = new AtomicBoolean();
        playing.set(false);
        return stop;
    }

    private void fail(AtomicBoolean whose, Throwable problem) {
        if (whose == stop) {
            message.set("It cannot be played: " + problem.getMessage());
        }
    }

    private void show(Replay found, double near) {
        replay = found;
        incidents = found.incidents().stream()
                .filter(incident -> incident.journey().equals(journey))
                .toList();
        if (incidents.isEmpty()) {
            story = null;
            frame.set(null);
            message.set("Replication " + found.replication() + " has no outage of “" + journey + "”.");
            return;
        }
        int first = 0;
        while (first < incidents.size() - 1 && incidents.get(first).start() < near) {
            first++;
        }
        jump(first);
    }

    /** Goes to an outage of the open replication. */
    public void jump(int index) {
        Replay from = replay;
        if (from == null || index < 0 || index >= incidents.size()) {
            return;
        }
        AtomicBoolean mine = again();
        at = index;
        Incident incident = incidents.get(index);
        background.start(
                () -> java.util.Optional.ofNullable(from.tell(incident, mine::get)),
                told -> {
                    if (mine == stop) {
                        story = told.orElse(null);
                        message.set(told.isPresent() ? "" : "This outage cannot be told.");
                        turnTo(firstStep());
                    }
                },
                problem -> fail(mine, problem));
    }

    public void next() {
        jump(at + 1);
    }

    public void previous() {
        jump(at - 1);
    }

    /** The step with which the outage begins: before it stands what was wrong already. */
    private int firstStep() {
        Story told = story;
        if (told == null) {
            return 0;
        }
        int first = 0;
        while (first < told.episodes().size() - 1 && told.episodes().get(first).from() < 0) {
            first++;
        }
        return first;
    }

    public void forward() {
        playing.set(false);
        turnTo(step + 1);
    }

    public void back() {
        playing.set(false);
        turnTo(step - 1);
    }

    private void turnTo(int index) {
        Story told = story;
        if (told == null) {
            frame.set(null);
            return;
        }
        step = Math.max(0, Math.min(told.episodes().size() - 1, index));
        now = told.episodes().get(step).from();
        tell(told);
    }

    /** Moves the clock to a moment of the outage. */
    public void seek(double seconds) {
        Story told = story;
        if (told != null) {
            now = Math.max(from(told), Math.min(to(told), seconds));
            step = 0;
            while (step < told.episodes().size() - 1
                    && told.episodes().get(step + 1).from() <= now) {
                step++;
            }
            tell(told);
        }
    }

    /** Lets the clock run, or holds it; at the end it begins anew. */
    public void play() {
        Story told = story;
        if (told == null) {
            return;
        }
        if (!playing.get() && now >= to(told)) {
            seek(from(told));
        }
        playing.set(!playing.get());
    }

    /** The clock goes on by some simulated seconds, if it runs. */
    public void advance(double seconds) {
        Story told = story;
        if (playing.get() && told != null) {
            seek(now + seconds);
            if (now >= to(told)) {
                playing.set(false);
            }
        }
    }

    public void close() {
        again();
        open.set(false);
        replays = null;
        replay = null;
        story = null;
        incidents = List.of();
        at = 0;
        step = 0;
        message.set("");
        frame.set(null);
    }

    private static double from(Story told) {
        double first = Math.min(
                told.episodes().get(0).from(),
                told.lanes().stream()
                        .flatMap(lane -> lane.spans().stream())
                        .mapToDouble(Lane.Span::from)
                        .min()
                        .orElse(0));
        return Math.max(first, -9 * told.duration()) - AROUND * told.duration();
    }

    private static double to(Story told) {
        return told.duration() * (1 + AROUND);
    }

    private void tell(Story told) {
        Incident incident = incidents.get(at);
        Replay of = replay;
        Episode episode = told.episodes().get(step);
        frame.set(new Frame(
                "Outage " + (at + 1) + " of " + incidents.size() + " of “" + journey + "”",
                (of == null ? "" : "Replication " + of.replication() + ", after ") + Figures.duration(incident.start())
                        + ". " + Sentences.about(incident),
                step,
                told.episodes().size(),
                Sentences.of(episode),
                now,
                from(told),
                to(told),
                told.lanes(),
                Sentences.wrong(told, now)));
    }
}
