package nines.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nines.result.Architecture;

/**
 * Where everything of an architecture goes on a drawing: journeys on top, components in rows below those that ask them,
 * places side by side with their rows level. Pure arithmetic: equal architectures are drawn alike.
 *
 * @param boxes by id: {@code journey order}, the id of a place, or the id of a place, {@code #} and a component
 * @param width of the whole
 * @param height of the whole
 */
record Plan(Map<String, Box> boxes, double width, double height) {
    static final double CARD_WIDTH = 158;
    static final double CARD_HEIGHT = 62;
    static final double HEADER = 26;
    static final double ENTRY_HEIGHT = 30;
    private static final double BELOW_HEADER = 14;
    private static final double PAD = 12;
    private static final double GAP = 18;
    private static final double ROW_GAP = 30;
    private static final double MARGIN = 8;
    private static final double WIDEST = 1180;
    private static final int CARDS_IN_A_ROW = 3;

    /** A rectangle. */
    record Box(double x, double y, double width, double height) {
        double middle() {
            return x + width / 2;
        }

        double bottom() {
            return y + height;
        }

        Box moved(double dx, double dy) {
            return new Box(x + dx, y + dy, width, height);
        }
    }

    /** Something of a certain size with what is in it. */
    private record Block(double width, double height, Map<String, Box> inside) {}

    static Plan of(Architecture drawn, List<String> journeys) {
        return new Maker(drawn).plan(journeys);
    }

    static String card(String ground, String component) {
        return ground + "#" + component;
    }

    private static final class Maker {
        private final Architecture drawn;
        private final Map<String, Integer> ranks;

        Maker(Architecture drawn) {
            this.drawn = drawn;
            ranks = ranks(drawn);
        }

        Plan plan(List<String> journeys) {
            Block entries = entries(journeys);
            Block whole = ground("", rows(List.of("")), false);
            double width = Math.max(entries.width(), whole.width());
            Map<String, Box> boxes = new LinkedHashMap<>();
            put(boxes, entries, MARGIN + (width - entries.width()) / 2, MARGIN);
            double top = journeys.isEmpty() ? 0 : entries.height() + ROW_GAP;
            put(boxes, whole, MARGIN + (width - whole.width()) / 2, MARGIN + top);
            return new Plan(boxes, width + 2 * MARGIN, top + whole.height() + 2 * MARGIN);
        }

        private static Block entries(List<String> journeys) {
            Map<String, Box> inside = new LinkedHashMap<>();
            double x = 0;
            PlainFont font = new PlainFont(java.awt.Font.BOLD, 14);
            for (String journey : journeys) {
                double width = Math.min(260, 30 + font.width(journey));
                inside.put("journey " + journey, new Box(x, 0, width, ENTRY_HEIGHT));
                x += width + GAP;
            }
            return new Block(Math.max(0, x - GAP), ENTRY_HEIGHT, inside);
        }

        /** Lines of cards that each rank needs in any of these places. */
        private Map<Integer, Integer> rows(List<String> grounds) {
            Map<Integer, Integer> rows = new LinkedHashMap<>();
            Set<Integer> all = new TreeSet<>();
            Map<Integer, Integer> most = new HashMap<>();
            for (String ground : grounds) {
                Map<Integer, Integer> cards = new HashMap<>();
                for (Architecture.Stand stand : drawn.stands()) {
                    if (stand.ground().equals(ground)) {
                        cards.merge(rank(stand.component()), 1, Integer::sum);
                    }
                }
                cards.forEach((rank, count) -> {
                    all.add(rank);
                    most.merge(rank, (count + CARDS_IN_A_ROW - 1) / CARDS_IN_A_ROW, Math::max);
                });
            }
            all.forEach(rank -> rows.put(rank, most.getOrDefault(rank, 1)));
            return rows;
        }

        private int rank(String component) {
            return ranks.getOrDefault(component, Integer.MAX_VALUE / 2);
        }

        private Block ground(String id, Map<Integer, Integer> rows, boolean framed) {
            List<Block> parts = new ArrayList<>();
            rows.forEach((rank, lines) -> parts.add(row(id, rank, lines)));
            List<String> children = drawn.grounds().stream()
                    .filter(ground -> ground.within().equals(id))
                    .map(Architecture.Ground::id)
                    .toList();
            if (!children.isEmpty()) {
                parts.add(band(children));
            }
            // Those who ask from outside of all places stand above them, those who are asked below.
            if (id.isEmpty() && !children.isEmpty() && parts.size() > 1) {
                parts.add(firstBelow(rows, children), parts.remove(parts.size() - 1));
            }
            Block content = stacked(parts);
            if (!framed) {
                return content;
            }
            Map<String, Box> inside = new LinkedHashMap<>();
            double width = Math.max(content.width() + 2 * PAD, CARD_WIDTH);
            double height = content.height() + HEADER + PAD + (parts.isEmpty() ? 0 : BELOW_HEADER);
            inside.put(id, new Box(0, 0, width, height));
            put(inside, content, (width - content.width()) / 2, HEADER + BELOW_HEADER);
            return new Block(width, height, inside);
        }

