package kz.legality.door.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.legality.device.ListStatus;
import kz.legality.door.answer.Moments;
import kz.legality.door.problem.RequestProblem;
import kz.legality.door.release.ListReleases;
import kz.legality.door.release.ReleaseForm;
import kz.legality.identifier.FileHash;
import kz.legality.launch.OpenLedger;
import kz.legality.query.device.Moment;
import kz.legality.query.list.ListEntry;
import kz.legality.query.list.ListQueries;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lists: their newest release as JSON Lines or CSV, what changed since an older one, or as JSON in pages how they
 * stand now. Who takes anything is given lines. The entity tag is the release, so a list asked for again before it
 * changed costs nothing.
 */
@RestController
@RequestMapping("/api/v1/lists")
class Lists {
    private static final int PAGE_ENTRIES = 500;
    private static final int PAGE_ENTRIES_MAX = 1_000;
    static final String JSON_LINES = "application/jsonl";
    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final MediaType LINES = MediaType.parseMediaType(JSON_LINES);

    /** What only pages are asked by, and what only releases are. */
    private static final Set<String> OF_PAGES = Set.of("asOf", "knownAt", "cursor", "limit");

    private static final Set<String> OF_RELEASES = Set.of("since", "release");

    private final OpenLedger ledger;
    private final ListReleases releases;
    private final ReleasedRows rows;

