package kz.legality.bench;

import java.nio.file.Path;
import java.util.List;
import kz.legality.command.store.rocksdb.RocksEventStorageEngine;
import kz.legality.command.storedform.StoredForm;
import org.axonframework.eventhandling.DomainEventMessage;

/** Our engine with the settings it ships with. */
final class LedgerSide implements Side {
    private final RocksEventStorageEngine engine;

    LedgerSide(Path directory) {
        engine = open(directory, new StoredForm());
    }

    static RocksEventStorageEngine open(Path directory, StoredForm form) {
        return RocksEventStorageEngine.builder()
                .directory(directory)
                .eventSerializer(form)
                .snapshotSerializer(form)
                .open();
    }

    @Override
    public void append(List<? extends DomainEventMessage<?>> events) {
        engine.append(events);
    }

    @Override
    public void close() {
        engine.close();
    }
}
