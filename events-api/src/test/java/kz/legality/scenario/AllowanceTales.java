package kz.legality.scenario;

import static kz.legality.device.ListStatus.*;
import static kz.legality.device.Standing.Code.*;
import static kz.legality.example.Devices.*;
import static kz.legality.example.Facts.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.legality.device.AllowanceConsequence.*;
import kz.legality.device.DeviceEvent.*;
import kz.legality.example.DeclarationDraft;
import kz.legality.example.Persons;
import kz.legality.example.Traveller;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;

/** F18: two devices a person and year, so many under one tracking number, 360 MRP of value; above it, declare and pay. */
final class AllowanceTales {
    /** In tiyn; above 360 MRP of 2025, which are 1,415,520 tenge. */
    private static final long DEAR = 150_000_000;

    private static final long NEARLY_ALL = 130_000_000;

    private AllowanceTales() {}

    private static DeclarationDraft brings(Imei imei, int paper, String day) {
        return declared(imei).declaration("50501/030525/000010" + paper).on(day);
    }

    /** Two that are within, and a third. */
    private static Traveller three() {
        return Traveller.arrives()
                .with(
                        brings(PHONE, 1, "2025-05-03"),
                        brings(OTHER_PHONE, 2, "2025-06-03"),
                        brings(TAF_PHONE, 3, "2025-07-03"));
    }

