package nines.ui.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/**
 * Where everything goes: journeys on top, cards in rows by rank, places side by side with their rows level, so that the
 * same tier is at the same height in every zone. Pure arithmetic: the same diagram always gives the same drawing.
 *
 * @param boxes by the ids of cards, areas and journeys
 * @param arrows in the order of the links
 * @param width of the whole
 * @param height of the whole
 * @param origin the corner from which positions outside of all places are counted
 */
public record DiagramLayout(Map<String, Box> boxes, List<Arrow> arrows, double width, double height, Point2D origin) {
    static final double CARD_HEIGHT = 58;
    static final double HEADER = 42;
    private static final double PAD = 18;
    private static final double GAP = 24;
    private static final double ROW_GAP = 40;
    private static final double ENTRY_HEIGHT = 34;

    private static final double WIDEST_BAND = 2000;
    private static final int NEVER_BROKEN = 4;
    private static final double MARGIN = 24;

    /** A rectangle of a certain size, and what is in it, measured from its corner. */
    private record Block(double width, double height, Map<String, Box> inside) {}

    public static DiagramLayout of(Diagram diagram) {
        return of(diagram, Map.of());
    }

    /** A distance to the right and down, in pixels. */
    public record Point(double x, double y) {}

    /**
     * The layout in which some things stand where the user put them.
     *
     * @param placed by id of a card or area: the distance of its corner from the corner of the area around it
     */
    public static DiagramLayout of(Diagram diagram, Map<String, Point> placed) {
        Area root = diagram.root();
        Block whole = shifted(root, block(root, lines(List.of(root), 1), 1, placed), placed);
        Block entries = entries(diagram.journeys());
        double width = Math.max(whole.width(), entries.width());
        double top = diagram.journeys().isEmpty() ? 0 : entries.height() + ROW_GAP;
        var boxes = new LinkedHashMap<String, Box>();
        put(boxes, entries, MARGIN + (width - entries.width()) / 2, MARGIN);
        put(boxes, whole, MARGIN + (width - whole.width()) / 2, MARGIN + top);
        return new DiagramLayout(
                boxes,
                Arrows.of(diagram),
                width + 2 * MARGIN,
                top + whole.height() + 2 * MARGIN,
                new Point2D(MARGIN + (width - whole.width()) / 2, MARGIN + top));
    }

    /** The box of a card, area or journey that is on the drawing. */
    Box box(String id) {
        Box box = boxes.get(id);
        if (box == null) {
            throw new IllegalArgumentException("not on the drawing: '" + id + "'");
        }
        return box;
    }

    private static Block entries(List<String> journeys) {
        var inside = new LinkedHashMap<String, Box>();
        double x = 0;
        for (String journey : journeys) {
            double width = 60 + TextWidth.bold(journey);
            inside.put(ScenarioDiagram.entry(journey), new Box(x, 0, width, ENTRY_HEIGHT));
            x += width + GAP;
        }
        return new Block(Math.max(0, x - GAP), ENTRY_HEIGHT, inside);
    }

    /**
     * One area with its content.
     *
     * @param lines how many lines of cards each rank has here, empty ones included
     * @param columns how many such areas stand side by side on the whole drawing
     */
    private static Block block(Area area, Map<Integer, Integer> lines, int columns, Map<String, Point> placed) {
        int below = ranksWithin(area).mapToInt(rank -> rank).min().orElse(Integer.MAX_VALUE);
        var parts = new ArrayList<Block>();
        lines.forEach((rank, count) -> {
            if (rank <= below) {
                parts.add(row(area, rank, count, columns));
            }
        });
        if (!area.areas().isEmpty()) {
            parts.add(band(area.areas(), columns, placed));
        }
        lines.forEach((rank, count) -> {
            if (rank > below) {
                parts.add(row(area, rank, count, columns));
            }
        });
        return framed(area, stacked(parts), placed);
    }

    private static Stream<Integer> ranksWithin(Area area) {
        return area.areas().stream()
                .flatMap(inside -> Stream.concat(inside.cards().stream().map(Card::rank), ranksWithin(inside)));
    }

    private static Block framed(Area area, Block content, Map<String, Point> placed) {
        if (area.id().isEmpty()) {
            return content;
        }
        double width = Math.max(content.width(), titleWidth(area)) + 2 * PAD;
        double height = HEADER + content.height() + PAD;
        var inside = new LinkedHashMap<String, Box>();
        inside.put(area.id(), new Box(0, 0, width, height));
        put(inside, content, (width - content.width()) / 2, HEADER);
        return shifted(area, new Block(width, height, inside), placed);
    }

    /** What the user put somewhere goes there, with all that is in it, and the frame grows around it. */
    private static Block shifted(Area area, Block block, Map<String, Point> placed) {
        var inside = new LinkedHashMap<>(block.inside());
        double width = block.width();
        double height = block.height();
        boolean framed = !area.id().isEmpty();
        for (String id : children(area)) {
            Point to = placed.get(id);
            Box box = inside.get(id);
            if (to != null && box != null) {
                double dx = Math.max(framed ? PAD / 2 : 0, to.x()) - box.x();
                double dy = Math.max(framed ? HEADER : 0, to.y()) - box.y();
                inside.replaceAll((key, old) -> isIn(key, id) ? old.moved(dx, dy) : old);
                width = Math.max(width, box.right() + dx + (framed ? PAD : 0));
                height = Math.max(height, box.bottom() + dy + (framed ? PAD : 0));
            }
        }
        if (framed) {
            inside.put(area.id(), new Box(0, 0, width, height));
        }
        return new Block(width, height, inside);
    }

