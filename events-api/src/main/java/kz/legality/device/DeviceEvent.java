package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.finding.Disposition;
import kz.legality.finding.Finding;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.DocumentNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to one IMEI. A {@link Fact} is what a source says, recorded even when it is suspicious; a
 * {@link Consequence} is what the ledger decided from facts, and names the policy it decided by.
 */
public sealed interface DeviceEvent extends LedgerEvent {
    Imei imei();

    @Override
    @JsonIgnore
    default String stream() {
        return imei().key();
    }

    /** What a source says. */
    sealed interface Fact extends DeviceEvent
            permits DeviceImported,
                    DeviceDeclared,
                    DeviceRegistered,
                    DeviceExported,
                    CloneDetected,
                    SeenOnNetwork,
                    PatternObserved,
                    DeviceBlocked,
                    OriginFact,
                    OwnershipFact,
                    ImeiFact,
                    LossFact,
                    ExemptionFact,
                    ReviewFact,
                    ListFact {
        /** Sequence in this stream of the earlier word of the same source that this one replaces. */
        @Nullable
        Long corrects();

        /** The same fact, said to replace an earlier one. */
        Fact correcting(@Nullable Long sequence);
    }

    /** What the ledger decided. */
    sealed interface Consequence extends DeviceEvent
            permits GreyTermStarted,
                    Grandfathered,
                    BindingConflictDetected,
                    FindingRaised,
                    FindingWithdrawn,
                    AllowanceConsequence {
        String policyVersion();
    }

    /**
     * A commercial import stands in a customs declaration.
     *
     * @param device groups the IMEIs of one device within a file
     * @param releasedAt null while the goods are not released
     * @param unitVat VAT paid for this one device at import
     */
    @StoredAs("DeviceImported")
    record DeviceImported(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            DeclarationNumber declaration,
            int item,
            Procedure procedure,
            OffsetDateTime registeredAt,
            @Nullable OffsetDateTime releasedAt,
            Bin importer,
            @Nullable String device,
            String brand,
            String model,
            Tiyn unitValue,
            Tiyn unitVat)
            implements Fact {
        @Override
        public DeviceImported correcting(@Nullable Long sequence) {
            return new DeviceImported(
                    imei,
                    occurredAt,
                    source,
                    sequence,
                    declaration,
                    item,
                    procedure,
                    registeredAt,
                    releasedAt,
                    importer,
                    device,
                    brand,
                    model,
                    unitValue,
                    unitVat);
        }
    }

    /**
     * A person declared the device at the border or for a parcel.
     *
     * @param dutyPaid for this device; null or nothing where it was brought in within the allowance
     */
    @StoredAs("DeviceDeclared")
    record DeviceDeclared(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            DeclarationNumber declaration,
            Personal<Iin> person,
            @Nullable Personal<DocumentNumber> document,
            OffsetDateTime crossedAt,
            @Nullable String device,
            String brand,
            String model,
            Tiyn unitValue,
            @Nullable String tracking,
            @Nullable Tiyn dutyPaid)
            implements Fact {
        /** Declared above the allowance, which it then does not use up. */
        @JsonIgnore
        public boolean isDutyPaid() {
            return dutyPaid != null && dutyPaid.amount() > 0;
        }

        @Override
        public DeviceDeclared correcting(@Nullable Long sequence) {
            return new DeviceDeclared(
                    imei,
                    occurredAt,
                    source,
                    sequence,
                    declaration,
                    person,
                    document,
                    crossedAt,
                    device,
                    brand,
                    model,
                    unitValue,
                    tracking,
                    dutyPaid);
        }
    }

    /** The device was bound to an owner and a subscriber line. */
    @StoredAs("DeviceRegistered")
    record DeviceRegistered(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            OffsetDateTime registeredAt,
            Owner owner,
            Personal<Msisdn> msisdn,
            Personal<Imsi> imsi,
            String operator)
            implements Fact {
        @Override
        public DeviceRegistered correcting(@Nullable Long sequence) {
            return new DeviceRegistered(
                    imei, occurredAt, source, sequence, registeredAt, owner, msisdn, imsi, operator);
        }
    }

