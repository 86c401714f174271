package kz.legality.rule;

import static kz.legality.example.Facts.cloned;
import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.exported;
import static kz.legality.example.Facts.imported;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.LifeFacts.backFromRepair;
import static kz.legality.example.LifeFacts.madeHere;
import static kz.legality.example.SightingDraft.seenOn;
import static kz.legality.finding.Severity.CRITICAL;
import static kz.legality.finding.Severity.HIGH;
import static kz.legality.finding.Severity.INFO;
import static kz.legality.finding.Severity.WARN;
import static kz.legality.rule.DossierDraft.known;
import static kz.legality.rule.RuleCase.raises;
import static kz.legality.rule.RuleCase.silent;

import java.util.List;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.Occasion;
import kz.legality.event.Source;
import kz.legality.example.Companies;
import kz.legality.example.Devices;
import kz.legality.example.Facts;
import kz.legality.example.Persons;
import kz.legality.example.SightingDraft;
import kz.legality.identifier.Imei;

/** Whether it left, and whether VAT is asked back once. Exported on 1 June 2025, unless a case says otherwise. */
final class RefundCases {
    private static final String BACK = "50501/080625/0000009";
    private static final String AGAIN = "50501/010725/0005555";
    private static final ExportItem ITEM_AGAIN = ExportItem.of(AGAIN + "/1");

    private static final String ONCE_MORE = "50501/010825/0006666";
    private static final Imei WITHOUT_CHECK_DIGIT = new Imei("49015420323751");

    private RefundCases() {}

    /** Exported again, or another phone was: the paper of the second writes no check digit. */
    private static DossierDraft strayed(Typo typo) {
        return known(
                        exported(),
                        exported(WITHOUT_CHECK_DIGIT).declaration(AGAIN).on("2025-07-01"))
                .nearTo(ITEM_AGAIN, typo);
    }

    /** Exported twice, and a slip of the pen lies between. */
    static DossierDraft twiceAroundASlip() {
        return strayed(new Typo(Devices.OTHER_PHONE, true))
                .and(exported().declaration(ONCE_MORE).on("2025-08-01"));
    }

    private static DossierDraft claimedTwice(Typo typo) {
        return strayed(typo).claimed("VAT-1", "2025-06-30").claimed(ITEM_AGAIN, "VAT-2", "2025-09-30", null);
    }

    private static SightingDraft inUse() {
        return seenOn("2025-06-10").until("2025-06-25", 6);
    }

    private static DossierDraft ghost() {
        return known(exported(), inUse());
    }

