package kz.legality.device;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.legality.device.Decision.Accepted;
import kz.legality.device.Decision.Refusal;
import kz.legality.device.Decision.Refused;
import kz.legality.device.Device.Block;
import kz.legality.device.Device.Departure;
import kz.legality.device.DeviceEvent.PairingUndone;
import kz.legality.device.ImeiFact.Side;
import kz.legality.device.LifeCommand.Bar;
import kz.legality.device.LifeCommand.DecideAppeal;
import kz.legality.device.LifeCommand.Deregister;
import kz.legality.device.LifeCommand.EndExemption;
import kz.legality.device.LifeCommand.Exempt;
import kz.legality.device.LifeCommand.FileAppeal;
import kz.legality.device.LifeCommand.HearOfPaired;
import kz.legality.device.LifeCommand.LiftBar;
import kz.legality.device.LifeCommand.PairImeis;
import kz.legality.device.LifeCommand.ReplaceBoard;
import kz.legality.device.LifeCommand.ReportFound;
import kz.legality.device.LifeCommand.ReportLoss;
import kz.legality.device.LifeCommand.ResolveClone;
import kz.legality.device.LifeCommand.TransferOwnership;
import kz.legality.device.LifeCommand.UndoPairing;
import kz.legality.device.Particulars.Appeal;
import kz.legality.device.Particulars.Pairing;
import kz.legality.device.ReviewFact.AppealKind;
import kz.legality.event.Source;
import kz.legality.policy.Policy;

/** {@link Deciding} on what a person asks: refused, where the record speaks against it, else recorded as a fact. */
final class DecidingLife {
    private DecidingLife() {}

    static Decision on(LifeCommand command, Device device, Policy policy) {
        Optional<Refused> refused = refusal(command, device, policy);
        if (refused.isPresent()) {
            return refused.get();
        }
        return switch (command) {
            case UndoPairing it -> undoing(it, device, policy);
            case HearOfPaired it -> hearing(it, device, policy);
            case LifeCommand.Stating it -> Deciding.on(new DeviceCommand.RecordFact(it.fact()), device, policy);
        };
    }

    private static Optional<Refused> refusal(LifeCommand command, Device device, Policy policy) {
        return switch (command) {
            case Deregister it -> unlessHeldBy(it.owner(), it, device);
            case TransferOwnership it ->
                it.from().reference().equals(it.to().reference())
                        ? refused(Refusal.SAME_OWNER, "a device is handed on to another owner, not to the same")
                        : unlessHeldBy(it.from(), it, device)
                                .or(() -> Standing.at(it.imei(), device, policy, it.at())
                                                        .status()
                                                == ListStatus.BLACK
                                        ? refused(
                                                Refusal.DEVICE_IS_BLACK,
                                                "IMEI " + it.imei() + " is on the black list and cannot be handed on")
                                        : Optional.empty());
            case PairImeis it -> pairing(it, device, policy);
            case UndoPairing it ->
                pairingWith(it.other().key(), it.at(), device).isEmpty()
                        ? refused(
                                Refusal.NO_SUCH_PAIRING, "IMEI " + it.imei() + " is not paired with IMEI " + it.other())
                        : Optional.empty();
            case HearOfPaired it -> Optional.empty();
            case ReplaceBoard it -> replacing(it, device);
            case ReportLoss it -> Optional.empty();
            case ReportFound it ->
                stands(device, it.at(), Block.Kind.STOLEN) || stands(device, it.at(), Block.Kind.LOST)
                        ? Optional.empty()
                        : refused(
                                Refusal.NOT_REPORTED,
                                "no report of theft or loss of IMEI " + it.imei() + " stands that could be settled");
            case Bar it -> Optional.empty();
            case LiftBar it ->
                device.standingBlocks(it.at()).stream()
                                .anyMatch(block -> block.kind() == Block.Kind.BARRED
                                        && it.list().equals(block.reference()))
                        ? Optional.empty()
                        : refused(Refusal.NOT_BARRED, "IMEI " + it.imei() + " is not on the list '" + it.list() + "'");
            case Exempt it ->
                policy.exempt().stream()
                                .anyMatch(of -> of.name().equals(it.exemption().name()))
                        ? Optional.empty()
                        : refused(
                                Refusal.NO_SUCH_EXEMPTION,
                                "policy " + policy.version() + " exempts no " + it.exemption());
            case EndExemption it ->
                Legality.exemption(device, it.at())
                                .filter(on -> on.exemption() == it.exemption())
                                .isPresent()
                        ? Optional.empty()
                        : refused(Refusal.NOT_EXEMPT, "IMEI " + it.imei() + " is not exempt as " + it.exemption());
            case ResolveClone it ->
                device.clones().isEmpty() && Holders.of(device, it.at()).size() < 2
                        ? refused(
                                Refusal.NOT_A_CLONE,
                                "nothing on record says that several devices carry IMEI " + it.imei())
                        : Optional.empty();
            case FileAppeal it -> appealing(it, device);
            case DecideAppeal it -> ruling(it, device);
        };
    }

    private static Optional<Refused> unlessHeldBy(Owner owner, LifeCommand.Stating command, Device device) {
        boolean holds = Holders.of(device, command.at()).stream()
                .anyMatch(it -> it.owner().equals(owner.reference()));
        boolean saidBefore = device.heard(Saying.identityOf(command.fact())).isPresent();
        return holds || saidBefore
                ? Optional.empty()
                : refused(
                        Refusal.NOT_THE_OWNER, "IMEI " + command.imei() + " is not registered to whom it was to leave");
    }

