package kz.legality.example;

import java.time.Instant;
import java.util.Locale;
import kz.legality.device.AllowanceConsequence.AllowanceExceeded;
import kz.legality.device.AllowanceConsequence.AllowanceRestored;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceCommand;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.BindingConflictDetected;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.FindingDisposed;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.device.DeviceEvent.PairingUndone;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ImeiFact.Side;
import kz.legality.device.LifeCommand.HearOfPaired;
import kz.legality.device.LifeCommand.Stating;
import kz.legality.device.LifeCommand.UndoPairing;
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
import kz.legality.device.Owner;
import kz.legality.device.OwnershipFact.DeviceDeregistered;
import kz.legality.device.OwnershipFact.OwnershipTransferred;
import kz.legality.device.ReviewFact.AppealDecided;
import kz.legality.device.ReviewFact.AppealFiled;
import kz.legality.device.ReviewFact.CloneResolved;
import kz.legality.device.ReviewFact.LegalityChecked;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.device.Standing;

/** Events and commands in a lawyer's words: no classes, no codes, days for times. */
public final class Telling {
    private Telling() {}

    static String of(DeviceCommand command) {
        return switch (command) {
            case DeviceCommand.RecordFact it -> of(it.fact());
            case DeviceCommand.RecordDeclaration it -> of(it.fact());
            case DeviceCommand.JudgeByAllowance it ->
                day(it.at()) + " it is judged by its person's allowance again, since another paper of his changed";
            case DeviceCommand.LiftBlock it ->
                day(it.at()) + " " + it.authority() + " lifts the block ordered under " + it.liftsReference();
            case DeviceCommand.WithdrawFact it ->
                day(it.at()) + " event " + it.sequence() + " of its record is withdrawn as an error";
            case DeviceCommand.EndGreyTerm it -> "the terms due on " + day(it.until()) + " are ended";
            case UndoPairing it -> day(it.at()) + " somebody asks to undo the pairing with the IMEI " + it.other();
            case HearOfPaired it ->
                day(it.at()) + " the ledger hears that the paired IMEI " + it.other() + " stands on "
                        + it.otherStands();
            case Stating it -> "somebody asks to record: " + of(it.fact());
        };
    }

    static String of(DeviceEvent event) {
        return day(event.occurredAt()) + " " + what(event);
    }

    /** A standing's reasons, or whatever else has a stable name. */
    static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String words(Standing.Code code) {
        return words((Enum<?>) code);
    }

