package kz.legality.door.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.query.claim.Graph;

/**
 * A graph of goods laid out to be drawn: what comes first stands at the left, ways back run below. Units are pixels at
 * the picture's natural size.
 *
 * @param left moves that are not drawn, since nobody could read the picture; they are in the files and the table
 */
public record Picture(int width, int height, List<Box> boxes, List<Arrow> arrows, int left) {
    private static final int MOVES_DRAWN_MAX = 24;
    private static final int BOX_WIDTH = 132;
    private static final int BOX_HEIGHT = 40;
    private static final int COLUMN = 270;
    private static final int ROW = 92;
    private static final int MARGIN = 24;
    private static final int BELOW = 56;

    /**
     * A company, or a place abroad.
     *
     * @param company whether it is one; else it is a place abroad
     * @param main the one the page is about
     */
    public record Box(String id, boolean company, boolean main, int x, int y, int width, int height) {}

    /**
     * A move of goods.
     *
     * @param path as an SVG path writes it
     * @param circle whether it lies on a way that comes back to where it began
     * @param back whether it runs below, against the direction of reading
     * @param x where its words stand
     */
    public record Arrow(String act, int devices, boolean circle, boolean back, String path, int x, int y) {}

    private record Place(int column, int row) {}

    /**
     * Lays it out.
     *
     * @param main the company the page is about; empty where it is about a device
     */
    static Picture of(Graph graph, String main) {
        List<Graph.Edge> drawn = graph.edges().stream()
                .sorted(Comparator.comparingInt(Graph.Edge::devices).reversed())
                .limit(MOVES_DRAWN_MAX)
                .toList();
        List<Graph.Edge> inOrder =
                graph.edges().stream().filter(drawn::contains).toList();
        Set<Graph.Edge> circles = new HashSet<>(graph.circles().edges());
        Map<String, Place> places = places(inOrder, main);
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (Graph.Node node : graph.nodes()) {
            Place place = places.get(node.id());
            if (place != null) {
                boxes.put(node.id(), box(node, place, node.id().equals(main)));
            }
        }
        List<Arrow> arrows = new ArrayList<>();
        Map<String, Integer> before = new HashMap<>();
        for (Graph.Edge edge : inOrder) {
            int same = before.merge(edge.from() + " " + edge.to(), 1, Integer::sum) - 1;
            Box from = boxes.get(edge.from());
            Box to = boxes.get(edge.to());
            if (from != null && to != null) {
                arrows.add(arrow(edge, from, to, circles.contains(edge), same));
            }
        }
        int width = boxes.values().stream()
                        .mapToInt(it -> it.x() + it.width())
                        .max()
                        .orElse(0)
                + MARGIN;
        int height = boxes.values().stream()
                        .mapToInt(it -> it.y() + it.height())
                        .max()
                        .orElse(0)
                + MARGIN
                + (arrows.stream().anyMatch(Arrow::back) ? BELOW : 0);
        return new Picture(
                width,
                height,
                List.copyOf(boxes.values()),
                arrows,
                graph.edges().size() - drawn.size());
    }

    /** Column and row of each: one column further than the first move that leads there. */
    private static Map<String, Place> places(List<Graph.Edge> edges, String main) {
        Set<String> led = new HashSet<>();
        edges.forEach(edge -> led.add(edge.to()));
        Map<String, Integer> columns = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        edges.stream().map(Graph.Edge::from).filter(it -> !led.contains(it)).forEach(it -> begin(it, columns, open));
        if (edges.stream().anyMatch(it -> it.from().equals(main)) && open.isEmpty()) {
            begin(main, columns, open);
        }
        spread(edges, columns, open);
        for (Graph.Edge edge : edges) {
            begin(edge.from(), columns, open);
            spread(edges, columns, open);
        }
        Map<Integer, Integer> rows = new HashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        columns.forEach((id, column) -> places.put(id, new Place(column, rows.merge(column, 1, Integer::sum) - 1)));
        return places;
    }

    private static void begin(String id, Map<String, Integer> columns, Deque<String> open) {
        if (columns.putIfAbsent(id, 0) == null) {
            open.add(id);
        }
    }

    private static void spread(List<Graph.Edge> edges, Map<String, Integer> columns, Deque<String> open) {
        while (!open.isEmpty()) {
            String at = open.remove();
            int next = columns.getOrDefault(at, 0) + 1;
            for (Graph.Edge edge : edges) {
                if (edge.from().equals(at) && columns.putIfAbsent(edge.to(), next) == null) {
                    open.add(edge.to());
                }
            }
        }
    }

    private static Box box(Graph.Node node, Place place, boolean main) {
        return new Box(
                node.id(),
                node.kind() == Graph.Kind.COMPANY,
                main,
                MARGIN + place.column() * COLUMN,
                MARGIN + place.row() * ROW,
                BOX_WIDTH,
                BOX_HEIGHT);
    }

    private static Arrow arrow(Graph.Edge edge, Box from, Box to, boolean circle, int same) {
        if (to.x() > from.x()) {
            int x1 = from.x() + BOX_WIDTH;
            int y1 = from.y() + BOX_HEIGHT / 2;
            int x2 = to.x();
            int y2 = to.y() + BOX_HEIGHT / 2;
            int bend = (x2 - x1) / 2;
            // Words stand nearer to the arrow's end: that is where arrows that leave one box lie apart.
            return new Arrow(
                    edge.act(),
                    edge.devices(),
                    circle,
                    false,
                    curve(x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2),
                    x2 - (COLUMN - BOX_WIDTH) / 2,
                    y2 - 6 - (y2 - y1) / 8 + 14 * same);
        }
        int x1 = from.x() + BOX_WIDTH / 2;
        int y1 = from.y() + BOX_HEIGHT;
        int x2 = to.x() + BOX_WIDTH / 2;
        int y2 = to.y() + BOX_HEIGHT;
        int deep = Math.max(y1, y2) + BELOW + 14 * same;
        return new Arrow(
                edge.act(),
                edge.devices(),
                circle,
                true,
                curve(x1, y1, x1, deep, x2, deep, x2, y2),
                (x1 + x2) / 2,
                (y1 + y2) / 8 + deep * 3 / 4 - 6);
    }

    /** A cubic curve from the first point to the last, bent towards the two between. */
    private static String curve(int x1, int y1, int bx1, int by1, int bx2, int by2, int x2, int y2) {
        return "M%d,%d C%d,%d %d,%d %d,%d".formatted(x1, y1, bx1, by1, bx2, by2, x2, y2);
    }
}
