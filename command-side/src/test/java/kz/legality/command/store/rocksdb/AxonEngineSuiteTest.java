package kz.legality.command.store.rocksdb;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Axon's own suite for storage engines, all of it; {@link AxonEngineSuiteIsWholeTest} counts. */
public class AxonEngineSuiteTest
        extends BatchingEventStorageEngineTest<RocksEventStorageEngine, RocksEventStorageEngine.Builder> {

    @TempDir
    Path directory;

    private final List<RocksEventStorageEngine> opened = new ArrayList<>();

    @BeforeEach
    void open() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void close() {
        opened.forEach(RocksEventStorageEngine::close);
    }

    @Override
    protected RocksEventStorageEngine createEngine(UnaryOperator<RocksEventStorageEngine.Builder> customization) {
        RocksEventStorageEngine engine = customization
                .apply(Stores.at(directory.resolve("engine-" + opened.size())))
                .open();
        opened.add(engine);
        return engine;
    }
}
