package kz.legality.query.store.mongodb;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.legality.query.store.ReadStore;
import kz.legality.query.store.ReadStoreClosedException;
import kz.legality.query.store.ReadStoreContract;
import org.junit.jupiter.api.Test;

class MongoReadStoreTest extends ReadStoreContract {
    @Override
    protected ReadStore open() {
        return MongoReadStore.open(MongoServer.emptyDatabase());
    }

    @Test
    void a_closed_store_says_so() {
        store.close();
        assertThatThrownBy(() -> store.get(DEVICES, "a")).isInstanceOf(ReadStoreClosedException.class);
    }
}