    static final List<RuleCase> GHOSTS = List.of(
            raises("R1", CRITICAL, "a home subscriber uses it on six days after it left", ghost()),
            raises(
                    "R1",
                    HIGH,
                    "on two days, one of which was also told because the phone was new to the network",
                    known(
                            exported(),
                            seenOn("2025-06-20").until("2025-06-21", 2),
                            seenOn("2025-06-20").occasion(Occasion.FIRST_SEEN))),
            raises(
                    "R1",
                    HIGH,
                    "on two days only",
                    known(exported(), seenOn("2025-06-10").until("2025-06-11", 2))),
            raises(
                    "R1",
                    HIGH,
                    "it is registered after it left, and no network saw it",
                    known(exported(), registered().on("2025-06-20"))),
            raises(
                            "R1",
                            INFO,
                            "only a visitor's foreign SIM used it: a tourist brought it back",
                            known(exported(), inUse().roaming()))
                    .considering("ROAMING_VISITOR"),
            silent("R1", "last seen within the grace of 72 hours", known(exported(), seenOn("2025-06-04"))),
            silent(
                    "R1",
                    "last seen so soon after it that a clock which is a day wrong explains it",
                    known(exported(), seenOn("2025-06-05"))),
            raises("R1", HIGH, "seen a day later than any clock explains", known(exported(), seenOn("2025-06-06"))),
            silent(
                    "R1",
                    "seen in the shop before the export, and never again",
                    known(exported(), seenOn("2025-05-20").until("2025-05-30", 8))),
            silent(
                    "R1",
                    "no exit is recorded, and the longest transit is not over",
                    known(exported().notExited(), seenOn("2025-06-12"))),
            raises(
                            "R1",
                            CRITICAL,
                            "no exit is recorded, and it is seen after the longest transit",
                            known(exported().notExited(), inUse()))
                    .considering("LATE_EXIT"),
            silent(
                    "R1",
                    "the exit is reported late: it left after all these sightings",
                    ghost().corrected(0, exported().exitedOn("2025-07-01"))),
            silent("R1", "the export was cancelled", ghost().withdrawn(0)).otherwise(CRITICAL),
            silent(
                    "R1",
                    "temporary export (23) carries no refund",
                    known(exported().procedure("23"), inUse())),
            silent(
                            "R1",
                            "re-imported by procedure 60 before it was used",
                            ghost().and(imported()
                                    .declaration(BACK)
                                    .procedure("60")
                                    .on("2025-06-08")))
                    .otherwise(CRITICAL),
            silent(
                            "R1",
                            "a traveller bought it abroad, declared it and uses it",
                            ghost().and(declared().on("2025-06-08")))
                    .otherwise(CRITICAL),
            silent(
                            "R1",
                            "back from repair under warranty",
                            ghost().and(backFromRepair().on("2025-06-08")))
                    .otherwise(CRITICAL),
            silent(
                            "R1",
                            "declared on the very day on which it is first used",
                            known(exported(), seenOn("2025-06-10"), declared().on("2025-06-10")))
                    .otherwise(HIGH),
            silent(
                            "R1",
                            "no exit is recorded, but it came back within the longest transit",
                            known(
                                    exported().notExited(),
                                    inUse(),
                                    imported().declaration(BACK).procedure("60").on("2025-06-08")))
                    .otherwise(CRITICAL),
            raises(
                    "R1",
                    CRITICAL,
                    "re-imported only after it had been in use at home for ten days",
                    ghost().and(imported().declaration(BACK).procedure("60").on("2025-06-20"))),
            raises(
                    "R1",
                    CRITICAL,
                    "imported before the export: that is how it came, not how it came back",
                    known(imported(), exported(), inUse())),
            raises("R1", WARN, "several phones carry the IMEI, and nobody had it before", ghost().and(cloned()))
                    .considering("AMBIGUOUS_CLONE")
                    .otherwise(CRITICAL),
            raises(
                    "R1",
                    CRITICAL,
                    "several phones carry the IMEI, but one subscriber had it before and after",
                    known(exported(), inUse(), cloned(), seenOn("2025-05-20"))),
            raises(
                            "R1",
                            WARN,
                            "written without check digit, one digit from a phone of the shipment that is unaccounted"
                                    + " for",
                            known(exported(WITHOUT_CHECK_DIGIT), inUse()).nearTo(Devices.OTHER_PHONE))
                    .considering("POSSIBLE_TYPO"),
            raises(
                    "R1",
                    CRITICAL,
                    "its undeclared second slot is in use",
                    known(exported()).secondSlot(inUse())),
            raises(
                    "R1b",
                    CRITICAL,
                    "one subscriber had it before the export and has it after",
                    known(seenOn("2025-05-20"), exported(), inUse())),
            raises(
                            "R1b",
                            WARN,
                            "the export may mean a phone of another shipment",
                            known(seenOn("2025-05-20"), exported(WITHOUT_CHECK_DIGIT), inUse())
                                    .nearTo(Devices.OTHER_PHONE))
                    .considering("POSSIBLE_TYPO"),
            raises(
                    "R1b",
                    CRITICAL,
                    "one owner had it before and after, by another number and another SIM",
                    known(
                            registered().on("2025-05-20"),
                            exported(),
                            registered().on("2025-06-20").line("77029999999", "401019999999999"))),
            silent(
                    "R1b",
                    "another subscriber had it before",
                    known(seenOn("2025-05-20").with("the shop"), exported(), inUse())),
            silent("R1b", "he had it too long before", known(seenOn("2025-04-20"), exported(), inUse())),
            silent(
                    "R1b",
                    "two owners, one before and one after",
                    known(
                            registered().on("2025-05-20"),
                            exported(),
                            registered().to(Persons.BOLAT).on("2025-06-20").line("77029999999", "401019999999999"))),
            silent(
                            "R1b",
                            "it came back lawfully in between",
                            known(
                                    seenOn("2025-05-20"),
                                    exported(),
                                    inUse(),
                                    imported().declaration(BACK).on("2025-06-08")))
                    .otherwise(CRITICAL));

