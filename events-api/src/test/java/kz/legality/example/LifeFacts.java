package kz.legality.example;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.Evidence;
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
import kz.legality.device.ListStatus;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.Recovered;
import kz.legality.device.LossFact.ReportedLost;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.Occasion;
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
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.secrecy.Pseudonym;
import kz.legality.sourcefile.FileKind;
import org.jspecify.annotations.Nullable;

/** {@link Facts} of a device's life after its import and its registration, about {@link Devices#PHONE}. */
public final class LifeFacts {
    private static final String REGISTER = FileKind.REGISTRATION_LIST.written();

    /** The line of {@link RegistrationDraft}. */
    public static final Imsi LINE = new Imsi("401021234567890");

    private LifeFacts() {}

    public static Owner person(Iin iin) {
        return Owner.Person.of(iin, Facts.PSEUDONYMS);
    }

    public static Owner company(Bin bin) {
        return new Owner.Company(bin);
    }

    public static LifeDraft madeHere() {
        return draft(
                "2025-05-01",
                (imei, at, source) ->
                        new LocallyManufactured(imei, at, source, null, Companies.IMPORTER, "СТ-KZ 17", "Silk", "S1"));
    }

    /** On the register of approved devices. */
    public static LifeDraft approved(boolean provisionally, String device) {
        return draft(
                "2025-06-01",
                (imei, at, source) -> new DeviceApproved(
                        imei, at, source, null, REGISTER, provisionally, device, "Silk", "S1", "Smartphone", "4G"));
    }

    public static LifeDraft approvedNoMore() {
        return draft(
                "2025-09-01",
                (imei, at, source) -> new ListingEnded(imei, at, source, null, REGISTER, "", "the register"));
    }

    public static LifeDraft watched(String note) {
        return draft(
                "2025-06-01",
                (imei, at, source) ->
                        new DeviceWatched(imei, at, source, null, FileKind.MONITORING_LIST.written(), note));
    }

    public static LifeDraft backFromRepair() {
        return draft(
                "2025-08-01",
                (imei, at, source) ->
                        new WarrantyReturned(imei, at, source, null, Companies.EXPORTER, "акт ремонта 17", null));
    }

    public static LifeDraft deregistered(Owner owner) {
        return draft("2025-07-01", (imei, at, source) -> new DeviceDeregistered(imei, at, source, null, owner, "sold"));
    }

    public static LifeDraft transferred(Owner from, Owner to) {
        return draft(
                "2025-07-01",
                (imei, at, source) -> new OwnershipTransferred(imei, at, source, null, from, to, "contract of sale"));
    }

    public static LifeDraft pairedWith(Imei other, ListStatus otherStands) {
        return draft(
                "2025-06-01",
                (imei, at, source) -> new ImeisPaired(
                        imei, at, source, null, other, PairingEvidence.PHOTOGRAPH, "photo 1", otherStands));
    }

    public static LifeDraft putInPlaceOf(Imei other, ListStatus otherStands) {
        return draft(
                "2025-07-15",
                (imei, at, source) -> new ImeiReplaced(
                        imei, at, source, null, other, Side.NEW_BOARD, Companies.SHOP, "act 5", otherStands));
    }

    public static LifeDraft replacedBy(Imei other) {
        return draft(
                "2025-07-15",
                (imei, at, source) -> new ImeiReplaced(
                        imei, at, source, null, other, Side.OLD_BOARD, Companies.SHOP, "act 5", ListStatus.UNKNOWN));
    }

    public static LifeDraft stolen(String reference) {
        return draft("2025-06-15", (imei, at, source) -> new ReportedStolen(imei, at, source, null, "МВД", reference));
    }

    public static LifeDraft lost(String reference) {
        return draft("2025-06-15", (imei, at, source) -> new ReportedLost(imei, at, source, null, "МВД", reference));
    }

    public static LifeDraft recovered(String reference) {
        return draft(
                "2025-07-01",
                (imei, at, source) -> new Recovered(imei, at, source, null, "МВД", reference, "back with its owner"));
    }

    public static LifeDraft barredBy(String list) {
        return draft(
                "2025-06-15", (imei, at, source) -> new Barred(imei, at, source, null, list, "ГРС", "order № 226"));
    }

