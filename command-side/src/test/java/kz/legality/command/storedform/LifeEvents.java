package kz.legality.command.storedform;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.legality.allowance.AllowanceEvent.AllowanceReturned;
import kz.legality.allowance.AllowanceEvent.AllowanceUsed;
import kz.legality.device.AllowanceBound;
import kz.legality.device.AllowanceConsequence.AllowanceExceeded;
import kz.legality.device.AllowanceConsequence.AllowanceRestored;
import kz.legality.device.DeviceEvent.BindingConflictDetected;
import kz.legality.device.DeviceEvent.PairingUndone;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ImeiFact.ImeiReplaced;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ImeiFact.PairingEvidence;
import kz.legality.device.ImeiFact.Side;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.ListFact.DeviceWatched;
import kz.legality.device.ListFact.ListingEnded;
import kz.legality.device.ListFact.PersonAssociated;
import kz.legality.device.ListFact.SubscriberExcepted;
import kz.legality.device.ListStatus;
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
import kz.legality.device.ReviewFact.AppealKind;
import kz.legality.device.ReviewFact.CheckResult;
import kz.legality.device.ReviewFact.CloneResolved;
import kz.legality.device.ReviewFact.LegalityChecked;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.device.ReviewFact.Register;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tiyn;
import kz.legality.secrecy.Pseudonym;

/** {@link EveryEvent} of a device's life after its import and its registration. */
final class LifeEvents {
    private static final Source ROW = new Source.FileRow(new FileHash("0123456789abcdef".repeat(4)), 7);
    private static final Source ACTOR = new Source.Actor("Комитет", "req-1");
    private static final Imei IMEI = new Imei("490154203237518");
    private static final Imei OTHER = new Imei("353287060000011");
    private static final Instant AT = Instant.parse("2025-06-01T05:30:00.123456789Z");
    private static final Bin COMPANY = new Bin("940140000385");
    private static final Owner SELLER = new Owner.Company(COMPANY);

    private static final DeclarationNumber DECLARATION = new DeclarationNumber("55301/010625/0001234");
    private static final Pseudonym PERSON = new Pseudonym("pseudonym-of-person");
    private static final Source BY_ALLOWANCE = new Source.Rule("WhenBeyond");

    private LifeEvents() {}

    static Stream<LedgerEvent> whole() {
        return Stream.of(
                new LocallyManufactured(IMEI, AT, ROW, 1L, COMPANY, "СТ-KZ 17", "Nokia", "3310"),
                new WarrantyReturned(
                        IMEI, AT, ROW, 2L, COMPANY, "акт 17/2025", new DeclarationNumber("55301/010625/0001234")),
                new DeviceDeregistered(IMEI, AT, ACTOR, 3L, buyer(), "sold"),
                new OwnershipTransferred(IMEI, AT, ACTOR, 4L, SELLER, buyer(), "contract 5"),
                new ImeisPaired(
                        IMEI, AT, ACTOR, 5L, OTHER, PairingEvidence.PHOTOGRAPH, "заявление 9", ListStatus.WHITE),
                new ImeiReplaced(IMEI, AT, ACTOR, 6L, OTHER, Side.NEW_BOARD, COMPANY, "акт 18", ListStatus.GREY),
                new ReportedStolen(IMEI, AT, ROW, 7L, "МВД", "КУИ-17/2025"),
                new ReportedLost(IMEI, AT, ROW, 8L, "МВД", "КУИ-18/2025"),
                new Recovered(IMEI, AT, ROW, 9L, "МВД", "КУИ-19/2025", "returned to its owner"),
                new Barred(IMEI, AT, ROW, 10L, "barred-list", "ГРС", "order № 226"),
                new BarLifted(IMEI, AT, ROW, 11L, "barred-list", "ГРС", "decision 4"),
                new Exempted(IMEI, AT, ROW, 12L, Exemption.M2M, "contract of a meter"),
                new ExemptionEnded(IMEI, AT, ROW, 13L, Exemption.INBOUND_ROAMER, "left roaming"),
                new LegalityChecked(IMEI, AT, ROW, 14L, Register.CUSTOMS, CheckResult.NOT_FOUND, "answer 12"),
                new CloneResolved(
                        IMEI,
                        AT,
                        ACTOR,
                        15L,
                        "ГРС",
                        "решение 2",
                        EveryEvent.sealed("imsi"),
                        EveryEvent.sealed("msisdn"),
                        "receipt and box shown"),
                new AppealFiled(IMEI, AT, ACTOR, 16L, "Ж-1", AppealKind.HUMAN_REVIEW, 4, buyer(), "declared in time"),
                new AppealDecided(IMEI, AT, ACTOR, 17L, "Ж-1", Outcome.UPHELD, "А. Сериков", "papers shown", AT),
                new DeviceApproved(
                        IMEI,
                        AT,
                        ROW,
                        18L,
                        "registration-list",
                        true,
                        "77",
                        "Samsung",
                        "Galaxy A0",
                        "Smartphone",
                        "2G,3G,4G"),
                new SubscriberExcepted(
                        IMEI, AT, ROW, 19L, "pairing-list", EveryEvent.sealed("imsi"), EveryEvent.sealed("msisdn")),
                new PersonAssociated(IMEI, AT, ROW, 20L, "association-list", EveryEvent.sealed("uid")),
                new DeviceWatched(IMEI, AT, ROW, 21L, "stolen-list", "pending"),
                new ListingEnded(IMEI, AT, ROW, 22L, "pairing-list", "imsi/msisdn", "ГРС"),
                new PairingUndone(IMEI, AT, ACTOR, 5, OTHER, "not of one device"),
                new AllowanceExceeded(IMEI, AT, BY_ALLOWANCE, 4, AllowanceBound.DEVICES_OF_THE_YEAR, "KZ-2025-03-25"),
                new AllowanceRestored(IMEI, AT, BY_ALLOWANCE, 4, "KZ-2025-03-25"),
                new AllowanceUsed(
                        PERSON,
                        AT,
                        ROW,
                        IMEI,
                        DECLARATION,
                        "set-1",
                        "RR123456785KZ",
                        new Tiyn(1_234_500),
                        new Tiyn(370_350)),
                new AllowanceReturned(PERSON, AT, ACTOR, IMEI, DECLARATION),
                new BindingConflictDetected(
                        IMEI,
                        AT,
                        new Source.Rule("WhenBound"),
                        8,
                        3,
                        List.of("person:one", "company:two"),
                        "KZ-2025-03-25"));
    }

    static Stream<LedgerEvent> bare() {
        return Stream.of(
                new AllowanceUsed(PERSON, AT, ROW, IMEI, DECLARATION, null, null, new Tiyn(1_234_500), null),
                new WarrantyReturned(IMEI, AT, ROW, null, COMPANY, "акт 17/2025", null),
                new AppealDecided(IMEI, AT, ACTOR, null, "Ж-1", Outcome.DISMISSED, "А. Сериков", "no papers", null));
    }

    private static Owner buyer() {
        return new Owner.Person(EveryEvent.sealed("owner"));
    }
}
