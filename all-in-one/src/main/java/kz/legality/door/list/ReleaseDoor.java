package kz.legality.door.list;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import kz.legality.door.access.Caller;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.door.release.Drift;
import kz.legality.door.release.ListReleases;
import kz.legality.door.release.ReleaseForm;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.ReleaseEvent.ReleaseAcknowledged;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The releases of a list, and what an operator says it holds. */
@RestController
@RequestMapping("/api/v1/lists/{list:black|grey|white|exceptions|notifications}/releases")
class ReleaseDoor {
    private static final int KEY_CHARS_MAX = 200;

    private final ListReleases releases;

    ReleaseDoor(ListReleases releases) {
        this.releases = releases;
    }

    /** What one operator said last of a release; an operator sees its own word only. */
    record Word(
            String operator,
            Instant at,
            @Nullable Long holds,
            @Nullable Long missing,
            @Nullable Long unexpected) {}

    record Release(
            String list,
            long number,
            Instant releasedAt,
            long position,
            long entries,
            long added,
            long removed,
            long changed,
            String sha256,
            String csvSha256,
            String signature,
            String publicKey,
            List<Word> acknowledgements) {}

    /** @param imeis what the operator's register really holds; left out where it only confirms */
    record Held(@Nullable List<String> imeis) {}

    record Acknowledged(
            String list,
            long number,
            String operator,
            @Nullable Drift drift) {}

    /** The newest first. A list that was never asked for has none. */
    @GetMapping
    List<Release> all(@PathVariable String list, Caller caller) {
        ListName name = name(list);
        List<ReleaseAcknowledged> words = releases.acknowledgements(name);
        return releases.releases(name).reversed().stream()
                .map(release -> answer(release, words, caller))
                .toList();
    }

    private static Release answer(ListReleased release, List<ReleaseAcknowledged> words, Caller caller) {
        return new Release(
                release.list().written(),
                release.number(),
                release.occurredAt(),
                release.position(),
                release.entries(),
                release.added(),
                release.removed(),
                release.changed(),
                release.lines().sha256(),
                release.csv().sha256(),
                release.signature(),
                release.key(),
                words.stream()
                        .filter(word -> word.number() == release.number())
                        .filter(word ->
                                !caller.is(Role.OPERATOR) || word.operator().equals(operator(caller)))
                        .map(word -> new Word(
                                word.operator(), word.occurredAt(), word.holds(), word.missing(), word.unexpected()))
                        .toList());
    }

    @PostMapping("/{n}/ack")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Acknowledged> acknowledge(
            @PathVariable String list,
            @PathVariable long n,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable Held held,
            Caller caller) {
        ListReleased release = releases.release(name(list), n)
                .orElseThrow(() -> RequestProblem.notFound("the list has no release " + n));
        if (key != null && (key.isBlank() || key.length() > KEY_CHARS_MAX)) {
            throw RequestProblem.badParameter("Idempotency-Key", "1 to " + KEY_CHARS_MAX + " characters");
        }
        Drift drift = held == null || held.imeis() == null
                ? null
                : Drift.between(
                        releases.file(release, ReleaseForm.JSON_LINES),
                        line -> !release.list().namesSubscribers()
                                || ReleasedRows.isOf(operator(caller), AnswerJson.parse(line)),
                        keys(held.imeis()));
        String request = key == null ? UUID.randomUUID().toString() : key.replace('#', '_');
        releases.acknowledge(release, operator(caller), new Source.Actor(caller.actor(), request), drift);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Acknowledged(release.list().written(), n, operator(caller), drift));
    }

    /** A register may hold them with 14, 15 or 16 digits, and any check digit. */
    private static LongStream keys(List<String> imeis) {
        return imeis.stream()
                .mapToLong(imei -> Long.parseLong(
                        Asked.as("imeis", () -> Imei.seenByNetwork(imei)).key()));
    }

    /** The name it is known by in registrations. */
    static String operator(Caller caller) {
        return caller.operator().orElse(caller.actor());
    }

    private static ListName name(String list) {
        return ListName.valueOf(list.toUpperCase(Locale.ROOT));
    }
}