    private static String what(DeviceEvent event) {
        return switch (event) {
            case DeviceImported it ->
                "customs: imported under procedure " + it.procedure()
                        + (it.releasedAt() == null ? ", not released" : " and released") + ", as a " + it.brand() + " "
                        + it.model();
            case DeviceDeclared it ->
                (it.tracking() == null
                                ? "a person declares it at the border"
                                : "a person declares it as parcel " + it.tracking())
                        + (it.isDutyPaid() ? " and pays duty" : "");
            case AllowanceExceeded it ->
                "it is beyond its person's allowance (" + words(it.bound()) + ") by policy " + it.policyVersion();
            case AllowanceRestored it -> "it is within its person's allowance after all";
            case DeviceRegistered it -> "registered with " + it.operator() + " to " + owner(it.owner());
            case DeviceExported it ->
                "customs: exported under procedure " + it.procedure()
                        + (it.exitedAt() == null ? ", not seen to leave" : " and seen to leave");
            case CloneDetected it -> it.subscribers() + " subscribers are found on this IMEI";
            case SeenOnNetwork it ->
                "a network saw it from " + it.firstSeen() + " to " + it.lastSeen() + " (" + words(it.occasion()) + ")";
            case PatternObserved it ->
                "networks saw a pattern of use from " + it.from() + " to " + it.to() + ": " + words(it.kind());
            case DeviceBlocked it ->
                switch (it.ground()) {
                    case BlockGround.Order order ->
                        order.authority() + " orders it blocked (" + order.reason() + ", " + order.reference() + ")";
                    case BlockGround.PlaceOrder order ->
                        order.authority() + " orders it blocked in " + order.place() + " (" + order.basis() + ", "
                                + order.reference() + ")";
                    case BlockGround.GreyTermExpired expired ->
                        "it is blocked: legality was not proven by " + day(expired.deadline());
                };
            case DeviceUnblocked it -> "the block is lifted by " + it.authority() + " (" + it.reason() + ")";
            case FactWithdrawn it -> "event " + it.corrects() + " of its record no longer counts";
            case GreyTermStarted it -> "its owner has until " + day(it.deadline()) + " to prove legality";
            case Grandfathered it -> "it is lawful until its end of life: in use before the rules";
            case PairingUndone it -> "the pairing with the IMEI " + it.other() + " ends";
            case BindingConflictDetected it -> "a conflict: two owners hold it";
            case FindingRaised it -> "rule " + it.finding().rule() + " finds something";
            case FindingWithdrawn it -> "the facts no longer say what was found";
            case FindingDisposed it -> it.by() + " judges what was found: " + words(it.disposition());
            case LocallyManufactured it -> "made in the country, certificate " + it.certificate();
            case WarrantyReturned it -> "back from repair abroad, document " + it.repairDocument();
            case DeviceDeregistered it -> owner(it.owner()) + " gives the registration up";
            case OwnershipTransferred it -> owner(it.from()) + " hands it on to " + owner(it.to()) + ": " + it.basis();
            case ImeisPaired it ->
                "paired with the IMEI " + it.other() + ", which stands on " + it.otherStands() + ", as "
                        + words(it.evidence()) + " shows";
            case ImeiReplaced it ->
                it.side() == Side.NEW_BOARD
                        ? "this board is put in place of the IMEI " + it.other() + ", which stood on "
                                + it.otherStands()
                        : "its board is replaced by one with the IMEI " + it.other();
            case ReportedStolen it -> "reported stolen to " + it.authority() + " under " + it.reference();
            case ReportedLost it -> "reported lost to " + it.authority() + " under " + it.reference();
            case Recovered it -> "found: " + it.reason();
            case Barred it -> "put on the list '" + it.list() + "' by " + it.authority();
            case BarLifted it -> "taken off the list '" + it.list() + "' by " + it.authority();
            case Exempted it -> "exempt as " + words(it.exemption());
            case ExemptionEnded it -> "exempt as " + words(it.exemption()) + " no more";
            case LegalityChecked it -> "register " + words(it.register()) + " answers: " + words(it.result());
            case DeviceApproved it ->
                it.provisional()
                        ? "provisionally on the register of approved devices"
                        : "on the register of approved devices";
            case SubscriberExcepted it -> "a subscriber stays connected with it by the list '" + it.list() + "'";
            case PersonAssociated it -> "a person uses it by the list '" + it.list() + "'";
            case DeviceWatched it -> "watched by the list '" + it.list() + "'";
            case ListingEnded it -> "no more on the list '" + it.list() + "'";
            case CloneResolved it -> it.authority() + " names the subscriber who holds the genuine device";
            case AppealFiled it ->
                words(it.kind()) + " " + it.number() + " is filed against event " + it.against() + ": " + it.grounds();
            case AppealDecided it ->
                "appeal " + it.number() + " is " + words(it.outcome()) + " by " + it.decidedBy()
                        + (it.outcome() == Outcome.UPHELD && it.lawfulSince() != null
                                ? ", lawful since " + day(it.lawfulSince())
                                : "");
        };
    }

    private static String owner(Owner owner) {
        return switch (owner) {
            case Owner.Person it -> it.equals(LifeFacts.person(Persons.AIGUL)) ? "Aigul" : "another person";
            case Owner.Company it -> "company " + it.company();
        };
    }

    private static String day(Instant moment) {
        return moment.atOffset(Facts.ALMATY).toLocalDate().toString();
    }
}