    static final List<Tale> TALES = List.of(
            new Tale(
                    "Two devices of one person in a year are within his allowance",
                    () -> Traveller.arrives()
                            .with(brings(PHONE, 1, "2025-05-03"), brings(OTHER_PHONE, 2, "2025-06-03"))
                            .stands(PHONE, WHITE, PERSONAL_DECLARATION)
                            .stands(OTHER_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "The third of a year is beyond it, and not lawful by being declared",
                    () -> three().led(TAF_PHONE, DeviceDeclared.class, AllowanceExceeded.class)
                            .stands(TAF_PHONE, UNKNOWN, BEYOND_ALLOWANCE)
                            .stands(PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "A device beyond the allowance is grey once it is registered",
                    () -> three().with(registered(TAF_PHONE).on("2025-07-10"))
                            .stands(TAF_PHONE, GREY, GREY_TERM_RUNNING, BEYOND_ALLOWANCE)
                            .withDeadline(TAF_PHONE, "2025-08-09")),
            new Tale(
                    "The allowance is counted by calendar year",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-11-03"),
                                    brings(OTHER_PHONE, 2, "2025-12-30"),
                                    brings(TAF_PHONE, 3, "2026-01-02"))
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "A year ends at midnight of the country, not of Greenwich",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-11-03"),
                                    brings(OTHER_PHONE, 2, "2025-12-30"),
                                    brings(TAF_PHONE, 3, "2025-12-31")
                                            .at(java.time.OffsetDateTime.parse("2025-12-31T20:00:00Z")))
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "The IMEIs of one device on one paper count once",
                    () -> Traveller.arrives()
                            .with(
                                    brings(OTHER_PHONE, 1, "2025-05-03").device("a"),
                                    brings(OTHER_PHONE_SECOND_SLOT, 1, "2025-05-03")
                                            .device("a"),
                                    brings(PHONE, 1, "2025-05-03").device("b"))
                            .stands(OTHER_PHONE_SECOND_SLOT, WHITE, PERSONAL_DECLARATION)
                            .stands(PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "A device beyond the allowance is so with each of its IMEIs",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(TAF_PHONE, 2, "2025-05-04"),
                                    brings(OTHER_PHONE, 3, "2025-05-05").device("a"),
                                    brings(OTHER_PHONE_SECOND_SLOT, 3, "2025-05-05")
                                            .device("a"))
                            .stands(OTHER_PHONE, UNKNOWN, BEYOND_ALLOWANCE)
                            .stands(OTHER_PHONE_SECOND_SLOT, UNKNOWN, BEYOND_ALLOWANCE)),
            new Tale(
                    "Each person has an allowance of his own",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(OTHER_PHONE, 2, "2025-06-03"),
                                    brings(TAF_PHONE, 3, "2025-07-03").by(Persons.BOLAT))
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "Declared above the allowance with duty paid, it is lawful",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(OTHER_PHONE, 2, "2025-06-03"),
                                    brings(TAF_PHONE, 3, "2025-07-03").dutyPaid(13_500_000))
                            .led(TAF_PHONE, DeviceDeclared.class)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "A device that duty was paid for uses up no allowance",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03").dutyPaid(13_500_000),
                                    brings(OTHER_PHONE, 2, "2025-06-03"),
                                    brings(TAF_PHONE, 3, "2025-07-03"))
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "Duty paid later, told as a correction of the paper, makes it lawful",
                    () -> three().with(brings(TAF_PHONE, 3, "2025-07-03").dutyPaid(13_500_000))
                            .led(TAF_PHONE, DeviceDeclared.class)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "Duty paid after the block lifts it",
                    () -> three().with(registered(TAF_PHONE).on("2025-07-10"))
                            .sweep(TAF_PHONE, "2025-08-10")
                            .stands(TAF_PHONE, BLACK, GREY_TERM_EXPIRED)
                            .with(brings(TAF_PHONE, 3, "2025-07-03").dutyPaid(13_500_000))
                            .led(TAF_PHONE, DeviceDeclared.class, DeviceUnblocked.class)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "A commercial import makes it lawful whatever its person brought in",
                    () -> three().with(imported(TAF_PHONE).on("2025-09-01"))
                            .stands(TAF_PHONE, WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "A paper that is withdrawn gives the allowance back to the next device",
                    () -> three().withdraws(PHONE, DeviceDeclared.class, "2025-08-01")
                            .led(TAF_PHONE, AllowanceRestored.class)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)
                            .stands(PHONE, UNKNOWN, NO_ORIGIN)),
            new Tale(
                    "The allowance that came back lifts the block of a term that ended",
                    () -> three().with(registered(TAF_PHONE).on("2025-07-10"))
                            .sweep(TAF_PHONE, "2025-08-10")
                            .withdraws(PHONE, DeviceDeclared.class, "2025-09-01")
                            .led(TAF_PHONE, AllowanceRestored.class, DeviceUnblocked.class)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "A paper corrected to name another person counts against him instead",
                    () -> three().told(
                                    "2025-08-01", brings(PHONE, 1, "2025-05-03").by(Persons.BOLAT))
                            .led(TAF_PHONE, AllowanceRestored.class)
                            .stands(PHONE, WHITE, PERSONAL_DECLARATION)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "A paper corrected to another year counts in that year",
                    () -> three().told("2025-08-01", brings(PHONE, 1, "2024-12-30"))
                            .led(TAF_PHONE, AllowanceRestored.class)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "The same paper sent again counts once",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(OTHER_PHONE, 2, "2025-06-03"))
                            .stands(OTHER_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "An earlier crossing told late takes the place of the later device, from when it is known",
                    () -> Traveller.arrives()
                            .with(brings(PHONE, 1, "2025-05-03"), brings(OTHER_PHONE, 2, "2025-06-03"))
                            .told("2025-09-01", brings(TAF_PHONE, 3, "2025-04-03"))
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)
                            .stands(OTHER_PHONE, UNKNOWN, BEYOND_ALLOWANCE)
                            .stoodOn("2025-08-31", OTHER_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "Who loses his place by a paper told late has the whole term from then",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(OTHER_PHONE, 2, "2025-06-03"),
                                    registered(OTHER_PHONE).on("2025-06-04"))
                            .told("2025-09-01", brings(TAF_PHONE, 3, "2025-04-03"))
                            .stands(OTHER_PHONE, GREY, GREY_TERM_RUNNING, BEYOND_ALLOWANCE)
                            .withDeadline(OTHER_PHONE, "2025-10-01")),
            new Tale(
                    "A declaration beyond the allowance gives no new term",
                    () -> Traveller.arrives()
                            .with(
                                    registered(TAF_PHONE).on("2025-06-20"),
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(OTHER_PHONE, 2, "2025-06-03"),
                                    brings(TAF_PHONE, 3, "2025-07-03"))
                            .led(TAF_PHONE, DeviceDeclared.class, AllowanceExceeded.class)
                            .withDeadline(TAF_PHONE, "2025-07-20")),
            new Tale(
                    "A declaration beyond the allowance lifts no block",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(OTHER_PHONE, 2, "2025-06-03"),
                                    registered(TAF_PHONE).on("2025-06-04"))
                            .sweep(TAF_PHONE, "2025-07-10")
                            .with(brings(TAF_PHONE, 3, "2025-07-15"))
                            .led(TAF_PHONE, DeviceDeclared.class, AllowanceExceeded.class)
                            .stands(TAF_PHONE, BLACK, GREY_TERM_EXPIRED)),
            new Tale(
                    "One device of more than 360 MRP is beyond the allowance",
                    () -> Traveller.arrives()
                            .with(brings(PHONE, 1, "2025-05-03").worth(DEAR))
                            .stands(PHONE, UNKNOWN, BEYOND_ALLOWANCE)),
            new Tale(
                    "Two devices of a year that are worth more than 360 MRP together: the second is beyond it",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03").worth(NEARLY_ALL),
                                    brings(OTHER_PHONE, 2, "2025-06-03").worth(NEARLY_ALL))
                            .stands(PHONE, WHITE, PERSONAL_DECLARATION)
                            .stands(OTHER_PHONE, UNKNOWN, BEYOND_ALLOWANCE)),
            new Tale(
                    "The value, too, is summed by calendar year and not over a life",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-12-03").worth(NEARLY_ALL),
                                    brings(OTHER_PHONE, 2, "2026-01-03").worth(NEARLY_ALL))
                            .stands(OTHER_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "What is beyond the allowance uses none of its value up",
                    () -> Traveller.arrives()
                            .with(
                                    brings(PHONE, 1, "2025-05-03").worth(DEAR),
                                    brings(OTHER_PHONE, 2, "2025-06-03").worth(NEARLY_ALL))
                            .stands(OTHER_PHONE, WHITE, PERSONAL_DECLARATION)),
            new Tale(
                    "Three under one tracking number: the third is beyond it, however many a year allows",
                    () -> Traveller.under(with("KZ-five", Map.of("max", 5)))
                            .with(
                                    brings(PHONE, 1, "2025-05-03").tracking("RR1"),
                                    brings(OTHER_PHONE, 2, "2025-05-03").tracking("RR1"),
                                    brings(TAF_PHONE, 3, "2025-05-03").tracking("RR1"),
                                    brings(PTCRB_PHONE, 4, "2025-05-03").tracking("RR2"))
                            .stands(OTHER_PHONE, WHITE, PARCEL_DECLARATION)
                            .stands(TAF_PHONE, UNKNOWN, BEYOND_ALLOWANCE)
                            .stands(PTCRB_PHONE, WHITE, PARCEL_DECLARATION)),
            new Tale(
                    "Where the law counts three years back, one device in three years is within it",
                    () -> Traveller.under(with("KZ-as-TR", Map.of("max", 1, "window", "P3Y", "maxWindow", "ROLLING")))
                            .with(
                                    brings(PHONE, 1, "2025-05-03"),
                                    brings(OTHER_PHONE, 2, "2028-05-02"),
                                    brings(TAF_PHONE, 3, "2028-05-03"))
                            .stands(OTHER_PHONE, UNKNOWN, BEYOND_ALLOWANCE)
                            .stands(TAF_PHONE, WHITE, PERSONAL_DECLARATION)));

    /** Kazakhstan's policy with other terms of personal import. */
    private static Policy with(String version, Map<String, Object> changed) {
        Map<String, Object> terms = new HashMap<>(Policy.kazakhstan().terms());
        @SuppressWarnings("unchecked")
        Map<String, Object> personal = new HashMap<>((Map<String, Object>) terms.get("personalImport"));
        personal.putAll(changed);
        terms.put("version", version);
        terms.put("personalImport", personal);
        return Policy.of(terms);
    }
}