    public static LifeDraft takenOff(String list) {
        return draft(
                "2025-07-01", (imei, at, source) -> new BarLifted(imei, at, source, null, list, "ГРС", "decision 4"));
    }

    public static LifeDraft exempt(Exemption exemption) {
        return draft("2025-05-01", (imei, at, source) -> new Exempted(imei, at, source, null, exemption, "contract"));
    }

    public static LifeDraft exemptNoMore(Exemption exemption) {
        return draft(
                "2025-07-01",
                (imei, at, source) -> new ExemptionEnded(imei, at, source, null, exemption, "contract ended"));
    }

    public static LifeDraft checked(Register register, CheckResult result) {
        return draft(
                "2025-06-01",
                (imei, at, source) -> new LegalityChecked(imei, at, source, null, register, result, "answer 12"));
    }

    /** The answer about an IMEI paired with this one. */
    public static LifeDraft pairedImeiIs(Imei other, CheckResult result) {
        return draft(
                "2025-07-01",
                (imei, at, source) ->
                        new LegalityChecked(imei, at, source, null, Register.PAIRED_IMEI, result, other.key()));
    }

    /** The subscriber of {@link RegistrationDraft} holds the genuine device. */
    public static LifeDraft genuineIs(Imsi imsi) {
        Msisdn msisdn = new Msisdn("77011234567");
        return draft(
                "2025-07-10",
                (imei, at, source) -> new CloneResolved(
                        imei,
                        at,
                        source,
                        null,
                        "ГРС",
                        "решение 2",
                        Facts.PSEUDONYMS.of(imsi, Facts.PSEUDONYMS.lineOf(msisdn)),
                        Facts.PSEUDONYMS.of(msisdn, Facts.PSEUDONYMS.lineOf(msisdn)),
                        "box and receipt shown"));
    }

    public static LifeDraft appealed(String number, long against) {
        return draft(
                "2025-08-01",
                (imei, at, source) -> new AppealFiled(
                        imei,
                        at,
                        source,
                        null,
                        number,
                        AppealKind.APPEAL,
                        against,
                        person(Persons.AIGUL),
                        "declared in time"));
    }

    /**
     * An appeal is decided.
     *
     * @param lawfulSince a day; null where the decision says nothing of legality
     */
    public static LifeDraft ruled(String number, Outcome outcome, @Nullable String lawfulSince) {
        @Nullable Instant since = lawfulSince == null ? null : Facts.on(lawfulSince);
        return draft(
                "2025-08-10",
                (imei, at, source) -> new AppealDecided(
                        imei, at, source, null, number, outcome, "А. Сериков", "papers were shown", since));
    }

    /** First seen on a network with a home subscriber, on these days. */
    public static LifeDraft seen(String first, String last) {
        return draft(
                first,
                (imei, at, source) -> new SeenOnNetwork(
                        imei,
                        at,
                        source,
                        null,
                        Occasion.FIRST_SEEN,
                        "kcell",
                        LocalDate.parse(first),
                        LocalDate.parse(last),
                        2,
                        true,
                        new Pseudonym("subscriber"),
                        new Evidence(List.of(Facts.FILE), 2, "first-seen", 1, null)));
    }

    /** On the home market after it was said to have left, under this export declaration. */
    public static LifeDraft seenAfterExport(String day) {
        return draft(
                day,
                (imei, at, source) -> new SeenOnNetwork(
                        imei,
                        at,
                        source,
                        null,
                        Occasion.AFTER_EXPORT,
                        "kcell",
                        LocalDate.parse(day),
                        LocalDate.parse(day).plusDays(5),
                        5,
                        true,
                        new Pseudonym("subscriber"),
                        new Evidence(List.of(Facts.FILE), 5, "after-export", 1, "50501/010625/0004321")));
    }

    /** Networks saw it used as one honest device is not, within these days. */
    public static LifeDraft pattern(PatternObserved.Kind kind, String from, String to) {
        return draft(
                to,
                (imei, at, source) -> new PatternObserved(
                        imei,
                        at,
                        source,
                        null,
                        kind,
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        12_000,
                        10_000,
                        new Evidence(List.of(Facts.FILE), 40, "pattern", 1, null)));
    }

    private static LifeDraft draft(String day, LifeDraft.Form form) {
        return new LifeDraft(Devices.PHONE, day, form);
    }
}