    private static DossierDraft twice() {
        return known(exported(), exported().declaration(AGAIN).on("2025-07-01"));
    }

    static final List<RuleCase> DOUBLES = List.of(
            raises("R2a", CRITICAL, "two declarations name it", twice()),
            raises(
                    "R2a",
                    CRITICAL,
                    "two declarations of two exporters name it",
                    known(
                            exported(),
                            exported().declaration(AGAIN).by(Companies.TRADER).on("2025-07-01"))),
            silent(
                    "R2a",
                    "the one declaration was corrected",
                    known(exported()).corrected(0, exported().exitedOn("2025-06-03"))),
            silent("R2a", "the second was cancelled", twice().withdrawn(1)).otherwise(CRITICAL),
            silent(
                    "R2a",
                    "two items of one declaration name it: its slots count once",
                    known(exported(), exported().item(2))),
            silent(
                            "R2a",
                            "it was re-imported in between",
                            twice().and(imported()
                                    .declaration(BACK)
                                    .procedure("60")
                                    .on("2025-06-08")))
                    .otherwise(CRITICAL),
            silent(
                    "R2a",
                    "its other IMEI was imported in between",
                    twice().secondSlot(imported().declaration(BACK).on("2025-06-08"))),
            silent(
                            "R2a",
                            "it came back from repair in between",
                            twice().and(backFromRepair().on("2025-06-08")))
                    .otherwise(CRITICAL),
            raises(
                    "R2a",
                    CRITICAL,
                    "it was re-imported only afterwards",
                    twice().and(imported().declaration(BACK).on("2025-08-08"))),
            raises(
                            "R2a",
                            WARN,
                            "one is written without check digit, and may mean a phone of another shipment",
                            strayed(new Typo(Devices.OTHER_PHONE, true)))
                    .considering("POSSIBLE_TYPO"),
            raises(
                    "R2a",
                    CRITICAL,
                    "one may mean another phone of the shipment that this one came with",
                    strayed(new Typo(Devices.OTHER_PHONE, false))),
            raises(
                    "R2a",
                    CRITICAL,
                    "written with its check digit, however near another phone",
                    twice().nearTo(ITEM_AGAIN, new Typo(Devices.OTHER_PHONE, true))),
            raises(
                            "R2b",
                            WARN,
                            "one of the two exports may mean another phone",
                            claimedTwice(new Typo(Devices.OTHER_PHONE, true)))
                    .considering("POSSIBLE_TYPO"),
            raises(
                    "R2b",
                    CRITICAL,
                    "one of the two exports may mean another phone of its own shipment",
                    claimedTwice(new Typo(Devices.OTHER_PHONE, false))),
            raises(
                    "R2b",
                    CRITICAL,
                    "two claims rest on its one export",
                    known(exported()).claimed("VAT-1", "2025-06-30").claimed("VAT-2", "2025-06-30")),
            raises(
                    "R2b",
                    CRITICAL,
                    "two claims rest on its two exports",
                    twice().claimed("VAT-1", "2025-06-30").claimed(ITEM_AGAIN, "VAT-2", "2025-09-30", null)),
            silent("R2b", "one claim", known(exported()).claimed("VAT-1", "2025-06-30")),
            silent(
                    "R2b",
                    "an additional form replaced the earlier one",
                    known(exported())
                            .claimed(DossierDraft.ITEM, "VAT-1", "2025-06-30", "VAT-2")
                            .claimed("VAT-2", "2025-06-30")),
            raises(
                    "R2c",
                    HIGH,
                    "claimed, and no exit long after the period closed",
                    known(exported().notExited()).claimed("VAT-1", "2025-06-30")),
            silent(
                    "R2c",
                    "the exit may still be reported",
                    known(exported().notExited()).claimed("VAT-1", "2025-06-30").judgedOn("2025-07-20")),
            silent(
                    "R2c",
                    "the exit was reported late",
                    known(exported().notExited())
                            .claimed("VAT-1", "2025-06-30")
                            .corrected(0, exported().exitedOn("2025-07-20"))),
            silent(
                    "R2c",
                    "goods for a member of the union await form 328.00 and no border",
                    known(exported().notExited().destination("RU")).claimed("VAT-1", "2025-06-30")),
            silent("R2c", "nobody asks VAT back", known(exported().notExited())),
            silent(
                    "R2c",
                    "the claim was replaced",
                    known(exported().notExited()).claimed(DossierDraft.ITEM, "VAT-1", "2025-06-30", "VAT-2")));

