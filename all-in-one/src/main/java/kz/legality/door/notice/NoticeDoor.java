package kz.legality.door.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kz.legality.command.notice.NoticeRecord;
import kz.legality.door.access.Caller;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.launch.OpenLedger;
import kz.legality.notice.Notices;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The notices about one device. Whose line they went to is not shown here. */
@RestController
@RequestMapping("/api/v1/devices/{imei}/notices")
class NoticeDoor {
    private final NoticeRecord record;
    private final Clock clock = Clock.systemUTC();

    NoticeDoor(OpenLedger ledger) {
        this.record = new NoticeRecord(ledger.events());
    }

    /** One notice, and how far it has come. */
    record Shown(
            String notice,
            String channel,
            String language,
            String template,
            Instant deadline,
            Instant sentAt,
            String outcome,
            Instant since,
            String policyVersion) {
        static Shown of(Notices.Sent sent) {
            return new Shown(
                    sent.notice().notice(),
                    sent.notice().channel().name(),
                    sent.notice().language(),
                    sent.notice().template().name(),
                    sent.notice().deadline(),
                    sent.notice().occurredAt(),
                    sent.outcome().name(),
                    sent.since(),
                    sent.notice().policyVersion());
        }
    }

    /**
     * A channel's word about a notice.
     *
     * @param at when; now where it is left out
     * @param failure why it did not arrive; left out where it did
     */
    record Word(
            @Nullable String notice,
            @Nullable OffsetDateTime at,
            @Nullable String failure) {}

    @GetMapping
    List<Shown> all(@PathVariable String imei) {
        return shown(Asked.imei(imei));
    }

    /** 201 when the word is recorded, 200 when it was said before, 404 when there is no such notice. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<List<Shown>> outcome(@PathVariable String imei, @RequestBody Word word, Caller caller) {
        Imei asked = Asked.imei(imei);
        String notice = word.notice();
        if (notice == null || !record.of(asked).sent().containsKey(notice)) {
            throw RequestProblem.notFound("no such notice was sent about this device");
        }
        OffsetDateTime at = word.at();
        boolean isNew = record.outcome(
                asked,
                notice,
                at == null ? clock.instant() : at.toInstant(),
                new Source.Actor(caller.actor(), UUID.randomUUID().toString()),
                word.failure());
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(shown(asked));
    }

    private List<Shown> shown(Imei imei) {
        return record.of(imei).sent().values().stream().map(Shown::of).toList();
    }
}
