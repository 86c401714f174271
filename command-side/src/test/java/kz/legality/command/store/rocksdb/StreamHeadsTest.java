package kz.legality.command.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** What a caller was told while others wrote, step by step in one thread. */
class StreamHeadsTest {
    private static final long MIB = 1024 * 1024;

    @TempDir
    Path directory;

    private EventDatabase database;
    private StreamHeads heads;
    private long count;

    @BeforeEach
    void open() {
        database = new StoreOpening(directory, OptionalLong.empty(), new StoreOptions(MIB, MIB)).open();
        heads = new StreamHeads(database, new LateBeginnings(database), count);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_answer_holds_while_no_other_wrote_to_the_stream() throws RocksDBException {
        Append mine = asked(Stores.event("mine", 0));
        write(Stores.event("other", 0));

        assertThatCode(() -> heads.demandContinued(mine)).doesNotThrowAnyException();
    }

    @Test
    void who_was_first_to_write_wins_though_both_were_told_that_the_stream_is_new() throws RocksDBException {
        Append mine = asked(Stores.event("contested", 0));
        write(Stores.event("contested", 0));

        assertThatThrownBy(() -> heads.demandContinued(mine)).isInstanceOf(StreamConflict.class);
    }

    @Test
    void an_answer_is_old_when_what_was_written_since_may_have_been_forgotten() throws RocksDBException {
        Append mine = asked(Stores.event("contested", 0));
        Append unharmed = asked(Stores.event("unharmed", 0));
        write(Stores.event("contested", 0));
        forgetAll();

        assertThatThrownBy(() -> heads.demandContinued(mine))
                .isInstanceOf(StreamConflict.class)
                .hasMessageContaining("has sequence 0 already");
        assertThatCode(() -> heads.demandContinued(unharmed)).doesNotThrowAnyException();
    }

    @Test
    void a_stream_that_was_remembered_when_asked_and_is_forgotten_now_is_looked_up() throws RocksDBException {
        write(Stores.event("contested", 0));
        Append mine = asked(Stores.event("contested", 1));
        write(Stores.event("contested", 1));
        forgetAll();

        assertThatThrownBy(() -> heads.demandContinued(mine)).isInstanceOf(StreamConflict.class);
    }

    @Test
    void what_is_numbered_and_not_yet_on_the_disk_is_known_to_who_asks() {
        heads.moved(append(Stores.event("mine", 0)).spans.iterator().next());

        assertThatCode(() -> asked(Stores.event("mine", 1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> asked(Stores.event("mine", 0)))
                .isInstanceOf(StreamConflict.class)
                .hasMessageContaining("ends at sequence 0");
    }

    @Test
    void a_stream_that_seemed_to_begin_late_and_was_begun_meanwhile_is_continued() throws RocksDBException {
        Append mine = asked(Stores.event("late", 1));
        Append.Span span = mine.spans.iterator().next();
        assertThat(span.beginsLate).isTrue();
        write(Stores.event("late", 0));

        heads.demandContinued(mine);
        assertThat(span.beginsLate).isFalse();

        forgetAll();
        heads.demandContinued(mine);
        assertThat(span.beginsLate).isFalse();
    }

    private static Append append(DomainEventMessage<?> event) {
        return Append.of(List.of(event), Stores.JSON);
    }

    private Append asked(DomainEventMessage<?> event) {
        Append append = append(event);
        heads.ask(append, count);
        return append;
    }

    /** As the writer does: in memory first, then in the index. */
    private void write(DomainEventMessage<?> event) throws RocksDBException {
        Append append = append(event);
        heads.moved(append.spans.iterator().next());
        Puts puts = new Puts();
        puts.put(database.streams, append.lines.getFirst().streamKey(), Keys.position(count));
        try (WriteBatch batch = puts.batch();
                WriteOptions options = new WriteOptions()) {
            database.rocks.write(options, batch);
        }
        count++;
        heads.forget(count);
    }

    /** Enough of other streams for two generations. */
    private void forgetAll() {
        for (int i = 0; i < 2 * StreamHeads.STREAMS_REMEMBERED_MAX; i++) {
            heads.moved(append(Stores.event("other-" + i, 0)).spans.iterator().next());
            count++;
            heads.forget(count);
        }
    }
}
