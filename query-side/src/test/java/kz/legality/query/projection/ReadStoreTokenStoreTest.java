package kz.legality.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import kz.legality.query.store.ClaimLostException;
import kz.legality.query.store.Document;
import kz.legality.query.store.ReadStore;
import kz.legality.query.store.rocksdb.RocksReadStore;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadStoreTokenStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String P = "devices-projection";

    @TempDir
    Path directory;

    private ReadStore store;
    private ReadStoreTokenStore tokens;

    @BeforeEach
    void begin() {
        store = RocksReadStore.open(directory);
        tokens = at("node-1", NOON);
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void a_processor_begins_with_the_token_it_is_given() {
        tokens.initializeTokenSegments(P, 2, new GlobalSequenceTrackingToken(41));
        assertThat(tokens.fetchSegments(P)).containsExactly(0, 1);
        assertThat(tokens.fetchToken(P, 1)).isEqualTo(new GlobalSequenceTrackingToken(41));
        assertThatThrownBy(() -> tokens.initializeTokenSegments(P, 2)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> tokens.initializeSegment(null, P, 1))
                .isInstanceOf(UnableToInitializeTokenException.class);
        assertThatThrownBy(() -> tokens.fetchToken(P, 2)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void no_token_is_a_token_too() {
        tokens.initializeTokenSegments(P, 1);
        assertThat(tokens.fetchToken(P, 0)).isNull();
    }

    @Test
    void a_segment_belongs_to_one_node_until_its_claim_times_out() {
        tokens.initializeTokenSegments(P, 2);
        tokens.fetchToken(P, 0);
        assertThatThrownBy(() -> at("node-2", NOON.plusSeconds(10)).fetchToken(P, 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(at("node-2", NOON.plusSeconds(10)).fetchAvailableSegments(P))
                .extracting(Segment::getSegmentId)
                .containsExactly(1);
        at("node-2", NOON.plusSeconds(11)).fetchToken(P, 0);
        assertThatThrownBy(() -> tokens.extendClaim(P, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> tokens.deleteToken(P, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> tokens.storeToken(new GlobalSequenceTrackingToken(1), P, 0))
                .isInstanceOf(ClaimLostException.class);
    }

    @Test
    void a_token_stored_in_a_unit_of_work_is_committed_with_its_views() {
        tokens.initializeTokenSegments(P, 1);
        tokens.fetchToken(P, 0);
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("an event"));
        UnitOfWorkBatch.of(store).put("v", new Document("a", 7, "{}".getBytes(UTF_8), Set.of()));
        unit.onPrepareCommit(u -> tokens.storeToken(new GlobalSequenceTrackingToken(7), P, 0));
        assertThat(store.get("v", "a")).isEmpty();
        assertThat(tokens.fetchToken(P, 0)).isNull();
        unit.commit();
        assertThat(store.get("v", "a")).isPresent();
        assertThat(tokens.fetchToken(P, 0)).isEqualTo(new GlobalSequenceTrackingToken(7));
    }

    @Test
    void a_unit_of_work_that_is_rolled_back_leaves_neither_views_nor_token() {
        tokens.initializeTokenSegments(P, 1);
        tokens.fetchToken(P, 0);
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("an event"));
        UnitOfWorkBatch.of(store).put("v", new Document("a", 7, "{}".getBytes(UTF_8), Set.of()));
        tokens.storeToken(new GlobalSequenceTrackingToken(7), P, 0);
        unit.rollback();
        assertThat(store.get("v", "a")).isEmpty();
        assertThat(tokens.fetchToken(P, 0)).isNull();
    }

    @Test
    void a_released_segment_is_free_at_once() {
        tokens.initializeTokenSegments(P, 1);
        tokens.fetchToken(P, 0);
        tokens.releaseClaim(P, 0);
        at("node-2", NOON).fetchToken(P, 0);
        assertThat(tokens.retrieveStorageIdentifier()).contains(store.identity());
        assertThat(tokens.requiresExplicitSegmentInitialization()).isTrue();
    }

    private ReadStoreTokenStore at(String node, Instant now) {
        return new ReadStoreTokenStore(
                store,
                JacksonSerializer.defaultSerializer(),
                node,
                Duration.ofSeconds(10),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
