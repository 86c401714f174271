package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.device.Decision.Accepted;
import kz.legality.device.Decision.Refusal;
import kz.legality.device.Decision.Refused;
import kz.legality.device.Device.Block;
import kz.legality.device.Device.GreyTerm;
import kz.legality.device.Device.Word;
import kz.legality.device.DeviceCommand.EndGreyTerm;
import kz.legality.device.DeviceCommand.LiftBlock;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceCommand.WithdrawFact;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.event.Source;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/** What a command leads to, given the device and the policy. Knows no clock: every time comes with the command. */
public final class Deciding {
    private Deciding() {}

    public static Decision on(DeviceCommand command, Device device, Policy policy) {
        return switch (command) {
            case RecordFact record -> recording(record.fact(), record.receivedAt(), device, policy);
            case LiftBlock lift -> lifting(lift, device, policy);
            case WithdrawFact withdraw -> withdrawing(withdraw, device, policy);
            case EndGreyTerm end -> ending(end, device, policy);
            case LifeCommand life -> DecidingLife.on(life, device, policy);
        };
    }

    /**
     * A fact already recorded leads to nothing, and so does one that was withdrawn: that another file repeats a mistake
     * makes it no truth. Another word of the same source about the same thing corrects it.
     */
    private static Decision recording(Fact fact, @Nullable Instant receivedAt, Device device, Policy policy) {
        Optional<Word> before = device.heard(Saying.identityOf(fact));
        if (device.particulars().withdrew(Saying.identityOf(fact), Saying.contentOf(fact))) {
            return new Accepted(List.of());
        }
        if (before.isEmpty()) {
            return new Accepted(Consequences.of(fact.correcting(null), receivedAt, device, policy));
        }
        Word word = before.get();
        if (word.content().equals(Saying.contentOf(fact))) {
            return new Accepted(List.of());
        }
        return new Accepted(Consequences.of(fact.correcting(word.sequence()), receivedAt, device, policy));
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
