package kz.legality.bench;

import java.util.ArrayList;
import java.util.List;
import kz.legality.command.store.rocksdb.RocksEventStorageEngine;
import kz.legality.command.storedform.StoredForm;
import kz.legality.device.DeviceEvent;
import kz.legality.policy.Policies;
import kz.legality.policy.Policy;
import kz.legality.query.QuerySide;
import kz.legality.query.store.rocksdb.RocksReadStore;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** All views from the first event on, wired as the product wires them. Arguments: numbers of devices. */
final class Replay {
    private static final int CHUNK_DEVICES = 5_000;

    private Replay() {}

    static void run(List<String> arguments) throws Exception {
        Table table = Table.of(
                "devices",
                "events",
                "written, events/s",
                "replayed, events/s",
                "replay, s",
                "busy cores of all threads",
                "busiest thread of Java");
        for (String devices : arguments.isEmpty() ? List.of("1000000") : arguments) {
            try (Scratch scratch = Scratch.make()) {
                table.row(measure(scratch, Long.parseLong(devices)));
            }
        }
        table.print();
    }

    private static String[] measure(Scratch scratch, long devices) {
        StoredForm form = new StoredForm();
        try (RocksEventStorageEngine engine =
                LedgerSide.open(scratch.directory().resolve("events"), form)) {
            long began = System.nanoTime();
            fill(engine, devices);
            double writing = (System.nanoTime() - began) / 1e9;
            System.err.printf("%,d events written in %.1f s%n", engine.size(), writing);
            EmbeddedEventStore events =
                    EmbeddedEventStore.builder().storageEngine(engine).build();
            try (RocksReadStore views = RocksReadStore.open(scratch.directory().resolve("views"));
                    QuerySide queries =
                            QuerySide.open(views, events, form, Policies.always(Policy.kazakhstan()), "bench")) {
                Processors processors = new Processors();
                queries.projections().catchUp(progress -> processors.look());
                double seconds = processors.seconds();
                return new String[] {
                    Table.whole(devices),
                    Table.whole(engine.size()),
                    Table.whole(engine.size() / writing),
                    Table.whole(engine.size() / seconds),
                    Table.whole(seconds),
                    Table.ratio(processors.busyCores()),
                    processors.busiestThread()
                };
            } finally {
                events.shutDown();
            }
        }
    }

    /** The registrations of a chunk come after all its imports, as files do. */
    private static void fill(RocksEventStorageEngine engine, long devices) {
        for (long from = 0; from < devices; from += CHUNK_DEVICES) {
            List<DomainEventMessage<DeviceEvent>> imports = new ArrayList<>();
            List<DomainEventMessage<DeviceEvent>> registrations = new ArrayList<>();
            for (long number = from; number < Math.min(devices, from + CHUNK_DEVICES); number++) {
                imports.add(Devices.message(Devices.imported(number), 0));
                if (Devices.isRegistered(number)) {
                    registrations.add(Devices.message(Devices.registered(number), 1));
                }
            }
            engine.append(imports);
            engine.append(registrations);
        }
    }
}
