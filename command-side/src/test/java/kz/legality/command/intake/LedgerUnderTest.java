package kz.legality.command.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import kz.legality.command.secrecy.SealingPersonalFields;
import kz.legality.event.LedgerEvent;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileEvent;
import kz.legality.sourcefile.FileKind;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** An intake with a ledger behind it, in memory. */
final class LedgerUnderTest {
    static final Instant NOW = Instant.parse("2026-01-15T06:00:00Z");

    final StreamsInMemory events;
    final EmbeddedEventStore store;
    final KeysInMemory keys = new KeysInMemory();
    final BulkSeal seal = new SealingPersonalFields(keys)::seal;
    final Intake intake;
    private final Path directory;
    private int files;

    LedgerUnderTest(Path directory) {
        this(directory, new StreamsInMemory());
    }

    LedgerUnderTest(Path directory, StreamsInMemory events) {
        this.directory = directory;
        this.events = events;
        this.store = EmbeddedEventStore.builder().storageEngine(events).build();
        this.intake = intake(seal);
    }

    /** Another intake on the same ledger: another process, or the same after it was started again. */
    Intake intake(BulkSeal seal) {
        return intake(seal, NOW);
    }

    Intake intake(BulkSeal seal, Instant now) {
        return new Intake(
                store,
                seal,
                keys.pseudonyms(),
                Policies.always(Policy.kazakhstan()),
                Clock.fixed(now, ZoneOffset.UTC),
                Observations.NONE,
                new ListsInMemory(
                        () -> List.copyOf(events.all).stream().map(message -> (LedgerEvent) message.getPayload())));
    }

    Receipt receive(FileKind kind, String text) {
        return receive(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    Receipt receive(FileKind kind, byte[] bytes) {
        try {
            return intake.receive(kind, "sent.csv", "tester", file(bytes), Progress.UNWATCHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Taken in by a ledger whose clock stands at this moment. */
    Receipt receive(FileKind kind, String text, Instant now) {
        try {
            return intake(seal, now).receive(kind, "sent.csv", "tester", file(text), Progress.UNWATCHED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(byte[] bytes) {
        try {
            return Files.write(directory.resolve("file-" + files++), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in the stream of the n-th device. */
    List<LedgerEvent> device(int n) {
        return stream(new Imei(Samples.imei(n)).key());
    }

    List<LedgerEvent> stream(String name) {
        List<LedgerEvent> stream = new ArrayList<>();
        store.readEvents(name, 0)
                .asStream()
                .map(DomainEventMessage::getPayload)
                .forEach(it -> stream.add((LedgerEvent) it));
        return stream;
    }

    List<LedgerEvent> stream(Receipt receipt) {
        return stream(FileEvent.streamOf(receipt.sha256()));
    }

    List<Quarantine.Waiting> waiting(Receipt receipt) {
        return intake.quarantineOf(receipt.sha256()).orElseThrow().rows().toList();
    }

    String quarantineCsv(Receipt receipt) {
        StringBuilder csv = new StringBuilder();
        try {
            new QuarantineCsv(keys).write(intake.quarantineOf(receipt.sha256()).orElseThrow(), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }
}
