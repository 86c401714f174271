package kz.legality.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.legality.device.Device.GreyTerm;
import kz.legality.device.Particulars.Exempting;
import kz.legality.device.Particulars.Resolution;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileKind;
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
        BLOCKED_IN_PLACE,
        REPORTED_STOLEN,
        REPORTED_LOST,
        BARRED,
        GREY_TERM_EXPIRED,
        CLONE_RESOLVED,
        CLONE_DETECTED,
        COMMERCIAL_IMPORT,
        PERSONAL_DECLARATION,
        PARCEL_DECLARATION,
        LOCAL_MANUFACTURE,
        GRANDFATHERED,
        WARRANTY_RETURN,
        WARRANTY_REPLACEMENT,
        PAIRED_IMEI,
        CONFIRMED_APPEAL,
        APPROVED_LIST,
        EXEMPT,
        BINDING_CONFLICT,
        GREY_TERM_RUNNING,
        EXPORTED,
        IMEI_REPLACED,
        NOT_RELEASED,
        BEYOND_ALLOWANCE,
        NOT_FOR_THE_HOME_MARKET,
        NOT_LAWFUL_BEFORE_REPAIR,
        PAIRED_IMEI_NOT_LAWFUL,
        REPLACED_IMEI_NOT_LAWFUL,
        NOT_APPROVED,
        TEST_IMEI,
        NO_ORIGIN,
        NO_RECORD
    }

    /** By everything that was said, of whatever moment. */
    public static Standing now(Imei imei, Device device, Policy policy) {
        return at(imei, device, policy, Legality.EVER);
    }

    public static Standing at(Imei imei, Device device, Policy policy, Instant asOf) {
        List<Reason> blocks = blocks(device, policy, asOf);
        if (!blocks.isEmpty()) {
            return new Standing(ListStatus.BLACK, blocks, null);
        }
        List<Reason> clones = device.clones().stream()
                .filter(clone -> !clone.at().isAfter(asOf))
                .map(clone -> new Reason(Code.CLONE_DETECTED, clone.sequence(), policy.version()))
                .toList();
        return clones.isEmpty()
                ? ofOneDevice(imei, device, policy, asOf)
                : ofSeveral(imei, device, policy, asOf, clones);
    }

    /**
     * Where the device of one subscriber stands: among clones, the genuine one is judged as if there were no other.
     * So is whom the list of pairs names, whose device no authority orders blocked and nobody misses.
     *
     * @param imsi by pseudonym
     */
    public static Standing of(String imsi, Imei imei, Device device, Policy policy, Instant asOf) {
        if (paired(device, policy, asOf).contains(imsi)) {
            return ofOneDevice(imei, device, policy, asOf);
        }
        boolean genuine = exceptions(device, policy, asOf).stream()
                .anyMatch(it -> it.imsi().equals(imsi));
        if (!genuine) {
            return at(imei, device, policy, asOf);
        }
        return ofOneDevice(imei, device, policy, asOf);
    }

    /**
     * The subscribers who stay connected although the copies of their device do not: IMEI and IMSI together. A block
     * excepts nobody, but a bar where the policy says so: lists of an authority bar the IMEI for its copies' sake.
     */
    public static List<Resolution> exceptions(Device device, Policy policy, Instant asOf) {
        boolean includeBarred = policy.lists().exceptions().includeBarred();
        boolean exceptNobody = device.standingBlocks(asOf).stream()
                .anyMatch(block -> block.kind() != Device.Block.Kind.BARRED || !includeBarred);
        return exceptNobody ? List.of() : resolutions(device, asOf);
    }

    private static List<Resolution> resolutions(Device device, Instant asOf) {
        return device.particulars().resolutions().stream()
                .filter(it -> !it.at().isAfter(asOf))
                .toList();
    }

    /**
     * The subscribers, by pseudonym, whom the list of pairs keeps connected although a term has ended, or a list bars the
     * IMEI and the policy says so. An order, a theft and a loss except nobody.
     */
    public static Set<String> paired(Device device, Policy policy, Instant asOf) {
        boolean includeBarred = policy.lists().exceptions().includeBarred();
        boolean exceptNobody = device.standingBlocks(asOf).stream().anyMatch(block -> switch (block.kind()) {
            case ORDER, PLACE, STOLEN, LOST -> true;
            case BARRED -> !includeBarred;
            case EXPIRY -> false;
        });
        return exceptNobody ? Set.of() : keptByPairs(device, asOf);
    }

    private static Set<String> keptByPairs(Device device, Instant asOf) {
        return device.particulars().keysOf(FileKind.PAIRING_LIST.written(), asOf).stream()
                .map(key -> ListFact.subscriberIn(key).value())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Reason> blocks(Device device, Policy policy, Instant asOf) {
        List<Reason> reasons = new ArrayList<>();
        for (Device.Block block : device.standingBlocks(asOf)) {
            Code code = switch (block.kind()) {
                case ORDER -> Code.BLOCKED_BY_ORDER;
                case PLACE -> Code.BLOCKED_IN_PLACE;
                case STOLEN -> Code.REPORTED_STOLEN;
                case LOST -> Code.REPORTED_LOST;
                case BARRED -> Code.BARRED;
                case EXPIRY -> Code.GREY_TERM_EXPIRED;
            };
            reasons.add(new Reason(code, block.sequence(), policy.version()));
        }
        for (Resolution resolution : resolutions(device, asOf)) {
            reasons.add(new Reason(Code.CLONE_RESOLVED, resolution.sequence(), policy.version()));
        }
        return List.copyOf(reasons);
    }

    private static Standing ofSeveral(Imei imei, Device device, Policy policy, Instant asOf, List<Reason> clones) {
        Instant deadline = Legality.needsNoProof(imei, device, policy, asOf)
                ? null
                : runningTerm(device, asOf).map(GreyTerm::deadline).orElse(null);
        return new Standing(ListStatus.GREY, clones, deadline);
    }

    private static Standing ofOneDevice(Imei imei, Device device, Policy policy, Instant asOf) {
        Optional<Origin> origin = Legality.of(imei, device, policy, asOf);
        if (origin.isPresent()) {
            return new Standing(
                    ListStatus.WHITE,
                    withConflict(List.of(whyLawful(origin.get(), policy)), device, policy, asOf),
                    null);
        }
        Optional<Exempting> exempt = Legality.exemption(device, asOf);
        if (exempt.isPresent()) {
            return new Standing(
                    ListStatus.WHITE,
                    List.of(new Reason(Code.EXEMPT, exempt.get().sequence(), policy.version())),
                    null);
        }
        List<Reason> doubts = withConflict(doubts(imei, device, policy, asOf), device, policy, asOf);
        return runningTerm(device, asOf)
                .map(term -> new Standing(ListStatus.GREY, greyFirst(term, doubts), term.deadline()))
                .orElseGet(() -> new Standing(ListStatus.UNKNOWN, doubts, null));
    }

    /** A conflict changes no list by itself: it is told beside what does. */
    private static List<Reason> withConflict(List<Reason> reasons, Device device, Policy policy, Instant asOf) {
        if (device.bindings().size() < 2) {
            return reasons;
        }
        List<Device.Binding> holders = Holders.of(device, asOf);
        if (holders.size() < 2) {
            return reasons;
        }
        List<Reason> all = new ArrayList<>(reasons);
        all.add(new Reason(Code.BINDING_CONFLICT, holders.getLast().sequence(), policy.version()));
        return List.copyOf(all);
    }

    /** The latest that had begun by then, since a later promise says nothing of an earlier moment. */
    private static Optional<GreyTerm> runningTerm(Device device, Instant asOf) {
        return device.greyTerms().stream()
                .filter(term -> !term.since().isAfter(asOf))
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
            case PARCEL_DECLARATION -> Code.PARCEL_DECLARATION;
            case LOCAL_MANUFACTURE -> Code.LOCAL_MANUFACTURE;
            case GRANDFATHERED -> Code.GRANDFATHERED;
            case WARRANTY_RETURN -> Code.WARRANTY_RETURN;
            case WARRANTY_REPLACEMENT -> Code.WARRANTY_REPLACEMENT;
            case PAIRED_IMEI -> Code.PAIRED_IMEI;
            case CONFIRMED_APPEAL -> Code.CONFIRMED_APPEAL;
            case APPROVED_LIST -> Code.APPROVED_LIST;
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
                .forEach(departure -> doubts.add(new Reason(
                        departure.procedure().equals(Device.Departure.BOARD_SWAP) ? Code.IMEI_REPLACED : Code.EXPORTED,
                        departure.sequence(),
                        policy.version())));
        device.origins().stream()
                .filter(origin -> !origin.at().isAfter(asOf)
                        && !Legality.clears(origin, device, policy, asOf)
                        && !Legality.isSuperseded(origin, device, asOf))
                .forEach(origin -> doubts.add(whyNot(origin, policy)));
        if (doubts.isEmpty()) {
            Code none = device.nextSequence() == 0 ? Code.NO_RECORD : Code.NO_ORIGIN;
            doubts.add(new Reason(none, null, policy.version()));
        }
        return List.copyOf(doubts);
    }

    /** An excess names the version that set its bound, and the event that says which bound it was. */
    private static Reason whyNot(Origin origin, Policy policy) {
        Brought brought = origin.brought();
        Brought.Excess excess = brought == null ? null : brought.excess();
        return excess == null
                ? new Reason(codeOf(origin), origin.sequence(), policy.version())
                : new Reason(Code.BEYOND_ALLOWANCE, excess.sequence(), excess.policyVersion());
    }

    private static Code codeOf(Origin origin) {
        return switch (origin.kind()) {
            case COMMERCIAL_IMPORT -> origin.released() ? Code.NOT_FOR_THE_HOME_MARKET : Code.NOT_RELEASED;
            case WARRANTY_RETURN -> Code.NOT_LAWFUL_BEFORE_REPAIR;
            case WARRANTY_REPLACEMENT -> Code.REPLACED_IMEI_NOT_LAWFUL;
            case PAIRED_IMEI -> Code.PAIRED_IMEI_NOT_LAWFUL;
            case APPROVED_LIST -> Code.NOT_APPROVED;
            case PERSONAL_DECLARATION, PARCEL_DECLARATION, LOCAL_MANUFACTURE, GRANDFATHERED, CONFIRMED_APPEAL ->
                Code.NO_ORIGIN;
        };
    }
}