        /** How many rows of cards outside stand above the places. */
        private int firstBelow(Map<Integer, Integer> rows, List<String> children) {
            int least = drawn.stands().stream()
                    .filter(stand -> children.stream()
                            .anyMatch(child -> stand.ground().equals(child)
                                    || stand.ground().startsWith(child + "/")))
                    .mapToInt(stand -> rank(stand.component()))
                    .min()
                    .orElse(0);
            return (int) rows.keySet().stream().filter(rank -> rank < least).count();
        }

        private Block row(String ground, int rank, int lines) {
            Map<String, Box> inside = new LinkedHashMap<>();
            List<String> names = drawn.stands().stream()
                    .filter(stand -> stand.ground().equals(ground) && rank(stand.component()) == rank)
                    .map(Architecture.Stand::component)
                    .toList();
            int across = Math.min(CARDS_IN_A_ROW, Math.max(1, names.size()));
            double width = across * (CARD_WIDTH + GAP) - GAP;
            for (int i = 0; i < names.size(); i++) {
                int line = i / CARDS_IN_A_ROW;
                int inLine = Math.min(CARDS_IN_A_ROW, names.size() - line * CARDS_IN_A_ROW);
                double left = (width - inLine * (CARD_WIDTH + GAP) + GAP) / 2;
                inside.put(
                        card(ground, names.get(i)),
                        new Box(
                                left + i % CARDS_IN_A_ROW * (CARD_WIDTH + GAP),
                                line * (CARD_HEIGHT + GAP),
                                CARD_WIDTH,
                                CARD_HEIGHT));
            }
            return new Block(width, lines * (CARD_HEIGHT + GAP) - GAP, inside);
        }

        /** Places side by side, in several bands where they would become too wide; those of a band end level. */
        private Block band(List<String> grounds) {
            Map<Integer, Integer> rows = rows(grounds);
            List<Block> bands = new ArrayList<>();
            List<Block> current = new ArrayList<>();
            double width = 0;
            for (String each : grounds) {
                Block next = ground(each, rows, true);
                if (!current.isEmpty() && width + GAP + next.width() > WIDEST) {
                    bands.add(level(current));
                    current.clear();
                    width = 0;
                }
                current.add(next);
                width += next.width() + GAP;
            }
            bands.add(level(current));
            return stacked(bands);
        }

        private static Block level(List<Block> blocks) {
            double height = blocks.stream().mapToDouble(Block::height).max().orElse(0);
            Map<String, Box> inside = new LinkedHashMap<>();
            double x = 0;
            for (Block block : blocks) {
                String frame = block.inside().keySet().iterator().next();
                put(inside, block, x, 0);
                inside.put(frame, new Box(x, 0, block.width(), height));
                x += block.width() + GAP;
            }
            return new Block(x - GAP, height, inside);
        }

        private static Block stacked(List<Block> parts) {
            double width = parts.stream().mapToDouble(Block::width).max().orElse(0);
            Map<String, Box> inside = new LinkedHashMap<>();
            double y = 0;
            for (Block part : parts) {
                put(inside, part, (width - part.width()) / 2, y);
                y += part.height() + ROW_GAP;
            }
            return new Block(width, Math.max(0, y - ROW_GAP), inside);
        }

        private static void put(Map<String, Box> into, Block block, double dx, double dy) {
            block.inside().forEach((id, box) -> into.put(id, box.moved(dx, dy)));
        }
    }

    /** The row of each component: one below the lowest of those that ask it; a call back up a circle does not count. */
    static Map<String, Integer> ranks(Architecture drawn) {
        Map<String, Set<String>> asks = new LinkedHashMap<>();
        for (Architecture.Line line : drawn.lines()) {
            asks.computeIfAbsent(line.from(), from -> new LinkedHashSet<>()).add(line.to());
        }
        Map<String, Integer> ranks = new LinkedHashMap<>();
        asks.keySet().stream()
                .filter(from -> from.startsWith("journey "))
                .forEach(from -> lower(from, 0, asks, ranks, new LinkedHashSet<>()));
        int bottom = ranks.values().stream().mapToInt(rank -> rank).max().orElse(0) + 1;
        drawn.stands().forEach(stand -> ranks.putIfAbsent(stand.component(), bottom));
        return ranks;
    }

    private static void lower(
            String name, int to, Map<String, Set<String>> asks, Map<String, Integer> ranks, Set<String> onTheWay) {
        Integer was = ranks.get(name);
        if (was != null && was >= to || !onTheWay.add(name)) {
            return;
        }
        ranks.put(name, to);
        asks.getOrDefault(name, Set.of()).forEach(next -> lower(next, to + 1, asks, ranks, onTheWay));
        onTheWay.remove(name);
    }
}
