package kz.legality.command.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.command.device.Phone;
import kz.legality.command.storedform.StoredForm;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.Owner;
import kz.legality.event.Source;
import kz.legality.identifier.FileHash;
import kz.legality.secrecy.FieldSeal;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.SealBroken;
import kz.legality.secrecy.Subject;
import kz.legality.secrecy.SubjectKeys;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingPersonalFieldsTest {
    private static final FileHash FILE = new FileHash("cd".repeat(32));

    private final KeysInMemory keys = new KeysInMemory();
    private final SealingPersonalFields sealing = new SealingPersonalFields(keys);
    private final StoredForm form = new StoredForm();

    @Test
    void nothing_of_a_person_is_in_the_bytes_stored() {
        List<DomainEventMessage<?>> sealed = sealing.seal(List.of(
                message(0, Phone.registered(2, keys.pseudonyms())),
                message(1, Phone.declared(3, keys.pseudonyms())),
                message(2, quarantined(Phone.IIN + ",x," + Phone.MSISDN))));

        assertThat(sealed)
                .allSatisfy(message -> assertThat(bytesOf(message))
                        .contains("\"sealed\":")
                        .doesNotContain(Phone.IIN, Phone.MSISDN, Phone.IMSI, Phone.DOCUMENT));
    }

    @Test
    void all_but_the_payload_stays() {
        DomainEventMessage<?> before = message(4, Phone.registered(2, keys.pseudonyms()));

        DomainEventMessage<?> after = sealing.seal(List.of(before)).getFirst();

        assertThat(after.getIdentifier()).isEqualTo(before.getIdentifier());
        assertThat(after.getTimestamp()).isEqualTo(before.getTimestamp());
        assertThat((MetaData) after.getMetaData()).isEqualTo(before.getMetaData());
        assertThat(after.getAggregateIdentifier()).isEqualTo(before.getAggregateIdentifier());
        assertThat(after.getSequenceNumber()).isEqualTo(before.getSequenceNumber());
        assertThat(after.getType()).isEqualTo(before.getType());
        assertThat(after.getPayloadType()).isEqualTo((Object) before.getPayloadType());
    }

    @Test
    void a_message_about_nobody_passes_untouched() {
        DomainEventMessage<?> imported = message(0, Phone.imported(1));

        assertThat(sealing.seal(List.of(imported)).getFirst()).isSameAs(imported);
        assertThat(keys.timesAsked).isZero();
    }

    @Test
    void what_was_sealed_before_passes_untouched() {
        DomainEventMessage<?> sealed = sealing.seal(List.of(message(0, Phone.registered(2, keys.pseudonyms()))))
                .getFirst();

        assertThat(sealing.seal(List.of(sealed)).getFirst()).isSameAs(sealed);
    }

    @Test
    void the_keys_of_a_whole_list_are_asked_for_once() {
        List<EventMessage<?>> list = List.of(
                message(0, Phone.registered(2, keys.pseudonyms())),
                message(1, Phone.imported(1)),
                GenericEventMessage.asEventMessage(quarantined("?")));

        var sealed = sealing.handle(list);
        List<EventMessage<?>> published = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            published.add(sealed.apply(i, list.get(i)));
        }

        assertThat(keys.timesAsked).isEqualTo(1);
        assertThat(published.get(1)).isSameAs(list.get(1));
        assertThat(published.get(2)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(bytesOf(published.get(2))).contains("\"sealed\":");
    }

    @Test
    void a_sealed_field_does_not_open_in_another_event() {
        List<DomainEventMessage<?>> sealed = sealing.seal(List.of(
                message(0, Phone.registered(2, keys.pseudonyms())),
                message(1, Phone.registered(3, keys.pseudonyms()))));
        Personal<?> cut = ((DeviceRegistered) sealed.get(0).getPayload()).msisdn();

        assertThat(open(cut, sealed.get(0), "msisdn")).isEqualTo(Phone.MSISDN);
        assertThatThrownBy(() -> open(cut, sealed.get(1), "msisdn")).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_sealed_field_does_not_open_in_another_field() {
        DomainEventMessage<?> sealed = sealing.seal(List.of(message(0, Phone.registered(2, keys.pseudonyms()))))
                .getFirst();
        Personal<?> cut = ((DeviceRegistered) sealed.getPayload()).msisdn();

        assertThatThrownBy(() -> open(cut, sealed, "imsi")).isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatever_is_sealed_and_stored_opens_again(long seed) {
        Random random = new Random(seed);
        List<String> texts = Stream.generate(() -> anyText(random))
                .limit(1 + random.nextInt(20))
                .toList();
        List<QuarantinedRow> rows = new ArrayList<>();
        for (String text : texts) {
            Subject subject = new Subject("person:" + random.nextInt(5));
            rows.add(new QuarantinedRow(
                    rows.size() + 1L, "", "any", keys.pseudonyms().unread(text, subject)));
        }

        DomainEventMessage<?> sealed =
                sealing.seal(List.of(message(0, quarantined(rows)))).getFirst();
        RowsQuarantined read = form.deserialize(form.serialize(sealed.getPayload(), byte[].class));

        for (int i = 0; i < texts.size(); i++) {
            assertThat(open(read.rows().get(i).cells(), sealed, "rows[" + i + "].cells"))
                    .as("seed %d, row %d", seed, i)
                    .isEqualTo(texts.get(i));
        }
    }

    @Test
    void every_field_about_a_person_opens_by_its_path() {
        DomainEventMessage<?> registered = sealing.seal(List.of(message(0, Phone.registered(2, keys.pseudonyms()))))
                .getFirst();
        DomainEventMessage<?> declared = sealing.seal(List.of(message(0, Phone.declared(2, keys.pseudonyms()))))
                .getFirst();
        DeviceRegistered registration = (DeviceRegistered) registered.getPayload();
        DeviceDeclared declaration = (DeviceDeclared) declared.getPayload();

        assertThat(open(((Owner.Person) registration.owner()).person(), registered, "owner.person"))
                .isEqualTo(Phone.IIN);
        assertThat(open(registration.imsi(), registered, "imsi")).isEqualTo(Phone.IMSI);
        assertThat(open(declaration.person(), declared, "person")).isEqualTo(Phone.IIN);
        assertThat(declaration.document())
                .satisfies(document ->
                        assertThat(open(document, declared, "document")).isEqualTo(Phone.DOCUMENT));
    }

    private String open(Personal<?> personal, EventMessage<?> message, String field) {
        return FieldSeal.open(
                        (Personal.Sealed<?>) personal,
                        new FieldSeal.Place(message.getIdentifier(), field),
                        keys.find(personal.subject()).orElseThrow())
                .value();
    }

    private String bytesOf(EventMessage<?> message) {
        return new String(form.serialize(message.getPayload(), byte[].class).getData(), StandardCharsets.UTF_8);
    }

    private static DomainEventMessage<?> message(long sequence, Object event) {
        String stream = event instanceof DeviceEvent device ? device.stream() : "file:" + FILE;
        return new GenericDomainEventMessage<>("Device", stream, sequence, event, MetaData.with("request", "req-7"));
    }

    private RowsQuarantined quarantined(String cells) {
        Personal<String> unread = keys.pseudonyms().unread(cells, Subject.unreadRowsOf(FILE));
        return quarantined(List.of(new QuarantinedRow(2, "imei", "not an IMEI", unread)));
    }

    private static RowsQuarantined quarantined(List<QuarantinedRow> rows) {
        return new RowsQuarantined(FILE, Instant.EPOCH, new Source.FileRow(FILE, 1), rows);
    }

    /** Of any letters there are, halves of surrogate pairs left out, which are no text. */
    private static String anyText(Random random) {
        return random.ints(random.nextInt(200), 0, Character.MAX_CODE_POINT + 1)
                .filter(letter -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Keys that last as long as the test. */
    private static final class KeysInMemory implements SubjectKeys {
        private final Map<Subject, SecretKey> keys = new HashMap<>();
        private final Pseudonyms pseudonyms = new Pseudonyms(new SecretKeySpec(new byte[32], "HmacSHA256"));
        private int timesAsked;

        @Override
        public Map<Subject, SecretKey> keysFor(Set<Subject> subjects) {
            timesAsked++;
            subjects.forEach(subject -> keys.computeIfAbsent(subject, KeysInMemory::keyOf));
            return Map.copyOf(keys);
        }

        @Override
        public Optional<SecretKey> find(Subject subject) {
            return Optional.ofNullable(keys.get(subject));
        }

        @Override
        public Pseudonyms pseudonyms() {
            return pseudonyms;
        }

        private static SecretKey keyOf(Subject subject) {
            byte[] key = new byte[32];
            new Random(subject.hashCode()).nextBytes(key);
            return new SecretKeySpec(key, "AES");
        }
    }
}
