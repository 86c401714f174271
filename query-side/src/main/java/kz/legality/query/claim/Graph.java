package kz.legality.query.claim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How goods move between companies and across the border.
 *
 * @param nodes companies by BIN, and foreign destinations by their code
 */
public record Graph(List<Node> nodes, List<Edge> edges) {
    /** Where goods can be. */
    public enum Kind {
        COMPANY,
        ABROAD
    }

    public record Node(String id, Kind kind) {}

    /**
     * @param act IMPORTED, CHANGED_HANDS or EXPORTED
     * @param devices how many IMEIs moved so
     */
    public record Edge(String from, String to, String act, int devices) {}

    /** Collects moves. */
    static final class Moves {
        private final Map<String, Kind> nodes = new LinkedHashMap<>();
        private final Map<List<String>, Integer> edges = new LinkedHashMap<>();

        void company(String bin) {
            nodes.putIfAbsent(bin, Kind.COMPANY);
        }

        void abroad(String code) {
            nodes.putIfAbsent(code, Kind.ABROAD);
        }

        void move(String from, String to, String act) {
            edges.merge(List.of(from, to, act), 1, Integer::sum);
        }

        Graph graph() {
            return new Graph(
                    nodes.entrySet().stream()
                            .map(it -> new Node(it.getKey(), it.getValue()))
                            .toList(),
                    edges.entrySet().stream()
                            .map(it -> new Edge(
                                    it.getKey().get(0),
                                    it.getKey().get(1),
                                    it.getKey().get(2),
                                    it.getValue()))
                            .toList());
        }
    }

    /** Only what lies on a way that comes back to where it began. */
    public Graph circles() {
        List<Edge> closed =
                edges.stream().filter(edge -> reaches(edge.to(), edge.from())).toList();
        Set<String> left = new HashSet<>();
        closed.forEach(edge -> {
            left.add(edge.from());
            left.add(edge.to());
        });
        return new Graph(nodes.stream().filter(it -> left.contains(it.id())).toList(), closed);
    }

    private boolean reaches(String from, String to) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            String at = open.removeLast();
            if (at.equals(to)) {
                return true;
            }
            if (seen.add(at)) {
                edges.stream()
                        .filter(edge -> edge.from().equals(at))
                        .map(Edge::to)
                        .forEach(open::add);
            }
        }
        return false;
    }

    /** As GraphML, which graph tools read. */
    public String graphMl() {
        StringBuilder xml = new StringBuilder("""
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="kind" for="node" attr.name="kind" attr.type="string"/>
              <key id="act" for="edge" attr.name="act" attr.type="string"/>
              <key id="devices" for="edge" attr.name="devices" attr.type="int"/>
              <graph edgedefault="directed">
            """);
        nodes.forEach(node -> xml.append("    <node id=\"")
                .append(escaped(node.id()))
                .append("\"><data key=\"kind\">")
                .append(node.kind())
                .append("</data></node>\n"));
        edges.forEach(edge -> xml.append("    <edge source=\"")
                .append(escaped(edge.from()))
                .append("\" target=\"")
                .append(escaped(edge.to()))
                .append("\"><data key=\"act\">")
                .append(edge.act())
                .append("</data><data key=\"devices\">")
                .append(edge.devices())
                .append("</data></edge>\n"));
        return xml.append("  </graph>\n</graphml>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
