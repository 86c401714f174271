package kz.legality.evidence.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import kz.legality.evidence.log.EvidenceLog;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.log.RecordedEvents;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.BundleNames;
import kz.legality.evidence.proof.Checkpoint;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.proof.Json;
import kz.legality.evidence.proof.SignedNote;
import kz.legality.evidence.proof.StoredZip;
import kz.legality.evidence.proof.StreamMap;
import kz.legality.evidence.proof.StreamState;
import kz.legality.evidence.proof.TlogProof;
import org.jspecify.annotations.Nullable;

/**
 * Makes a bundle. First the map's root is committed to in the log while the map stands still and gives its proofs; then the
 * log is brought up to that commitment and everything is proven under one checkpoint.
 */
public final class EvidenceBundle {
    private static final String ROOT_COMMITTED = "MapRootCommitted";
    private static final String SYSTEM = "Legality Ledger 0.1";
    private static final int SEARCH_EVENTS = 1_000;

    private final EvidenceLog log;
    private final RecordedEvents events;
    private final LedgerAsked ledger;
    private final Clock clock;

    public EvidenceBundle(EvidenceLog log, RecordedEvents events, LedgerAsked ledger, Clock clock) {
        this.log = log;
        this.events = events;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * A bundle and what is recorded of it.
     *
     * @param opened paths of the personal fields that stand open in it
     */
    public record Made(byte[] bytes, long logSize, List<String> opened, long events) {}

    private record MapPart(long size, byte[] root, List<Map<String, @Nullable Object>> streams) {}

    /** @param progress hears how many devices are done, of how many */
    public Made make(EvidenceRequest request, BiConsumer<Long, Long> progress) {
        MapPart map = log.readMap((size, root, proofs) -> {
            List<Map<String, @Nullable Object>> streams = new ArrayList<>();
            for (String imei : request.imeis()) {
                streams.add(written(imei, proofs.prove(imei)));
            }
            ledger.commitMapRoot(size, root);
            return new MapPart(size, root, streams);
        });
        SortedMap<Long, RecordedEvent> included = new TreeMap<>();
        RecordedEvent committed = commitment(map);
        List<RecordedEvent> others = new ArrayList<>(events.ofStream("evidence:" + request.id()));
        others.add(committed);
        Map<String, List<RecordedEvent>> histories = new LinkedHashMap<>();
        for (String imei : request.imeis()) {
            List<RecordedEvent> history = events.ofStream(imei).stream()
                    .filter(event -> event.position() < map.size())
                    .toList();
            histories.put(imei, history);
            history.forEach(event -> included.put(event.position(), event));
            progress.accept((long) histories.size(), (long) request.imeis().size());
        }
        Map<String, SourceReceipt> sources = SourceReceipt.of(included.values(), events, map.size());
        others.forEach(event -> included.put(event.position(), event));
        sources.values().forEach(receipt -> receipt.events().forEach(it -> included.put(it.position(), it)));
        return written(request, map, committed, others, histories, sources, included);
    }

    private Made written(
            EvidenceRequest request,
            MapPart map,
            RecordedEvent committed,
            List<RecordedEvent> others,
            Map<String, List<RecordedEvent>> histories,
            Map<String, SourceReceipt> sources,
            SortedMap<Long, RecordedEvent> included) {
        SortedMap<Long, TlogProof> proofs = log.proofs(included.keySet());
        String checkpoint = ledger.cosigned(
                Objects.requireNonNull(proofs.get(committed.position())).checkpoint());
        long logSize = Checkpoint.parse(SignedNote.parse(checkpoint).text()).size();
        Map<Long, List<LedgerAsked.OpenedField>> opened = new TreeMap<>();
        histories
                .values()
                .forEach(history -> history.forEach(event -> opened.put(event.position(), ledger.open(event))));

        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(BundleNames.MIMETYPE, utf8("application/vnd.etsi.asic-e+zip"));
        BundleContent content = new BundleContent(
                request, histories, opened, sources, log.verifierKey(), checkpoint, logSize, map.size());
        Papers papers = ledger.papers(content);
        files.put("README.txt", utf8(BundleTexts.README));
        files.put("LIMITS.txt", utf8(BundleTexts.limits(papers.seal())));
        files.putAll(papers.files());
        files.put("custody.json", Json.bytes(custody(request, others)));
        files.put(BundleNames.CHECKPOINT, utf8(checkpoint));
        ledger.stamped(utf8(checkpoint)).ifPresent(stamp -> files.put(BundleNames.TIME_STAMP, stamp));
        files.put(BundleNames.LOG_KEY, utf8(log.verifierKey() + "\n"));
        List<String> witnesses = ledger.witnessKeys();
        if (!witnesses.isEmpty()) {
            files.put(BundleNames.WITNESS_KEYS, utf8(String.join("\n", witnesses) + "\n"));
        }
        files.put(
                BundleNames.SOURCES,
                Json.bytes(Map.of(
                        "sources",
                        sources.values().stream().map(SourceReceipt::written).toList())));
        files.put(
                BundleNames.MAP_PROOF,
                Json.bytes(Map.of(
                        "position", committed.position(),
                        "root", Base64Text.encode(map.root()),
                        "size", map.size(),
                        "streams", map.streams())));
        List<RecordedEvent> beside = new ArrayList<>(others);
        sources.values().forEach(receipt -> beside.addAll(receipt.events()));
        files.put(BundleNames.OTHER_EVENTS, Json.bytes(Map.of("events", listed(beside, Map.of()))));
        histories.forEach((imei, history) -> files.put(
                BundleNames.chain(imei),
                Json.bytes(Map.of(
                        "events", listed(history, opened),
                        "key", Base64Text.encode(log.keys().streamKey(imei)),
                        "stream", imei))));
        included.forEach((position, event) -> {
            files.put(BundleNames.event(position), event.canonical());
            files.put(
                    BundleNames.proof(position),
                    utf8(Objects.requireNonNull(proofs.get(position))
                            .under(checkpoint)
                            .text()));
        });
        Map<String, @Nullable Object> manifest = manifest(request, map, committed, logSize, papers.seal());
        long shown = opened.values().stream().mapToLong(List::size).sum();
        manifest.put("openedFields", shown);
        manifest.put(
                "withheldFields",
                included.values().stream()
                                .mapToLong(RecordedEvent::personalFields)
                                .sum()
                        - shown);
        byte[] zip = StoredZip.write(signed(request.id(), manifest, files));
        SortedSet<String> paths = new TreeSet<>();
        opened.values().forEach(fields -> fields.forEach(field -> paths.add(field.field())));
        return new Made(zip, logSize, List.copyOf(paths), included.size());
    }

    private Map<String, @Nullable Object> manifest(
            EvidenceRequest request, MapPart map, RecordedEvent committed, long logSize, Papers.@Nullable Seal seal) {
        Map<String, @Nullable Object> manifest = new TreeMap<>();
        manifest.put("format", BundleNames.FORMAT);
        manifest.put("id", request.id());
        manifest.put("case", request.caseNumber());
        manifest.put("legalBasis", request.legalBasis());
        if (request.orderHash() != null) {
            manifest.put("orderHash", request.orderHash());
        }
        manifest.put("imeis", request.imeis());
        manifest.put("asOf", request.asOf().toString());
        manifest.put("requestedAt", request.requestedAt().toString());
        manifest.put("issuedAt", clock.instant().toString());
        manifest.put("issuedBy", request.issuedBy());
        manifest.put("system", SYSTEM);
        manifest.put("origin", log.keys().signer().verifier().name());
        manifest.put("logSize", logSize);
        manifest.put("mapSize", map.size());
        manifest.put("mapRootPosition", committed.position());
        manifest.put(
                "papers", seal == null ? BundleNames.UNSIGNED : seal.level().written());
        if (seal != null) {
            manifest.put("papersSignedBy", seal.by());
        }
        return manifest;
    }

    private Map<String, byte[]> signed(String id, Map<String, @Nullable Object> manifest, Map<String, byte[]> files) {
        Map<String, @Nullable Object> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> hashes.put(name, HexFormat.of().formatHex(Hashing.of(bytes))));
        manifest.put("files", hashes);
        byte[] bytes = Json.bytes(manifest);
        String note = BundleNames.MANIFEST_NOTE_HEAD + "\n" + id + "\n"
                + HexFormat.of().formatHex(Hashing.of(bytes)) + "\n";
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(BundleNames.MIMETYPE, files.get(BundleNames.MIMETYPE));
        all.put(BundleNames.MANIFEST, bytes);
        all.put(
                BundleNames.MANIFEST_NOTE,
                utf8(SignedNote.with(note, log.keys().signer().line(note))));
        files.forEach(all::putIfAbsent);
        return all;
    }

