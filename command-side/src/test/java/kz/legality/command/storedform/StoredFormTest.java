package kz.legality.command.storedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonyms;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;

class StoredFormTest {
    private static final String WITHDRAWN =
            "{\"corrects\":7,\"imei\":\"490154203237518\",\"occurredAt\":\"2025-06-01T05:30:00Z\","
                    + "\"reason\":\"typed twice\",\"source\":\"rule:r\"}";

    private final StoredForm form = new StoredForm();

    @Test
    void the_type_of_an_event_is_its_stored_name_and_revision() {
        SerializedObject<byte[]> stored =
                form.serialize(EveryEvent.bare().findFirst().orElseThrow(), byte[].class);

        assertThat(stored.getType().getName()).isEqualTo("DeviceBlocked");
        assertThat(stored.getType().getRevision()).isEqualTo("2");
    }

    @Test
    void no_class_name_is_stored() {
        EveryEvent.whole().forEach(event -> assertThat(text(event)).doesNotContain("kz.legality", "@class", "@type"));
    }

    @Test
    void an_event_is_the_same_as_bytes_as_text_and_as_a_tree() {
        EveryEvent.whole().forEach(event -> {
            SerializedObject<byte[]> bytes = form.serialize(event, byte[].class);
            SerializedObject<JsonNode> tree = form.serialize(event, JsonNode.class);

            assertThat(new String(bytes.getData(), StandardCharsets.UTF_8)).isEqualTo(text(event));
            assertThat(form.<byte[], Object>deserialize(bytes)).isEqualTo(event);
            assertThat(form.<JsonNode, Object>deserialize(tree)).isEqualTo(event);
        });
    }

    @Test
    void an_open_personal_field_is_never_written() {
        Pseudonyms pseudonyms = new Pseudonyms(new SecretKeySpec(new byte[32], "HmacSHA256"));
        Personal<Iin> open = pseudonyms.person(new Iin("900101300811"));

        assertThatThrownBy(() -> text(declaredBy(open)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("unsealed")
                .hasMessageNotContaining("900101300811");
    }

    @Test
    void a_name_nobody_knows_reads_as_unknown() {
        Object read = read("DeviceDreamt", "1", "{}");

        assertThat(read).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void a_revision_of_a_newer_version_is_refused() {
        assertThatThrownBy(() -> read("FactWithdrawn", "2", WITHDRAWN))
                .isInstanceOf(SerializationException.class)
                .hasMessage("an event FactWithdrawn is stored in revision 2; this version of the ledger reads"
                        + " revision 1 and knows no way there");
    }

    @Test
    void a_field_its_revision_does_not_have_is_refused() {
        assertThatThrownBy(() -> read("FactWithdrawn", "1", WITHDRAWN.replace("{", "{\"raison\":1,")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("raison");
    }

    @Test
    void a_field_that_is_never_null_and_not_there_is_refused() {
        assertThatThrownBy(() -> read("FactWithdrawn", "1", WITHDRAWN.replace("\"reason\":\"typed twice\",", "")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("reason");
    }

    @Test
    void a_fraction_is_refused_where_a_whole_number_stands() {
        assertThatThrownBy(() -> read("FactWithdrawn", "1", WITHDRAWN.replace("7", "7.0")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void a_time_is_read_as_text_only() {
        String numbered = WITHDRAWN.replace("\"2025-06-01T05:30:00Z\"", "1748755800");
        String local = WITHDRAWN.replace("05:30:00Z", "05:30:00");

        assertThatThrownBy(() -> read("FactWithdrawn", "1", numbered)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read("FactWithdrawn", "1", local)).isInstanceOf(SerializationException.class);
        assertThat(read("FactWithdrawn", "1", WITHDRAWN))
                .isEqualTo(new FactWithdrawn(
                        new Imei("490154203237518"),
                        Instant.parse("2025-06-01T05:30:00Z"),
                        new Source.Rule("r"),
                        7,
                        "typed twice"));
    }

    @Test
    void what_is_no_event_is_not_stored() {
        assertThatThrownBy(() -> form.serialize("a text", byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("neither an event of the ledger nor metadata");
    }

    @Test
    void metadata_is_stored_flat_and_sorted() {
        MetaData metadata = MetaData.from(Map.of("request", "req-1", "attempt", 2, "by", "Комитет", "late", true));

        SerializedObject<byte[]> stored = form.serialize(metadata, byte[].class);

        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .isEqualTo("{\"attempt\":2,\"by\":\"Комитет\",\"late\":true,\"request\":\"req-1\"}");
        assertThat(form.<byte[], MetaData>deserialize(new SerializedMetaData<>(stored.getData(), byte[].class)))
                .isEqualTo(metadata.and("attempt", 2L));
    }

    @Test
    void empty_metadata_comes_back_empty() {
        SerializedObject<byte[]> stored = form.serialize(MetaData.emptyInstance(), byte[].class);

        assertThat(form.<byte[], MetaData>deserialize(stored)).isEmpty();
    }

    @Test
    void metadata_that_could_not_be_read_back_is_refused() {
        assertThatThrownBy(() -> form.serialize(MetaData.with("share", new BigDecimal("0.5")), byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("metadata 'share'");
    }

    private String text(LedgerEvent event) {
        return form.serialize(event, String.class).getData();
    }

    private Object read(String name, String revision, String text) {
        return form.<byte[], Object>deserialize(
                new SimpleSerializedObject<>(text.getBytes(StandardCharsets.UTF_8), byte[].class, name, revision));
    }

    private static DeviceDeclared declaredBy(Personal<Iin> person) {
        return new DeviceDeclared(
                new Imei("490154203237518"),
                Instant.EPOCH,
                new Source.Rule("r"),
                null,
                new DeclarationNumber("55301/010625/0001234"),
                person,
                null,
                OffsetDateTime.parse("2025-06-01T00:00Z"),
                null,
                "",
                "",
                new Tiyn(0),
                null,
                null);
    }
}