    private static List<String> children(Area area) {
        return Stream.concat(
                        area.areas().stream().map(Area::id),
                        area.cards().stream().map(Card::id))
                .toList();
    }

    private static boolean isIn(String id, String around) {
        return id.equals(around) || id.startsWith(around + "/") || id.startsWith(around + "#");
    }

    private static double titleWidth(Area area) {
        return 44 + TextWidth.bold(area.name()) + TextWidth.plain(area.kind()) + (area.count() > 1 ? 40 : 0);
    }

    private static Block stacked(List<Block> parts) {
        double width = parts.stream().mapToDouble(Block::width).max().orElse(0);
        var inside = new LinkedHashMap<String, Box>();
        double y = 0;
        for (Block part : parts) {
            put(inside, part, (width - part.width()) / 2, y);
            y += part.height() + ROW_GAP;
        }
        return new Block(width, Math.max(0, y - ROW_GAP), inside);
    }

    /** The cards of one rank, in as many lines as the neighbours need too. */
    private static Block row(Area area, int rank, int lines, int columns) {
        int inALine = cardsInALine(columns);
        List<Card> cards =
                area.cards().stream().filter(card -> card.rank() == rank).toList();
        var parts = new ArrayList<Block>();
        for (int from = 0; from < cards.size(); from += inALine) {
            parts.add(line(cards.subList(from, Math.min(cards.size(), from + inALine))));
        }
        while (parts.size() < lines) {
            parts.add(new Block(0, CARD_HEIGHT, Map.of()));
        }
        return stacked(parts);
    }

    /** The more there is side by side, the narrower each. */
    private static int cardsInALine(int columns) {
        return columns == 1 ? 5 : columns == 2 ? 3 : 2;
    }

    private static Block line(List<Card> cards) {
        var inside = new LinkedHashMap<String, Box>();
        double x = 0;
        for (Card card : cards) {
            double width = cardWidth(card);
            inside.put(card.id(), new Box(x, 0, width, CARD_HEIGHT));
            x += width + GAP;
        }
        return new Block(x - GAP, CARD_HEIGHT, inside);
    }

    private static double cardWidth(Card card) {
        double words = Math.max(TextWidth.bold(card.name()), TextWidth.plain(CardText.below(card)));
        return Math.ceil(Math.min(300, Math.max(140, 62 + words + (card.count() > 1 ? 44 : 0))));
    }

    /** Areas side by side, in several bands where they would become too wide; those of a band end level. */
    private static Block band(List<Area> areas, int columnsAround, Map<String, Point> placed) {
        int columns = columnsAround * areas.size();
        var bands = new ArrayList<Block>();
        var current = new ArrayList<Block>();
        double width = 0;
        for (Area area : areas) {
            Block next = block(area, lines(twins(area, areas), columns), columns, placed);
            if (current.size() >= NEVER_BROKEN && width + GAP + next.width() > WIDEST_BAND) {
                bands.add(level(current));
                current.clear();
                width = 0;
            }
            current.add(next);
            width += (width > 0 ? GAP : 0) + next.width();
        }
        bands.add(level(current));
        return stacked(bands);
    }

    private static Block level(List<Block> blocks) {
        double height = blocks.stream().mapToDouble(Block::height).max().orElse(0);
        var inside = new LinkedHashMap<String, Box>();
        double x = 0;
        for (Block block : blocks) {
            // The first box is the frame: it stretches, its content stays on top.
            String frame = block.inside().keySet().iterator().next();
            put(inside, block, x, 0);
            inside.put(frame, new Box(x, 0, block.width(), height));
            x += block.width() + GAP;
        }
        return new Block(x - GAP, height, inside);
    }

    /** The areas among the neighbours that hold a component of this one too, itself included. */
    private static List<Area> twins(Area area, List<Area> neighbours) {
        List<String> names = area.cards().stream().map(Card::name).toList();
        return neighbours.stream()
                .filter(other -> other.equals(area)
                        || other.cards().stream().map(Card::name).anyMatch(names::contains))
                .toList();
    }

    /** The most lines that each rank needs in any of the areas. */
    private static Map<Integer, Integer> lines(List<Area> areas, int columns) {
        var lines = new TreeMap<Integer, Integer>();
        for (Area area : areas) {
            var cards = new HashMap<Integer, Integer>();
            area.cards().forEach(card -> cards.merge(card.rank(), 1, Integer::sum));
            cards.forEach((rank, count) -> lines.merge(rank, (count - 1) / cardsInALine(columns) + 1, Math::max));
        }
        return lines;
    }

    private static void put(Map<String, Box> into, Block block, double dx, double dy) {
        block.inside().forEach((id, box) -> into.put(id, box.moved(dx, dy)));
    }
}
