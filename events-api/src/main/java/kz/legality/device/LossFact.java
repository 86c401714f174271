package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/** Stolen, lost, found again, barred: words that take a device out of service or bring it back, each by its own paper. */
public sealed interface LossFact extends DeviceEvent.Fact {
    /**
     * Blocked at once, without a term or a notice.
     */
    @StoredAs("ReportedStolen")
    record ReportedStolen(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String authority,
            String reference) implements LossFact {
        @Override
        public ReportedStolen correcting(@Nullable Long sequence) {
            return new ReportedStolen(imei, occurredAt, source, sequence, authority, reference);
        }
    }

    /**
     * Its owner lost it, and wants nobody to use it.
     */
    @StoredAs("ReportedLost")
    record ReportedLost(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String authority,
            String reference) implements LossFact {
        @Override
        public ReportedLost correcting(@Nullable Long sequence) {
            return new ReportedLost(imei, occurredAt, source, sequence, authority, reference);
        }
    }

    /**
     * Found, or back with its owner: every report of theft or loss before this moment is settled.
     */
    @StoredAs("Recovered")
    record Recovered(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String authority,
            String reference,
            String reason)
            implements LossFact {
        @Override
        public Recovered correcting(@Nullable Long sequence) {
            return new Recovered(imei, occurredAt, source, sequence, authority, reference, reason);
        }
    }

    /**
     * On a list of devices that must not be served.
     */
    @StoredAs("Barred")
    record Barred(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String list,
            String authority,
            String basis)
            implements LossFact {
        @Override
        public Barred correcting(@Nullable Long sequence) {
            return new Barred(imei, occurredAt, source, sequence, list, authority, basis);
        }
    }

    /**
     * Off that list again.
     */
    @StoredAs("BarLifted")
    record BarLifted(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String list,
            String authority,
            String basis)
            implements LossFact {
        @Override
        public BarLifted correcting(@Nullable Long sequence) {
            return new BarLifted(imei, occurredAt, source, sequence, list, authority, basis);
        }
    }
}