    Lists(OpenLedger ledger, ListReleases releases, ReleasedRows rows) {
        this.ledger = ledger;
        this.releases = releases;
        this.rows = rows;
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

    /**
     * How it stands now, or stood: a page of a past moment may be short and not be the last.
     *
     * @param asOf what was true then; a date means its end
     * @param knownAt what the ledger knew then
     */
    @GetMapping(path = "/{list:black|grey|white}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PageAnswer> page(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PAGE_ENTRIES) int limit,
            @RequestParam Map<String, String> parameters) {
        for (String ofReleases : OF_RELEASES) {
            if (parameters.containsKey(ofReleases)) {
                throw RequestProblem.badParameter(
                        ofReleases,
                        "left out where application/json is wanted, which is the list as it stands now; a release is "
                                + JSON_LINES + " or " + CSV);
            }
        }
        if (limit < 1 || limit > PAGE_ENTRIES_MAX) {
            throw RequestProblem.badParameter("limit", "1 to " + PAGE_ENTRIES_MAX);
        }
        Moment moment = Moments.asked(asOf, knownAt, ledger.policy().zone());
        ListQueries.Entries entries = ledger.queries().lists().page(status(list), moment, cursor, limit);
        return ResponseEntity.ok()
                .header("X-Ledger-Position", Long.toString(entries.position()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(new PageAnswer(entries.entries(), entries.next().orElse(null)));
    }

    /**
     * The newest release, or the one asked for, whole and in any range; or what changed since an older one. A page,
     * where nothing is said of the form and something of a page.
     *
     * @param since the number of the release that is held; 0 holds nothing
     * @param release the number of the release that is wanted; the newest where it is left out
     */
    @GetMapping(
            path = "/{list:black|grey|white}",
            produces = {JSON_LINES, MediaType.ALL_VALUE})
    ResponseEntity<?> lines(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PAGE_ENTRIES) int limit,
            @RequestParam Map<String, String> parameters,
            @RequestHeader HttpHeaders asked)
            throws HttpMediaTypeNotAcceptableException {
        requireLinesTaken(asked);
        if (!asksForLines(asked) && OF_PAGES.stream().anyMatch(parameters::containsKey)) {
            return page(list, asOf, knownAt, cursor, limit, parameters);
        }
        return answer(list, since, release, parameters, asked, JSON_LINES, ReleaseForm.JSON_LINES);
    }

    /** The same under the older name of its type. */
    @GetMapping(path = "/{list:black|grey|white}", produces = NDJSON)
    ResponseEntity<?> ndjson(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestParam Map<String, String> parameters,
            @RequestHeader HttpHeaders asked) {
        return answer(list, since, release, parameters, asked, NDJSON, ReleaseForm.JSON_LINES);
    }

    @GetMapping(path = "/{list:black|grey|white}", produces = CSV)
    ResponseEntity<?> csv(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestParam Map<String, String> parameters,
            @RequestHeader HttpHeaders asked) {
        return answer(list, since, release, parameters, asked, CSV + ";charset=utf-8;header=present", ReleaseForm.CSV);
    }

    private ResponseEntity<?> answer(
            String list,
            @Nullable Long since,
            @Nullable Long number,
            Map<String, String> parameters,
            HttpHeaders asked,
            String type,
            ReleaseForm form) {
        for (String time : List.of("asOf", "knownAt")) {
            if (parameters.containsKey(time)) {
                throw RequestProblem.badParameter(
                        time,
                        "left out where a release is wanted; a list of a past moment is application/json, in pages");
            }
        }
        ListName name = ListName.valueOf(list.toUpperCase(Locale.ROOT));
        ListReleased release = rows.release(name, number);
        // One tag a form: a cache must not answer who wants lines with what it has as CSV.
        String kind = type.substring(type.indexOf('/') + 1).split(";", 2)[0];
        String tag = "\"" + list + "-" + (since == null ? "" : since + "-") + release.number() + "-" + kind + "\"";
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        headers.set("X-Ledger-Position", Long.toString(release.position()));
        headers.set("X-List-Release", Long.toString(release.number()));
        headers.set("X-List-Signature", release.signature());
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (isAmong(tag, asked.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        return since == null ? whole(release, form, tag, asked, headers) : delta(release, since, form, headers);
    }

    private ResponseEntity<Resource> whole(
            ListReleased release, ReleaseForm form, String tag, HttpHeaders asked, HttpHeaders headers) {
        FileSystemResource file = new FileSystemResource(rows.file(release, form));
        FileHash hash = form == ReleaseForm.CSV ? release.csv() : release.lines();
        String digest = digest(hash);
        headers.set("Repr-Digest", digest);
        headers.set("X-List-Entries", Long.toString(release.entries()));
        String range = asked.getFirst(HttpHeaders.RANGE);
        String ifRange = asked.getFirst(HttpHeaders.IF_RANGE);
        if (range == null || (ifRange != null && !ifRange.equals(tag))) {
            headers.set("Content-Digest", digest);
            headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
            headers.setContentLength(file.getFile().length());
            // A range of another release than the one begun with would be put together into a list that never was.
            return new ResponseEntity<>(stream(file), headers, HttpStatus.OK);
        }
        return new ResponseEntity<>(file, headers, HttpStatus.OK);
    }

    /** @throws HttpMediaTypeNotAcceptableException when he would take something else only */
    static void requireLinesTaken(HttpHeaders asked) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> accepted = asked.getAccept();
        if (!accepted.isEmpty() && accepted.stream().noneMatch(it -> it.includes(LINES))) {
            throw new HttpMediaTypeNotAcceptableException(
                    List.of(LINES, MediaType.parseMediaType(CSV), MediaType.APPLICATION_JSON));
        }
    }

    /** And not merely takes anything. */
    private static boolean asksForLines(HttpHeaders asked) {
        return asked.getAccept().stream().anyMatch(LINES::equalsTypeAndSubtype);
    }

    /** As in RFC 9530. */
    static String digest(FileHash hash) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash.sha256())) + ":";
    }

    private static InputStreamResource stream(FileSystemResource file) {
        try {
            return new InputStreamResource(file.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the release cannot be read", e);
        }
    }

    private ResponseEntity<byte[]> delta(ListReleased release, long since, ReleaseForm form, HttpHeaders headers) {
        ReleasedRows.Text written = rows.text(new ReleasedRows.Asked(release, since, null, false), form);
        return new ResponseEntity<>(written.text().getBytes(StandardCharsets.UTF_8), headers, HttpStatus.OK);
    }

    /** {@code If-None-Match} is {@code *} or several tags by comma, each perhaps marked weak by a gateway (RFC 9110 13.1.2). */
    static boolean isAmong(String tag, @Nullable String known) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(it -> it.strip().replaceFirst("^W/", ""))
                        .anyMatch(it -> it.equals(tag) || it.equals("*"));
    }

    private String position() {
        return Long.toString(ledger.queries().projections().position());
    }

    static ListStatus status(String list) {
        return ListStatus.valueOf(list.toUpperCase(Locale.ROOT));
    }
}
