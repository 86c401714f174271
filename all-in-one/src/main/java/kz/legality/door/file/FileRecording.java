package kz.legality.door.file;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kz.legality.command.intake.Progress;
import kz.legality.command.intake.Receipt;
import kz.legality.identifier.FileHash;
import kz.legality.launch.OpenLedger;
import kz.legality.sourcefile.FileKind;
import kz.legality.sourcefile.SourceFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records received files one after the other, and goes on at the start with those a former process left. */
@Component
class FileRecording {
    private static final Logger LOG = LoggerFactory.getLogger(FileRecording.class);
    private static final long STOP_SECONDS_MAX = 20;

    private final OpenLedger ledger;
    private final Inbox inbox;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("file-recording").unstarted(task));
    private final Map<FileHash, Inbox.Waiting> queued = new ConcurrentHashMap<>();
    private final Map<FileHash, Stopped> stopped = new ConcurrentHashMap<>();

    private record Stopped(Inbox.Waiting file, String why) {}

    FileRecording(OpenLedger ledger) {
        this.ledger = ledger;
        this.inbox = new Inbox(ledger.data().inbox());
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOnWithWhatWaits() {
        inbox.waiting().forEach(this::queue);
    }

    /**
     * Takes a file in. When this returns it is durable and will be recorded, whatever happens to this process.
     *
     * @return its receipt as it stands now
     */
    FileState receive(FileKind kind, String name, String sender, InputStream body) throws IOException {
        Inbox.Waiting file = inbox.receive(kind, name, sender, body);
        Optional<Receipt> known =
                ledger.intake().receiptOf(file.file()).filter(receipt -> receipt.state() == SourceFile.State.COMPLETED);
        if (known.isPresent()) {
            inbox.done(file);
            return FileState.of(known.get(), true);
        }
        queue(file);
        return FileState.waiting(file);
    }

    /** The file's receipt: while it waits, what the record says of it so far, else that it waits. */
    Optional<FileState> state(FileHash file) {
        // Read before the record: a file leaves the queue only after its last row is recorded.
        Inbox.Waiting waiting = queued.get(file);
        Optional<FileState> recorded = ledger.intake().receiptOf(file).map(receipt -> FileState.of(receipt, false));
        if (waiting == null) {
            Stopped early = stopped.get(file);
            return early == null
                    ? recorded
                    : Optional.of(recorded.orElseGet(() -> FileState.waiting(early.file()))
                            .stopped(early.why()));
        }
        // What an earlier attempt was refused for is not the answer to this one.
        return recorded.filter(it -> it.refusal() == null).or(() -> Optional.of(FileState.waiting(waiting)));
    }

    /** Who sent a file that still waits, or whose recording stopped. */
    Optional<String> senderOf(FileHash file) {
        return Optional.ofNullable(queued.get(file))
                .or(() -> Optional.ofNullable(stopped.get(file)).map(Stopped::file))
                .map(Inbox.Waiting::sender);
    }

    private void queue(Inbox.Waiting file) {
        if (queued.putIfAbsent(file.file(), file) == null) {
            stopped.remove(file.file());
            worker.execute(() -> record(file));
        }
    }

    private void record(Inbox.Waiting file) {
        try {
            ledger.intake().receive(file.kind(), file.name(), file.sender(), file.bytes(), Progress.UNWATCHED);
            inbox.done(file);
        } catch (IOException | RuntimeException failed) {
            // The bytes and the note stay: the next start goes on from the first row that is not recorded.
            stopped.put(file.file(), new Stopped(file, "the ledger failed: " + failed.getMessage()));
            LOG.error(
                    "File {} is not recorded to its end; sent again, or at the next start, it goes on",
                    file.file(),
                    failed);
        } finally {
            queued.remove(file.file());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.shutdownNow();
        if (!worker.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            LOG.warn("A file is still being recorded; the next start goes on with it");
        }
    }
}
