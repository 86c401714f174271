package kz.legality.scenario;

import static kz.legality.device.ListStatus.*;
import static kz.legality.device.Standing.Code.*;
import static kz.legality.example.Facts.*;
import static kz.legality.example.LifeFacts.*;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.*;

import java.util.List;
import kz.legality.device.DeviceEvent.*;
import kz.legality.device.ExemptionFact.*;
import kz.legality.device.ImeiFact.*;
import kz.legality.device.LossFact.*;
import kz.legality.device.OriginFact.*;
import kz.legality.device.OwnershipFact.*;
import kz.legality.device.ReviewFact.*;
import kz.legality.example.Devices;
import kz.legality.example.Scenario;

/** Every way to become lawful, and every way to lose it. */
final class LegalityTales {
    private LegalityTales() {}

    private static Tale released(String procedure, String title) {
        return new Tale(
                title,
                () -> given().when(imported().procedure(procedure))
                        .then(DeviceImported.class)
                        .stands(WHITE, COMMERCIAL_IMPORT));
    }

    private static Tale notReleased(String procedure, String title) {
        return new Tale(
                title,
                () -> given(registered())
                        .when(imported().procedure(procedure))
                        .then(DeviceImported.class)
                        .stands(GREY, GREY_TERM_RUNNING, NOT_FOR_THE_HOME_MARKET));
    }

