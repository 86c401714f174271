package kz.legality.command.store.rocksdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.rocksdb.AbstractNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.ConfigOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WALRecoveryMode;

/** How RocksDB is set up for events: nothing unverified, nothing unbounded, all families of one moment. */
final class StoreOptions implements AutoCloseable {
    private static final long MIB = 1024 * 1024;
    static final long MEMTABLE_BYTES_DEFAULT = 64 * MIB;
    private static final long WAL_BYTES_MAX = 192 * MIB;
    private static final long INFO_LOG_BYTES_MAX = MIB;
    private static final int INFO_LOG_FILES = 4;
    private static final int OPEN_FILES_MAX = 1024;
    private static final int BACKGROUND_JOBS = 2;
    private static final int EVENT_BLOCK_BYTES = 16 * 1024;
    /** The fastest of Zstandard's. */
    private static final int EVENT_COMPRESSION_LEVEL = 1;

    private static final int INDEX_BLOCK_BYTES = 4 * 1024;
    private static final int UNMERGED_INDEX_FILES = 2;
    private static final long FIRST_INDEX_LEVEL_BYTES = 32 * MIB;
    private static final double BLOOM_BITS_PER_KEY = 10;
    private static final double MEMTABLE_BLOOM_RATIO = 0.05;

    static {
        RocksDB.loadLibrary();
    }

    private final List<AbstractNativeReference> owned = new ArrayList<>();
    private final Cache blockCache;
    private final long memtableBytes;

    /**
     * @param memtableBytes how many bytes of events to gather in memory before they become a file, and so about how long the log
     *     is that a crash leaves to be read
     */
    StoreOptions(long blockCacheBytes, long memtableBytes) {
        this.memtableBytes = memtableBytes;
        blockCache = own(new LRUCache(blockCacheBytes));
    }

    /**
     * @param recovery how to take a log whose end is unreadable; {@link StoreOpening} says why there are two answers
     */
    DBOptions database(WALRecoveryMode recovery) {
        Properties verified = new Properties();
        // A log file that the manifest knows of and the directory does not, is an error and no fresh start.
        verified.setProperty("track_and_verify_wals_in_manifest", "true");
        verified.setProperty("verify_sst_unique_id_in_manifest", "true");
        DBOptions options;
        try (ConfigOptions strict = new ConfigOptions().setIgnoreUnknownOptions(true)) {
            options = own(DBOptions.getDBOptionsFromProps(strict, verified));
        }
        return options.setWalRecoveryMode(recovery)
                .setParanoidChecks(true)
                // All families are flushed in one manifest edit, so a manifest that lost its end is behind in all of
                // them
                // alike and the mark of acknowledged events tells.
                .setAtomicFlush(true)
                .setMaxTotalWalSize(WAL_BYTES_MAX)
                .setMaxOpenFiles(OPEN_FILES_MAX)
                .setMaxBackgroundJobs(BACKGROUND_JOBS)
                .setBytesPerSync(MIB)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setMaxLogFileSize(INFO_LOG_BYTES_MAX)
                .setKeepLogFileNum(INFO_LOG_FILES)
                .setStatsDumpPeriodSec(0)
                .setSkipStatsUpdateOnDbOpen(true);
    }

    /**
     * Appended at the end only and read in long runs: larger blocks, and no filter since every position exists. Compressed for
     * good when it is first written to a file: files that do not overlap then move down by name, and no event is written twice.
     */
    ColumnFamilyOptions events() {
        return family(memtableBytes, table(EVENT_BLOCK_BYTES))
                .setCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setCompressionOptions(own(new CompressionOptions()).setLevel(EVENT_COMPRESSION_LEVEL))
                .setBottommostCompressionType(CompressionType.DISABLE_COMPRESSION_OPTION);
    }

    /**
     * Asked "is it there?" for every new stream, where no must be cheap: filters in files and memory. The filters are
     * cut into small blocks, because a whole one is megabytes, and a cache that cannot keep it would read it anew for each answer.
     * Each file that is not merged yet is asked too, so two are merged already; into a small level, since a merge rewrites it all.
     */
    ColumnFamilyOptions streams() {
        BlockBasedTableConfig table = table(INDEX_BLOCK_BYTES)
                .setFilterPolicy(own(new BloomFilter(BLOOM_BITS_PER_KEY, false)))
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setPinTopLevelIndexAndFilter(true)
                .setMetadataBlockSize(INDEX_BLOCK_BYTES);
        return family(memtableBytes / 2, table)
                .setLevel0FileNumCompactionTrigger(UNMERGED_INDEX_FILES)
                .setMaxBytesForLevelBase(FIRST_INDEX_LEVEL_BYTES)
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(MEMTABLE_BLOOM_RATIO);
    }

    ColumnFamilyOptions small() {
        return family(memtableBytes / 16, table(INDEX_BLOCK_BYTES));
    }

    private BlockBasedTableConfig table(int blockBytes) {
        return new BlockBasedTableConfig()
                .setBlockCache(blockCache)
                .setBlockSize(blockBytes)
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
    }

    private ColumnFamilyOptions family(long familyMemtableBytes, BlockBasedTableConfig table) {
        return own(new ColumnFamilyOptions())
                .setWriteBufferSize(familyMemtableBytes)
                .setMaxWriteBufferNumber(3)
                .setTableFormatConfig(table)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setForceConsistencyChecks(true);
    }

    private <T extends AbstractNativeReference> T own(T reference) {
        owned.add(reference);
        return reference;
    }

    @Override
    public void close() {
        owned.reversed().forEach(AbstractNativeReference::close);
    }
}
