package kz.legality.query.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import kz.legality.device.Device;
import kz.legality.device.DeviceEvent;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.example.Generators;
import kz.legality.identifier.Imei;
import kz.legality.query.OpenLedger;
import kz.legality.query.RandomLedger;
import kz.legality.query.RandomLedger.Said;
import kz.legality.query.list.ListQueries;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asking the views about a moment gives what folding the events known at it gives. */
class BitemporalTest {
    @TempDir
    Path directory;

    static LongStream seeds() {
        return Generators.seeds(12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_state_is_the_fold_of_what_was_known_judged_at_the_moment(long seed) {
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            RandomLedger story = new RandomLedger(seed, 15, ledger.log).tell(250);
            ledger.catchUp();
            for (Imei imei : story.lives().keySet()) {
                for (int i = 0; i < 6; i++) {
                    Moment moment = new Moment(
                            i % 2 == 0 ? null : story.someMoment(), i % 3 == 0 ? null : story.someRecordingTime());
                    expect(ledger, story, imei, moment);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_list_of_a_moment_holds_the_devices_that_stood_on_it_page_by_page(long seed) {
        try (OpenLedger ledger = new OpenLedger(directory.resolve("views"))) {
            RandomLedger story = new RandomLedger(seed, 15, ledger.log).tell(250);
            ledger.catchUp();
            for (int i = 0; i < 4; i++) {
                Moment moment = new Moment(
                        i % 2 == 0 ? null : story.someMoment(), i % 3 == 1 ? null : story.someRecordingTime());
                for (ListStatus list : ListStatus.values()) {
                    assertThat(listed(ledger, list, moment))
                            .as("%s at %s", list, moment)
                            .isEqualTo(stood(story, list, moment));
                }
            }
        }
    }

    private static List<String> listed(OpenLedger ledger, ListStatus list, Moment moment) {
        List<String> imeis = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            ListQueries.Entries page = ledger.query.lists().page(list, moment, cursor.orElse(null), 2);
            page.entries().forEach(entry -> imeis.add(entry.imei()));
            cursor = page.next();
        } while (cursor.isPresent());
        return imeis;
    }

    /** By folding the events alone. */
    private static List<String> stood(RandomLedger story, ListStatus list, Moment moment) {
        return story.lives().entrySet().stream()
                .filter(life -> {
                    List<DeviceEvent> known = life.getValue().stream()
                            .filter(said -> moment.knew(said.recordedAt()))
                            .map(Said::event)
                            .toList();
                    return !known.isEmpty()
                            && Standing.at(life.getKey(), Device.of(known), RandomLedger.POLICY, moment.asOfOrEver())
                                            .status()
                                    == list;
                })
                .map(life -> life.getKey().printed())
                .sorted()
                .toList();
    }

    private static void expect(OpenLedger ledger, RandomLedger story, Imei imei, Moment moment) {
        List<Said> known = Objects.requireNonNull(story.lives().get(imei)).stream()
                .filter(said -> moment.knownAt() == null || !said.recordedAt().isAfter(moment.knownAt()))
                .toList();
        Device device = Device.of(known.stream().map(Said::event).toList());
        Instant asOf = moment.asOf();
        Standing expected = asOf == null
                ? Standing.now(imei, device, RandomLedger.POLICY)
                : Standing.at(imei, device, RandomLedger.POLICY, asOf);

        DeviceState state = ledger.query.devices().state(imei, moment);
        DeviceHistory history = ledger.query.devices().history(imei, moment);

        assertThat(state.status()).as("%s at %s", imei, moment).isEqualTo(expected.status());
        assertThat(history.status()).isEqualTo(expected.status());
        assertThat(state.deadline()).isEqualTo(expected.deadline());
        assertThat(state.reasons().stream()
                        .map(it -> new Standing.Reason(it.code(), it.sequence(), it.policyVersion()))
                        .toList())
                .isEqualTo(expected.reasons());
        assertThat(history.events())
                .extracting(HistoryEvent::position)
                .isEqualTo(known.stream()
                        .filter(said ->
                                asOf == null || !said.event().occurredAt().isAfter(asOf))
                        .map(Said::position)
                        .toList());
    }
}
