package kz.legality.scenario;

import static kz.legality.device.ListStatus.*;
import static kz.legality.device.Standing.Code.*;
import static kz.legality.example.Facts.*;
import static kz.legality.example.LifeFacts.*;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.*;

import java.util.List;
import kz.legality.device.Decision.Refusal;
import kz.legality.device.DeviceEvent.*;
import kz.legality.device.ExemptionFact.*;
import kz.legality.device.ImeiFact.*;
import kz.legality.device.LossFact.*;
import kz.legality.device.OriginFact.*;
import kz.legality.device.OwnershipFact.*;
import kz.legality.device.ReviewFact.*;
import kz.legality.example.Ask;
import kz.legality.example.Devices;
import kz.legality.example.Persons;
import kz.legality.identifier.Imsi;

/** Who holds a device, which IMEIs are one device, and which of several copies is the genuine one. */
final class BindingTales {
    private static final Imsi STRANGER = new Imsi("401027777777777");

    private BindingTales() {}

    static final List<Tale> TALES = List.of(
            new Tale(
                    "A registration given up leaves the phone free for the next owner",
                    () -> given(imported(), registered(), deregistered(person(Persons.AIGUL)))
                            .when(registered().on("2025-07-10").to(Persons.BOLAT))
                            .then(DeviceRegistered.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Registered again by the same owner after giving it up, it is simply registered",
                    () -> given(imported(), registered(), deregistered(person(Persons.AIGUL)))
                            .when(registered().on("2025-07-10"))
                            .then(DeviceRegistered.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Giving a grey phone up stops no term",
                    () -> given(registered())
                            .when(Ask.deregister(person(Persons.AIGUL), "2025-05-20"))
                            .then(DeviceDeregistered.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .withDeadline("2025-06-09")),
            new Tale(
                    "Giving up and registering anew buys no second term",
                    () -> given(registered(), Ask.deregister(person(Persons.AIGUL), "2025-05-20"))
                            .when(registered().on("2025-05-25"))
                            .then(DeviceRegistered.class)
                            .withDeadline("2025-06-09")),
            new Tale(
                    "Nobody gives up what is another's",
                    () -> given(imported(), registered())
                            .when(Ask.deregister(person(Persons.BOLAT), "2025-07-01"))
                            .thenRefused(Refusal.NOT_THE_OWNER)),
            new Tale(
                    "Sold by its owner, it is the buyer's, and no conflict arises when he registers it",
                    () -> given(
                                    imported(),
                                    registered(),
                                    Ask.transfer(person(Persons.AIGUL), person(Persons.BOLAT), "2025-07-01"))
                            .when(registered().on("2025-07-02").to(Persons.BOLAT))
                            .then(DeviceRegistered.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Nobody sells what is another's",
                    () -> given(imported(), registered())
                            .when(Ask.transfer(person(Persons.BOLAT), person(Persons.SAULE), "2025-07-01"))
                            .thenRefused(Refusal.NOT_THE_OWNER)),
            new Tale(
                    "Nobody sells to himself",
                    () -> given(imported(), registered())
                            .when(Ask.transfer(person(Persons.AIGUL), person(Persons.AIGUL), "2025-07-01"))
                            .thenRefused(Refusal.SAME_OWNER)),
            new Tale(
                    "A stolen phone cannot be handed on",
                    () -> given(imported(), registered(), stolen("КУИ-1"))
                            .when(Ask.transfer(person(Persons.AIGUL), person(Persons.BOLAT), "2025-07-01"))
                            .thenRefused(Refusal.DEVICE_IS_BLACK)),
            new Tale(
                    "Sold within its term, the buyer has what is left of it",
                    () -> given(registered())
                            .when(Ask.transfer(person(Persons.AIGUL), person(Persons.BOLAT), "2025-06-01"))
                            .then(OwnershipTransferred.class)
                            .withDeadline("2025-06-09")),
            new Tale(
                    "The sale told twice is one sale",
                    () -> given(
                                    imported(),
                                    registered(),
                                    Ask.transfer(person(Persons.AIGUL), person(Persons.BOLAT), "2025-07-01"))
                            .when(Ask.transfer(person(Persons.AIGUL), person(Persons.BOLAT), "2025-07-01"))
                            .thenNothing()),
            new Tale(
                    "A conflict ends when the sale between the two is told late",
                    () -> given(
                                    imported(),
                                    registered(),
                                    registered().on("2025-07-10").to(Persons.BOLAT))
                            .stands(WHITE, COMMERCIAL_IMPORT, BINDING_CONFLICT)
                            .when(transferred(person(Persons.AIGUL), person(Persons.BOLAT)))
                            .then(OwnershipTransferred.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "A conflict is raised by an older registration that comes late as well",
                    () -> given(imported(), registered().on("2025-07-10").to(Persons.BOLAT))
                            .when(registered())
                            .then(DeviceRegistered.class, BindingConflictDetected.class)
                            .stands(WHITE, COMMERCIAL_IMPORT, BINDING_CONFLICT)),
            new Tale(
                    "A registration withdrawn as an error ends the conflict it raised",
                    () -> given(
                                    imported(),
                                    registered(),
                                    registered().on("2025-07-10").to(Persons.BOLAT))
                            .when(withdrawalOf(DeviceRegistered.class, "2025-07-20"))
                            .then(FactWithdrawn.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "A second IMEI is lawful by the first, where both are shown to be one device",
                    () -> given(registered())
                            .when(Ask.pair(Devices.OTHER_PHONE, WHITE, "2025-06-01"))
                            .then(ImeisPaired.class)
                            .stands(WHITE, PAIRED_IMEI)),
            new Tale(
                    "Paired with one that is not lawful, it is told apart by its reason",
                    () -> given(registered())
                            .when(Ask.pair(Devices.OTHER_PHONE, GREY, "2025-06-01"))
                            .then(ImeisPaired.class)
                            .stands(GREY, GREY_TERM_RUNNING, PAIRED_IMEI_NOT_LAWFUL)),
            new Tale(
                    "When the first IMEI is proven, the second follows",
                    () -> given(registered(), pairedWith(Devices.OTHER_PHONE, GREY))
                            .when(Ask.hearOfPaired(Devices.OTHER_PHONE, WHITE, "2025-06-05"))
                            .then(LegalityChecked.class)
                            .stands(WHITE, PAIRED_IMEI)),
            new Tale(
                    "When the first IMEI is exported, the second is lawful no more",
                    () -> given(registered(), pairedWith(Devices.OTHER_PHONE, WHITE))
                            .when(Ask.hearOfPaired(Devices.OTHER_PHONE, UNKNOWN, "2025-07-05"))
                            .then(LegalityChecked.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, PAIRED_IMEI_NOT_LAWFUL)),
            new Tale(
                    "What is no news of the first IMEI is not recorded of the second",
                    () -> given(registered(), pairedWith(Devices.OTHER_PHONE, WHITE))
                            .when(Ask.hearOfPaired(Devices.OTHER_PHONE, WHITE, "2025-07-05"))
                            .thenNothing()),
            new Tale(
                    "A pairing that proves false is undone, and its legality goes with it",
                    () -> given(registered(), pairedWith(Devices.OTHER_PHONE, WHITE))
                            .when(Ask.undoPairing(Devices.OTHER_PHONE, "2025-07-01"))
                            .then(PairingUndone.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, PAIRED_IMEI_NOT_LAWFUL)
                            .stoodOn("2025-06-15", WHITE, PAIRED_IMEI)),
            new Tale(
                    "A pairing recorded in error was never true",
                    () -> given(registered(), pairedWith(Devices.OTHER_PHONE, WHITE))
                            .when(withdrawalOf(ImeisPaired.class, "2025-07-01"))
                            .thenAnything()
                            .stoodOn("2025-06-15", GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "Nothing is undone that was not paired",
                    () -> given(registered())
                            .when(Ask.undoPairing(Devices.OTHER_PHONE, "2025-07-01"))
                            .thenRefused(Refusal.NO_SUCH_PAIRING)),
            new Tale(
                    "An IMEI is not paired with itself",
                    () -> given(registered())
                            .when(Ask.pair(Devices.PHONE, WHITE, "2025-06-01"))
                            .thenRefused(Refusal.PAIRED_WITH_ITSELF)),
            new Tale(
                    "A device has four IMEIs at most",
                    () -> given(
                                    imported(),
                                    pairedWith(Devices.OTHER_PHONE, WHITE),
                                    pairedWith(Devices.OTHER_PHONE_SECOND_SLOT, WHITE),
                                    pairedWith(Devices.TAF_PHONE, WHITE))
                            .when(Ask.pair(Devices.PTCRB_PHONE, WHITE, "2025-06-02"))
                            .thenRefused(Refusal.TOO_MANY_IMEIS)),
            new Tale(
                    "A board swap is recorded of the old IMEI once",
                    () -> given(imported(), Ask.replaceBoard(Devices.OTHER_PHONE, Side.OLD_BOARD, WHITE, "2025-07-15"))
                            .stands(UNKNOWN, IMEI_REPLACED)
                            .when(Ask.replaceBoard(Devices.TAF_PHONE, Side.OLD_BOARD, WHITE, "2025-08-15"))
                            .thenRefused(Refusal.ALREADY_REPLACED)),
            new Tale(
                    "A new board does not bring the old IMEI",
                    () -> given(imported())
                            .when(Ask.replaceBoard(Devices.PHONE, Side.NEW_BOARD, WHITE, "2025-07-15"))
                            .thenRefused(Refusal.REPLACED_BY_ITSELF)),
            new Tale(
                    "Among clones the genuine device stays connected, and every copy does not",
                    () -> given(imported(), registered(), cloned())
                            .when(Ask.resolveClone(LINE, "2025-07-10"))
                            .then(CloneResolved.class)
                            .stands(BLACK, CLONE_RESOLVED)
                            .standsFor(LINE, WHITE, COMMERCIAL_IMPORT)
                            .standsFor(STRANGER, BLACK, CLONE_RESOLVED)),
            new Tale(
                    "The genuine device among clones still owes its own proof",
                    () -> given(registered(), cloned())
                            .when(Ask.resolveClone(LINE, "2025-07-10"))
                            .then(CloneResolved.class)
                            .standsFor(LINE, GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "Two owners in conflict are resolved as clones are",
                    () -> given(
                                    imported(),
                                    registered(),
                                    registered().on("2025-07-01").to(Persons.BOLAT))
                            .when(Ask.resolveClone(LINE, "2025-07-10"))
                            .then(CloneResolved.class)
                            .stands(BLACK, CLONE_RESOLVED)),
            new Tale(
                    "Where nothing says that there are several, there is nothing to resolve",
                    () -> given(imported(), registered())
                            .when(Ask.resolveClone(LINE, "2025-07-10"))
                            .thenRefused(Refusal.NOT_A_CLONE)),
            new Tale(
                    "A stolen phone is black for the genuine subscriber too",
                    () -> given(imported(), cloned(), genuineIs(LINE))
                            .when(stolen("КУИ-1").on("2025-08-01"))
                            .then(ReportedStolen.class)
                            .standsFor(LINE, BLACK, REPORTED_STOLEN, CLONE_RESOLVED)),
            new Tale(
                    "A resolution withdrawn as an error puts all copies back under doubt",
                    () -> given(imported(), cloned(), genuineIs(LINE))
                            .when(withdrawalOf(CloneResolved.class, "2025-08-01"))
                            .then(FactWithdrawn.class)
                            .stands(GREY, CLONE_DETECTED)),
            new Tale(
                    "A clone found before it was resolved stands grey on the days between",
                    () -> given(imported(), cloned(), genuineIs(LINE))
                            .stoodOn("2025-06-29", WHITE, COMMERCIAL_IMPORT)
                            .stoodOn("2025-07-05", GREY, CLONE_DETECTED)
                            .stoodOn("2025-07-10", BLACK, CLONE_RESOLVED)));
}
