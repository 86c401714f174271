package kz.legality.scenario;

import static kz.legality.device.ListStatus.*;
import static kz.legality.device.Standing.Code.*;
import static kz.legality.example.Facts.*;
import static kz.legality.example.LifeFacts.*;
import static kz.legality.example.Scenario.given;
import static kz.legality.example.Step.*;

import java.time.LocalDate;
import java.time.Period;
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
import kz.legality.example.Scenario;
import kz.legality.policy.GreyTerms;
import kz.legality.policy.GreyTerms.Amnesty;
import kz.legality.policy.GreyTerms.ClockStart;
import kz.legality.policy.ListTerms;
import kz.legality.policy.Policy;

/** What the peer does wrong and this ledger does not, and what it does that policy can say (PEERS.md 1.3 and 3). */
final class PeerTales {
    private static final Policy GRACE_OF_60_DAYS = with(
            "KZ-60-days", new GreyTerms(Period.ofDays(60), ClockStart.FIRST_NETWORK_EVENT, Period.ZERO, null, null));

    private static final Policy AMNESTY = with(
            "KZ-amnesty",
            new GreyTerms(
                    Period.ofDays(30),
                    ClockStart.FIRST_NETWORK_EVENT,
                    Period.ZERO,
                    null,
                    new Amnesty(LocalDate.parse("2025-08-31"), LocalDate.parse("2025-12-31"))));

    private PeerTales() {}

    static final List<Tale> TALES = List.of(
            new Tale(
                    "Defect 1: a subscriber's exception on one phone hides nothing of another phone",
                    () -> Scenario.of(Devices.TAF_PHONE)
                            .when(registered(Devices.TAF_PHONE))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .standsFor(LINE, GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .withDeadline("2025-06-09")),
            new Tale(
                    "Defect 1: a pairing that was undone protects nothing",
                    () -> given(registered(), pairedWith(Devices.OTHER_PHONE, WHITE))
                            .when(Ask.undoPairing(Devices.OTHER_PHONE, "2025-07-01"))
                            .thenAnything()
                            .stands(GREY, GREY_TERM_RUNNING, PAIRED_IMEI_NOT_LAWFUL)),
            new Tale(
                    "Defect 2: a phone whose model is in no catalogue is exempt from nothing",
                    () -> given(registered())
                            .when(pattern(PatternObserved.Kind.TAC_NOT_FOUND, "2025-05-10", "2025-06-01"))
                            .then(PatternObserved.class)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "Defect 2: an exemption rests on a fact of its own",
                    () -> given(registered())
                            .when(Ask.exempt(Exemption.M2M, "2025-05-20"))
                            .then(Exempted.class)
                            .stands(WHITE, EXEMPT)),
            new Tale(
                    "Defect 3: a block that stands does not end because it is old",
                    () -> given(registered(), sweep("2025-06-10"))
                            .stoodOn("2035-06-10", BLACK, GREY_TERM_EXPIRED)
                            .stoodOn("2025-06-09", BLACK, GREY_TERM_EXPIRED)),
            new Tale(
                    "Defect 3: when it was first blocked stays known after it was lifted",
                    () -> given(registered(), sweep("2025-06-10"), imported().on("2025-08-01"))
                            .stands(WHITE, COMMERCIAL_IMPORT)
                            .stoodOn("2025-06-20", BLACK, GREY_TERM_EXPIRED)),
            new Tale(
                    "Defect 8: what is counted says between which days it was counted",
                    () -> given(imported())
                            .when(pattern(PatternObserved.Kind.SUBSCRIBERS_A_DAY, "2025-06-05", "2025-06-14"))
                            .then(PatternObserved.class)),
            new Tale(
                    "Defect 10: a clone that is registered is not called compliant",
                    () -> given(imported(), registered(), cloned()).stands(GREY, CLONE_DETECTED)),
            new Tale(
                    "Grace: a promised day is moved by no later policy",
                    () -> given(registered())
                            .underPolicy(GRACE_OF_60_DAYS)
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)
                            .withDeadline("2025-06-09")),
            new Tale(
                    "Grace: who is found later has the later policy's days",
                    () -> given().underPolicy(GRACE_OF_60_DAYS)
                            .when(registered())
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .withDeadline("2025-07-09")),
            new Tale(
                    "Amnesty: who is found while the rules are introduced keeps his phone until its end",
                    () -> given().underPolicy(AMNESTY)
                            .when(registered())
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .and(sweep("2025-06-30"))
                            .stands(GREY, GREY_TERM_RUNNING, NO_ORIGIN)),
            new Tale(
                    "Amnesty: when it ends, what is still unproven is blocked",
                    () -> given().underPolicy(AMNESTY)
                            .and(registered())
                            .when(sweep("2026-01-01"))
                            .then(DeviceBlocked.class)),
            new Tale(
                    "Amnesty: who is found after the evaluation has the normal grace",
                    () -> given().underPolicy(AMNESTY)
                            .when(registered().on("2025-10-01"))
                            .then(DeviceRegistered.class, GreyTermStarted.class)
                            .withDeadline("2025-10-31")));

    /** Kazakhstan's policy with another grey term. */
    private static Policy with(String version, GreyTerms grey) {
        Policy kz = Policy.kazakhstan();
        return new Policy(
                kz.jurisdiction(),
                version,
                kz.validFrom(),
                kz.zone(),
                new ListTerms(
                        grey,
                        kz.lists().notifications(),
                        kz.lists().exceptions(),
                        kz.lists().received()),
                kz.grandfather(),
                kz.exempt(),
                kz.personalImport(),
                kz.fee(),
                kz.sla(),
                kz.device(),
                kz.home(),
                kz.customs(),
                kz.vat(),
                kz.export(),
                kz.notices(),
                kz.findings(),
                kz.observations(),
                kz.network());
    }
}
