package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.legality.device.Device.GreyTerm;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Where a device stands at a moment, and why.
 *
 * @param deadline until when its owner can prove legality; null where no term runs
 */
public record Standing(
        ListStatus status, List<Reason> reasons, @Nullable Instant deadline) {

    /**
     * One reason.
     *
     * @param sequence of the event in this stream that gives it; null where it is the absence of one
     */
    public record Reason(Code code, @Nullable Long sequence, String policyVersion) {}

    /** Stable names, part of the interface. */
    public enum Code {
        BLOCKED_BY_ORDER,
        GREY_TERM_EXPIRED,
        CLONE_DETECTED,
        COMMERCIAL_IMPORT,
        PERSONAL_DECLARATION,
        GRANDFATHERED,
        GREY_TERM_RUNNING,
        EXPORTED,
        NOT_RELEASED,
        NOT_FOR_THE_HOME_MARKET,
        TEST_IMEI,
        NO_ORIGIN,
        NO_RECORD
    }

    /** By everything that was said, of whatever moment. */
    public static Standing now(Imei imei, Device device, Policy policy) {
        return at(imei, device, policy, Legality.EVER);
    }

    public static Standing at(Imei imei, Device device, Policy policy, Instant asOf) {
        List<Reason> blocks = device.blocks().stream()
                .filter(block -> block.standsAt(asOf))
                .map(block -> new Reason(
                        block.byExpiry() ? Code.GREY_TERM_EXPIRED : Code.BLOCKED_BY_ORDER,
                        block.sequence(),
                        policy.version()))
                .toList();
        if (!blocks.isEmpty()) {
            return new Standing(ListStatus.BLACK, blocks, null);
        }
        Optional<Origin> origin = Legality.of(imei, device, policy, asOf);
        List<Reason> clones = device.clones().stream()
                .filter(clone -> !clone.at().isAfter(asOf))
                .map(clone -> new Reason(Code.CLONE_DETECTED, clone.sequence(), policy.version()))
                .toList();
        if (!clones.isEmpty()) {
            return new Standing(
                    ListStatus.GREY,
                    clones,
                    runningTerm(device, origin, asOf).map(GreyTerm::deadline).orElse(null));
        }
        if (origin.isPresent()) {
            return new Standing(ListStatus.WHITE, List.of(whyLawful(origin.get(), policy)), null);
        }
        List<Reason> doubts = doubts(imei, device, policy, asOf);
        return runningTerm(device, origin, asOf)
                .map(term -> new Standing(ListStatus.GREY, greyFirst(term, doubts), term.deadline()))
                .orElseGet(() -> new Standing(ListStatus.UNKNOWN, doubts, null));
    }

    /** The latest that had begun by then, since a later promise says nothing of an earlier moment. */
    private static Optional<GreyTerm> runningTerm(Device device, Optional<Origin> lawful, Instant asOf) {
        return device.greyTerms().stream()
                .filter(term -> !term.since().isAfter(asOf) && lawful.isEmpty())
                .reduce((earlier, later) -> later);
    }

    private static List<Reason> greyFirst(GreyTerm term, List<Reason> doubts) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(Code.GREY_TERM_RUNNING, term.sequence(), term.policyVersion()));
        reasons.addAll(doubts);
        return List.copyOf(reasons);
    }

    private static Reason whyLawful(Origin origin, Policy policy) {
        Code code = switch (origin.kind()) {
            case COMMERCIAL_IMPORT -> Code.COMMERCIAL_IMPORT;
            case PERSONAL_DECLARATION -> Code.PERSONAL_DECLARATION;
            case GRANDFATHERED -> Code.GRANDFATHERED;
        };
        return new Reason(code, origin.sequence(), policy.version());
    }

    /** Why it is not lawful: what stands against each way it might have been. */
    private static List<Reason> doubts(Imei imei, Device device, Policy policy, Instant asOf) {
        List<Reason> doubts = new ArrayList<>();
        if (imei.tac().isTest()) {
            doubts.add(new Reason(Code.TEST_IMEI, null, policy.version()));
        }
        device.departures().stream()
                .filter(departure -> !departure.at().isAfter(asOf) && Legality.departs(departure, policy))
                .forEach(departure -> doubts.add(new Reason(Code.EXPORTED, departure.sequence(), policy.version())));
        device.origins().stream()
                .filter(origin -> !origin.at().isAfter(asOf) && !Legality.clears(origin, policy))
                .forEach(origin -> doubts.add(new Reason(
                        origin.released() ? Code.NOT_FOR_THE_HOME_MARKET : Code.NOT_RELEASED,
                        origin.sequence(),
                        policy.version())));
        if (doubts.isEmpty()) {
            Code none = device.nextSequence() == 0 ? Code.NO_RECORD : Code.NO_ORIGIN;
            doubts.add(new Reason(none, null, policy.version()));
        }
        return List.copyOf(doubts);
    }
}
