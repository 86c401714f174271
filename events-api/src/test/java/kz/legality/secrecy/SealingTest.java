package kz.legality.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.Owner;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.example.Companies;
import kz.legality.example.Facts;
import kz.legality.example.Keys;
import kz.legality.example.Persons;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Msisdn;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Personal fields of events: sealed where they stand, opened there and nowhere else. */
class SealingTest {
    private static final Personal.Open<Iin> AIGUL = open(Facts.PSEUDONYMS.person(Persons.AIGUL));
    private static final FieldSeal.Place PLACE = new FieldSeal.Place("event-1", "person");
    private static final Personal.Sealed<Iin> SEALED =
            FieldSeal.seal(AIGUL, Persons.AIGUL.value(), PLACE, Keys.of(AIGUL.subject()));

    @Test
    void what_was_sealed_opens_where_it_stands() {
        assertThat(FieldSeal.open(SEALED, PLACE, Keys.of(AIGUL.subject())).value())
                .isEqualTo(Persons.AIGUL.value());
    }

    @Test
    void moved_to_another_event_it_does_not() {
        FieldSeal.Place other = new FieldSeal.Place("event-2", "person");
        assertThatThrownBy(() -> FieldSeal.open(SEALED, other, Keys.of(AIGUL.subject())))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("event-2");
    }