    private static Optional<Refused> pairing(PairImeis pair, Device device, Policy policy) {
        if (pair.other().equals(pair.imei())) {
            return refused(Refusal.PAIRED_WITH_ITSELF, "an IMEI is paired with another, not with itself");
        }
        if (pairingWith(pair.other().key(), pair.at(), device).isPresent()) {
            return Optional.empty();
        }
        long others = device.particulars().pairings().stream()
                .filter(it -> it.standsAt(pair.at()))
                .map(Pairing::other)
                .distinct()
                .count();
        return others + 2 > policy.device().maxImeis()
                ? refused(
                        Refusal.TOO_MANY_IMEIS,
                        "a device has " + policy.device().maxImeis() + " IMEIs at most, and IMEI " + pair.imei()
                                + " is paired with " + others + " already")
                : Optional.empty();
    }

    private static Optional<Refused> replacing(ReplaceBoard replace, Device device) {
        if (replace.other().equals(replace.imei())) {
            return refused(Refusal.REPLACED_BY_ITSELF, "a new board brings a new IMEI, not the same");
        }
        boolean gone = device.departures().stream()
                .anyMatch(it ->
                        it.procedure().equals(Departure.BOARD_SWAP) && it.at().isBefore(replace.at()));
        return replace.side() == Side.OLD_BOARD
                        && gone
                        && device.heard(Saying.identityOf(replace.fact())).isEmpty()
                ? refused(
                        Refusal.ALREADY_REPLACED,
                        "the board with IMEI " + replace.imei() + " was taken out of its device before")
                : Optional.empty();
    }

    private static Optional<Refused> appealing(FileAppeal appeal, Device device) {
        Optional<Block> block = device.blocks().stream()
                .filter(it -> it.sequence() == appeal.against() || it.about() == appeal.against())
                .findFirst();
        if (block.isEmpty()) {
            return refused(
                    Refusal.NO_SUCH_BLOCK,
                    "event " + appeal.against() + " of IMEI " + appeal.imei() + " is no block that counts today");
        }
        if (appeal.kind() == AppealKind.HUMAN_REVIEW && !block.get().byExpiry()) {
            return refused(
                    Refusal.DECIDED_BY_A_PERSON,
                    "the block of event " + appeal.against() + " was ordered by a person; it can be appealed against");
        }
        boolean taken = device.particulars().appeals().stream()
                .anyMatch(it -> it.number().equals(appeal.number())
                        && it.against() != block.get().about());
        return taken
                ? refused(
                        Refusal.APPEAL_NUMBER_TAKEN,
                        "appeal '" + appeal.number() + "' is against another block of IMEI " + appeal.imei())
                : Optional.empty();
    }

    private static Optional<Refused> ruling(DecideAppeal decide, Device device) {
        if (decide.source() instanceof Source.Rule || decide.decidedBy().isBlank()) {
            return refused(Refusal.NOT_BY_A_PERSON, "an appeal is decided by a person, who is named");
        }
        Optional<Appeal> appeal = device.particulars().appeals().stream()
                .filter(it -> it.number().equals(decide.number()))
                .findFirst();
        if (appeal.isEmpty()) {
            return refused(
                    Refusal.NO_SUCH_APPEAL,
                    "no appeal '" + decide.number() + "' was filed about IMEI " + decide.imei());
        }
        boolean again = device.heard(Saying.identityOf(decide.fact()))
                .filter(word -> word.content().equals(Saying.contentOf(decide.fact())))
                .isPresent();
        return device.particulars().rulingOn(decide.number()) != null && !again
                ? refused(
                        Refusal.APPEAL_ALREADY_DECIDED,
                        "appeal '" + decide.number() + "' was decided; an error in the decision is withdrawn first")
                : Optional.empty();
    }

    private static Decision undoing(UndoPairing undo, Device device, Policy policy) {
        Pairing pairing = pairingWith(undo.other().key(), undo.at(), device).orElseThrow();
        return new Accepted(Consequences.of(
                new PairingUndone(
                        undo.imei(), undo.at(), undo.source(), pairing.sequence(), undo.other(), undo.reason()),
                device,
                policy));
    }

    /** Only what is news of an IMEI that is paired still. */
    private static Decision hearing(HearOfPaired heard, Device device, Policy policy) {
        String other = heard.other().key();
        boolean lawful = heard.otherStands() == ListStatus.WHITE;
        Optional<Origin> known = device.origins().stream()
                .filter(it -> it.kind() == Origin.Kind.PAIRED_IMEI && Objects.equals(it.other(), other))
                .reduce((one, later) -> later.at().isBefore(one.at()) ? one : later);
        boolean news = known.isEmpty() || known.get().released() != lawful;
        return pairingWith(other, heard.at(), device).isPresent() && news
                ? Deciding.on(new DeviceCommand.RecordFact(heard.fact()), device, policy)
                : new Accepted(List.of());
    }

    private static Optional<Pairing> pairingWith(String other, Instant at, Device device) {
        return device.particulars().pairings().stream()
                .filter(it -> it.other().equals(other) && it.standsAt(at))
                .findFirst();
    }

    private static boolean stands(Device device, Instant at, Block.Kind kind) {
        return device.standingBlocks(at).stream().anyMatch(block -> block.kind() == kind);
    }

    private static Optional<Refused> refused(Refusal refusal, String detail) {
        return Optional.of(new Refused(refusal, detail));
    }
}
