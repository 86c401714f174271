package kz.legality.door.list;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.legality.device.ListStatus;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.RequestProblem;
import kz.legality.launch.OpenLedger;
import kz.legality.query.list.ListEntry;
import kz.legality.query.list.ListQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lists as they stand now: whole as JSON Lines or CSV, or as JSON in pages. The entity tag is the position of the
 * ledger, so a list asked for again before anything happened costs nothing.
 */
@RestController
@RequestMapping("/api/v1/lists")
class Lists {
    private static final int PAGE_ENTRIES = 500;
    private static final int PAGE_ENTRIES_MAX = 1_000;
    private static final String JSON_LINES = "application/jsonl";
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final OpenLedger ledger;

    Lists(OpenLedger ledger) {
        this.ledger = ledger;
    }

    /** @param next the cursor of the following page; null after the last */
    record PageAnswer(List<ListEntry> entries, @Nullable String next) {}

    /** How many IMEIs stand on each list. */
    @GetMapping
    ResponseEntity<Map<ListStatus, Long>> counts() {
        return ResponseEntity.ok()
                .header("X-Ledger-Position", position())
                .body(ledger.queries().lists().counts());
    }

    @GetMapping(path = "/{list:black|grey|white}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PageAnswer> page(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PAGE_ENTRIES) int limit) {
        if (limit < 1 || limit > PAGE_ENTRIES_MAX) {
            throw RequestProblem.badParameter("limit", "1 to " + PAGE_ENTRIES_MAX);
        }
        ListQueries.Entries entries = ledger.queries().lists().page(status(list), cursor, limit);
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(entries.position()))
                .body(new PageAnswer(entries.entries(), entries.next().orElse(null)));
    }

    @GetMapping(path = "/{list:black|grey|white}", produces = JSON_LINES)
    void lines(
            @PathVariable String list,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            HttpServletResponse response)
            throws IOException {
        write(list, JSON_LINES, "", entry -> AnswerJson.line(entry) + "\n", known, response);
    }

    /** The same under the older name of its type. */
    @GetMapping(path = "/{list:black|grey|white}", produces = NDJSON)
    void ndjson(
            @PathVariable String list,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            HttpServletResponse response)
            throws IOException {
        write(list, NDJSON, "", entry -> AnswerJson.line(entry) + "\n", known, response);
    }

    @GetMapping(path = "/{list:black|grey|white}", produces = CSV)
    void csv(
            @PathVariable String list,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known,
            HttpServletResponse response)
            throws IOException {
        write(
                list,
                CSV + ";charset=utf-8;header=present",
                "imei,status,since,deadline,reasons\n",
                Lists::row,
                known,
                response);
    }

    private void write(
            String list,
            String type,
            String header,
            Function<ListEntry, String> written,
            @Nullable String known,
            HttpServletResponse response)
            throws IOException {
        String position = position();
        // One tag a form: a cache must not answer who wants lines with what it has as CSV.
        String form = type.substring(type.indexOf('/') + 1).split(";", 2)[0];
        String tag = "\"" + list + "-" + position + "-" + form + "\"";
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setHeader("X-Ledger-Position", position);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (isAmong(tag, known)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        try (Writer writer = new BufferedWriter(
                new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16)) {
            writer.write(header);
            ledger.queries().lists().stream(status(list), entry -> write(writer, written.apply(entry)));
        }
    }

    /** {@code If-None-Match} is {@code *} or several tags by comma, each perhaps marked weak by a gateway (RFC 9110 13.1.2). */
    private static boolean isAmong(String tag, @Nullable String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(it -> it.strip().replaceFirst("^W/", ""))
                        .anyMatch(it -> it.equals(tag) || it.equals("*"));
    }

    private static void write(Writer writer, String row) {
        try {
            writer.write(row);
        } catch (IOException gone) {
            throw new UncheckedIOException("the reader of a list went away", gone);
        }
    }

    private static String row(ListEntry entry) {
        return String.join(
                        ",",
                        entry.imei(),
                        entry.status().name(),
                        entry.since().toString(),
                        entry.deadline() == null ? "" : entry.deadline().toString(),
                        entry.reasons().stream().map(Enum::name).collect(Collectors.joining("|")))
                + "\n";
    }

    private String position() {
        return Long.toString(ledger.queries().projections().position());
    }

    static ListStatus status(String list) {
        return ListStatus.valueOf(list.toUpperCase(Locale.ROOT));
    }
}
