package kz.legality.door.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.RequestProblem;
import kz.legality.query.claim.Graph;
import org.springframework.http.HttpHeaders;

/** A graph as a file. */
final class GraphFile {
    private GraphFile() {}

    /** @param format {@code graphml} or {@code json} */
    static void write(Graph graph, String format, String name, HttpServletResponse response) throws IOException {
        String text = switch (format) {
            case "graphml" -> graph.graphMl();
            case "json" -> AnswerJson.line(graph);
            default -> throw RequestProblem.badParameter("format", "the formats are graphml and json");
        };
        response.setContentType(format.equals("json") ? "application/json" : "application/graphml+xml");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
