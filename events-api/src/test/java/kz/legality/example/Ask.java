package kz.legality.example;

import java.util.List;
import java.util.stream.IntStream;
import kz.legality.device.DeviceEvent;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ImeiFact.PairingEvidence;
import kz.legality.device.ImeiFact.Side;
import kz.legality.device.LifeCommand.Bar;
import kz.legality.device.LifeCommand.DecideAppeal;
import kz.legality.device.LifeCommand.Deregister;
import kz.legality.device.LifeCommand.EndExemption;
import kz.legality.device.LifeCommand.Exempt;
import kz.legality.device.LifeCommand.FileAppeal;
import kz.legality.device.LifeCommand.HearOfPaired;
import kz.legality.device.LifeCommand.LiftBar;
import kz.legality.device.LifeCommand.Loss;
import kz.legality.device.LifeCommand.PairImeis;
import kz.legality.device.LifeCommand.ReplaceBoard;
import kz.legality.device.LifeCommand.ReportFound;
import kz.legality.device.LifeCommand.ReportLoss;
import kz.legality.device.LifeCommand.ResolveClone;
import kz.legality.device.LifeCommand.TransferOwnership;
import kz.legality.device.LifeCommand.UndoPairing;
import kz.legality.device.ListStatus;
import kz.legality.device.Owner;
import kz.legality.device.ReviewFact.AppealKind;
import kz.legality.device.ReviewFact.Outcome;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Msisdn;
import kz.legality.secrecy.Subject;
import org.jspecify.annotations.Nullable;

/** What a person asks of a device's record, as steps of a {@link Scenario}; each on a day. */
public final class Ask {
    private static final Source OFFICER = new Source.Actor("officer", "request 1");

    private Ask() {}

    public static Step deregister(Owner owner, String day) {
        return (imei, history) -> new Deregister(imei, Facts.on(day), OFFICER, owner, "sold");
    }

    public static Step transfer(Owner from, Owner to, String day) {
        return (imei, history) -> new TransferOwnership(imei, Facts.on(day), OFFICER, from, to, "contract of sale");
    }

    public static Step pair(Imei other, ListStatus otherStands, String day) {
        return (imei, history) -> new PairImeis(
                imei, Facts.on(day), OFFICER, other, PairingEvidence.SERVICE_CENTRE, "act 9", otherStands);
    }

    public static Step undoPairing(Imei other, String day) {
        return (imei, history) -> new UndoPairing(imei, Facts.on(day), OFFICER, other, "not of one device");
    }

    public static Step hearOfPaired(Imei other, ListStatus otherStands, String day) {
        return (imei, history) -> new HearOfPaired(
                imei, Facts.on(day), new Source.Rule("WhenPairedImeiChangesThenHear"), other, otherStands);
    }

    public static Step replaceBoard(Imei other, Side side, ListStatus otherStands, String day) {
        return (imei, history) ->
                new ReplaceBoard(imei, Facts.on(day), OFFICER, other, side, Companies.SHOP, "act 5", otherStands);
    }

    public static Step reportStolen(String reference, String day) {
        return (imei, history) -> new ReportLoss(imei, Facts.on(day), OFFICER, Loss.STOLEN, "МВД", reference);
    }

    public static Step reportLost(String reference, String day) {
        return (imei, history) -> new ReportLoss(imei, Facts.on(day), OFFICER, Loss.LOST, "МВД", reference);
    }

    public static Step reportFound(String reference, String day) {
        return (imei, history) -> new ReportFound(imei, Facts.on(day), OFFICER, "МВД", reference, "found");
    }

    public static Step bar(String list, String day) {
        return (imei, history) -> new Bar(imei, Facts.on(day), OFFICER, list, "ГРС", "order № 226");
    }

    public static Step liftBar(String list, String day) {
        return (imei, history) -> new LiftBar(imei, Facts.on(day), OFFICER, list, "ГРС", "decision 4");
    }

    public static Step exempt(Exemption exemption, String day) {
        return (imei, history) -> new Exempt(imei, Facts.on(day), OFFICER, exemption, "contract");
    }

    public static Step endExemption(Exemption exemption, String day) {
        return (imei, history) -> new EndExemption(imei, Facts.on(day), OFFICER, exemption, "contract ended");
    }

    public static Step resolveClone(Imsi genuine, String day) {
        Msisdn msisdn = new Msisdn("77011234567");
        Subject line = Facts.PSEUDONYMS.lineOf(msisdn);
        return (imei, history) -> new ResolveClone(
                imei,
                Facts.on(day),
                OFFICER,
                "ГРС",
                "решение 2",
                Facts.PSEUDONYMS.of(genuine, line),
                Facts.PSEUDONYMS.of(msisdn, line),
                "box and receipt shown");
    }

    /** Against the latest block. */
    public static Step appeal(String number, String day) {
        return (imei, history) -> appealing(imei, number, AppealKind.APPEAL, latestBlock(history), day);
    }

    public static Step appealAgainst(long sequence, String number, String day) {
        return (imei, history) -> appealing(imei, number, AppealKind.APPEAL, sequence, day);
    }

    /** Of the latest block. */
    public static Step humanReview(String number, String day) {
        return (imei, history) -> appealing(imei, number, AppealKind.HUMAN_REVIEW, latestBlock(history), day);
    }

    public static Step decide(String number, Outcome outcome, @Nullable String lawfulSince, String day) {
        return decidedBy("А. Сериков", OFFICER, number, outcome, lawfulSince, day);
    }

    /** As if a program decided. */
    public static Step decideAutomatically(String number, Outcome outcome, String day) {
        return decidedBy("", new Source.Rule("AutomaticDecision"), number, outcome, null, day);
    }

    private static Step decidedBy(
            String name, Source source, String number, Outcome outcome, @Nullable String lawfulSince, String day) {
        return (imei, history) -> new DecideAppeal(
                imei,
                Facts.on(day),
                source,
                number,
                outcome,
                name,
                "papers were shown",
                lawfulSince == null ? null : Facts.on(lawfulSince));
    }

    private static FileAppeal appealing(Imei imei, String number, AppealKind kind, long against, String day) {
        return new FileAppeal(
                imei,
                Facts.on(day),
                OFFICER,
                number,
                kind,
                against,
                LifeFacts.person(Persons.AIGUL),
                "declared in time");
    }

    private static long latestBlock(List<DeviceEvent> history) {
        return IntStream.range(0, history.size())
                .filter(i -> history.get(i) instanceof DeviceBlocked)
                .max()
                .orElseThrow();
    }
}
