package kz.legality.query.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.example.Generators;
import kz.legality.query.OpenLedger;
import kz.legality.query.RandomLedger;
import kz.legality.query.device.DevicesView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EquipmentFeedTest {
    @TempDir
    Path directory;

    static LongStream seeds() {
        return Generators.seeds(6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_index_says_what_the_events_say_however_often_the_ledger_starts_and_its_view_is_made_again(long seed)
            throws InterruptedException {
        Path snapshot = directory.resolve("equipment.snapshot");
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            RandomLedger story = new RandomLedger(seed, 40, ledger.log);
            ledger.query.equipment().start(snapshot);
            for (int i = 0; i < 3; i++) {
                story.tell(40);
                ledger.catchUp();
                expect(ledger, story);
            }
            ledger.query.equipment().writeSnapshot(snapshot);
            story.tell(40);
            ledger.catchUp();
            expect(ledger, story);

            // The snapshot knows nothing of the last stretch, and one more is told before the start.
            ledger.query.close();
            story.tell(20);
            ledger.reopen();
            ledger.query.equipment().start(snapshot);
            ledger.catchUp();
            expect(ledger, story);

            story.tell(20);
            ledger.replay(DevicesView.NAME);
            ledger.query.equipment().awaitFilled();
            expect(ledger, story);
            assertThat(ledger.query.equipment().position()).isEqualTo(ledger.log.head());
        }
    }

    private static void expect(OpenLedger ledger, RandomLedger story) {
        EquipmentFeed equipment = ledger.query.equipment();
        Set<ListStatus> seen = new HashSet<>();
        story.lives().forEach((imei, life) -> {
            ListStatus said = equipment.index().status(Long.parseLong(imei.key()));
            if (life.isEmpty()) {
                assertThat(said).as(imei.printed()).isNull();
            } else {
                ListStatus standing = Standing.now(imei, story.deviceOf(imei), RandomLedger.POLICY)
                        .status();
                assertThat(said).as(imei.printed()).isEqualTo(standing);
                seen.add(standing);
            }
        });
        assertThat(seen).isNotEmpty();
    }

    @Test
    void before_it_is_filled_it_says_so() {
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            assertThat(ledger.query.equipment().isFilled()).isFalse();
            ledger.query.equipment().start(directory.resolve("none"));
            assertThat(ledger.query.equipment().isFilled()).isTrue();
        }
    }
}
