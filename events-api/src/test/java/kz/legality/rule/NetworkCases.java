package kz.legality.rule;

import static kz.legality.device.DeviceEvent.PatternObserved.Kind.PERSONS_A_DAY;
import static kz.legality.device.DeviceEvent.PatternObserved.Kind.RAT_NOT_SUPPORTED;
import static kz.legality.device.DeviceEvent.PatternObserved.Kind.SIMULTANEOUS;
import static kz.legality.device.DeviceEvent.PatternObserved.Kind.SIM_BOX;
import static kz.legality.device.DeviceEvent.PatternObserved.Kind.STALE_TAC;
import static kz.legality.device.DeviceEvent.PatternObserved.Kind.SUBSCRIBERS_A_DAY;
import static kz.legality.device.DeviceEvent.PatternObserved.Kind.TAC_NOT_FOUND;
import static kz.legality.device.DeviceEvent.PatternObserved.Kind.TEST_IMEI;
import static kz.legality.example.Facts.cloned;
import static kz.legality.example.Facts.declared;
import static kz.legality.example.Facts.on;
import static kz.legality.example.Facts.ordered;
import static kz.legality.example.Facts.registered;
import static kz.legality.example.SightingDraft.seenOn;
import static kz.legality.finding.Severity.CRITICAL;
import static kz.legality.finding.Severity.HIGH;
import static kz.legality.finding.Severity.MEDIUM;
import static kz.legality.finding.Severity.WARN;
import static kz.legality.rule.DossierDraft.known;
import static kz.legality.rule.RuleCase.raises;
import static kz.legality.rule.RuleCase.silent;

import java.util.List;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.event.Source;
import kz.legality.example.DeclarationDraft;
import kz.legality.example.Devices;
import kz.legality.example.LifeDraft;
import kz.legality.example.LifeFacts;
import kz.legality.example.Persons;

/** What only networks see, and what persons bring. */
final class NetworkCases {
    private NetworkCases() {}

    private static LifeDraft seen(PatternObserved.Kind kind) {
        return LifeFacts.pattern(kind, "2025-06-01", "2025-06-30");
    }

    static final List<RuleCase> USE = List.of(
            raises(
                    "R6a",
                    HIGH,
                    "two operators see it at once, each with a subscriber of its own",
                    known(seen(SIMULTANEOUS))),
            silent("R6a", "one network's many subscribers prove no two phones at once", known(seen(SUBSCRIBERS_A_DAY))),
            raises("R6b", HIGH, "six subscribers within the window", known(cloned().subscribers(6))),
            raises(
                    "R6b",
                    HIGH,
                    "six in one window and nine in another are one finding",
                    known(
                            cloned().subscribers(6),
                            cloned().subscribers(9).on("2025-07-30").evidence("July"))),
            raises("R6b", WARN, "fewer, where a policy lets them be said", known(cloned().subscribers(5))),
            raises("R6b", HIGH, "several subscribers a day on average", known(seen(SUBSCRIBERS_A_DAY))),
            raises("R6b", HIGH, "several persons a day on average", known(seen(PERSONS_A_DAY))),
            raises("R6c", HIGH, "numbers in arithmetic progression behind it", known(seen(SIM_BOX))),
            raises(
                            "R6d",
                            WARN,
                            "first seen eleven years after its code was allocated: it may be an old phone",
                            known(seen(STALE_TAC)))
                    .considering("GENUINE_OLD_PHONE"),
            raises(
                    "R6d",
                    CRITICAL,
                    "and it speaks a generation that no phone of its model knows",
                    known(seen(STALE_TAC), seen(RAT_NOT_SUPPORTED))),
            silent("R6d", "the radio alone says nothing of its age", known(seen(RAT_NOT_SUPPORTED))),
            raises(
                    "R6e",
                    HIGH,
                    "the catalogue does not list its code, and the reporting lag is over",
                    known(seen(TAC_NOT_FOUND))),
            silent("R6e", "its code is stale and listed", known(seen(STALE_TAC))),
            silent(
                    "R6e",
                    "the catalogue came to list its code afterwards",
                    known(seen(TAC_NOT_FOUND)).listedAs(List.of("Samsung"), "SM-S938B", "Galaxy S25 Ultra")),
            raises("R6f", HIGH, "a test IMEI, or an invented serial number, in public use", known(seen(TEST_IMEI))),
            silent("R6f", "another pattern", known(seen(SIM_BOX))),
            silent("R6c", "another pattern", known(seen(TEST_IMEI))),
            raises(
                    "R8",
                    MEDIUM,
                    "served ten days after it was blocked",
                    known(ordered("КУИ-1").on("2025-06-01"), seenOn("2025-06-11"))),
            silent(
                    "R8",
                    "served within the operators' grace",
                    known(ordered("КУИ-1").on("2025-06-01"), seenOn("2025-06-03"))),
            silent(
                    "R8",
                    "a visitor's SIM is not the operator's to refuse",
                    known(
                            ordered("КУИ-1").on("2025-06-01"),
                            seenOn("2025-06-11").roaming())),
            silent(
                            "R8",
                            "the block was lifted before",
                            known(ordered("КУИ-1").on("2025-06-01"), seenOn("2025-06-11"))
                                    .then(new DeviceUnblocked(
                                            Devices.PHONE,
                                            on("2025-06-05"),
                                            new Source.Actor("МВД", "2"),
                                            0,
                                            "МВД",
                                            "found",
                                            "КУИ-2")))
                    .otherwise(MEDIUM));