    /** Others may have appended in the meantime, so it is looked for from the size it speaks of. */
    private RecordedEvent commitment(MapPart map) {
        long count = log.catchUp((done, due) -> {});
        for (long from = map.size(); from < count; ) {
            List<RecordedEvent> page = events.read(from, SEARCH_EVENTS);
            for (RecordedEvent event : page) {
                if (event.type().equals(ROOT_COMMITTED)
                        && new String(event.payload(), StandardCharsets.UTF_8)
                                .contains("\"" + Base64Text.encode(map.root()) + "\"")) {
                    return event;
                }
            }
            from += page.size();
        }
        throw new IllegalStateException("the root of the map was not committed to");
    }

    private List<Map<String, @Nullable Object>> listed(
            List<RecordedEvent> history, Map<Long, List<LedgerAsked.OpenedField>> opened) {
        List<Map<String, @Nullable Object>> listed = new ArrayList<>();
        for (RecordedEvent event : history) {
            List<Map<String, String>> fields = opened.getOrDefault(event.position(), List.of()).stream()
                    .map(it -> Map.of("field", it.field(), "salt", it.salt(), "value", it.value()))
                    .toList();
            listed.add(Map.of(
                    "opened", fields,
                    "position", event.position(),
                    "salt", Base64Text.encode(log.keys().saltOf(event.eventId()))));
        }
        return listed;
    }

    private static Map<String, @Nullable Object> written(String imei, StreamMap.Proof proof) {
        Map<String, @Nullable Object> written = new TreeMap<>();
        written.put("stream", imei);
        written.put(
                "siblings", proof.siblings().stream().map(Base64Text::encode).toList());
        StreamState state = proof.state();
        StreamMap.Other other = proof.other();
        if (state != null) {
            written.put("count", state.count());
            written.put("head", Base64Text.encode(state.head()));
            written.put("kinds", state.kinds());
        } else if (other != null) {
            written.put("otherKey", Base64Text.encode(other.key()));
            written.put("otherState", Base64Text.encode(other.stateHash()));
        }
        return written;
    }

    private Map<String, @Nullable Object> custody(EvidenceRequest request, List<RecordedEvent> others) {
        List<Map<String, @Nullable Object>> steps = new ArrayList<>();
        for (RecordedEvent event : others) {
            Object source = Json.parse(event.payload()) instanceof Map<?, ?> data ? data.get("source") : null;
            steps.add(Map.of(
                    "at", event.recordedAt().toString(),
                    "by", String.valueOf(source),
                    "position", event.position(),
                    "what", event.type()));
        }
        steps.add(Map.of("at", clock.instant().toString(), "by", SYSTEM, "what", "assembled and signed"));
        return Map.of("bundle", request.id(), "steps", steps);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
