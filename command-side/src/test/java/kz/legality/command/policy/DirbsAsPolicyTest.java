package kz.legality.command.policy;

import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.on;
import static kz.legality.example.Facts.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.legality.device.Deciding;
import kz.legality.device.Device;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.example.Devices;
import kz.legality.example.Draft;
import kz.legality.example.Persons;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyBook;
import org.junit.jupiter.api.Test;

/** DIRBS's grace and amnesty (PEERS 1.3) as the shipped file {@code PK.yaml} says them, read and lived under. */
class DirbsAsPolicyTest {
    private static final Policy PAKISTAN = PolicyFile.shipped("PK");
    /** The last moment of 30 September 2026 is over. */
    private static final Instant AMNESTY_END = Instant.parse("2026-09-30T19:00:00Z");

    private PolicyBook book = PolicyBook.of(PAKISTAN);
    private Device device = Device.UNSEEN;

    @Test
    void while_the_amnesty_evaluates_nobody_is_blocked_before_its_end() {
        hears(registered().on("2026-02-01"));

        assertThat(standing().deadline()).isEqualTo(AMNESTY_END);
        sweeps("2026-09-29");
        assertThat(standing().status()).isEqualTo(ListStatus.GREY);
        sweeps("2026-10-02");
        assertThat(standing().status()).isEqualTo(ListStatus.BLACK);
    }

    @Test
    void after_the_evaluation_new_phones_have_the_ordinary_grace() {
        hears(registered().on("2026-04-01"));

        assertThat(standing().deadline()).isEqualTo(on("2026-05-31"));
    }

    @Test
    void a_visitor_has_more_days() {
        hears(registered().to(Persons.FOREIGNER).on("2026-04-01"));

        assertThat(standing().deadline()).isEqualTo(on("2026-07-30"));
    }

    @Test
    void a_block_date_is_set_once_and_moved_by_no_later_grace() {
        hears(registered().on("2026-04-01"));
        Map<String, Object> terms = new HashMap<>(PAKISTAN.terms());
        terms.putAll(Map.of("version", "PK-shorter", "validFrom", "2026-04-15"));
        book = book.with(PolicyFile.read(PolicyFile.text(terms).replace("term: P60D", "term: P7D")));

        hears(registered().on("2026-04-20").operator("BEELINE"));

        assertThat(book.inForceAt(on("2026-05-01")).greyTerm()).isEqualTo(Period.ofDays(7));
        assertThat(standing().deadline()).isEqualTo(on("2026-05-31"));
    }

    @Test
    void what_matches_no_longer_is_not_blocked_when_its_day_comes() {
        hears(registered().on("2026-02-01"));
        hears(imported().on("2026-08-01"));

        sweeps("2026-10-02");

        assertThat(standing().status()).isEqualTo(ListStatus.WHITE);
    }

    private void hears(Draft<?> draft) {
        take(new RecordFact(draft.fact()));
    }

    private void sweeps(String day) {
        take(new EndGreyTerm(Devices.PHONE, on(day)));
    }

    private void take(DeviceCommand command) {
        List<DeviceEvent> events =
                Deciding.on(command, device, book.inForceAt(command.at())).events();
        for (DeviceEvent event : events) {
            device = device.after(event);
        }
    }

    private Standing standing() {
        return Standing.now(Devices.PHONE, device, book.inForceAt(on("2026-10-02")));
    }
}
