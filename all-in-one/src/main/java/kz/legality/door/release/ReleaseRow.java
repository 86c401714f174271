package kz.legality.door.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kz.legality.release.ListName;

/** One row of a release as text. Every row begins with its IMEI, and then with its subscriber where it has one. */
public final class ReleaseRow {
    static final int IMEI_CHARS = 15;

    /** Behind the name of the first field, which every line begins with. */
    private static final int IMEI_FROM = ReleaseForm.JSON_LINES.imeiFrom();

    private static final int IMEI_TO = IMEI_FROM + IMEI_CHARS;
    private static final int SUBSCRIBER_FROM = IMEI_TO + "\",\"subscriber\":\"".length();
    private static final int SUBSCRIBER_TO = SUBSCRIBER_FROM + 22;

    private ReleaseRow() {}

    /** What no two rows of a list have in common; rows are in its order. */
    static String keyOf(ListName list, String line) {
        String imei = imeiOf(line);
        return list.namesSubscribers() ? imei + "/" + line.substring(SUBSCRIBER_FROM, SUBSCRIBER_TO) : imei;
    }

    static String imeiOf(String line) {
        return line.substring(IMEI_FROM, IMEI_TO);
    }

    /** The rows of a release, each as it is kept. */
    public static void each(Path releaseLines, Consumer<String> line) {
        ReleaseShelf.eachLine(releaseLines, line);
    }

    /** The names of the columns. */
    public static List<String> columns(ListName list) {
        return switch (list) {
            case BLACK, GREY, WHITE -> List.of("imei", "status", "since", "deadline", "reasons", "blockDate");
            case EXCEPTIONS -> List.of("imei", "subscriber", "operator");
            case NOTIFICATIONS -> List.of("imei", "subscriber", "operator", "blockDate", "reasons");
        };
    }

    /** These fields of a row, in a line of CSV without its end: what is not there is empty, several values go by {@code |}. */
    public static String csv(List<String> columns, JsonNode row) {
        return columns.stream().map(column -> cell(row.path(column))).collect(Collectors.joining(","));
    }

    private static String cell(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining("|"));
        }
        return value.isMissingNode() || value.isNull() ? "" : value.asText();
    }
}
