package kz.legality.device;

import java.time.Instant;
import kz.legality.event.Source;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked of one IMEI's record. */
public sealed interface DeviceCommand
        permits DeviceCommand.RecordFact,
                DeviceCommand.RecordDeclaration,
                DeviceCommand.JudgeByAllowance,
                DeviceCommand.LiftBlock,
                DeviceCommand.WithdrawFact,
                DeviceCommand.EndGreyTerm,
                LifeCommand {
    Imei imei();

    /** Of what moment it speaks: the policy in force then decides. */
    Instant at();

    /**
     * Record what a source says. Never refused: a fact already recorded is not recorded twice.
     *
     * @param receivedAt when the ledger was told; null where that is when it happened, or long past
     */
    record RecordFact(DeviceEvent.Fact fact, @Nullable Instant receivedAt) implements DeviceCommand {
        public RecordFact(DeviceEvent.Fact fact) {
            this(fact, null);
        }

        @Override
        public Imei imei() {
            return fact.imei();
        }

        @Override
        public Instant at() {
            return fact.occurredAt();
        }
    }

    /**
     * Record that a person declared it, with what his allowance says of it: one decision, so that a declaration beyond it
     * neither lifts a block nor begins a term anew. Never refused.
     *
     * @param receivedAt as of {@link RecordFact}
     */
    record RecordDeclaration(
            DeviceEvent.DeviceDeclared fact, @Nullable Instant receivedAt, Verdict verdict) implements DeviceCommand {
        @Override
        public Imei imei() {
            return fact.imei();
        }

        @Override
        public Instant at() {
            return fact.occurredAt();
        }
    }

    /** Judge it by its person's allowance again, since another paper of his was recorded, corrected or withdrawn. */
    record JudgeByAllowance(Imei imei, Instant at, DeclarationNumber declaration, Verdict verdict)
            implements DeviceCommand {}

    /**
     * What the allowance says of one declared device.
     *
     * @param bound that it is beyond; null where it is within
     * @param policyVersion that set the bounds
     */
    record Verdict(@Nullable AllowanceBound bound, String policyVersion) {}

    /** Lift the block that was ordered under this reference, whoever ordered it. */
    record LiftBlock(
            Imei imei,
            Instant at,
            Source source,
            String authority,
            String reason,
            String liftsReference,
            String reference)
            implements DeviceCommand {}

    /** Withdraw a fact that was recorded in error. */
    record WithdrawFact(Imei imei, Instant at, Source source, long sequence, String reason) implements DeviceCommand {}

    /** Block the device if its grey term ended at or before this moment and legality is still unproven. */
    record EndGreyTerm(Imei imei, Instant until) implements DeviceCommand {
        @Override
        public Instant at() {
            return until;
        }
    }
}
