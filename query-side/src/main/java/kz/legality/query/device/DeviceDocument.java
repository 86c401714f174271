package kz.legality.query.device;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.device.Device;
import kz.legality.device.DeviceEvent;
import kz.legality.device.Holders;
import kz.legality.device.ListStatus;
import kz.legality.device.Particulars;
import kz.legality.device.Standing;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import kz.legality.query.projection.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one IMEI fold to, as it is kept.
 *
 * @param imei as printed, 15 digits
 * @param device without its words: they tell a repetition from a correction, which is the command side's concern
 * @param since when the event that gave it this status was recorded
 * @param declarations what sources that count today say the device is
 */
public record DeviceDocument(
        String imei,
        Device device,
        ListStatus status,
        Instant since,
        List<Standing.Reason> reasons,
        @Nullable Instant deadline,
        List<Declaration> declarations) {

    static DeviceDocument unseen(Imei imei) {
        return new DeviceDocument(
                imei.printed(), Device.UNSEEN, ListStatus.UNKNOWN, Instant.EPOCH, List.of(), null, List.of());
    }

    /** The state after one more event, and where the device stands by everything said until then. */
    DeviceDocument after(Recorded recorded, DeviceEvent event, Policy policy) {
        return after(event, recorded.recordedAt(), policy, Instant.MAX);
    }

    /** The same, and where it stood at a moment. */
    DeviceDocument after(DeviceEvent event, Instant recordedAt, Policy policy, Instant asOf) {
        DeviceDocument next = after(event, recordedAt);
        Standing standing = Standing.at(event.imei(), next.device, policy, asOf);
        boolean first = device.nextSequence() == 0;
        return new DeviceDocument(
                imei,
                next.device,
                standing.status(),
                first || standing.status() != status ? recordedAt : since,
                standing.reasons(),
                standing.deadline(),
                next.declarations);
    }

    /** Where it would stand under a policy, by everything said until then. */
    public Standing judgedBy(Policy policy) {
        return Standing.now(new Imei(imei), device, policy);
    }

    /** The facts after one more event; where it stands is left as it was. */
    DeviceDocument after(DeviceEvent event, Instant recordedAt) {
        return new DeviceDocument(
                imei,
                device.after(event).withoutWords(),
                status,
                since,
                reasons,
                deadline,
                Declaration.after(declarations, device.nextSequence(), event, recordedAt));
    }

    /** What the newest paper until then says it is. */
    Optional<Declaration> declaredUntil(Instant moment) {
        return declarations.stream()
                .filter(it -> !it.at().isAfter(moment))
                .max(Comparator.comparing(Declaration::at).thenComparingLong(Declaration::sequence));
    }

    /** Its owner then. */
    Optional<Device.Binding> boundUntil(Instant moment) {
        return Holders.latest(device, moment);
    }

    /** Names of the devices it is said to be one IMEI of. */
    Set<String> groups() {
        return declarations.stream()
                .map(Declaration::group)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /**
     * Subscribers (pseudonyms of their IMSIs) whom the copies of this IMEI do no harm: whom a person named as holding the
     * genuine device or the list of pairs names, else to whom it was registered before copies of it were found. An order excepts
     * nobody; whether a bar does says the policy.
     */
    public Set<String> exceptions(Policy policy) {
        List<Particulars.Resolution> genuine = Standing.exceptions(device, policy, Instant.MAX);
        Set<String> paired = Standing.paired(device, policy, Instant.MAX);
        if (!genuine.isEmpty() || !paired.isEmpty()) {
            return Stream.concat(genuine.stream().map(Particulars.Resolution::imsi), paired.stream())
                    .collect(Collectors.toSet());
        }
        boolean onlyCopies = status == ListStatus.GREY
                && reasons.stream().allMatch(reason -> reason.code() == Standing.Code.CLONE_DETECTED);
        if (!onlyCopies) {
            return Set.of();
        }
        return device.clones().stream()
                .map(Device.Clone::at)
                .min(Comparator.naturalOrder())
                .flatMap(this::boundUntil)
                .map(Device.Binding::imsi)
                .map(Set::of)
                .orElse(Set.of());
    }

    /**
     * Since when it was blocked without a gap at a moment, by whatever orders and expired terms; empty when none stands. Lifting
     * the earliest of several does not move the day the IMEI was first cut off.
     */
    public Optional<Instant> blockedSince(Instant asOf) {
        Optional<Instant> since =
                device.standingBlocks(asOf).stream().map(Device.Block::since).min(Comparator.naturalOrder());
        Optional<Instant> earlier = since.flatMap(this::joinedBefore);
        while (earlier.isPresent()) {
            since = earlier;
            earlier = since.flatMap(this::joinedBefore);
        }
        return since;
    }

    /** The beginning of a block that began before and still stood then. */
    private Optional<Instant> joinedBefore(Instant moment) {
        return device.standingBlocks(moment).stream()
                .filter(block -> block.since().isBefore(moment))
                .map(Device.Block::since)
                .min(Comparator.naturalOrder());
    }
}
