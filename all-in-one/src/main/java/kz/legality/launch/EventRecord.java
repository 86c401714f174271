package kz.legality.launch;

import java.time.Duration;
import java.util.Optional;
import kz.legality.command.store.LiveCopy;
import kz.legality.command.store.StoreIntegrity;
import kz.legality.command.store.rocksdb.RocksEventStorageEngine;
import kz.legality.command.storedform.OlderRevisions;
import kz.legality.command.storedform.StoredForm;
import kz.legality.evidence.log.RecordedEvents;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;

/**
 * Where the events are kept: in the data directory, or by an Axon Server. Nothing else in the ledger knows which.
 *
 * @param integrity checks the store itself; absent where the store is a server of its own
 * @param copy copies it while it is written to; absent likewise
 * @param recorded the events byte by byte, for the log; absent likewise
 */
record EventRecord(
        EventStore store,
        Optional<StoreIntegrity> integrity,
        Optional<LiveCopy> copy,
        Optional<RecordedEvents> recorded,
        Runnable closing)
        implements AutoCloseable {
    /** What this ledger is called among the applications of an Axon Server. */
    private static final String COMPONENT = "legality-ledger";

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(10);
    private static final int LOOK_AGAIN_MILLIS = 50;

    static EventRecord open(DataDirectory data, LedgerSettings settings, StoredForm form) {
        return settings.axonServer()
                .map(servers -> onAxonServer(servers, form))
                .orElseGet(() -> inDirectory(data, form));
    }

    private static EventRecord inDirectory(DataDirectory data, Serializer form) {
        RocksEventStorageEngine engine = RocksEventStorageEngine.builder()
                .directory(data.events())
                .eventSerializer(form)
                .snapshotSerializer(form)
                .upcasterChain(OlderRevisions.upcasters())
                .open();
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        return new EventRecord(
                store, Optional.of(engine), Optional.of(engine), Optional.of(new EventsAsRecorded(engine)), () -> {
                    store.shutDown();
                    engine.close();
                });
    }

    private static EventRecord onAxonServer(String servers, Serializer form) {
        AxonServerConfiguration configuration = AxonServerConfiguration.builder()
                .servers(servers)
                .componentName(COMPONENT)
                .build();
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        connections.start();
        awaitConnection(connections, servers);
        return new EventRecord(
                AxonServerEvents.over(configuration, connections, form),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                connections::shutdown);
    }

    /** The connector itself would go on trying without a word, and every call would fail in gRPC's words. */
    private static void awaitConnection(AxonServerConnectionManager connections, String servers) {
        long deadline = System.nanoTime() + CONNECTED_WITHIN.toNanos();
        try {
            while (!connections.isConnected(connections.getDefaultContext())) {
                if (System.nanoTime() > deadline) {
                    connections.shutdown();
                    throw new IllegalStateException("no Axon Server answered at " + servers + " within "
                            + CONNECTED_WITHIN.toSeconds() + " s (AXONSERVER_HOST)");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            connections.shutdown();
            throw new IllegalStateException("interrupted while connecting to " + servers, e);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
