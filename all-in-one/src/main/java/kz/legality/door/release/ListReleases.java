package kz.legality.door.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.legality.door.release.HeldRelease.Signed;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.launch.OpenLedger;
import kz.legality.policy.NetworkTerms;
import kz.legality.query.list.ListQueries;
import kz.legality.release.CutOff;
import kz.legality.release.ListChange;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.ReleaseEvent.ReleaseAcknowledged;
import kz.legality.release.ReleaseEvent.ReleaseHeld;
import kz.legality.release.ReleaseEvent.ReleaseSigned;
import org.jspecify.annotations.Nullable;

/**
 * The releases of every list. A release is made when somebody asks for the list and it is no longer what was released
 * last; the event names its files by their hashes, so the files are on disk before the event is, and what a crash leaves
 * between the two is written again under the same number. A release that takes too many subscribers from the network is
 * held until two persons signed it; meanwhile the one before is the newest.
 */
public final class ListReleases {
    private static final Source RULE = new Source.Rule("WhenAListIsAskedForAndHasChangedThenItIsReleased");

    private static final long LOOKED_THROUGH_MAX = 10_000;

    private final OpenLedger ledger;
    private final ReleaseShelf shelf;
    private final ReleaseKey key;
    private final ReleaseLog log;
    private final ListChanges changes = new ListChanges();
    private final ReleaseMaking making;
    private final Clock clock = Clock.systemUTC();

