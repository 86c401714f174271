package kz.legality.evidence.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import kz.legality.evidence.log.EvidenceLog;
import kz.legality.evidence.log.LogKeys;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.log.RecordedEvents;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;
import kz.legality.evidence.proof.Base64Text;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.witness.WitnessFault;
import kz.legality.evidence.witness.Witnesses;

/** A small ledger of made-up devices whose owners are personal fields, and true bundles of it. */
final class TrueBundle implements RecordedEvents, LedgerAsked, AutoCloseable {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> TYPES = List.of("DeviceImported", "DeviceRegistered", "DeviceExported");
    private static final String FILE = "0f".repeat(32);
    private static final byte[] SALT = Base64.getDecoder().decode("AAECAwQFBgcICQoLDA0ODw==");

    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    final EvidenceLog log;
    final LogKeys keys;
    final List<WitnessFault> faults = new ArrayList<>();
    Function<byte[], Optional<byte[]>> stamping = checkpoint -> Optional.empty();
    Function<BundleContent, Papers> papers = content -> Papers.unsigned(Map.of("report_en.pdf", utf8("a report")));
    Witnesses witnesses = Witnesses.read(Path.of("there are none"));

    TrueBundle(Path directory, int count, int devices, long seed) throws IOException {
        Files.createDirectories(directory.resolve("map"));
        Random random = new Random(seed);
        String file = "file:" + FILE;
        add(
                file,
                "FileReceived",
                "{\"bytes\":77,\"kind\":\"registrations\",\"name\":\"all.csv\",\"sender\":\"operators\",\"source\":\""
                        + file + "#0\"}");
        for (int i = 0; i < count; i++) {
            String person = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            Hashing.of(SALT, utf8("owner.person"), new byte[1], utf8("person " + events.size())));
            add(
                    imei(random.nextInt(devices)),
                    TYPES.get(random.nextInt(TYPES.size())),
                    "{\"owner\":{\"person\":{\"commitment\":\"" + person
                            + "\",\"pseudonym\":\"p\",\"sealed\":\"s\",\"subject\":\"u\"}},\"source\":\"" + file + "#"
                            + (i + 1) + "\"}");
        }
        add(file, "FileCompleted", "{\"rows\":" + count + ",\"source\":\"" + file + "#0\"}");
        keys = LogKeys.openOrCreate(directory.resolve("keys"), "legality.test/log");
        log = EvidenceLog.open(directory.resolve("log"), this, keys, RocksStreamMap.open(directory.resolve("map")));
    }

    static String imei(int device) {
        return String.format("%014d", 35_000_000_000_000L + device);
    }

    byte[] bundleOf(String... imeis) {
        EvidenceRequest request = new EvidenceRequest(
                "0123456789abcdef",
                List.of(imeis),
                "7119-25-00-2/17",
                "ruling of 1 June",
                null,
                FIRST.plusSeconds(1_000_000),
                "judge",
                FIRST.plusSeconds(1_000_000));
        return new EvidenceBundle(log, this, this, Clock.fixed(FIRST.plusSeconds(2_000_000), ZoneOffset.UTC))
                .make(request, (done, total) -> {})
                .bytes();
    }

    void add(String stream, String type, String payload) {
        long position = events.size();
        events.add(new RecordedEvent(
                position,
                "event-" + position,
                stream,
                sequences.merge(stream, 1L, Long::sum) - 1,
                FIRST.plusSeconds(position),
                type,
                "1",
                utf8(payload),
                utf8("{}"),
                utf8(payload)));
    }

    @Override
    public long count() {
        return events.size();
    }

    @Override
    public List<RecordedEvent> read(long from, int countMax) {
        return List.copyOf(events.subList((int) from, (int) Math.min(events.size(), from + countMax)));
    }

    @Override
    public List<RecordedEvent> ofStream(String stream) {
        return events.stream().filter(event -> event.stream().equals(stream)).toList();
    }

    @Override
    public void commitMapRoot(long size, byte[] root) {
        add("log:map-root", "MapRootCommitted", "{\"root\":\"" + Base64Text.encode(root) + "\",\"size\":" + size + "}");
    }

    @Override
    public String cosigned(String checkpoint) {
        return witnesses.cosigned(checkpoint, log, faults::add);
    }

    @Override
    public Optional<byte[]> stamped(byte[] checkpoint) {
        return stamping.apply(checkpoint);
    }

    /** Every second owner is shown. */
    @Override
    public List<OpenedField> open(RecordedEvent event) {
        return event.position() % 2 == 0
                ? List.of(new OpenedField("owner.person", Base64Text.encode(SALT), "person " + event.position()))
                : List.of();
    }

    @Override
    public List<String> witnessKeys() {
        return witnesses.keys();
    }

    @Override
    public Papers papers(BundleContent content) {
        return papers.apply(content);
    }

    @Override
    public void close() {
        log.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