    /**
     * An export stands in a customs declaration.
     *
     * @param exitedAt null while the border has not seen the goods leave
     */
    @StoredAs("DeviceExported")
    record DeviceExported(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            DeclarationNumber declaration,
            int item,
            Procedure procedure,
            OffsetDateTime registeredAt,
            @Nullable OffsetDateTime exitedAt,
            Bin exporter,
            String destination,
            Tiyn unitValue)
            implements Fact {
        @Override
        public DeviceExported correcting(@Nullable Long sequence) {
            return new DeviceExported(
                    imei,
                    occurredAt,
                    source,
                    sequence,
                    declaration,
                    item,
                    procedure,
                    registeredAt,
                    exitedAt,
                    exporter,
                    destination,
                    unitValue);
        }
    }

    /**
     * Several devices were found to carry this IMEI.
     *
     * @param subscribers how many distinct subscribers used it within the window that was looked at
     */
    @StoredAs("CloneDetected")
    record CloneDetected(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            int subscribers,
            String evidence) implements Fact {
        @Override
        public CloneDetected correcting(@Nullable Long sequence) {
            return new CloneDetected(imei, occurredAt, source, sequence, subscribers, evidence);
        }
    }

    /**
     * A network saw the device on some days, with one subscriber, on an occasion that matters to its legal life. What was
     * seen is in the archive of observations; a longer span of days corrects the earlier word.
     *
     * @param operator whose network it was
     * @param firstSeen first day within what was looked at
     * @param lastSeen last day within what was looked at
     * @param daysSeen on how many days between the two
     * @param homeSubscriber whether the line is of this country
     * @param subscriber keyed stand-in for the IMSI; where a row has none, for the MSISDN
     */
    @StoredAs("SeenOnNetwork")
    record SeenOnNetwork(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Occasion occasion,
            String operator,
            LocalDate firstSeen,
            LocalDate lastSeen,
            int daysSeen,
            boolean homeSubscriber,
            Pseudonym subscriber,
            Evidence evidence)
            implements Fact {
        @Override
        public SeenOnNetwork correcting(@Nullable Long sequence) {
            return new SeenOnNetwork(
                    imei,
                    occurredAt,
                    source,
                    sequence,
                    occasion,
                    operator,
                    firstSeen,
                    lastSeen,
                    daysSeen,
                    homeSubscriber,
                    subscriber,
                    evidence);
        }
    }

    /**
     * Networks saw this IMEI used as one honest device is not. A measure, not a verdict: what it means is for a finding.
     *
     * @param from first day of the window that was looked at
     * @param to last day of the window that was looked at
     * @param measuredThousandths what was counted, in thousandths of its unit; the unit is the kind's
     * @param limitThousandths of the same unit, by the policy then in force
     */
    @StoredAs("PatternObserved")
    record PatternObserved(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Kind kind,
            LocalDate from,
            LocalDate to,
            long measuredThousandths,
            long limitThousandths,
            Evidence evidence)
            implements Fact {
        /** What was seen, and the unit it is measured in. */
        public enum Kind {
            /** Two operators saw one subscriber each at the same time; days on which they did. */
            SIMULTANEOUS,
            /** Subscribers a day, on average over the days seen. */
            SUBSCRIBERS_A_DAY,
            /** Persons a day, on average over the days seen. */
            PERSONS_A_DAY,
            /** Numbers in arithmetic progression behind one IMEI, as in a SIM box; numbers a day. */
            SIM_BOX,
            /** First seen long after its model was allocated; years. */
            STALE_TAC,
            /** No such model after the lag of its reporting body; days since it was first seen. */
            TAC_NOT_FOUND,
            /** A test IMEI in public use; days. */
            TEST_IMEI,
            /** Seen on a radio access that no device of its model has; days. */
            RAT_NOT_SUPPORTED
        }

        @Override
        public PatternObserved correcting(@Nullable Long sequence) {
            return new PatternObserved(
                    imei,
                    occurredAt,
                    source,
                    sequence,
                    kind,
                    from,
                    to,
                    measuredThousandths,
                    limitThousandths,
                    evidence);
        }
    }

