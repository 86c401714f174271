package kz.legality.query.store.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import kz.legality.query.store.Document;
import kz.legality.query.store.IndexEntry;
import kz.legality.query.store.TokenWrite;
import kz.legality.query.store.WriteBatch;

/** Writes without end, saying after each commit how far it is; to be killed by {@link RocksCrashTest}. */
final class RocksCrashWriter {
    static final int KEYS = 500;

    private RocksCrashWriter() {}

    public static void main(String[] arguments) {
        Random random = new Random();
        try (RocksReadStore store = RocksReadStore.open(Path.of(arguments[0]))) {
            store.tokens().create("p", 0, "0".getBytes(UTF_8));
            byte[] token = store.tokens()
                    .claim("p", 0, "writer", Instant.now(), Duration.ZERO)
                    .orElseThrow();
            long position = Long.parseLong(new String(token, UTF_8));
            while (true) {
                WriteBatch batch = new WriteBatch();
                for (int i = 1 + random.nextInt(200); i > 0; i--) {
                    position++;
                    String key = "k" + random.nextInt(KEYS);
                    Set<IndexEntry> entries = Set.of(new IndexEntry("by", "s" + random.nextInt(9)));
                    batch.put("v", new Document(key, position, new byte[300], entries));
                    batch.append("rows", new Document("%012d".formatted(position), position, new byte[50], Set.of()));
                    batch.increment("v", "events", 1, position);
                }
                byte[] next = Long.toString(position).getBytes(UTF_8);
                batch.put("v", new Document("last", position, next, Set.of()));
                store.commit(batch.token(new TokenWrite("p", 0, "writer", Instant.now(), next)));
                System.out.println(position);
            }
        }
    }
}
