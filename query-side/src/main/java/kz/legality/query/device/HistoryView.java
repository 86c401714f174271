package kz.legality.query.device;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent;
import kz.legality.event.TimeText;
import kz.legality.identifier.Imei;
import kz.legality.query.json.Json;
import kz.legality.query.projection.Recorded;
import kz.legality.query.projection.RowView;
import kz.legality.query.projection.SortKeys;
import kz.legality.query.store.Document;
import kz.legality.query.store.Selection;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/** Every event of every device as it was recorded, in the order of its stream. */
public final class HistoryView implements RowView {
    public static final String NAME = "history";

    @Override
    public String name() {
        return NAME;
    }

    /** Rows hold events in the revisions of today, so that they can be read without knowing how older ones read. */
    @Override
    public String revision() {
        return "1" + StoredDeviceEvents.laterRevisions();
    }

    @Override
    public boolean takes(String stream) {
        return DeviceStreams.isOne(stream);
    }

    /** The events of one IMEI, oldest first. */
    static Selection of(Imei imei) {
        return Selection.all(NAME).startingWith(imei.key() + "/");
    }

    static String key(String stream, long sequence) {
        return stream + "/" + SortKeys.of(sequence);
    }

    @Override
    public Document row(Recorded event) {
        DeviceEvent said = (DeviceEvent) event.event();
        byte[] json = Json.object(row -> write(row, event, said));
        return new Document(key(event.stream(), event.sequence()), event.position(), json, Set.of());
    }

    private static void write(JsonGenerator row, Recorded event, DeviceEvent said) throws IOException {
        SerializedObject<byte[]> stored = event.stored();
        row.writeNumberField("position", event.position());
        row.writeNumberField("sequence", event.sequence());
        row.writeStringField("eventId", event.eventId());
        row.writeStringField("type", event.type());
        if (stored.getType().getRevision() != null) {
            row.writeStringField("revision", stored.getType().getRevision());
        }
        row.writeStringField("occurredAt", TimeText.of(said.occurredAt()));
        row.writeStringField("recordedAt", TimeText.of(event.recordedAt()));
        row.writeStringField("source", said.source().text());
        String policyVersion = policyVersionOf(said);
        if (policyVersion != null) {
            row.writeStringField("policyVersion", policyVersion);
        }
        Long corrected = Declaration.corrected(said);
        if (corrected != null) {
            row.writeNumberField("corrects", corrected);
        }
        row.writeFieldName("data");
        row.writeRawValue(new String(stored.getData(), StandardCharsets.UTF_8));
    }

    private static @Nullable String policyVersionOf(DeviceEvent event) {
        return switch (event) {
            case DeviceEvent.Consequence decided -> decided.policyVersion();
            case DeviceEvent.DeviceBlocked blocked ->
                switch (blocked.ground()) {
                    case BlockGround.GreyTermExpired expired -> expired.policyVersion();
                    case BlockGround.Order order -> null;
                    case BlockGround.PlaceOrder order -> null;
                };
            default -> null;
        };
    }
}
