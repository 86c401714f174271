package kz.legality.door.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kz.legality.access.AccessEvent.ListViewed;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.RequestProblem;
import kz.legality.door.release.ListReleases;
import kz.legality.door.release.ReleaseForm;
import kz.legality.door.release.ReleaseRow;
import kz.legality.door.release.RowChange;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.launch.AccessLog;
import kz.legality.launch.OpenLedger;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lists that name subscribers. A release of one is national and holds pseudonyms; an operator is given the rows of
 * its own subscribers, with their numbers where it says for what purpose and on what basis it reads them. Every such
 * reading is an event. The regulator is given all rows and no numbers.
 */
@RestController
@RequestMapping("/api/v1/lists/{list:exceptions|notifications}")
class SubscriberLists {
    private final ListReleases releases;
    private final SubscriberNumbers numbers;
    private final AccessLog accessLog;
    private final Clock clock = Clock.systemUTC();

    SubscriberLists(OpenLedger ledger, ListReleases releases) {
        this.releases = releases;
        this.numbers = new SubscriberNumbers(ledger.events(), ledger.keys());
        this.accessLog = new AccessLog(ledger.events());
    }

    /** @param entries all of them: what an operator has of these lists fits one answer */
    record Entries(List<JsonNode> entries) {}

    /** What is answered, and how many rows it tells of. */
    @SuppressWarnings("ArrayRecordComponent") // made once and sent, never compared
    private record Body(byte[] bytes, long rows) {
        static Body of(String text, long rows) {
            return new Body(text.getBytes(StandardCharsets.UTF_8), rows);
        }
    }

    /** One answer while it is made. */
    private record Asked(ListReleased release, @Nullable Long since, Caller caller, ReadingPurpose purpose) {
        ListName list() {
            return release.list();
        }

        /** Whether numbers may stand in the answer. */
        boolean opens() {
            return isShare() && purpose.purpose() != null && purpose.legalBasis() != null;
        }

        /** Whether it is an operator's share and not the whole. */
        boolean isShare() {
            return caller.is(Role.OPERATOR);
        }

        boolean shows(JsonNode row) {
            return !isShare() || isOf(ReleaseDoor.operator(caller), row);
        }

        List<String> columns() {
            return opens()
                    ? list() == ListName.EXCEPTIONS
                            ? List.of("imei", "imsi", "msisdn")
                            : List.of("imei", "imsi", "msisdn", "blockDate", "reasons")
                    : ReleaseRow.columns(list());
        }
    }

    /** Whether the row is of a subscriber of this operator, whose name may be written in any letter case. */
    static boolean isOf(String operator, JsonNode row) {
        return row.path("operator").asText("").equalsIgnoreCase(operator);
    }

    /**
     * The newest release, or the one asked for; or what changed since an older one.
     *
     * @param since the number of the release that is held; 0 holds nothing
     * @param release the number of the release that is wanted; the newest where it is left out
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> json(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            ReadingPurpose purpose) {
        Asked asked = asked(list, since, release, caller, purpose);
        Body lines = body(asked, ReleaseForm.JSON_LINES);
        List<JsonNode> entries = new String(lines.bytes(), StandardCharsets.UTF_8)
                .lines()
                .map(AnswerJson::parse)
                .toList();
        Body page = Body.of(AnswerJson.line(new Entries(entries)), lines.rows());
        return answer(asked, page, headers, MediaType.APPLICATION_JSON_VALUE);
    }

    @GetMapping(produces = Lists.JSON_LINES)
    ResponseEntity<?> lines(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            ReadingPurpose purpose) {
        Asked asked = asked(list, since, release, caller, purpose);
        return answer(asked, body(asked, ReleaseForm.JSON_LINES), headers, Lists.JSON_LINES);
    }

    /** The same under the older name of its type. */
    @GetMapping(produces = Lists.NDJSON)
    ResponseEntity<?> ndjson(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            ReadingPurpose purpose) {
        Asked asked = asked(list, since, release, caller, purpose);
        return answer(asked, body(asked, ReleaseForm.JSON_LINES), headers, Lists.NDJSON);
    }

    @GetMapping(produces = Lists.CSV)
    ResponseEntity<?> csv(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            ReadingPurpose purpose) {
        Asked asked = asked(list, since, release, caller, purpose);
        return answer(asked, body(asked, ReleaseForm.CSV), headers, Lists.CSV + ";charset=utf-8;header=present");
    }

