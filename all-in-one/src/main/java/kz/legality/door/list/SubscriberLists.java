package kz.legality.door.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.legality.door.access.Caller;
import kz.legality.door.access.ReadingPurpose;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.RequestProblem;
import kz.legality.door.release.ListReleases;
import kz.legality.door.release.ReleaseForm;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Sha256;
import kz.legality.release.ListName;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
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
 * The lists that name subscribers. A release of one is national and holds pseudonyms; an operator is given the rows of
 * its own subscribers, with their numbers where it says for what purpose and on what basis it reads them. Every such
 * reading is an event. The regulator is given all rows and no numbers.
 */
@RestController
@RequestMapping("/api/v1/lists/{list:exceptions|notifications}")
class SubscriberLists {
    private final ListReleases releases;
    private final ReleasedRows rows;

    SubscriberLists(ListReleases releases, ReleasedRows rows) {
        this.releases = releases;
        this.rows = rows;
    }

    /** @param entries all of them: what an operator has of these lists fits one answer */
    record Entries(List<JsonNode> entries) {}

    /** One call, and who makes it. */
    private record Call(ReleasedRows.Asked asked, Caller caller, ReadingPurpose purpose, HttpHeaders headers) {}

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
        Call call = call(list, since, release, headers, caller, purpose);
        List<JsonNode> entries = new ArrayList<>();
        long told = rows.each(call.asked(), entries::add);
        return answer(
                call,
                new ReleasedRows.Text(AnswerJson.line(new Entries(entries)), told),
                MediaType.APPLICATION_JSON_VALUE);
    }

    /** Also for whoever takes anything. */
    @GetMapping(produces = {Lists.JSON_LINES, MediaType.ALL_VALUE})
    ResponseEntity<?> lines(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            ReadingPurpose purpose)
            throws HttpMediaTypeNotAcceptableException {
        Lists.requireLinesTaken(headers);
        Call call = call(list, since, release, headers, caller, purpose);
        return answer(call, rows.text(call.asked(), ReleaseForm.JSON_LINES), Lists.JSON_LINES);
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
        Call call = call(list, since, release, headers, caller, purpose);
        return answer(call, rows.text(call.asked(), ReleaseForm.JSON_LINES), Lists.NDJSON);
    }

    @GetMapping(produces = Lists.CSV)
    ResponseEntity<?> csv(
            @PathVariable String list,
            @RequestParam(required = false) @Nullable Long since,
            @RequestParam(required = false) @Nullable Long release,
            @RequestHeader HttpHeaders headers,
            Caller caller,
            ReadingPurpose purpose) {
        Call call = call(list, since, release, headers, caller, purpose);
        return answer(call, rows.text(call.asked(), ReleaseForm.CSV), Lists.CSV + ";charset=utf-8;header=present");
    }

    private Call call(
            String list,
            @Nullable Long since,
            @Nullable Long number,
            HttpHeaders headers,
            Caller caller,
            ReadingPurpose purpose) {
        ListName name = ListName.of(list).orElseThrow(() -> RequestProblem.notFound("there is no list '" + list + "'"));
        String operator = caller.is(Role.OPERATOR) ? ReleaseDoor.operator(caller) : null;
        boolean opened = operator != null && purpose.purpose() != null && purpose.legalBasis() != null;
        return new Call(
                new ReleasedRows.Asked(rows.release(name, number), since, operator, opened), caller, purpose, headers);
    }

    private ResponseEntity<?> answer(Call call, ReleasedRows.Text text, String type) {
        ReleasedRows.Asked asked = call.asked();
        byte[] body = text.text().getBytes(StandardCharsets.UTF_8);
        FileHash hash = sha256(body);
        String kind = type.substring(type.indexOf('/') + 1).split(";", 2)[0];
        // By content: numbers, another operator's rows and who was forgotten since make another answer of one release.
        String tag = "\"" + asked.list().written() + "-" + asked.release().number() + "-" + kind + "-"
                + hash.sha256().substring(0, 32) + "\"";
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.AUTHORIZATION);
        headers.set("X-Ledger-Position", Long.toString(asked.release().position()));
        headers.set("X-List-Release", Long.toString(asked.release().number()));
        headers.set("X-List-Signature", releases.sign(signedText(asked, hash)));
        headers.set(HttpHeaders.ETAG, tag);
        headers.set(HttpHeaders.CACHE_CONTROL, asked.opened() ? "no-store" : "private, no-cache");
        if (Lists.isAmong(tag, call.headers().getFirst(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .headers(headers)
                    .build();
        }
        // Before the answer leaves: what cannot be recorded is not shown.
        rows.recordReading(
                asked,
                text.rows(),
                call.caller().actor(),
                call.caller().roles().stream().map(Role::name).sorted().toList(),
                Objects.requireNonNullElse(call.purpose().purpose(), ""),
                Objects.requireNonNullElse(call.purpose().legalBasis(), ""));
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        headers.set("Repr-Digest", Lists.digest(hash));
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        String range = call.headers().getFirst(HttpHeaders.RANGE);
        String ifRange = call.headers().getFirst(HttpHeaders.IF_RANGE);
        if (range != null && (ifRange == null || ifRange.equals(tag))) {
            return new ResponseEntity<>(new ByteArrayResource(body), headers, HttpStatus.OK);
        }
        headers.set("Content-Digest", Lists.digest(hash));
        return new ResponseEntity<>(body, headers, HttpStatus.OK);
    }

    private static FileHash sha256(byte[] body) {
        MessageDigest digest = Sha256.begin();
        digest.update(body);
        return FileHash.of(digest);
    }

    /** What is signed of an answer, by the key that signs releases. */
    private static String signedText(ReleasedRows.Asked asked, FileHash body) {
        return String.join(
                        "\n",
                        "kz.legality/list-share/v1",
                        asked.list().written(),
                        Long.toString(asked.release().number()),
                        asked.since() == null ? "-" : asked.since().toString(),
                        asked.operator() == null ? "*" : asked.operator(),
                        body.sha256())
                + "\n";
    }
}
