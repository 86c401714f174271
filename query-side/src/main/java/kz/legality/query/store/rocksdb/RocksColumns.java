package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import kz.legality.query.store.Document;
import kz.legality.query.store.ReadStoreDamagedException;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteOptions;

/**
 * The open database and its column families. Everything native is closed here, the youngest first.
 *
 * <p>Write-ahead log and synchronous writes are what make a commit durable; a torn last record of the log is a commit
 * that was never acknowledged, and is dropped when the log is read again on opening.
 */
final class RocksColumns implements AutoCloseable {
    private static final byte[] IDENTITY = "identity".getBytes(UTF_8);
    private static final byte[] LAYOUT = "layout".getBytes(UTF_8);
    private static final byte[] LAYOUT_VERSION = "1".getBytes(UTF_8);

    private static final double BLOOM_BITS_PER_KEY = 10;
    private static final long WRITE_BUFFER_BYTES = 48L << 20;
    private static final int WRITE_BUFFERS_MAX = 3;
    private static final int SORTED_RUNS_MAX = 6;
    private static final long LOG_BYTES_MAX = 256L << 20;
    private static final long SYNC_WINDOW_BYTES = 1L << 20;
    private static final int LOG_FILES_KEPT = 2;

    static {
        RocksDB.loadLibrary();
    }

    private final Deque<AutoCloseable> natives = new ArrayDeque<>();
    final Path directory;
    final RocksDB db;
    final ColumnFamilyHandle facts;
    final ColumnFamilyHandle documents;
    final ColumnFamilyHandle entries;
    final ColumnFamilyHandle counters;
    final ColumnFamilyHandle tokens;
    final WriteOptions durable;
    final WriteOptions hasty;
    final String identity;

    RocksColumns(Path directory, long blockCacheBytes) {
        this.directory = directory;
        boolean opened = false;
        try {
            Files.createDirectories(directory);
            LRUCache cache = own(new LRUCache(blockCacheBytes));
            BloomFilter bloom = own(new BloomFilter(BLOOM_BITS_PER_KEY));
            List<ColumnFamilyDescriptor> families = List.of(
                    family("default", table(cache).setFilterPolicy(bloom)),
                    family("documents", table(cache).setFilterPolicy(bloom)),
                    // Entries are only ever walked through, never looked up one by one.
                    family("entries", table(cache)),
                    family("counters", table(cache).setFilterPolicy(bloom)),
                    family("tokens", table(cache).setFilterPolicy(bloom)));
            List<ColumnFamilyHandle> handles = new ArrayList<>();
            db = own(RocksDB.open(own(options()), directory.toString(), families, handles));
            handles.forEach(this::own);
            facts = handles.get(0);
            documents = handles.get(1);
            entries = handles.get(2);
            counters = handles.get(3);
            tokens = handles.get(4);
            durable = own(new WriteOptions().setSync(true));
            hasty = own(new WriteOptions());
            identity = identify();
            opened = true;
        } catch (RocksDBException e) {
            throw RocksFailure.named(directory, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /** Also completes a store that a crash left without a name: there is nothing in it yet. */
    private String identify() throws RocksDBException {
        byte[] layout = db.get(facts, LAYOUT);
        byte[] known = db.get(facts, IDENTITY);
        if (layout != null && known != null) {
            if (!Arrays.equals(layout, LAYOUT_VERSION)) {
                throw new ReadStoreDamagedException(
                        directory.toString(), "its layout is of version " + new String(layout, UTF_8), null);
            }
            return new String(known, UTF_8);
        }
        String fresh = UUID.randomUUID().toString();
        db.put(facts, durable, LAYOUT, LAYOUT_VERSION);
        db.put(facts, durable, IDENTITY, fresh.getBytes(UTF_8));
        return fresh;
    }

    /** Reads a document, or says that the store is damaged where there should be one. */
    Document document(String key, byte[] stored) {
        try {
            return StoredDocument.decode(key, stored);
        } catch (IllegalArgumentException e) {
            throw new ReadStoreDamagedException(directory.toString(), String.valueOf(e.getMessage()), e);
        }
    }

    private ColumnFamilyDescriptor family(String name, BlockBasedTableConfig table) {
        ColumnFamilyOptions options = own(new ColumnFamilyOptions())
                .setTableFormatConfig(table)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                // Levels rewrote every byte several times over and took a third of all processor time of a replay.
                .setCompactionStyle(CompactionStyle.UNIVERSAL)
                .setLevel0FileNumCompactionTrigger(SORTED_RUNS_MAX)
                .setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxWriteBufferNumber(WRITE_BUFFERS_MAX);
        return new ColumnFamilyDescriptor(name.getBytes(UTF_8), options);
    }

    /**
     * Filters and table indexes stay outside the block cache (about 1.5 bytes a document): inside it they were pushed
     * out by data blocks, and a read of one document then took 550 microseconds instead of 11.
     */
    private static BlockBasedTableConfig table(LRUCache cache) {
        return new BlockBasedTableConfig().setBlockCache(cache);
    }

    private static DBOptions options() {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setMaxBackgroundJobs(2)
                .setMaxTotalWalSize(LOG_BYTES_MAX)
                .setBytesPerSync(SYNC_WINDOW_BYTES)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(LOG_FILES_KEPT);
    }

    private <T extends AutoCloseable> T own(T closeable) {
        natives.push(closeable);
        return closeable;
    }

    @Override
    public void close() {
        while (!natives.isEmpty()) {
            try {
                natives.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a native part of the read store cannot be closed", e);
            }
        }
    }
}
