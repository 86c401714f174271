package kz.legality.command.secrecy.rocksdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.legality.command.store.rocksdb.LogFiles;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Checkpoint;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** Names and bytes, written durably. What is overwritten can be made to vanish from the files too. */
final class KeyDatabase implements AutoCloseable {
    private static final int BLOOM_BITS_PER_KEY = 10;

    static {
        RocksDB.loadLibrary();
    }

    private final Path directory;
    private final BloomFilter bloom = new BloomFilter(BLOOM_BITS_PER_KEY);
    private final Options options = new Options()
            .setCreateIfMissing(true)
            // Wrapped keys are noise, which no compression makes shorter.
            .setCompressionType(CompressionType.NO_COMPRESSION)
            .setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(bloom));
    private final WriteOptions durably = new WriteOptions().setSync(true);
    private final RocksDB db;

    /** @throws KeysUnavailable when another process has it open, or it cannot be read */
    KeyDatabase(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            Optional<String> damage = LogFiles.neverRead(directory);
            if (damage.isPresent()) {
                throw new IOException(damage.get());
            }
            this.db = RocksDB.open(options, directory.toString());
        } catch (IOException | RocksDBException e) {
            closeSettings();
            throw new KeysUnavailable(whyNotOpened(e), e);
        }
    }

    Optional<byte[]> get(String name) {
        try {
            return Optional.ofNullable(db.get(bytes(name)));
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** In the order of the names. */
    List<Optional<byte[]>> getAll(List<String> names) {
        try {
            return db.multiGetAsList(names.stream().map(KeyDatabase::bytes).toList()).stream()
                    .map(Optional::ofNullable)
                    .toList();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** All of them or none, on the disk when this returns. */
    void put(Map<String, byte[]> entries) {
        try (WriteBatch batch = new WriteBatch()) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                batch.put(bytes(entry.getKey()), entry.getValue());
            }
            db.write(durably, batch);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    void delete(String name) {
        try {
            db.delete(durably, bytes(name));
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Rewrites the files that held earlier values of this name, and drops the log that did. */
    void scrub(String name) {
        byte[] from = bytes(name);
        byte[] to = Arrays.copyOf(from, from.length + 1);
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
                CompactRangeOptions wholly = new CompactRangeOptions()
                        .setBottommostLevelCompaction(CompactRangeOptions.BottommostLevelCompaction.kForce)) {
            db.flush(flush);
            db.compactRange(db.getDefaultColumnFamily(), from, to, wholly);
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    /** Makes a copy of this moment in a directory that is not there yet. */
    void copyTo(Path target) {
        try (Checkpoint checkpoint = Checkpoint.create(db)) {
            checkpoint.createCheckpoint(target.toString());
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        db.close();
        closeSettings();
    }

    private void closeSettings() {
        durably.close();
        options.close();
        bloom.close();
    }

    private String whyNotOpened(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("/LOCK: ")
                ? "the keys in " + directory + " are in use: another ledger has them open"
                : "the keys in " + directory + " cannot be opened: " + message;
    }

    private KeysUnavailable failed(RocksDBException e) {
        return new KeysUnavailable("the keys in " + directory + " do not answer: " + e.getMessage(), e);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
