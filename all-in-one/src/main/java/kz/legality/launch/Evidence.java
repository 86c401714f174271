package kz.legality.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import kz.legality.access.AccessEvent.HistoryViewed;
import kz.legality.command.store.rocksdb.LogFiles;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.evidence.EvidenceEvent;
import kz.legality.evidence.EvidenceEvent.EvidenceFetched;
import kz.legality.evidence.EvidenceEvent.EvidenceIssued;
import kz.legality.evidence.EvidenceEvent.EvidenceRequested;
import kz.legality.evidence.bundle.BundleContent;
import kz.legality.evidence.bundle.EvidenceBundle;
import kz.legality.evidence.bundle.EvidenceRequest;
import kz.legality.evidence.bundle.LedgerAsked;
import kz.legality.evidence.bundle.Papers;
import kz.legality.evidence.log.CorruptLog;
import kz.legality.evidence.log.EvidenceLog;
import kz.legality.evidence.log.LogCheck;
import kz.legality.evidence.log.LogKeys;
import kz.legality.evidence.log.RecordedEvent;
import kz.legality.evidence.log.RecordedEvents;
import kz.legality.evidence.log.rocksdb.RocksStreamMap;
import kz.legality.evidence.proof.Hashing;
import kz.legality.evidence.report.Reports;
import kz.legality.evidence.signature.EvidenceSigner;
import kz.legality.evidence.signature.NotSigned;
import kz.legality.evidence.signature.PaperSigning;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.secrecy.SubjectKeys;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The log over this ledger's events, and the bundles made from it. Works with or without a server; whoever asks first
 * brings the log up to the events.
 */
public final class Evidence implements AutoCloseable {
    /** At least this often the map's root is committed to, where anything happened. */
    public static final Duration MAP_ROOT_INTERVAL = Duration.ofHours(1);

    private static final int ID_BYTES = 8;

    private final DataDirectory data;
    private final RecordedEvents recorded;
    private final EventStore events;
    private final SubjectKeys subjects;
    private final EvidenceRecord record;
    private final EvidenceLog log;
    private final SeenByOthers others;
    private final Clock clock = Clock.systemUTC();
    private Instant rootCommittedAt;
    private long rootCommittedAtSize;

    private Evidence(DataDirectory data, RecordedEvents recorded, EventStore events, SubjectKeys subjects) {
        this.data = data;
        this.recorded = recorded;
        this.events = events;
        this.subjects = subjects;
        this.record = new EvidenceRecord(events, clock);
        Path map = data.log().resolve("map");
        try {
            Files.createDirectories(map);
            Files.createDirectories(data.bundles());
        } catch (IOException e) {
            throw new UncheckedIOException("the log in " + data.log() + " cannot be made", e);
        }
        LogFiles.neverRead(map).ifPresent(what -> {
            throw new CorruptLog(-1, "the map of streams in " + map + " is damaged: " + what);
        });
        LogKeys keys = LogKeys.openOrCreate(data.logKeys(), newName());
        this.log = EvidenceLog.open(data.log(), recorded, keys, RocksStreamMap.open(map));
        this.others = new SeenByOthers(data, clock);
        writeVerifierKey();
        this.rootCommittedAt = clock.instant();
        this.rootCommittedAtSize = log.size();
    }