    @Test
    void nor_moved_to_another_field() {
        FieldSeal.Place other = new FieldSeal.Place("event-1", "owner.person");
        assertThatThrownBy(() -> FieldSeal.open(SEALED, other, Keys.of(AIGUL.subject())))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void nor_put_to_another_subject_even_with_the_right_key() {
        Subject bolat = Facts.PSEUDONYMS.person(Persons.BOLAT).subject();
        Personal.Sealed<Iin> moved =
                new Personal.Sealed<>(SEALED.commitment(), SEALED.pseudonym(), SEALED.sealed(), bolat);
        assertThatThrownBy(() -> FieldSeal.open(moved, PLACE, Keys.of(AIGUL.subject())))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void nor_under_another_key() {
        assertThatThrownBy(() -> FieldSeal.open(SEALED, PLACE, Keys.of(new Subject("person:other"))))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void nor_with_any_of_its_bytes_changed() {
        byte[] box = Base64.getUrlDecoder().decode(SEALED.sealed());
        for (int i = 0; i < box.length; i++) {
            byte[] changed = box.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> FieldSeal.open(withBox(changed), PLACE, Keys.of(AIGUL.subject())))
                    .isInstanceOf(SealBroken.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void nor_when_it_is_no_sealed_value_at_all(String box) {
        Personal.Sealed<Iin> broken =
                new Personal.Sealed<>(SEALED.commitment(), SEALED.pseudonym(), box, SEALED.subject());
        assertThatThrownBy(() -> FieldSeal.open(broken, PLACE, Keys.of(AIGUL.subject())))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void nor_with_the_commitment_of_another_value() {
        String other = FieldSeal.seal(AIGUL, "another", PLACE, Keys.of(AIGUL.subject()))
                .commitment();
        Personal.Sealed<Iin> broken =
                new Personal.Sealed<>(other, SEALED.pseudonym(), SEALED.sealed(), SEALED.subject());
        assertThatThrownBy(() -> FieldSeal.open(broken, PLACE, Keys.of(AIGUL.subject())))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("commitment");
    }

    @Test
    void the_commitment_is_that_of_salt_field_and_value() throws Exception {
        FieldSeal.Opened opened = FieldSeal.open(SEALED, PLACE, Keys.of(AIGUL.subject()));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(opened.salt());
        digest.update("person\0900101300811".getBytes(StandardCharsets.UTF_8));
        assertThat(Base64.getUrlDecoder().decode(SEALED.commitment())).isEqualTo(digest.digest());
    }

    @Test
    void one_value_sealed_twice_looks_different_and_keeps_its_pseudonym() {
        Personal.Sealed<Iin> again = FieldSeal.seal(AIGUL, Persons.AIGUL.value(), PLACE, Keys.of(AIGUL.subject()));
        assertThat(again.sealed()).isNotEqualTo(SEALED.sealed());
        assertThat(again.commitment()).isNotEqualTo(SEALED.commitment());
        assertThat(again.sameAs(SEALED)).isTrue();
    }

    @Test
    void a_declaration_is_sealed_field_by_field() {
        DeviceDeclared sealed = seal(Facts.declared().fact());
        assertThat(opened(sealed.person(), "person")).isEqualTo(Persons.AIGUL.value());
        assertThat(opened(sealed.document(), "document")).isEqualTo("N12345678");
    }

    @Test
    void a_declaration_without_a_document_is_sealed_without_one() {
        assertThat(seal(Facts.declared().withoutDocument().fact()).document()).isNull();
    }

    @Test
    void the_owner_within_a_registration_is_named_by_his_path() {
        DeviceRegistered sealed = seal(Facts.registered().fact());
        assertThat(sealed.owner())
                .isInstanceOfSatisfying(
                        Owner.Person.class,
                        owner -> assertThat(opened(owner.person(), "owner.person"))
                                .isEqualTo(Persons.AIGUL.value()));
        assertThat(opened(sealed.msisdn(), "msisdn")).isEqualTo("77011234567");
        assertThat(opened(sealed.imsi(), "imsi")).isEqualTo("401021234567890");
    }

    @Test
    void a_companys_line_is_sealed_for_the_line() {
        DeviceRegistered sealed = seal(Facts.registered().to(Companies.SHOP).fact());
        assertThat(sealed.owner()).isEqualTo(new Owner.Company(Companies.SHOP));
        assertThat(sealed.msisdn().subject()).isEqualTo(Facts.PSEUDONYMS.lineOf(new Msisdn("77011234567")));
    }

    @Test
    void each_row_of_a_list_is_named_by_its_place() {
        Subject subject = Subject.unreadRowsOf(Facts.FILE);
        RowsQuarantined sealed = seal(new RowsQuarantined(
                Facts.FILE,
                Instant.EPOCH,
                new Source.FileRow(Facts.FILE, 1),
                List.of(
                        new QuarantinedRow(4, "imei", "short", Facts.PSEUDONYMS.unread("a,b", subject)),
                        new QuarantinedRow(9, "imei", "short", Facts.PSEUDONYMS.unread("c,d", subject)))));
        assertThat(opened(sealed.rows().get(0).cells(), "rows[0].cells")).isEqualTo("a,b");
        assertThat(opened(sealed.rows().get(1).cells(), "rows[1].cells")).isEqualTo("c,d");
        assertThatThrownBy(() -> opened(sealed.rows().get(1).cells(), "rows[0].cells"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void an_event_without_personal_fields_is_left_as_it_is() {
        LedgerEvent imported = Facts.imported().fact();
        LedgerEvent mended = new RowsMended(
                Facts.FILE, Instant.EPOCH, new Source.FileRow(Facts.FILE, 1), List.of(1L, 2L), Facts.FILE);
        assertThat(EventSeal.seal(imported, "event-1", Map.of())).isSameAs(imported);
        assertThat(EventSeal.seal(mended, "event-1", Map.of())).isSameAs(mended);
    }

    @Test
    void a_sealed_event_names_no_subject_to_be_sealed_and_is_not_sealed_again() {
        DeviceRegistered sealed = seal(Facts.registered().fact());
        assertThat(EventSeal.subjectsOf(sealed)).isEmpty();
        assertThat(EventSeal.seal(sealed, "event-1", Map.of())).isSameAs(sealed);
    }

    @Test
    void without_the_key_of_its_subject_nothing_is_sealed() {
        assertThatThrownBy(() -> EventSeal.seal(Facts.registered().fact(), "event-1", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sealing_changes_nothing_a_decision_looks_at() {
        DeviceRegistered open = Facts.registered().fact();
        DeviceRegistered sealed = seal(open);
        assertThat(sealed.owner().reference()).isEqualTo(open.owner().reference());
        assertThat(sealed.msisdn().sameAs(open.msisdn())).isTrue();
        assertThat(sealed.imsi().sameAs(open.imsi())).isTrue();
    }

    @Test
    void an_open_field_does_not_show_itself_in_a_text() {
        assertThat(Facts.registered().fact().toString())
                .doesNotContain(Persons.AIGUL.value())
                .doesNotContain("77011234567")
                .doesNotContain("401021234567890");
        assertThatThrownBy(AIGUL::neverWritten).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pseudonyms_of_one_value_are_equal_and_of_two_kinds_are_not() {
        Subject nobody = new Subject("nobody");
        Pseudonym line = Facts.PSEUDONYMS.of(new Msisdn("77011234567"));
        assertThat(Facts.PSEUDONYMS.of(new Msisdn("77011234567"))).isEqualTo(line);
        assertThat(Facts.PSEUDONYMS.unread("77011234567", nobody).pseudonym()).isNotEqualTo(line);
        assertThat(line.value()).hasSize(22);
    }

    private static <E> E seal(E event) {
        return EventSeal.seal(event, "event-1", Keys.of(EventSeal.subjectsOf(event)));
    }

    private static String opened(@Nullable Personal<?> field, String path) {
        assertThat(field).isInstanceOf(Personal.Sealed.class);
        Personal.Sealed<?> sealed = (Personal.Sealed<?>) Objects.requireNonNull(field);
        return FieldSeal.open(sealed, new FieldSeal.Place("event-1", path), Keys.of(sealed.subject()))
                .value();
    }

    private static <T> Personal.Open<T> open(Personal<T> personal) {
        return (Personal.Open<T>) personal;
    }

    private static Personal.Sealed<Iin> withBox(byte[] box) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(box);
        return new Personal.Sealed<>(SEALED.commitment(), SEALED.pseudonym(), text, SEALED.subject());
    }
}
