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
import kz.legality.example.Ask;
import kz.legality.example.Devices;
import kz.legality.example.Persons;

/** Two times: what was true on a day, and what the ledger knew on a day. */
final class TimeTales {
    private TimeTales() {}

    static final List<Tale> TALES = List.of(
            new Tale(
                    "An import told late was true all along, and known only since",
                    () -> given(registered())
                            .told("2025-08-01", imported())
                            .stoodKnowing("2025-05-20", "2025-07-31", GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .stoodKnowing("2025-05-20", "2025-08-01", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "An export told late ends legality from its own day",
                    () -> given(imported())
                            .told("2025-09-01", exported())
                            .stoodKnowing("2025-07-01", "2025-08-31", WHITE, COMMERCIAL_IMPORT)
                            .stoodKnowing("2025-07-01", "2025-09-01", UNKNOWN, EXPORTED)
                            .stoodKnowing("2025-05-20", "2025-09-01", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "A correction is judged from the day of the paper, known from the day of the correction",
                    () -> given(imported())
                            .told("2025-09-01", imported().procedure("53"))
                            .stoodKnowing("2025-06-01", "2025-08-31", WHITE, COMMERCIAL_IMPORT)
                            .stoodKnowing("2025-06-01", "2025-09-01", UNKNOWN, NOT_FOR_THE_HOME_MARKET)),
            new Tale(
                    "What was withdrawn counted until then, and is seen to have counted",
                    () -> given(imported(), withdrawalOf(DeviceImported.class, "2025-09-01"))
                            .stoodKnowing("2025-06-01", "2025-08-31", WHITE, COMMERCIAL_IMPORT)
                            .stoodKnowing("2025-06-01", "2025-09-01", UNKNOWN, NO_ORIGIN)),
            new Tale(
                    "A block lifted by late proof stood when it was known, and never stood as known since",
                    () -> given(registered(), sweep("2025-06-10"))
                            .told("2025-08-01", imported())
                            .stoodKnowing("2025-07-01", "2025-07-31", BLACK, GREY_TERM_EXPIRED)
                            .stoodKnowing("2025-07-01", "2025-08-01", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "A block upheld away never stood, as known since the decision, and stood as known before",
                    () -> given(registered(), sweep("2025-06-10"), Ask.appeal("Ж-1", "2025-08-01"))
                            .and(Ask.decide("Ж-1", Outcome.UPHELD, "2025-05-10", "2025-08-10"))
                            .stoodKnowing("2025-07-01", "2025-08-09", BLACK, GREY_TERM_EXPIRED)
                            .stoodKnowing("2025-07-01", "2025-08-10", WHITE, CONFIRMED_APPEAL)),
            new Tale(
                    "A theft told late makes the days since it black",
                    () -> given(imported())
                            .told("2025-07-20", stolen("КУИ-1"))
                            .stoodKnowing("2025-07-01", "2025-07-19", WHITE, COMMERCIAL_IMPORT)
                            .stoodKnowing("2025-07-01", "2025-07-20", BLACK, REPORTED_STOLEN)),
            new Tale(
                    "Found told late ends the theft from its own day",
                    () -> given(imported(), stolen("КУИ-1"))
                            .told("2025-09-01", recovered("КУИ-2"))
                            .stoodKnowing("2025-08-01", "2025-08-31", BLACK, REPORTED_STOLEN)
                            .stoodKnowing("2025-08-01", "2025-09-01", WHITE, COMMERCIAL_IMPORT)
                            .stoodKnowing("2025-06-20", "2025-09-01", BLACK, REPORTED_STOLEN)),
            new Tale(
                    "A pairing told late was true from its own day",
                    () -> given(registered())
                            .told(
                                    "2025-09-01",
                                    pairedWith(Devices.OTHER_PHONE, WHITE).on("2025-05-15"))
                            .stoodKnowing("2025-06-01", "2025-08-31", GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .stoodKnowing("2025-06-01", "2025-09-01", WHITE, PAIRED_IMEI)),
            new Tale(
                    "A sale told late ends the conflict from its own day, as known since",
                    () -> given(
                                    imported(),
                                    registered(),
                                    registered().on("2025-07-10").to(Persons.BOLAT))
                            .told("2025-09-01", transferred(person(Persons.AIGUL), person(Persons.BOLAT)))
                            .stoodKnowing("2025-08-01", "2025-08-31", WHITE, COMMERCIAL_IMPORT, BINDING_CONFLICT)
                            .stoodKnowing("2025-08-01", "2025-09-01", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "The exit of an export, told late, moves the end of legality to the border",
                    () -> given(imported(), exported().on("2026-02-01").notExited())
                            .told("2026-03-01", exported().on("2026-02-01").exitedOn("2026-02-10"))
                            .stoodKnowing("2026-02-05", "2026-02-28", UNKNOWN, EXPORTED)
                            .stoodKnowing("2026-02-05", "2026-03-01", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Before its first word the ledger knew nothing",
                    () -> given(imported()).stoodKnowing("2025-06-01", "2025-05-01", UNKNOWN, NO_RECORD)));
}