    /** For whoever has the directory and no running ledger to ask. */
    private void writeVerifierKey() {
        Path file = data.log().resolve("vkey");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, log.verifierKey() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    static Evidence open(DataDirectory data, RecordedEvents recorded, EventStore events, SubjectKeys subjects) {
        return new Evidence(data, recorded, events, subjects);
    }

    public EvidenceLog log() {
        return log;
    }

    /** Takes in what has come, a stretch at a time, and commits to the map's root when that is due. */
    public void keepUp(BooleanAsked goesOn) {
        while (goesOn.ask() && log.takeStretch()) {
            // The next one.
        }
        boolean due = clock.instant().isAfter(rootCommittedAt.plus(MAP_ROOT_INTERVAL));
        if (goesOn.ask() && due && log.size() > rootCommittedAtSize + 1) {
            log.readMap((size, root, proofs) -> {
                record.commitMapRoot(size, root, log.keys());
                rootCommittedAt = clock.instant();
                rootCommittedAtSize = size;
                return size;
            });
        }
        if (goesOn.ask()) {
            others.look(log);
        }
    }

    /** The newest checkpoint that a witness cosigned, with his line; empty where none has yet. */
    public Optional<String> witnessed() {
        return others.witnessed();
    }

    /** Asked between two stretches. */
    public interface BooleanAsked {
        boolean ask();
    }

    /** Who asks, and why: what the events of a bundle say of him. */
    public record Asking(
            String actor,
            List<String> roles,
            String caseNumber,
            String legalBasis,
            @Nullable String orderHash,
            @Nullable String purpose,
            boolean mayReadPersonal) {}

    /** A request that stands in the ledger and is to be made. */
    public record Requested(String id, List<Imei> imeis, Asking asking, Instant asOf, Instant at) {}

    /** Records that somebody asks for a bundle. */
    public Requested request(List<Imei> imeis, Asking asking, @Nullable Instant asOf) {
        byte[] random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        String id = HexFormat.of().formatHex(random);
        Instant now = clock.instant();
        record.append(new EvidenceRequested(
                id,
                now,
                actor(asking.actor()),
                asking.roles(),
                imeis,
                asking.caseNumber(),
                asking.legalBasis(),
                asking.orderHash(),
                asOf));
        return new Requested(id, imeis, asking, asOf == null ? now : asOf, now);
    }

    /** Makes it, keeps it under {@link #bundle}, and records that it was issued and whose persons it shows. */
    public Path make(Requested requested, BiConsumer<Long, Long> progress) {
        Asking asking = requested.asking();
        List<String> keys = requested.imeis().stream().map(Imei::key).distinct().toList();
        EvidenceRequest request = new EvidenceRequest(
                requested.id(),
                keys,
                asking.caseNumber(),
                asking.legalBasis(),
                asking.orderHash(),
                requested.asOf(),
                asking.actor(),
                requested.at());
        AskedByBundle asked = new AskedByBundle(asking.mayReadPersonal());
        EvidenceBundle.Made made = new EvidenceBundle(log, recorded, asked, clock).make(request, progress);
        recordViews(requested, asked.shown);
        record.append(new EvidenceIssued(
                requested.id(),
                clock.instant(),
                actor(asking.actor()),
                new FileHash(HexFormat.of().formatHex(Hashing.of(made.bytes()))),
                made.bytes().length,
                made.logSize(),
                made.opened()));
        return kept(requested.id(), made.bytes());
    }

    /** A bundle that was made, by its id; empty where there is none. */
    public Optional<Path> bundle(String id) {
        Path file = data.bundles().resolve(id + ".evz");
        return id.matches("[0-9a-f]{16}") && Files.exists(file) ? Optional.of(file) : Optional.empty();
    }

    /** Records that somebody took a bundle. */
    public void fetched(String id, String actor, List<String> roles) {
        record.append(new EvidenceFetched(id, clock.instant(), actor(actor), roles));
    }

    /** What is recorded of a bundle, in order: asked for, issued, looked at. */
    public List<EvidenceEvent> recordOf(String id) {
        return events.readEvents(EvidenceEvent.streamOf(id))
                .asStream()
                .map(EventMessage::getPayload)
                .filter(EvidenceEvent.class::isInstance)
                .map(EvidenceEvent.class::cast)
                .toList();
    }

    /** Compares the whole log with the events it is made from. */
    public Optional<LogCheck.Flaw> check(BiConsumer<Long, Long> progress) {
        return log.check(progress);
    }

    @Override
    public void close() {
        log.close();
    }

    private final class AskedByBundle implements LedgerAsked {
        private final boolean mayReadPersonal;
        private final OpenedFields fields = new OpenedFields(subjects);
        private final Map<String, Set<String>> shown = new TreeMap<>();

        private AskedByBundle(boolean mayReadPersonal) {
            this.mayReadPersonal = mayReadPersonal;
        }

        @Override
        public void commitMapRoot(long size, byte[] root) {
            record.commitMapRoot(size, root, log.keys());
        }

        @Override
        public String cosigned(String checkpoint) {
            return others.cosigned(checkpoint, log);
        }

        @Override
        public Optional<byte[]> stamped(byte[] checkpoint) {
            return others.stamped(checkpoint);
        }

        @Override
        public List<OpenedField> open(RecordedEvent event) {
            if (!mayReadPersonal) {
                return List.of();
            }
            List<OpenedField> opened = fields.of(event);
            opened.forEach(field -> shown.computeIfAbsent(event.stream(), stream -> new TreeSet<>())
                    .add(field.field()));
            return opened;
        }

        @Override
        public List<String> witnessKeys() {
            return others.witnessKeys();
        }

        /** A signer that is named and cannot sign stops the bundle: nobody would notice that it is missing. */
        @Override
        public Papers papers(BundleContent content) {
            PaperSigning signing = others.paperSigning();
            try {
                EvidenceSigner signer = signing.signer().orElse(null);
                return signing.signed(Reports.of(content, signer == null ? null : PaperSigning.nameOf(signer)), signer);
            } catch (NotSigned fault) {
                throw new IllegalStateException("the papers cannot be signed: " + fault.getMessage(), fault);
            }
        }
    }

    private void recordViews(Requested requested, Map<String, Set<String>> shown) {
        Asking asking = requested.asking();
        for (Imei imei : requested.imeis()) {
            Set<String> fields = shown.remove(imei.key());
            if (fields == null) {
                continue;
            }
            LedgerEvent viewed = new HistoryViewed(
                    imei,
                    clock.instant(),
                    actor(asking.actor()),
                    asking.roles(),
                    new ArrayList<>(fields),
                    asking.purpose() == null ? "evidence bundle " + requested.id() : asking.purpose(),
                    asking.legalBasis(),
                    asking.caseNumber(),
                    asking.orderHash());
            record.append(viewed);
        }
    }

    /** A crash leaves a file that is not under its name, and a request that was never issued: it is asked for again. */
    private Path kept(String id, byte[] bundle) {
        Path file = data.bundles().resolve(id + ".evz");
        Path fresh = data.bundles().resolve(id + ".new");
        try {
            Files.write(fresh, bundle);
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static Source.Actor actor(String name) {
        return new Source.Actor(name, UUID.randomUUID().toString());
    }

    /** The origin of a new log; nobody else's is called alike. */
    private static String newName() {
        byte[] random = new byte[ID_BYTES];
        new SecureRandom().nextBytes(random);
        return "legality.kz/log/" + HexFormat.of().formatHex(random);
    }
}
