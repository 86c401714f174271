package kz.legality.query.store.mongodb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.legality.query.store.ReadStoreUnavailableException;
import org.junit.jupiter.api.Test;

class MongoAwayTest {
    @Test
    void a_server_that_is_away_is_named_within_seconds() {
        assertThatThrownBy(() -> MongoReadStore.open("mongodb://127.0.0.1:1/ledger?serverSelectionTimeoutMS=300"))
                .isInstanceOf(ReadStoreUnavailableException.class);
    }

    @Test
    void a_uri_without_a_database_is_refused() {
        assertThatThrownBy(() -> MongoReadStore.open("mongodb://127.0.0.1:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/NAME");
    }
}