    public ListReleases(OpenLedger ledger) {
        this.ledger = ledger;
        Path root = ledger.data().releases();
        this.shelf = new ReleaseShelf(root);
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no folder for releases at " + root, e);
        }
        this.key = ReleaseKey.openOrCreate(root.resolve("release.key"));
        this.log = new ReleaseLog(ledger.events());
        this.making = new ReleaseMaking(ledger, shelf, changes, clock);
        for (ListName list : ListName.values()) {
            log.last(list).filter(this::isStillSo).ifPresent(it -> changes.forget(list));
        }
        ledger.queries().projections().listen(changes);
    }

    /** Whether nothing was recorded since but that lists were released and read: then it need not be written to be seen. */
    private boolean isStillSo(ListReleased last) {
        if (ledger.queries().projections().headPosition() - last.position() > LOOKED_THROUGH_MAX) {
            return false;
        }
        boolean[] same = {true};
        ledger.queries()
                .streams()
                .each(
                        last.position(),
                        (stream, at) -> same[0] &= stream.startsWith("list:") || stream.startsWith("access:"));
        return same[0];
    }

    /** The newest release, which is made now if the list has changed since; empty while the first one is held. */
    public synchronized Optional<ListReleased> newest(ListName list) {
        Optional<ListReleased> last = log.last(list);
        if (rests(list, last)) {
            return last;
        }
        changes.forget(list);
        long number = last.map(ListReleased::number).orElse(0L) + 1;
        CutOffCount cutOff = new CutOffCount();
        try (ReleaseWriting writing = making.begin(list, number)) {
            long position = making.write(list, last, writing, cutOff);
            if (last.isPresent() && writing.isTheSame()) {
                shelf.dropHeld(list, number);
                return last;
            }
            NetworkTerms terms = terms();
            List<CutOff> cutOffs = cutOff.shares(lists(), terms.cutOffCountMax());
            if (CutOff.needTwoPersons(cutOffs, terms)) {
                hold(list, number, position, writing, cutOffs);
                return last;
            }
            shelf.dropHeld(list, number);
            return Optional.of(record(list, number, position, writing));
        } catch (RuntimeException failed) {
            changes.note(Set.of(list));
            throw failed;
        }
    }

    /** Nothing on it has changed, it waits to be signed, or it is so long that it is not released again at once. */
    private boolean rests(ListName list, Optional<ListReleased> last) {
        if (held(list).filter(this::waits).isPresent()) {
            return true;
        }
        if (last.isEmpty() || !Files.exists(file(last.get(), ReleaseForm.JSON_LINES))) {
            return false;
        }
        boolean pausing = last.get().entries() > terms().releasedAtOnceEntriesMax()
                && clock.instant().isBefore(last.get().occurredAt().plus(terms().releasePause()));
        return pausing || !changes.has(list);
    }

    /** What one person signed stays what it is until the second one's time is over. */
    private boolean waits(HeldRelease held) {
        Instant now = clock.instant();
        return !changes.has(held.release().list())
                || held.signatures().stream()
                        .anyMatch(it -> it.occurredAt()
                                .plus(terms().secondSignatureWithin())
                                .isAfter(now));
    }

    private ListReleased record(ListName list, long number, long position, ReleaseWriting writing) {
        ListReleased released = released(
                list,
                number,
                RULE,
                position,
                writing.entries(),
                writing.changed(ListChange.Kind.ADDED),
                writing.changed(ListChange.Kind.REMOVED),
                writing.changed(ListChange.Kind.CHANGED),
                writing.hash(ReleaseForm.JSON_LINES),
                writing.hash(ReleaseForm.CSV));
        writing.keep();
        log.append(list, released);
        return released;
    }

    private ListReleased released(
            ListName list,
            long number,
            Source source,
            long position,
            long entries,
            long added,
            long removed,
            long changed,
            FileHash lines,
            FileHash csv) {
        return new ListReleased(
                list,
                number,
                clock.instant(),
                source,
                position,
                entries,
                added,
                removed,
                changed,
                lines,
                csv,
                key.sign(ListReleased.signedText(list, number, position, entries, lines, csv)),
                key.published());
    }

    private void hold(ListName list, long number, long position, ReleaseWriting writing, List<CutOff> cutOffs) {
        FileHash lines = writing.hash(ReleaseForm.JSON_LINES);
        boolean known =
                held(list).map(it -> it.release().lines()).filter(lines::equals).isPresent();
        writing.hold();
        if (!known) {
            log.append(
                    list,
                    new ReleaseHeld(
                            list,
                            number,
                            clock.instant(),
                            RULE,
                            position,
                            writing.entries(),
                            writing.changed(ListChange.Kind.ADDED),
                            writing.changed(ListChange.Kind.REMOVED),
                            writing.changed(ListChange.Kind.CHANGED),
                            lines,
                            writing.hash(ReleaseForm.CSV),
                            cutOffs,
                            ledger.policy().version()));
        }
    }

    /** The release that waits for two persons. */
    public synchronized Optional<HeldRelease> held(ListName list) {
        return log.held(list)
                .filter(it -> shelf.holds(list, it.number()))
                .map(it -> new HeldRelease(it, log.signatures(it)));
    }

    /** A person signs a held release as it was looked at; the second one's signature makes it the newest. */
    public synchronized Signed sign(ListName list, long number, Source.Actor person, String by, String reason) {
        Optional<HeldRelease> waiting = held(list).filter(it -> it.release().number() == number);
        if (waiting.isEmpty()) {
            return Signed.NOT_HELD;
        }
        HeldRelease held = waiting.get();
        Instant now = clock.instant();
        List<ReleaseSigned> standing = held.signatures().stream()
                .filter(it ->
                        it.occurredAt().plus(terms().secondSignatureWithin()).isAfter(now))
                .toList();
        if (standing.stream().anyMatch(it -> it.by().equals(by))) {
            return Signed.SAME_PERSON;
        }
        ReleaseHeld looked = held.release();
        ReleaseSigned signed = new ReleaseSigned(list, number, now, person, looked.lines(), by, reason);
        if (standing.isEmpty()) {
            log.append(list, signed);
            return Signed.WAITS_FOR_ANOTHER;
        }
        // Files first: a crash between the two leaves them to be written again, and the release to be signed again.
        shelf.keepHeld(list, number);
        log.append(
                list,
                signed,
                released(
                        list,
                        number,
                        person,
                        looked.position(),
                        looked.entries(),
                        looked.added(),
                        looked.removed(),
                        looked.changed(),
                        looked.lines(),
                        looked.csv()));
        // What came meanwhile is in the next one.
        changes.note(Set.of(list));
        return Signed.RELEASED;
    }

    /** What the next release would be. Nothing is recorded and nothing kept. */
    public synchronized ReleaseDraft dryRun(ListName list) {
        Optional<ListReleased> last = log.last(list);
        long number = last.map(ListReleased::number).orElse(0L) + 1;
        CutOffCount cutOff = new CutOffCount();
        try (ReleaseWriting writing = making.begin(list, number)) {
            long position = making.write(list, last, writing, cutOff);
            NetworkTerms terms = terms();
            // Every share is asked for here, however few are hit.
            List<CutOff> cutOffs = cutOff.shares(lists(), 0);
            return new ReleaseDraft(
                    writing.isTheSame() ? number - 1 : number,
                    position,
                    writing.entries(),
                    writing.changed(ListChange.Kind.ADDED),
                    writing.changed(ListChange.Kind.REMOVED),
                    writing.changed(ListChange.Kind.CHANGED),
                    cutOffs,
                    CutOff.needTwoPersons(cutOffs, terms));
        }
    }

    /** All of them, the first one first. */
    public synchronized List<ListReleased> releases(ListName list) {
        return log.releases(list);
    }

    /** What operators said of them, in the order they said it. */
    public synchronized List<ReleaseAcknowledged> acknowledgements(ListName list) {
        return log.acknowledgements(list);
    }

    public Optional<ListReleased> release(ListName list, long number) {
        return releases(list).stream().filter(it -> it.number() == number).findFirst();
    }

    /** The release whole; the file is there as long as nobody takes it away. */
    public Path file(ListReleased release, ReleaseForm form) {
        return shelf.whole(release.list(), release.number(), form);
    }

    /** What changed between two releases, by key; empty where it can no longer be told. */
    public Optional<SortedMap<String, RowChange>> delta(ListName list, long since, long until) {
        return shelf.delta(list, since, until);
    }

    /** The same to who is shown only these rows. */
    public Optional<SortedMap<String, RowChange>> delta(
            ListName list, long since, long until, Predicate<JsonNode> shown) {
        return delta(list, since, until).map(all -> {
            SortedMap<String, RowChange> some = new TreeMap<>();
            all.values().forEach(it -> it.among(shown).ifPresent(his -> some.put(his.key(), his)));
            return some;
        });
    }

    /** Ed25519 over a text, in base64, by the key that signs releases. */
    public String sign(String text) {
        return key.sign(text);
    }

    /** Records what an operator says it holds. */
    public synchronized ReleaseAcknowledged acknowledge(
            ListReleased release, String operator, Source.Actor actor, @Nullable Drift drift) {
        ReleaseAcknowledged acknowledged = new ReleaseAcknowledged(
                release.list(),
                release.number(),
                clock.instant(),
                actor,
                operator,
                drift == null ? null : drift.holds(),
                drift == null ? null : drift.missing(),
                drift == null ? null : drift.unexpected());
        log.append(release.list(), acknowledged);
        return acknowledged;
    }

    private ListQueries lists() {
        return ledger.queries().lists();
    }

    private NetworkTerms terms() {
        return ledger.policy().network();
    }
}
