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
import kz.legality.example.Companies;
import kz.legality.example.Persons;

/** The news report the project began with, fact by fact (F1-F20). */
final class SeedTales {
    private SeedTales() {}

    static final List<Tale> TALES = List.of(
            new Tale(
                    "F1 a phone released for the home market is on the white list",
                    () -> given().when(imported()).then(DeviceImported.class).stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F1 a phone in use without proof is on the grey list",
                    () -> given().when(registered())
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "F1 a phone whose term ended is on the black list",
                    () -> given(registered())
                            .when(sweep("2025-06-10"))
                            .then(DeviceBlocked.class)
                            .stands(BLACK, GREY_TERM_EXPIRED)),
            new Tale("F1 a phone nobody told of is on no list", () -> given().stands(UNKNOWN, NO_RECORD)),
            new Tale(
                    "F2 a second owner of one IMEI raises a conflict that names both",
                    () -> given(imported(), registered())
                            .when(registered().on("2025-06-10").to(Persons.BOLAT))
                            .then(DeviceRegistered.class, BindingConflictDetected.class)
                            .stands(WHITE, COMMERCIAL_IMPORT, BINDING_CONFLICT)),
            new Tale(
                    "F2 the same owner with another line is no conflict",
                    () -> given(imported(), registered())
                            .when(registered().on("2025-06-10").line("77017654321", "401027654321098"))
                            .then(DeviceRegistered.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F3 the answer of a register is recorded with its reference",
                    () -> given(imported())
                            .when(checked(Register.GSMA, CheckResult.LAWFUL))
                            .then(LegalityChecked.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F3 a register's answer alone makes no phone lawful",
                    () -> given(registered())
                            .when(checked(Register.BDIK, CheckResult.LAWFUL))
                            .then(LegalityChecked.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "F4 the owner of a grey phone has a day until which he can prove it",
                    () -> given().when(registered()).thenAnything().withDeadline("2025-06-09")),
            new Tale(
                    "F4 proof within the term takes it off the grey list",
                    () -> given(registered())
                            .when(declared())
                            .then(DeviceDeclared.class)
                            .stands(WHITE, PERSONAL_DECLARATION)
                            .withDeadline(null)),
            new Tale(
                    "F5 before the term ends nothing is blocked",
                    () -> given(registered()).when(sweep("2025-06-08")).thenNothing()),
            new Tale(
                    "F5 when the term ends unproven the phone is blocked by the ledger itself",
                    () -> given(registered()).when(sweep("2025-06-09")).then(DeviceBlocked.class)),
            new Tale(
                    "F5 ending the terms twice blocks once",
                    () -> given(registered(), sweep("2025-06-10"))
                            .when(sweep("2025-06-11"))
                            .thenNothing()),
            new Tale(
                    "F6 a phone of the market without an import can be counted: its reason says so",
                    () -> given(registered()).stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "F7 goods that were never released make no phone lawful",
                    () -> given(registered())
                            .when(imported().notReleased())
                            .then(DeviceImported.class)
                            .stands(GREY, GREY_TERM_RUNNING, NOT_RELEASED)),
            new Tale(
                    "F7 a use that no honest device makes is recorded, and judged by people",
                    () -> given(imported())
                            .when(pattern(PatternObserved.Kind.TAC_NOT_FOUND, "2025-05-10", "2025-06-10"))
                            .then(PatternObserved.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F8 a flagship declared as a budget model is recorded as customs said it",
                    () -> given().when(imported().model("Nokia", "3310"))
                            .then(DeviceImported.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F9 six devices on one number are not plainly white",
                    () -> given(imported())
                            .when(cloned().subscribers(6))
                            .then(CloneDetected.class)
                            .stands(GREY, CLONE_DETECTED)),
            new Tale(
                    "F9 contraband that copied a lawful number makes nobody's phone black by itself",
                    () -> given(imported(), registered(), cloned())
                            .when(sweep("2025-12-31"))
                            .thenNothing()),
            new Tale(
                    "F10 an old code on a new phone is recorded as a pattern",
                    () -> given(imported())
                            .when(pattern(PatternObserved.Kind.STALE_TAC, "2025-05-10", "2025-06-10"))
                            .then(PatternObserved.class)),
            new Tale(
                    "F11 a phone declared under two names is recorded under both",
                    () -> given(declared())
                            .when(declared()
                                    .by(Persons.BOLAT)
                                    .declaration("50501/040525/0000078")
                                    .on("2025-05-04"))
                            .then(DeviceDeclared.class)
                            .stands(WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "F12 exported with the tax refunded, it is not lawful at home",
                    () -> given(imported())
                            .when(exported())
                            .then(DeviceExported.class)
                            .stands(UNKNOWN, EXPORTED)),
            new Tale(
                    "F12 seen at home after its export, the sighting stands beside the export",
                    () -> given(imported(), exported())
                            .when(seenAfterExport("2025-07-01"))
                            .then(SeenOnNetwork.class)
                            .stands(UNKNOWN, EXPORTED)),
            new Tale(
                    "F12 sold inside after its export, it gets a term like any other",
                    () -> given(imported(), exported())
                            .when(registered().on("2025-07-01"))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, EXPORTED)),
            new Tale(
                    "F13 a phone is bound to a person's number",
                    () -> given(imported()).when(registered().to(Persons.SAULE)).then(DeviceRegistered.class)),
            new Tale(
                    "F13 a phone is bound to a company's number",
                    () -> given(imported())
                            .when(registered().to(Companies.SHOP))
                            .then(DeviceRegistered.class)),
            new Tale(
                    "F14 asked of it, customs may find nothing, and that is recorded",
                    () -> given(registered())
                            .when(checked(Register.CUSTOMS, CheckResult.NOT_FOUND))
                            .then(LegalityChecked.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "F14 an import that customs send after the block lifts it",
                    () -> given(registered(), sweep("2025-06-10"))
                            .when(imported())
                            .then(DeviceImported.class, DeviceUnblocked.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F15 on the secondary market legality stays with the phone",
                    () -> given(imported(), registered())
                            .when(transferred(person(Persons.AIGUL), person(Persons.BOLAT)))
                            .then(OwnershipTransferred.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F15 re-exported and brought back, it is lawful by its re-import",
                    () -> given(imported(), exported().procedure("31"))
                            .when(imported()
                                    .procedure("60")
                                    .declaration("50501/010725/0000001")
                                    .on("2025-07-02"))
                            .then(DeviceImported.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F16 goods that infringe a right on the customs register are barred by its list",
                    () -> given(imported())
                            .when(barredBy("ТРОИС"))
                            .then(Barred.class)
                            .stands(BLACK, kz.legality.device.Standing.Code.BARRED)),
            new Tale(
                    "F17 whoever asks of a white phone learns why it is white",
                    () -> given(imported(), registered()).stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "F18 a person's third device of the year is lawful because it was declared",
                    () -> given().when(declared().withoutDocument().declaration("50501/050525/0000003"))
                            .then(DeviceDeclared.class)
                            .stands(WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "F19 a block says what the check right before it found",
                    () -> given(registered())
                            .when(sweep("2025-06-10"))
                            .then(DeviceBlocked.class)
                            .havingFound(GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "F19 proven a day before the check, it is not blocked",
                    () -> given(registered(), declared().on("2025-06-08"))
                            .when(sweep("2025-06-10"))
                            .thenNothing()),
            new Tale(
                    "F20 registered before the rules, it is lawful until its end of life",
                    () -> given().when(registered().on("2024-10-01"))
                            .then(DeviceRegistered.class, Grandfathered.class)
                            .stands(WHITE, GRANDFATHERED)),
            new Tale(
                    "F20 seen on a network before the rules, it is lawful until its end of life",
                    () -> given().when(seen("2024-10-01", "2024-10-05"))
                            .then(SeenOnNetwork.class, Grandfathered.class)
                            .stands(WHITE, GRANDFATHERED)),
            new Tale(
                    "F20 first seen on the day of the rules, it is not",
                    () -> given().when(seen("2025-03-25", "2025-04-05")).then(SeenOnNetwork.class)));
}