    private static DeclarationDraft brought(String day) {
        return declared().on(day).declaration("50501/030525/00000" + day.substring(8));
    }

    private static DossierDraft three() {
        return known(brought("2025-05-03"))
                .alsoBrought(Devices.OTHER_PHONE, brought("2025-06-04"))
                .alsoBrought(Devices.TAF_PHONE, brought("2025-07-05"));
    }

    static final List<RuleCase> PERSONS = List.of(
            raises("R7", MEDIUM, "one person brings three phones within a year", three()),
            silent(
                    "R7",
                    "two phones, one for himself and one for his mother",
                    known(brought("2025-05-03")).alsoBrought(Devices.OTHER_PHONE, brought("2025-06-04"))),
            silent(
                    "R7",
                    "the third comes after a year",
                    known(brought("2025-05-03"))
                            .alsoBrought(Devices.OTHER_PHONE, brought("2025-06-04"))
                            .alsoBrought(Devices.TAF_PHONE, brought("2026-06-05"))),
            silent(
                    "R7",
                    "two slots of one phone on one paper, and another phone",
                    known(brought("2025-05-03").device("1"))
                            .alsoBrought(
                                    Devices.OTHER_PHONE, brought("2025-05-03").device("1"))
                            .alsoBrought(Devices.TAF_PHONE, brought("2025-07-05"))),
            silent(
                    "R7",
                    "others' phones are not his",
                    known(brought("2025-05-03"))
                            .alsoBrought(
                                    Devices.OTHER_PHONE, brought("2025-06-04").by(Persons.BOLAT))
                            .alsoBrought(Devices.TAF_PHONE, brought("2025-07-05"))),
            raises(
                    "R7",
                    MEDIUM,
                    "three phones in one parcel",
                    known(brought("2025-05-03").tracking("RR1"))
                            .alsoBrought(
                                    Devices.OTHER_PHONE, brought("2025-05-04").tracking("RR1"))
                            .alsoBrought(
                                    Devices.TAF_PHONE, brought("2025-05-05").tracking("RR1"))),
            raises(
                    "R7",
                    MEDIUM,
                    "one phone of more value than a year allows",
                    known(brought("2025-05-03").worth(200_000_000))),
            silent(
                    "R7",
                    "of as much value in two years, half in each",
                    known(brought("2025-12-03").worth(100_000_000))
                            .alsoBrought(
                                    Devices.OTHER_PHONE, brought("2026-01-04").worth(100_000_000))),
            raises(
                    "R7",
                    HIGH,
                    "all three are registered to others",
                    known(brought("2025-05-03"), registered().to(Persons.BOLAT).on("2025-05-09"))
                            .alsoBrought(
                                    Devices.OTHER_PHONE,
                                    brought("2025-06-04"),
                                    registered().to(Persons.SAULE).on("2025-06-09"))
                            .alsoBrought(
                                    Devices.TAF_PHONE,
                                    brought("2025-07-05"),
                                    registered().to(Persons.SAULE).on("2025-07-09"))),
            raises(
                    "R7",
                    MEDIUM,
                    "one of the three is registered to others, and two to himself",
                    known(brought("2025-05-03"), registered().on("2025-05-09"))
                            .alsoBrought(
                                    Devices.OTHER_PHONE,
                                    brought("2025-06-04"),
                                    registered().on("2025-06-09"))
                            .alsoBrought(
                                    Devices.TAF_PHONE,
                                    brought("2025-07-05"),
                                    registered().to(Persons.SAULE).on("2025-07-09"))));
}
