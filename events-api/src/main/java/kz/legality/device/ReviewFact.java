package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.secrecy.Personal;
import org.jspecify.annotations.Nullable;

/** What people and registers found when they looked: checks, the genuine copy among clones, appeals. */
public sealed interface ReviewFact extends DeviceEvent.Fact {
    /** Who was asked. */
    enum Register {
        GSMA,
        CUSTOMS,
        BDIK,
        SERVICE_CENTRE,
        PAIRED_IMEI
    }

    /** What it answered. */
    enum CheckResult {
        LAWFUL,
        NOT_LAWFUL,
        NOT_FOUND
    }

    /** What is asked for. */
    enum AppealKind {
        APPEAL,
        HUMAN_REVIEW
    }

    /** How it ended. */
    enum Outcome {
        UPHELD,
        DISMISSED
    }

    /**
     * A register was asked (F3).
     *
     * @param evidenceRef of its answer; of a paired IMEI, that IMEI's 14 digits
     */
    @StoredAs("LegalityChecked")
    record LegalityChecked(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            Register register,
            CheckResult result,
            String evidenceRef)
            implements ReviewFact {
        @Override
        public LegalityChecked correcting(@Nullable Long sequence) {
            return new LegalityChecked(imei, occurredAt, source, sequence, register, result, evidenceRef);
        }
    }

    /**
     * A person named the subscriber who holds the genuine device: he stays connected, every other copy does not.
     */
    @StoredAs("CloneResolved")
    record CloneResolved(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String authority,
            String reference,
            Personal<Imsi> imsi,
            Personal<Msisdn> msisdn,
            String evidence)
            implements ReviewFact {
        @Override
        public CloneResolved correcting(@Nullable Long sequence) {
            return new CloneResolved(imei, occurredAt, source, sequence, authority, reference, imsi, msisdn, evidence);
        }
    }

    /**
     * Somebody objects to a block, or asks that a person look at what was decided automatically (Digital Code).
     *
     * @param number the appeal is known by
     * @param against sequence in this stream of the block
     */
    @StoredAs("AppealFiled")
    record AppealFiled(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String number,
            AppealKind kind,
            long against,
            Owner appellant,
            String grounds)
            implements ReviewFact {
        @Override
        public AppealFiled correcting(@Nullable Long sequence) {
            return new AppealFiled(imei, occurredAt, source, sequence, number, kind, against, appellant, grounds);
        }
    }

    /**
     * A person decided. Upheld, the block never stood as known from now on; what was known before stays in the history.
     *
     * @param decidedBy the person, by name
     * @param lawfulSince from when the device is lawful by this decision; null where it says nothing of that
     */
    @StoredAs("AppealDecided")
    record AppealDecided(
            Imei imei,
            Instant occurredAt,
            Source source,
            @Nullable Long corrects,
            String number,
            Outcome outcome,
            String decidedBy,
            String reasoning,
            @Nullable Instant lawfulSince)
            implements ReviewFact {
        @Override
        public AppealDecided correcting(@Nullable Long sequence) {
            return new AppealDecided(
                    imei, occurredAt, source, sequence, number, outcome, decidedBy, reasoning, lawfulSince);
        }
    }
}