    private Asked asked(
            String list, @Nullable Long since, @Nullable Long number, Caller caller, ReadingPurpose purpose) {
        ListName name = ListName.of(list).orElseThrow(() -> RequestProblem.notFound("there is no list '" + list + "'"));
        ListReleased release = Lists.asked(releases, name, number);
        if (since != null) {
            Lists.requireSince(since, release);
        }
        return new Asked(release, since, caller, purpose);
    }

    private Body body(Asked asked, ReleaseForm form) {
        UnaryOperator<JsonNode> shown = asked.opens() ? numbers::opened : row -> row;
        Long since = asked.since();
        if (since != null) {
            Collection<RowChange> changes = releases.delta(
                            asked.list(), since, asked.release().number(), asked::shows)
                    .orElseThrow(() -> Lists.tooOld(since))
                    .values();
            return new Body(Deltas.written(asked.list(), asked.columns(), changes, form, shown), changes.size());
        }
        StringBuilder text = new StringBuilder(form == ReleaseForm.CSV ? String.join(",", asked.columns()) + "\n" : "");
        Path file = releases.file(asked.release(), ReleaseForm.JSON_LINES);
        if (!Files.exists(file)) {
            throw RequestProblem.notFound(
                    "the files of release " + asked.release().number() + " are no longer kept");
        }
        long[] rows = {0};
        ReleaseRow.each(file, line -> {
            JsonNode row = AnswerJson.parse(line);
            if (asked.shows(row)) {
                JsonNode told = shown.apply(row);
                text.append(form == ReleaseForm.CSV ? ReleaseRow.csv(asked.columns(), told) : AnswerJson.line(told))
                        .append('\n');
                rows[0]++;
            }
        });
        return Body.of(text.toString(), rows[0]);
    }

    private ResponseEntity<?> answer(Asked asked, Body body, HttpHeaders request, String type) {
        FileHash hash = sha256(body.bytes());
        String kind = type.substring(type.indexOf('/') + 1).split(";", 2)[0];
        // By content: numbers, another operator's rows and who was forgotten since make another answer of one release.
        String tag = "\"" + asked.list().written() + "-" + asked.release().number() + "-" + kind + "-"
                + hash.sha256().substring(0, 32) + "\"";
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.AUTHORIZATION);
        headers.set("X-Ledger-Position", Long.toString(asked.release().position()));
        headers.set("X-List-Release", Long.toString(asked.release().number()));
        headers.set(
                "X-List-Signature",
                releases.sign(signedText(asked.list(), asked.release().number(), asked.since(), whose(asked), hash)));
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.CACHE_CONTROL, asked.opens() ? "no-store" : "private, no-cache");
        if (Lists.isAmong(tag, request.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        recordReading(asked, body.rows());
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        headers.set("Repr-Digest", Lists.digest(hash));
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        String range = request.getFirst(HttpHeaders.RANGE);
        String ifRange = request.getFirst(HttpHeaders.IF_RANGE);
        if (range != null && (ifRange == null || ifRange.equals(tag))) {
            return new ResponseEntity<>(new ByteArrayResource(body.bytes()), headers, HttpStatus.OK);
        }
        headers.set("Content-Digest", Lists.digest(hash));
        return new ResponseEntity<>(body.bytes(), headers, HttpStatus.OK);
    }

    private static FileHash sha256(byte[] body) {
        try {
            return new FileHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String whose(Asked asked) {
        return asked.isShare() ? ReleaseDoor.operator(asked.caller()) : "*";
    }

    /** What is signed of an answer, by the key that signs releases. */
    static String signedText(ListName list, long number, @Nullable Long since, String operator, FileHash body) {
        return "kz.legality/list-share/v1\n" + list.written() + "\n" + number + "\n" + (since == null ? "-" : since)
                + "\n" + operator + "\n" + body.sha256() + "\n";
    }

    /** Before the answer leaves: what cannot be recorded is not shown. */
    private void recordReading(Asked asked, long rows) {
        if (!asked.opens()) {
            return;
        }
        accessLog.append(new ListViewed(
                asked.list(),
                asked.release().number(),
                asked.since(),
                clock.instant(),
                new Source.Actor(asked.caller().actor(), UUID.randomUUID().toString()),
                ReleaseDoor.operator(asked.caller()),
                rows,
                asked.caller().roles().stream().map(Role::name).sorted().toList(),
                Objects.requireNonNull(asked.purpose().purpose(), "asked before it was opened"),
                Objects.requireNonNull(asked.purpose().legalBasis(), "asked before it was opened")));
    }
}
