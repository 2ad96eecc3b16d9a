package nines.format;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a text into pieces that know their characters. */
final class PieceReader {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(2 * Limits.BYTES).build();

    private final String text;
    private final Iterator<Event> events;
    private final boolean isSimple;
    private int nodes;

    private PieceReader(String text) {
        this.text = text;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
        this.isSimple = text.codePointCount(0, text.length()) == text.length();
    }

    /** The root of the only document, or an {@link EditRefused} that says why there is none. */
    static Piece read(String text) {
        try {
            if (text.length() > Limits.BYTES) {
                throw new EditRefused("the text has more than 1 MB");
            }
            return new PieceReader(text).document();
        } catch (YamlEngineException | StackOverflowError unreadable) {
            throw new EditRefused("the text is not YAML at the moment: mend it first", unreadable);
        }
    }

    private Piece document() {
        events.next(); // stream start
        if (events.next().getEventId() == Event.ID.StreamEnd) {
            return new Piece.Mapping(List.of(), false, text.length(), text.length());
        }
        Piece root = piece(events.next(), 1);
        events.next(); // document end
        if (events.next().getEventId() != Event.ID.StreamEnd) {
            throw new EditRefused("a scenario is one document, and here is a second one (`---`)");
        }
        return root;
    }

    private Piece piece(Event event, int level) {
        if (level > Limits.LEVELS || ++nodes > Limits.NODES) {
            throw new EditRefused("the text is nested too deeply or holds too many values");
        }
        int from = index(event.getStartMark().orElseThrow());
        if (event instanceof AliasEvent alias) {
            return new Piece.Alias(
                    alias.getAlias().getValue(), from, index(event.getEndMark().orElseThrow()));
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, from);
        }
        boolean flow = ((CollectionStartEvent) event).isFlow();
        return event.getEventId() == Event.ID.SequenceStart ? sequence(flow, from, level) : mapping(flow, from, level);
    }

    private Piece.Scalar scalar(ScalarEvent scalar, int from) {
        int to = index(scalar.getEndMark().orElseThrow());
        boolean lines = scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        // A block of lines ends where the next thing begins: without the empty lines between the two.
        while (lines && to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Piece.Scalar(scalar.getValue(), !scalar.isPlain(), from, to);
    }

    private Piece sequence(boolean flow, int from, int level) {
        var items = new ArrayList<Piece>();
        Event event = events.next();
        for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(piece(event, level + 1));
        }
        int to = flow || items.isEmpty()
                ? end(event)
                : items.get(items.size() - 1).to();
        return new Piece.Sequence(items, flow, from, to);
    }

    private Piece mapping(boolean flow, int from, int level) {
        var pairs = new ArrayList<Piece.Pair>();
        Event event = events.next();
        for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(piece(event, level + 1) instanceof Piece.Scalar key)) {
                throw new EditRefused("a key of this text is no word");
            }
            pairs.add(new Piece.Pair(key, piece(events.next(), level + 1)));
        }
        int to = flow || pairs.isEmpty()
                ? end(event)
                : pairs.get(pairs.size() - 1).value().to();
        return new Piece.Mapping(pairs, flow, from, to);
    }

    private int end(Event event) {
        return index(event.getEndMark().orElseThrow());
    }

    /** Marks count code points, texts count characters. */
    private int index(Mark mark) {
        return isSimple ? mark.getIndex() : text.offsetByCodePoints(0, mark.getIndex());
    }
}