    static final List<Tale> TALES = List.of(
            released("40", "Procedure 40 releases for the home market"),
            released("60", "Procedure 60 brings back what was exported"),
            released("78", "Procedure 78, the free customs zone, releases"),
            released("96", "Procedure 96, duty free, releases"),
            notReleased("53", "Procedure 53, temporary import, is not legality for good"),
            notReleased("80", "Procedure 80, transit, is not legality"),
            notReleased("31", "Procedure 31 on an import paper is not legality"),
            notReleased("23", "Procedure 23 on an import paper is not legality"),
            notReleased("70", "Procedure 70, a customs warehouse, is not legality"),
            new Tale(
                    "Declared by its owner at the border, it is lawful",
                    () -> given().when(declared()).then(DeviceDeclared.class).stands(WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "Declared as a parcel by its tracking number, it is lawful",
                    () -> given().when(declared().tracking("RR123456785KZ"))
                            .then(DeviceDeclared.class)
                            .stands(WHITE, PARCEL_DECLARATION)),
            new Tale(
                    "Made in the country, it is lawful",
                    () -> given().when(madeHere())
                            .then(LocallyManufactured.class)
                            .stands(WHITE, LOCAL_MANUFACTURE)),
            new Tale(
                    "Made in the country and exported, it is lawful at home no more",
                    () -> given(madeHere())
                            .when(exported())
                            .then(DeviceExported.class)
                            .stands(UNKNOWN, EXPORTED)),
            new Tale(
                    "A certificate of manufacture told after the block lifts it",
                    () -> given(registered(), sweep("2025-06-10"))
                            .when(madeHere())
                            .then(LocallyManufactured.class, DeviceUnblocked.class)
                            .stands(WHITE, LOCAL_MANUFACTURE)),
            new Tale(
                    "Back from repair abroad, it is as lawful as it left",
                    () -> given(imported(), exported().procedure("31"))
                            .when(backFromRepair())
                            .then(WarrantyReturned.class)
                            .stands(WHITE, WARRANTY_RETURN)),
            new Tale(
                    "Back from repair, it is no better than it left",
                    () -> given(registered())
                            .when(backFromRepair())
                            .then(WarrantyReturned.class)
                            .stands(GREY, GREY_TERM_RUNNING, NOT_LAWFUL_BEFORE_REPAIR)),
            new Tale(
                    "Back from repair and exported again, it has left again",
                    () -> given(imported(), exported(), backFromRepair())
                            .when(exported().declaration("50501/010925/0000002").on("2025-09-01"))
                            .then(DeviceExported.class)
                            .stands(UNKNOWN, EXPORTED)),
            new Tale(
                    "A new board in place of a lawful one is lawful",
                    () -> given(registered().on("2025-07-16"))
                            .when(putInPlaceOf(Devices.OTHER_PHONE, WHITE))
                            .then(ImeiReplaced.class)
                            .stands(WHITE, WARRANTY_REPLACEMENT)),
            new Tale(
                    "A new board in place of a grey one is not",
                    () -> given(registered().on("2025-07-16"))
                            .when(putInPlaceOf(Devices.OTHER_PHONE, GREY))
                            .then(ImeiReplaced.class)
                            .stands(GREY, GREY_TERM_RUNNING, REPLACED_IMEI_NOT_LAWFUL)),
            new Tale(
                    "The board that was taken out is lawful no more",
                    () -> given(imported())
                            .when(replacedBy(Devices.OTHER_PHONE))
                            .then(ImeiReplaced.class)
                            .stands(UNKNOWN, IMEI_REPLACED)),
            new Tale(
                    "The board that was taken out gets no term when its registration remains",
                    () -> given(imported(), registered())
                            .when(replacedBy(Devices.OTHER_PHONE))
                            .then(ImeiReplaced.class)
                            .stands(UNKNOWN, IMEI_REPLACED)),
            new Tale(
                    "Found lawful on appeal, it is lawful from the day the decision names",
                    () -> given(registered(), sweep("2025-06-10"), appealed("Ж-1", 2))
                            .when(ruled("Ж-1", Outcome.UPHELD, "2025-05-10"))
                            .thenAnything()
                            .stands(WHITE, CONFIRMED_APPEAL)
                            .stoodOn("2025-06-15", WHITE, CONFIRMED_APPEAL)),
            new Tale(
                    "Grandfathered and exported, it is lawful no more",
                    () -> given(registered().on("2024-10-01"))
                            .when(exported())
                            .then(DeviceExported.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, EXPORTED)),
            new Tale(
                    "A roaming guest is outside the rules",
                    () -> given().when(exempt(Exemption.INBOUND_ROAMER))
                            .then(Exempted.class)
                            .stands(WHITE, EXEMPT)),
            new Tale(
                    "A guest who takes a home line is under the rules",
                    () -> given(exempt(Exemption.INBOUND_ROAMER))
                            .when(registered())
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "A machine is outside the rules with a home line too",
                    () -> given(exempt(Exemption.M2M))
                            .when(registered())
                            .then(DeviceRegistered.class)
                            .stands(WHITE, EXEMPT)),
            new Tale(
                    "A machine's line put into a phone ends the exemption and starts a term",
                    () -> given(exempt(Exemption.M2M), registered())
                            .when(exemptNoMore(Exemption.M2M))
                            .then(ExemptionEnded.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .withDeadline("2025-07-31")),
            new Tale(
                    "A test IMEI is lawful by no paper",
                    () -> Scenario.of(Devices.TEST_PHONE)
                            .when(imported(Devices.TEST_PHONE))
                            .then(DeviceImported.class)
                            .stands(UNKNOWN, TEST_IMEI)),
            new Tale(
                    "An export under procedure 10 ends legality when the goods are seen to leave",
                    () -> given(imported())
                            .when(exported())
                            .then(DeviceExported.class)
                            .stands(UNKNOWN, EXPORTED)),
            new Tale(
                    "A re-export under procedure 31 ends it too",
                    () -> given(imported())
                            .when(exported().procedure("31"))
                            .then(DeviceExported.class)
                            .stands(UNKNOWN, EXPORTED)),
            new Tale(
                    "A temporary export under procedure 23 does not",
                    () -> given(imported())
                            .when(exported().procedure("23"))
                            .then(DeviceExported.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Before 2026 an export that was not seen to leave ends nothing",
                    () -> given(imported())
                            .when(exported().notExited())
                            .then(DeviceExported.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Before 2026 the exit, told later, ends it from its own day",
                    () -> given(imported(), exported().notExited())
                            .when(exported().exitedOn("2025-06-20"))
                            .then(DeviceExported.class)
                            .stands(UNKNOWN, EXPORTED)
                            .stoodOn("2025-06-10", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Since 2026 the turnover is the declaration's, and legality at home ends with it",
                    () -> given(imported())
                            .when(exported().on("2026-02-01").notExited())
                            .then(DeviceExported.class)
                            .stands(UNKNOWN, EXPORTED)
                            .stoodOn("2026-01-31", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Since 2026 too the border's word, when it comes, is the day it left",
                    () -> given(imported(), exported().on("2026-02-01").notExited())
                            .when(exported().on("2026-02-01").exitedOn("2026-02-10"))
                            .then(DeviceExported.class)
                            .stoodOn("2026-02-05", WHITE, COMMERCIAL_IMPORT)
                            .stoodOn("2026-02-10", UNKNOWN, EXPORTED)),
            new Tale(
                    "An import paper withdrawn as an error leaves nothing",
                    () -> given(imported())
                            .when(withdrawalOf(DeviceImported.class, "2025-07-01"))
                            .then(FactWithdrawn.class)
                            .stands(UNKNOWN, NO_ORIGIN)),
            new Tale(
                    "A declaration corrected to another procedure is judged by the correction",
                    () -> given(imported())
                            .when(imported().procedure("53"))
                            .then(DeviceImported.class)
                            .stands(UNKNOWN, NOT_FOR_THE_HOME_MARKET)),
            new Tale(
                    "A withdrawn paper counts no more because another file repeats it",
                    () -> given(imported(), withdrawalOf(DeviceImported.class, "2025-07-01"))
                            .when(imported())
                            .thenNothing()
                            .stands(UNKNOWN, NO_ORIGIN)));
}
