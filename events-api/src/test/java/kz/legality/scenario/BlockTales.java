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

/** Blocks and their ends, and the appeals against them. */
final class BlockTales {
    private BlockTales() {}

    static final List<Tale> TALES = List.of(
            new Tale(
                    "Reported stolen, it is black at once",
                    () -> given(imported(), registered())
                            .when(Ask.reportStolen("КУИ-1", "2025-06-15"))
                            .then(ReportedStolen.class)
                            .stands(BLACK, REPORTED_STOLEN)
                            .stoodOn("2025-06-14", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Reported lost, it is black at once",
                    () -> given(imported(), registered())
                            .when(Ask.reportLost("КУИ-1", "2025-06-15"))
                            .then(ReportedLost.class)
                            .stands(BLACK, REPORTED_LOST)),
            new Tale(
                    "Found again, it stands where it stood",
                    () -> given(imported(), stolen("КУИ-1"))
                            .when(Ask.reportFound("КУИ-2", "2025-07-01"))
                            .then(Recovered.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)
                            .stoodOn("2025-06-20", BLACK, REPORTED_STOLEN)),
            new Tale(
                    "Found settles every report before it",
                    () -> given(imported(), lost("КУИ-1"), stolen("КУИ-2").on("2025-06-20"))
                            .when(recovered("КУИ-3"))
                            .then(Recovered.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Stolen again after it was found, it is black again",
                    () -> given(imported(), stolen("КУИ-1"), recovered("КУИ-2"))
                            .when(stolen("КУИ-3").on("2025-08-01"))
                            .then(ReportedStolen.class)
                            .stands(BLACK, REPORTED_STOLEN)
                            .stoodOn("2025-07-15", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "A theft told after it was found, and from before, is settled already",
                    () -> given(imported(), stolen("КУИ-1"), recovered("КУИ-2"))
                            .when(stolen("КУИ-0").on("2025-06-10"))
                            .then(ReportedStolen.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "What nobody reported is not found",
                    () -> given(imported())
                            .when(Ask.reportFound("КУИ-2", "2025-07-01"))
                            .thenRefused(Refusal.NOT_REPORTED)),
            new Tale(
                    "A report withdrawn as an error never stood",
                    () -> given(imported(), stolen("КУИ-1"))
                            .when(withdrawalOf(ReportedStolen.class, "2025-06-20"))
                            .then(FactWithdrawn.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)
                            .stoodOn("2025-06-16", WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "The same report sent twice is one report",
                    () -> given(imported(), stolen("КУИ-1"))
                            .when(stolen("КУИ-1"))
                            .thenNothing()),
            new Tale(
                    "Found, a grey phone still owes its proof",
                    () -> given(registered(), stolen("КУИ-1").on("2025-05-20"))
                            .when(recovered("КУИ-2").on("2025-06-01"))
                            .then(Recovered.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .withDeadline("2025-06-09")),
            new Tale(
                    "On a barred list it is black until it is taken off that list",
                    () -> given(imported(), barredBy("barred-list"))
                            .stands(BLACK, kz.legality.device.Standing.Code.BARRED)
                            .when(Ask.liftBar("barred-list", "2025-07-01"))
                            .then(BarLifted.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Taken off one list, it is still on the other",
                    () -> given(imported(), barredBy("barred-list"), barredBy("ТРОИС"))
                            .when(takenOff("barred-list"))
                            .then(BarLifted.class)
                            .stands(BLACK, kz.legality.device.Standing.Code.BARRED)),
            new Tale(
                    "Found does not lift a bar",
                    () -> given(imported(), barredBy("barred-list"))
                            .when(recovered("КУИ-2"))
                            .then(Recovered.class)
                            .stands(BLACK, kz.legality.device.Standing.Code.BARRED)),
            new Tale(
                    "What is on no list is taken off none",
                    () -> given(imported())
                            .when(Ask.liftBar("barred-list", "2025-07-01"))
                            .thenRefused(Refusal.NOT_BARRED)),
            new Tale(
                    "An authority's order blocks, and names authority, reason and paper",
                    () -> given(imported())
                            .when(ordered("№ 1").by("КНБ").because("investigation"))
                            .then(DeviceBlocked.class)
                            .stands(BLACK, BLOCKED_BY_ORDER)),
            new Tale(
                    "Lifted by its authority, it stands where it stood",
                    () -> given(imported(), ordered("№ 1"))
                            .when(liftOf("№ 1", "2025-07-01"))
                            .then(DeviceUnblocked.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "Blocked within a prison, it names the place and the article",
                    () -> given(imported())
                            .when(inPlace("prison № 12", "order of 31.10.2025", "№ 7"))
                            .then(DeviceBlocked.class)
                            .stands(BLACK, BLOCKED_IN_PLACE)),
            new Tale(
                    "Service within the prison is resumed under the order's number",
                    () -> given(imported(), inPlace("prison № 12", "order of 31.10.2025", "№ 7"))
                            .when(liftOf("№ 7", "КУИС", "2025-12-01"))
                            .then(DeviceUnblocked.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "No finding blocks: a clone or a pattern alone leaves no black phone",
                    () -> given(
                                    imported(),
                                    cloned(),
                                    pattern(PatternObserved.Kind.SIMULTANEOUS, "2025-06-01", "2025-06-30"))
                            .stands(GREY, CLONE_DETECTED)),
            new Tale(
                    "An appeal against a block is filed, and the block stands meanwhile",
                    () -> given(registered(), sweep("2025-06-10"))
                            .when(Ask.appeal("Ж-1", "2025-08-01"))
                            .then(AppealFiled.class)
                            .stands(BLACK, GREY_TERM_EXPIRED)),
            new Tale(
                    "Upheld with proof, the block never stood, and is counted as wrong",
                    () -> given(registered(), sweep("2025-06-10"), Ask.appeal("Ж-1", "2025-08-01"))
                            .when(Ask.decide("Ж-1", Outcome.UPHELD, "2025-05-10", "2025-08-10"))
                            .thenAnything()
                            .stands(WHITE, CONFIRMED_APPEAL)
                            .stoodOn("2025-07-01", WHITE, CONFIRMED_APPEAL)
                            .withWrongBlocks(1)),
            new Tale(
                    "Upheld because nobody was told, the owner gets a new term",
                    () -> given(registered(), sweep("2025-06-10"), Ask.appeal("Ж-1", "2025-08-01"))
                            .when(Ask.decide("Ж-1", Outcome.UPHELD, null, "2025-08-10"))
                            .then(AppealDecided.class, GreyTermStarted.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .withDeadline("2025-09-09")
                            .withWrongBlocks(1)),
            new Tale(
                    "The new term can end as the first did",
                    () -> given(
                                    registered(),
                                    sweep("2025-06-10"),
                                    Ask.appeal("Ж-1", "2025-08-01"),
                                    Ask.decide("Ж-1", Outcome.UPHELD, null, "2025-08-10"))
                            .when(sweep("2025-09-10"))
                            .then(DeviceBlocked.class)
                            .stands(BLACK, GREY_TERM_EXPIRED)),
            new Tale(
                    "Dismissed, the block stands",
                    () -> given(registered(), sweep("2025-06-10"), Ask.appeal("Ж-1", "2025-08-01"))
                            .when(Ask.decide("Ж-1", Outcome.DISMISSED, null, "2025-08-10"))
                            .then(AppealDecided.class)
                            .stands(BLACK, GREY_TERM_EXPIRED)
                            .withWrongBlocks(0)),
            new Tale(
                    "An order of an authority can be appealed against too",
                    () -> given(imported(), ordered("№ 1"), Ask.appeal("Ж-1", "2025-07-01"))
                            .when(Ask.decide("Ж-1", Outcome.UPHELD, null, "2025-07-10"))
                            .then(AppealDecided.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)
                            .stoodOn("2025-06-20", WHITE, COMMERCIAL_IMPORT)
                            .withWrongBlocks(1)),
            new Tale(
                    "The order told again after it was overruled blocks nobody anew",
                    () -> given(
                                    imported(),
                                    ordered("№ 1"),
                                    Ask.appeal("Ж-1", "2025-07-01"),
                                    Ask.decide("Ж-1", Outcome.UPHELD, null, "2025-07-10"))
                            .when(ordered("№ 1").because("typed anew"))
                            .then(DeviceBlocked.class)
                            .stands(WHITE, COMMERCIAL_IMPORT)),
            new Tale(
                    "An automatic block is looked at by a person on demand",
                    () -> given(registered(), sweep("2025-06-10"))
                            .when(Ask.humanReview("П-1", "2025-06-12"))
                            .then(AppealFiled.class)),
            new Tale(
                    "What a person ordered is appealed against, not reviewed as automatic",
                    () -> given(imported(), ordered("№ 1"))
                            .when(Ask.humanReview("П-1", "2025-06-20"))
                            .thenRefused(Refusal.DECIDED_BY_A_PERSON)),
            new Tale(
                    "A program decides no appeal",
                    () -> given(registered(), sweep("2025-06-10"), Ask.appeal("Ж-1", "2025-08-01"))
                            .when(Ask.decideAutomatically("Ж-1", Outcome.UPHELD, "2025-08-02"))
                            .thenRefused(Refusal.NOT_BY_A_PERSON)),
            new Tale(
                    "An appeal that was never filed is not decided",
                    () -> given(registered(), sweep("2025-06-10"))
                            .when(Ask.decide("Ж-9", Outcome.UPHELD, null, "2025-08-10"))
                            .thenRefused(Refusal.NO_SUCH_APPEAL)),
            new Tale(
                    "An appeal is decided once",
                    () -> given(
                                    registered(),
                                    sweep("2025-06-10"),
                                    Ask.appeal("Ж-1", "2025-08-01"),
                                    Ask.decide("Ж-1", Outcome.DISMISSED, null, "2025-08-10"))
                            .when(Ask.decide("Ж-1", Outcome.UPHELD, null, "2025-08-11"))
                            .thenRefused(Refusal.APPEAL_ALREADY_DECIDED)),
            new Tale(
                    "What is no block is not appealed against",
                    () -> given(imported())
                            .when(Ask.appealAgainst(0, "Ж-1", "2025-08-01"))
                            .thenRefused(Refusal.NO_SUCH_BLOCK)),
            new Tale(
                    "One number is of one appeal",
                    () -> given(imported(), ordered("№ 1"), Ask.appeal("Ж-1", "2025-07-01"), ordered("№ 2"))
                            .when(Ask.appeal("Ж-1", "2025-07-02"))
                            .thenRefused(Refusal.APPEAL_NUMBER_TAKEN)),
            new Tale(
                    "An appeal filed twice is one appeal",
                    () -> given(imported(), ordered("№ 1"), Ask.appeal("Ж-1", "2025-07-01"))
                            .when(Ask.appeal("Ж-1", "2025-07-01"))
                            .thenNothing()));

    /** A prison authority's order for one place. */
    private static kz.legality.example.Step inPlace(String place, String basis, String reference) {
        return (imei, history) -> new kz.legality.device.DeviceCommand.RecordFact(new DeviceBlocked(
                imei,
                on("2025-11-10"),
                new kz.legality.event.Source.Actor("officer", "place"),
                null,
                new kz.legality.device.BlockGround.PlaceOrder("КУИС", place, basis, reference)));
    }
}
