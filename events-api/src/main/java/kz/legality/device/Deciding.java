package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.device.AllowanceConsequence.AllowanceExceeded;
import kz.legality.device.AllowanceConsequence.AllowanceRestored;
import kz.legality.device.Decision.Accepted;
import kz.legality.device.Decision.Refusal;
import kz.legality.device.Decision.Refused;
import kz.legality.device.Device.Block;
import kz.legality.device.Device.GreyTerm;
import kz.legality.device.Device.Word;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceCommand.JudgeByAllowance;
import kz.legality.device.DeviceCommand.LiftBlock;
import kz.legality.device.DeviceCommand.RecordDeclaration;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.event.Source;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What a command leads to, given the device and the policy. Knows no clock: every time comes with the command. */
public final class Deciding {
    private static final Source BY_ALLOWANCE = new Source.Rule("WhenBeyondThePersonalAllowanceThenNotLawful");

    private Deciding() {}

    public static Decision on(DeviceCommand command, Device device, Policy policy) {
        return switch (command) {
            case RecordFact record -> recording(record.fact(), record.receivedAt(), device, policy);
            case RecordDeclaration declaration -> declaring(declaration, device, policy);
            case JudgeByAllowance judge -> judging(judge, device, policy);
            case LiftBlock lift -> lifting(lift, device, policy);
            case WithdrawFact withdraw -> withdrawing(withdraw, device, policy);
            case EndGreyTerm end -> ending(end, device, policy);
            case LifeCommand life -> DecidingLife.on(life, device, policy);
        };
    }

    /**
     * What a fact adds to the record. A fact already recorded adds nothing, and neither does one that was withdrawn: that
     * another file repeats a mistake makes it no truth. Another word of the same source about the same thing corrects it, but
     * not an export as it was before its goods left: an older extract may come after a newer one.
     */
    public static Optional<Fact> news(Fact fact, Device device) {
        if (device.particulars().withdrew(Saying.identityOf(fact), Saying.contentOf(fact))) {
            return Optional.empty();
        }
        Optional<Word> before = device.heard(Saying.identityOf(fact));
        if (before.isEmpty()) {
            return Optional.of(fact.correcting(null));
        }
        return before.filter(word -> !word.content().equals(Saying.contentOf(fact)) && !isEarlier(fact, word, device))
                .map(word -> fact.correcting(word.sequence()));
    }

    private static boolean isEarlier(Fact fact, Word word, Device device) {
        return fact instanceof DeviceExported exported
                && exported.exitedAt() == null
                && device.departures().stream()
                        .filter(departure -> departure.sequence() == word.sequence() && departure.exited())
                        .anyMatch(departure -> word.content().equals(Saying.contentOf(exported, departure.at())));
    }

    private static Decision recording(Fact fact, @Nullable Instant receivedAt, Device device, Policy policy) {
        return new Accepted(news(fact, device)
                .map(news -> Consequences.of(news, receivedAt, device, policy))
                .orElse(List.of()));
    }

    private static Decision declaring(RecordDeclaration declaration, Device device, Policy policy) {
        Optional<Fact> news = news(declaration.fact(), device);
        if (news.isEmpty()) {
            return new Accepted(List.of());
        }
        List<DeviceEvent> said = new ArrayList<>();
        said.add(news.get());
        AllowanceBound bound = declaration.verdict().bound();
        if (bound != null) {
            said.add(new AllowanceExceeded(
                    declaration.imei(),
                    declaration.at(),
                    BY_ALLOWANCE,
                    device.nextSequence(),
                    bound,
                    declaration.verdict().policyVersion()));
        }
        return new Accepted(Consequences.of(said, declaration.receivedAt(), device, policy));
    }

    private static Decision judging(JudgeByAllowance judge, Device device, Policy policy) {
        for (Origin origin : device.origins()) {
            Brought brought = origin.brought();
            if (brought != null && brought.declaration().equals(judge.declaration())) {
                return new Accepted(judged(judge, origin.sequence(), brought)
                        .map(event -> Consequences.of(event, device, policy))
                        .orElse(List.of()));
            }
        }
        return new Accepted(List.of());
    }

    private static Optional<DeviceEvent> judged(JudgeByAllowance judge, long declaration, Brought brought) {
        AllowanceBound before =
                brought.excess() == null ? null : brought.excess().bound();
        AllowanceBound bound = judge.verdict().bound();
        if (bound == before) {
            return Optional.empty();
        }
        String version = judge.verdict().policyVersion();
        return Optional.of(
                bound == null
                        ? new AllowanceRestored(judge.imei(), judge.at(), BY_ALLOWANCE, declaration, version)
                        : new AllowanceExceeded(judge.imei(), judge.at(), BY_ALLOWANCE, declaration, bound, version));
    }

    /** Of two authorities' orders under one reference each lifts its own; a third lifts both. */
    private static Decision lifting(LiftBlock lift, Device device, Policy policy) {
        List<Block> ordered = device.blocks().stream()
                .filter(block -> lift.liftsReference().equals(block.reference()))
                .toList();
        if (ordered.isEmpty()) {
            return new Refused(
                    Refusal.NO_SUCH_BLOCK,
                    "no block of IMEI " + lift.imei() + " was ordered under reference '" + lift.liftsReference() + "'");
        }
        List<Block> own = ordered.stream()
                .filter(block -> lift.authority().equals(block.authority()))
                .toList();
        List<DeviceEvent> events = new ArrayList<>();
        Device after = device;
        for (Block block : own.isEmpty() ? ordered : own) {
            if (block.until() == null) {
                List<DeviceEvent> lifted = Consequences.of(lifted(block, lift), after, policy);
                for (DeviceEvent event : lifted) {
                    after = after.after(event);
                }
                events.addAll(lifted);
            }
        }
        return new Accepted(List.copyOf(events));
    }

    private static DeviceUnblocked lifted(Block block, LiftBlock lift) {
        return new DeviceUnblocked(
                lift.imei(),
                lift.at(),
                lift.source(),
                block.sequence(),
                lift.authority(),
                lift.reason(),
                lift.reference());
    }

    private static Decision withdrawing(WithdrawFact withdraw, Device device, Policy policy) {
        if (device.words().stream().noneMatch(word -> word.sequence() == withdraw.sequence())) {
            return new Refused(
                    Refusal.NO_SUCH_FACT,
                    "event " + withdraw.sequence() + " of IMEI " + withdraw.imei()
                            + " is not a fact that counts today: it was corrected or withdrawn before, or never was"
                            + " one");
        }
        return new Accepted(Consequences.of(
                new FactWithdrawn(
                        withdraw.imei(), withdraw.at(), withdraw.source(), withdraw.sequence(), withdraw.reason()),
                device,
                policy));
    }

    private static Decision ending(EndGreyTerm end, Device device, Policy policy) {
        Standing standing = Standing.now(end.imei(), device, policy);
        GreyTerm term = device.greyTerm();
        boolean due = standing.status() == ListStatus.GREY
                && standing.deadline() != null
                && term != null
                && !term.deadline().isAfter(end.until());
        if (!due || term == null) {
            return new Accepted(List.of());
        }
        return new Accepted(List.of(new DeviceBlocked(
                end.imei(),
                term.deadline(),
                new Source.Rule("WhenGreyTermEndsThenBlock"),
                null,
                new BlockGround.GreyTermExpired(
                        term.deadline(),
                        term.policyVersion(),
                        standing.reasons().stream()
                                .map(reason -> reason.code().name())
                                .toList()))));
    }
}
