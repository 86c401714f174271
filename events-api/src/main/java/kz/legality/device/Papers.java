package kz.legality.device;

import static kz.legality.device.Saying.digest;
import static kz.legality.device.Saying.pseudonym;

import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.ListFact.DeviceWatched;
import kz.legality.device.ListFact.ListingEnded;
import kz.legality.device.ListFact.PersonAssociated;
import kz.legality.device.ListFact.SubscriberExcepted;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.Recovered;
import kz.legality.device.LossFact.ReportedLost;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.OriginFact.LocallyManufactured;
import kz.legality.device.OriginFact.WarrantyReturned;
import kz.legality.device.OwnershipFact.DeviceDeregistered;
import kz.legality.device.OwnershipFact.OwnershipTransferred;
import kz.legality.device.ReviewFact.AppealDecided;
import kz.legality.device.ReviewFact.AppealFiled;
import kz.legality.device.ReviewFact.CloneResolved;
import kz.legality.device.ReviewFact.LegalityChecked;

/** {@link Saying} for the papers that most devices never see: which paper, and what it says. */
final class Papers {
    private Papers() {}

    static String identityOf(OriginFact fact) {
        return switch (fact) {
            case LocallyManufactured it -> "manufacture:" + digest(it.manufacturer(), it.certificate());
            case WarrantyReturned it -> "repair:" + digest(it.returnedTo(), it.repairDocument());
        };
    }

    static String contentOf(OriginFact fact) {
        return switch (fact) {
            case LocallyManufactured it -> digest(it.occurredAt(), it.brand(), it.model());
            case WarrantyReturned it -> digest(it.occurredAt(), it.declaration());
        };
    }

    static String identityOf(OwnershipFact fact) {
        return switch (fact) {
            case DeviceDeregistered it ->
                "deregistration:" + it.occurredAt() + ":" + digest(it.owner().reference());
            case OwnershipTransferred it ->
                "transfer:" + it.occurredAt() + ":"
                        + digest(it.from().reference(), it.to().reference());
        };
    }

    static String contentOf(OwnershipFact fact) {
        return switch (fact) {
            case DeviceDeregistered it -> digest(it.reason());
            case OwnershipTransferred it -> digest(it.basis());
        };
    }

    static String identityOf(ImeiFact fact) {
        return switch (fact) {
            case ImeisPaired it -> "pairing:" + it.other().key() + ":" + digest(it.evidence(), it.reference());
            case ImeiReplaced it ->
                "replacement:" + it.other().key() + ":" + it.side() + ":" + digest(it.serviceCentre(), it.reference());
        };
    }

    /** Where the other IMEI stands is our own note, not what the paper says: it makes no correction. */
    static String contentOf(ImeiFact fact) {
        return digest(fact.occurredAt());
    }

    static String identityOf(LossFact fact) {
        return switch (fact) {
            case ReportedStolen it -> "stolen:" + digest(it.authority(), it.reference());
            case ReportedLost it -> "lost:" + digest(it.authority(), it.reference());
            case Recovered it -> "recovered:" + digest(it.authority(), it.reference());
            case Barred it -> "barred:" + it.occurredAt() + ":" + digest(it.list());
            case BarLifted it -> "bar-lifted:" + it.occurredAt() + ":" + digest(it.list());
        };
    }

    static String contentOf(LossFact fact) {
        return switch (fact) {
            case ReportedStolen it -> digest(it.occurredAt());
            case ReportedLost it -> digest(it.occurredAt());
            case Recovered it -> digest(it.occurredAt(), it.reason());
            case Barred it -> digest(it.authority(), it.basis());
            case BarLifted it -> digest(it.authority(), it.basis());
        };
    }

    static String identityOf(ExemptionFact fact) {
        return switch (fact) {
            case Exempted it -> "exempt:" + it.exemption() + ":" + it.occurredAt();
            case ExemptionEnded it -> "exemption-ended:" + it.exemption() + ":" + it.occurredAt();
        };
    }

    static String contentOf(ExemptionFact fact) {
        return switch (fact) {
            case Exempted it -> digest(it.basis());
            case ExemptionEnded it -> digest(it.basis());
        };
    }

    static String identityOf(ReviewFact fact) {
        return switch (fact) {
            case LegalityChecked it ->
                "check:" + it.register() + ":" + it.occurredAt() + ":" + digest(it.evidenceRef());
            case CloneResolved it -> "clone-resolution:" + digest(it.authority(), it.reference());
            case AppealFiled it -> "appeal:" + digest(it.number());
            case AppealDecided it -> "appeal-decision:" + digest(it.number());
        };
    }

    static String contentOf(ReviewFact fact) {
        return switch (fact) {
            case LegalityChecked it -> digest(it.result());
            case CloneResolved it ->
                digest(it.occurredAt(), pseudonym(it.imsi()), pseudonym(it.msisdn()), it.evidence());
            case AppealFiled it ->
                digest(it.occurredAt(), it.kind(), it.against(), it.appellant().reference(), it.grounds());
            case AppealDecided it ->
                digest(it.occurredAt(), it.outcome(), it.decidedBy(), it.reasoning(), it.lawfulSince());
        };
    }

    static String identityOf(ListFact fact) {
        String begins = fact instanceof ListingEnded ? "listing-ended:" : "listed:";
        return begins + fact.list() + ":" + fact.occurredAt() + ":" + fact.key();
    }

    static String contentOf(ListFact fact) {
        return switch (fact) {
            case DeviceApproved it ->
                digest(it.provisional(), it.device(), it.brand(), it.model(), it.deviceType(), it.radioInterface());
            case DeviceWatched it -> digest(it.note());
            case SubscriberExcepted it -> "";
            case PersonAssociated it -> "";
            case ListingEnded it -> "";
        };
    }
}