    private static DossierDraft round(String procedure) {
        return known(
                imported(),
                exported(),
                imported().declaration(BACK).procedure(procedure).on("2025-06-08"),
                exported().declaration(AGAIN).on("2025-07-01"));
    }

    static final List<RuleCase> CAROUSELS = List.of(
            raises("R3", HIGH, "in, out, in and out again", round("40")),
            raises(
                    "R3",
                    CRITICAL,
                    "and in and out once more",
                    round("40")
                            .and(
                                    imported()
                                            .declaration("50501/080725/0000010")
                                            .on("2025-07-08"),
                                    exported()
                                            .declaration("50501/010825/0006666")
                                            .on("2025-08-01"))),
            silent(
                    "R3",
                    "its consignor took it back by procedure 60",
                    known(
                            imported(),
                            exported(),
                            imported()
                                    .declaration(BACK)
                                    .procedure("60")
                                    .by(Companies.EXPORTER)
                                    .on("2025-06-08"),
                            exported().declaration(AGAIN).on("2025-07-01"))),
            raises("R3", HIGH, "another company brought it back by procedure 60", round("60")),
            silent("R3", "it came for a while (53)", round("53")),
            silent(
                    "R3",
                    "out and in, and not out again",
                    known(imported(), exported(), imported().declaration(BACK).on("2025-06-08"))),
            raises(
                    "R3",
                    CRITICAL,
                    "half of the shipment comes back in one shipment of somebody else",
                    known(exported(), imported().declaration(BACK).on("2025-06-08"))
                            .shared(50, BACK + "/1")),
            silent(
                    "R3",
                    "a few of the shipment come back",
                    known(exported(), imported().declaration(BACK).on("2025-06-08"))
                            .shared(20, BACK + "/1")),
            silent(
                    "R3",
                    "half of it comes back more than 180 days later",
                    known(exported(), imported().declaration(BACK).on("2025-12-20"))
                            .shared(50, BACK + "/1")));

    static final List<RuleCase> ORIGINS = List.of(
            raises(
                    "R4",
                    HIGH,
                    "exported, and nothing says how it had come",
                    known(exported()).inItemOf(100, 1)),
            raises(
                    "R4",
                    CRITICAL,
                    "with it five in a hundred of the item have no origin",
                    known(exported()).inItemOf(100, 5)),
            silent("R4", "imported before", known(exported(), imported())).otherwise(HIGH),
            silent("R4", "declared by a traveller before", known(exported(), declared()))
                    .otherwise(HIGH),
            silent("R4", "made in the country", known(exported(), madeHere())).otherwise(HIGH),
            silent("R4", "it came in transit (80)", known(exported(), imported().procedure("80")))
                    .otherwise(HIGH),
            silent("R4", "in use before the rules", grandfathered()).otherwise(HIGH),
            silent(
                    "R4",
                    "its undeclared second slot was imported",
                    known(exported()).secondSlot(imported())),
            silent(
                    "R4",
                    "stock exported before imports were recorded by IMEI",
                    known(exported().on("2025-03-01"))),
            raises(
                    "R4",
                    HIGH,
                    "imported afterwards",
                    known(exported(), imported().on("2025-06-20"))),
            raises(
                    "R4",
                    HIGH,
                    "back from repair, which says nothing of how it first came",
                    known(exported(), backFromRepair().on("2025-05-20"))),
            raises(
                            "R4",
                            WARN,
                            "one digit from a phone of the shipment that is unaccounted for",
                            known(exported()).inItemOf(100, 50).nearTo(Devices.OTHER_PHONE))
                    .considering("POSSIBLE_TYPO"));

    private static DossierDraft grandfathered() {
        DossierDraft before = known(exported(), registered().on("2024-05-10"));
        return before.then(new Grandfathered(
                Devices.PHONE, Facts.on("2025-03-25"), new Source.Rule("grandfather"), 1, "KZ-2025-03-25"));
    }
}
