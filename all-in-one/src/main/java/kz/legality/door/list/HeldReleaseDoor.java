package kz.legality.door.list;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.legality.door.access.Caller;
import kz.legality.door.access.Role;
import kz.legality.door.problem.RequestProblem;
import kz.legality.door.release.HeldRelease;
import kz.legality.door.release.ListReleases;
import kz.legality.door.release.ReleaseDraft;
import kz.legality.event.Source;
import kz.legality.release.CutOff;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ReleaseHeld;
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

/** What the next release of a list would do to whom, and the two signatures of one that does much. */
@RestController
@RequestMapping("/api/v1/lists/{list:black|grey|white|exceptions|notifications}/releases")
class HeldReleaseDoor {
    private static final int REASON_CHARS_MAX = 500;

    private final ListReleases releases;

    HeldReleaseDoor(ListReleases releases) {
        this.releases = releases;
    }

    /** @param perMille of those registered with the operator, in whole parts of a thousand */
    record Hit(String operator, long subscribers, long registered, long perMille) {
        static List<Hit> shown(List<CutOff> cutOffs, Caller caller) {
            return cutOffs.stream()
                    .filter(it ->
                            !caller.is(Role.OPERATOR) || it.operator().equalsIgnoreCase(ReleaseDoor.operator(caller)))
                    .map(it -> new Hit(it.operator(), it.subscribers(), it.registered(), it.perMille()))
                    .toList();
        }
    }

    /** @param cutOffs of each operator; an operator sees its own only */
    record DryRun(
            String list,
            long number,
            long position,
            long entries,
            long added,
            long removed,
            long changed,
            boolean needsTwoPersons,
            List<Hit> cutOffs) {}

    record Signature(String by, Instant at, String reason) {}

    record Held(
            String list,
            long number,
            Instant heldAt,
            long position,
            long entries,
            long added,
            long removed,
            long changed,
            String sha256,
            List<Hit> cutOffs,
            List<Signature> signatures) {}

    /** @param reason why it shall go out, for the record */
    record Signing(@Nullable String reason) {}

    /** @param state {@code RELEASED}, or {@code WAITS_FOR_ANOTHER} person */
    record Signed(String list, long number, HeldRelease.Signed state) {}

    /** What a release would change if it were made now. Nothing is released by asking. */
    @GetMapping("/dry-run")
    DryRun dryRun(@PathVariable String list, Caller caller) {
        ReleaseDraft draft = releases.dryRun(name(list));
        return new DryRun(
                list,
                draft.number(),
                draft.position(),
                draft.entries(),
                draft.added(),
                draft.removed(),
                draft.changed(),
                draft.needsTwoPersons(),
                Hit.shown(draft.cutOffs(), caller));
    }

    /** The release that waits for two persons; 404 where none does. */
    @GetMapping("/held")
    Held held(@PathVariable String list, Caller caller) {
        HeldRelease held = releases.held(name(list)).orElseThrow(() -> RequestProblem.notFound("no release is held"));
        ReleaseHeld release = held.release();
        return new Held(
                list,
                release.number(),
                release.occurredAt(),
                release.position(),
                release.entries(),
                release.added(),
                release.removed(),
                release.changed(),
                release.lines().sha256(),
                Hit.shown(release.cutOffs(), caller),
                held.signatures().stream()
                        .map(it -> new Signature(it.by(), it.occurredAt(), it.reason()))
                        .toList());
    }

    /** One of two persons says that it shall go out; 202 while another one must, 201 when it went out. */
    @PostMapping("/{n}/signature")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Signed> sign(
            @PathVariable String list,
            @PathVariable long n,
            @RequestBody(required = false) @Nullable Signing signing,
            Caller caller) {
        String reason = signing == null ? null : signing.reason();
        if (reason == null || reason.isBlank() || reason.length() > REASON_CHARS_MAX) {
            throw RequestProblem.badParameter(
                    "reason", "why it shall go out, in 1 to " + REASON_CHARS_MAX + " characters");
        }
        HeldRelease.Signed signed = releases.sign(
                name(list),
                n,
                new Source.Actor(caller.actor(), UUID.randomUUID().toString()),
                caller.actor(),
                reason);
        return switch (signed) {
            case NOT_HELD -> throw RequestProblem.refused("RELEASE_NOT_HELD", "release " + n + " waits for nobody");
            case SAME_PERSON ->
                throw RequestProblem.refused("SAME_PERSON", "another person must sign it; you have signed already");
            case WAITS_FOR_ANOTHER -> ResponseEntity.status(HttpStatus.ACCEPTED).body(new Signed(list, n, signed));
            case RELEASED -> ResponseEntity.status(HttpStatus.CREATED).body(new Signed(list, n, signed));
        };
    }

    private static ListName name(String list) {
        return ListName.of(list).orElseThrow(() -> RequestProblem.notFound("there is no list '" + list + "'"));
    }
}
