package kz.legality.allowance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;

/** Everything that is counted for or against one person's allowance. The person is known by pseudonym only. */
public sealed interface AllowanceEvent extends LedgerEvent {
    Pseudonym person();

    Imei imei();

    DeclarationNumber declaration();

    @Override
    @JsonIgnore
    default String stream() {
        return streamOf(person());
    }

    static String streamOf(Pseudonym person) {
        return "allowance:" + person.value();
    }

    /**
     * One IMEI on one paper counts. Said again of the same IMEI and paper, it replaces what was said.
     *
     * @param occurredAt when the border was crossed, or the parcel sent
     * @param device groups the IMEIs of one device on the paper, which count once
     * @param dutyPaid null or nothing where the device is to be within the allowance
     */
    @StoredAs("AllowanceUsed")
    record AllowanceUsed(
            Pseudonym person,
            Instant occurredAt,
            Source source,
            Imei imei,
            DeclarationNumber declaration,
            @Nullable String device,
            @Nullable String tracking,
            Tiyn value,
            @Nullable Tiyn dutyPaid)
            implements AllowanceEvent {
        static AllowanceUsed by(DeviceDeclared declared) {
            return new AllowanceUsed(
                    declared.person().pseudonym(),
                    declared.occurredAt(),
                    declared.source(),
                    declared.imei(),
                    declared.declaration(),
                    declared.device(),
                    declared.tracking(),
                    declared.unitValue(),
                    declared.dutyPaid());
        }
    }

    /** It counts no longer: the paper was withdrawn, or names another person now. */
    @StoredAs("AllowanceReturned")
    record AllowanceReturned(
            Pseudonym person, Instant occurredAt, Source source, Imei imei, DeclarationNumber declaration)
            implements AllowanceEvent {}
}
