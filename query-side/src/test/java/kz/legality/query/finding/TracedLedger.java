package kz.legality.query.finding;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.legality.claim.ClaimEvent;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.claim.RefundClaim;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent;
import kz.legality.event.LedgerEvent;
import kz.legality.finding.FindingState;
import kz.legality.identifier.Imei;
import kz.legality.query.EventLog;
import kz.legality.query.QuerySide;
import kz.legality.query.RandomLedger;
import kz.legality.query.StoredJson;
import kz.legality.query.device.Moment;
import kz.legality.query.finding.Docs.ClaimDoc;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.Selection;
import kz.legality.query.store.rocksdb.RocksReadStore;
import org.axonframework.serialization.Serializer;

/** A ledger in memory whose facts are decided as the product decides them, and that is traced when it is told to. */
final class TracedLedger implements AutoCloseable, CaseStreams {
    private final Serializer serializer = StoredJson.serializer();
    private final EventLog log = new EventLog(serializer);
    private final ReadStore store;
    private final QuerySide query;
    private final Tracing tracing;
    private Instant now = RandomLedger.OPENED;

    TracedLedger(Path directory) {
        store = RocksReadStore.open(directory);
        query = QuerySide.open(store, log, serializer, RandomLedger.POLICIES, "test");
        query.projections().start();
        tracing = query.tracing(this, RandomLedger.POLICIES);
    }

    void say(LedgerEvent word) {
        switch (word) {
            case DeviceEvent.Fact fact -> ask(new DeviceCommand.RecordFact(fact));
            case RefundClaimed claimed -> claim(claimed).record(claimed).forEach(this::record);
            default -> record(word);
        }
    }

    void ask(DeviceCommand command) {
        List<DeviceEvent> before = new ArrayList<>();
        log.stream(command.imei().key()).values().forEach(it -> before.add((DeviceEvent) it));
        Deciding.on(command, Device.of(before), RandomLedger.POLICY).events().forEach(this::record);
    }

    private RefundClaim claim(RefundClaimed claimed) {
        RefundClaim claim = RefundClaim.UNSEEN;
        for (LedgerEvent event : log.stream(claimed.stream()).values()) {
            claim = claim.after((ClaimEvent) event);
        }
        return claim;
    }

    void record(LedgerEvent event) {
        now = now.plusSeconds(1);
        log.append(now, event);
    }

    void trace() {
        tracing.catchUp(progress -> {});
    }

    /** Every finding that was not withdrawn, by its id. */
    SortedMap<String, FindingDoc> findings() {
        SortedMap<String, FindingDoc> findings = new TreeMap<>();
        store.scan(Selection.all(Docs.FINDINGS), document -> {
            FindingDoc doc = FindingDoc.JSON.read(document);
            if (doc.state() != FindingState.WITHDRAWN) {
                findings.put(doc.finding().id(), doc);
            }
        });
        return findings;
    }

    /** As they are asked for, so many at a time. */
    List<FindingAnswer> asked(FindingQueries.Asked asked, int limit) {
        List<FindingAnswer> answers = new ArrayList<>();
        String cursor = null;
        do {
            FindingQueries.Found found = query.findings().page(asked, cursor, limit);
            answers.addAll(found.findings());
            cursor = found.next();
        } while (cursor != null);
        return answers;
    }

    List<FindingAnswer> ofDevice(Imei imei, Moment moment) {
        return query.findings().ofDevice(imei, moment);
    }

    Map<String, Long> counts() {
        return query.findings().counts();
    }

    /** When the newest event was recorded. */
    Instant now() {
        return now;
    }

    /** The one finding of a rule. */
    FindingDoc the(String rule) {
        return findings().values().stream()
                .filter(it -> it.finding().rule().equals(rule))
                .reduce((one, other) -> {
                    throw new AssertionError("several findings of " + rule);
                })
                .orElseThrow(() -> new AssertionError(
                        "no finding of " + rule + " among " + findings().values()));
    }

    SortedMap<String, ClaimDoc> claims() {
        SortedMap<String, ClaimDoc> claims = new TreeMap<>();
        store.scan(Selection.all(Docs.CLAIMS), document -> claims.put(document.key(), ClaimDoc.JSON.read(document)));
        return claims;
    }

    ClaimDoc claim(String number) {
        return Objects.requireNonNull(claims().get(number), number);
    }

    List<LedgerEvent> events(String stream) {
        return List.copyOf(log.stream(stream).values());
    }

    @Override
    public List<Placed> read(String stream) {
        List<Placed> events = new ArrayList<>();
        for (Map.Entry<Long, LedgerEvent> event : log.stream(stream).entrySet()) {
            events.add(new Placed(event.getKey(), event.getValue()));
        }
        return events;
    }

    @Override
    public boolean append(List<Continuation> events) {
        events.forEach(it -> record(it.event()));
        return true;
    }

    @Override
    public void close() {
        tracing.close();
        query.close();
        store.close();
    }
}