    /** The device must not be served: by an authority's order, or because the grey term ended. */
    @StoredAs(value = "DeviceBlocked", revision = 2)
    record DeviceBlocked(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            BlockGround ground) implements Fact {
        @Override
        public DeviceBlocked correcting(@Nullable Long sequence) {
            return new DeviceBlocked(imei, occurredAt, source, sequence, ground);
        }
    }

    /**
     * A block was lifted; others may stand.
     *
     * @param lifts sequence in this stream of the block
     */
    @StoredAs("DeviceUnblocked")
    record DeviceUnblocked(
            Imei imei, Instant occurredAt, Source source, long lifts, String authority, String reason, String reference)
            implements DeviceEvent {}

    /**
     * A fact was recorded in error and counts no longer. It stays in the history.
     *
     * @param corrects sequence in this stream of that fact
     */
    @StoredAs("FactWithdrawn")
    record FactWithdrawn(Imei imei, Instant occurredAt, Source source, long corrects, String reason)
            implements DeviceEvent {}

    /** Registered without proof of legality: the owner has until the deadline, which no later policy moves. */
    @StoredAs("GreyTermStarted")
    record GreyTermStarted(Imei imei, Instant occurredAt, Source source, Instant deadline, String policyVersion)
            implements Consequence {}

    /**
     * In use before the rules came into force, and therefore lawful until its end of life.
     *
     * @param registration sequence in this stream of the registration that proves it
     */
    @StoredAs("Grandfathered")
    record Grandfathered(Imei imei, Instant occurredAt, Source source, long registration, String policyVersion)
            implements Consequence {}

    /**
     * From a moment on, two IMEIs are no longer held to be of one device. Each of the two has this in its own stream. A
     * pairing recorded in error is withdrawn instead.
     *
     * @param undoes sequence in this stream of the pairing
     */
    @StoredAs("PairingUndone")
    record PairingUndone(Imei imei, Instant occurredAt, Source source, long undoes, Imei other, String reason)
            implements DeviceEvent {}

    /**
     * Registered while another owner holds it (F2). Not a verdict: a sale nobody told of looks like this, and so does a
     * clone.
     *
     * @param registration sequence in this stream of the registration that met another's
     * @param against sequence in this stream of the other's registration
     * @param owners by reference, the earlier first
     */
    @StoredAs("BindingConflictDetected")
    record BindingConflictDetected(
            Imei imei,
            Instant occurredAt,
            Source source,
            long registration,
            long against,
            List<String> owners,
            String policyVersion)
            implements Consequence {}

    /**
     * A rule found something in what was recorded of this device, or finds the same on other facts: the same id, said
     * again, replaces what it said. Blocks nothing by itself.
     */
    @StoredAs("FindingRaised")
    record FindingRaised(Imei imei, Instant occurredAt, Source source, Finding finding, String policyVersion)
            implements Consequence {}

    /**
     * The facts no longer say what the finding said.
     *
     * @param finding its id
     */
    @StoredAs("FindingWithdrawn")
    record FindingWithdrawn(Imei imei, Instant occurredAt, Source source, String finding, String policyVersion)
            implements Consequence {}

    /**
     * A person confirmed or dismissed a finding (Digital Code: the right to review of automated decisions).
     *
     * @param finding its id
     * @param by who decided
     */
    @StoredAs("FindingDisposed")
    record FindingDisposed(
            Imei imei,
            Instant occurredAt,
            Source source,
            String finding,
            Disposition disposition,
            String reason,
            String by)
            implements DeviceEvent {}
}
