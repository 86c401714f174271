package kz.legality.device;

import java.time.Instant;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ImeiFact.PairingEvidence;
import kz.legality.device.ImeiFact.Side;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.Recovered;
import kz.legality.device.LossFact.ReportedLost;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.OwnershipFact.DeviceDeregistered;
import kz.legality.device.OwnershipFact.OwnershipTransferred;
import kz.legality.device.ReviewFact.AppealDecided;
import kz.legality.device.ReviewFact.AppealFiled;
import kz.legality.device.ReviewFact.AppealKind;
import kz.legality.device.ReviewFact.CheckResult;
import kz.legality.device.ReviewFact.CloneResolved;
import kz.legality.device.ReviewFact.LegalityChecked;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.device.ReviewFact.Register;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.secrecy.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks of a device's record, and may be refused. What a file says is recorded by {@link
 * DeviceCommand.RecordFact} and never refused.
 */
public sealed interface LifeCommand extends DeviceCommand {
    Source source();

    /** Recorded, where nothing on record speaks against it. */
    sealed interface Stating extends LifeCommand {
        DeviceEvent.Fact fact();
    }

    /** Give a registration up. */
    record Deregister(Imei imei, Instant at, Source source, Owner owner, String reason) implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new DeviceDeregistered(imei, at, source, null, owner, reason);
        }
    }

    /** Hand the device on to another owner. */
    record TransferOwnership(Imei imei, Instant at, Source source, Owner from, Owner to, String basis)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new OwnershipTransferred(imei, at, source, null, from, to, basis);
        }
    }

    /**
     * Say that another IMEI is in the same device; sent once for each of the two.
     *
     * @param otherStands the list the other is on now
     */
    record PairImeis(
            Imei imei,
            Instant at,
            Source source,
            Imei other,
            PairingEvidence evidence,
            String reference,
            ListStatus otherStands)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new ImeisPaired(imei, at, source, null, other, evidence, reference, otherStands);
        }
    }

    /** Say that two IMEIs are of one device no longer; sent once for each of the two. */
    record UndoPairing(Imei imei, Instant at, Source source, Imei other, String reason) implements LifeCommand {}

    /** Tell a device where the other IMEI stands now. */
    record HearOfPaired(Imei imei, Instant at, Source source, Imei other, ListStatus otherStands) implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new LegalityChecked(
                    imei,
                    at,
                    source,
                    null,
                    Register.PAIRED_IMEI,
                    otherStands == ListStatus.WHITE ? CheckResult.LAWFUL : CheckResult.NOT_LAWFUL,
                    other.key());
        }
    }

    /** Record that a board was put in place of another; sent once for each of the two IMEIs. */
    record ReplaceBoard(
            Imei imei,
            Instant at,
            Source source,
            Imei other,
            Side side,
            Bin serviceCentre,
            String reference,
            ListStatus otherStands)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new ImeiReplaced(imei, at, source, null, other, side, serviceCentre, reference, otherStands);
        }
    }

    /** Take it out of service as stolen or lost. */
    record ReportLoss(Imei imei, Instant at, Source source, Loss loss, String authority, String reference)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return switch (loss) {
                case STOLEN -> new ReportedStolen(imei, at, source, null, authority, reference);
                case LOST -> new ReportedLost(imei, at, source, null, authority, reference);
            };
        }
    }

    /** Settle every report of loss before this moment. */
    record ReportFound(Imei imei, Instant at, Source source, String authority, String reference, String reason)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new Recovered(imei, at, source, null, authority, reference, reason);
        }
    }

    /** Put it on a list of devices that must not be served. */
    record Bar(Imei imei, Instant at, Source source, String list, String authority, String basis) implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new Barred(imei, at, source, null, list, authority, basis);
        }
    }

    /** Take it off that list. */
    record LiftBar(Imei imei, Instant at, Source source, String list, String authority, String basis)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new BarLifted(imei, at, source, null, list, authority, basis);
        }
    }

    /** Put it out of the rules' reach. */
    record Exempt(Imei imei, Instant at, Source source, Exemption exemption, String basis) implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new Exempted(imei, at, source, null, exemption, basis);
        }
    }

    /** Put it back under the rules. */
    record EndExemption(Imei imei, Instant at, Source source, Exemption exemption, String basis) implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new ExemptionEnded(imei, at, source, null, exemption, basis);
        }
    }

    /** Name the subscriber who holds the genuine device. */
    record ResolveClone(
            Imei imei,
            Instant at,
            Source source,
            String authority,
            String reference,
            Personal<Imsi> imsi,
            Personal<Msisdn> msisdn,
            String evidence)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new CloneResolved(imei, at, source, null, authority, reference, imsi, msisdn, evidence);
        }
    }

    /**
     * Object to a block, or ask that a person look at it.
     *
     * @param against sequence in the device's stream of the block
     */
    record FileAppeal(
            Imei imei,
            Instant at,
            Source source,
            String number,
            AppealKind kind,
            long against,
            Owner appellant,
            String grounds)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new AppealFiled(imei, at, source, null, number, kind, against, appellant, grounds);
        }
    }

    /**
     * Decide an appeal.
     *
     * @param lawfulSince null where the decision says nothing of legality
     */
    record DecideAppeal(
            Imei imei,
            Instant at,
            Source source,
            String number,
            Outcome outcome,
            String decidedBy,
            String reasoning,
            @Nullable Instant lawfulSince)
            implements Stating {
        @Override
        public DeviceEvent.Fact fact() {
            return new AppealDecided(imei, at, source, null, number, outcome, decidedBy, reasoning, lawfulSince);
        }
    }

    /** How it left its owner. */
    enum Loss {
        STOLEN,
        LOST
    }
}
