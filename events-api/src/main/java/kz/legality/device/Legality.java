package kz.legality.device;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import kz.legality.device.Device.Departure;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.Particulars.Exempting;
import kz.legality.identifier.Imei;
import kz.legality.policy.ExportTerms.TurnoverDate;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileKind;

/** Whether, and by which origin, a device is lawful on the home market at a moment. */
final class Legality {
    /** Asks about everything that was ever said, whenever it is to happen. */
    static final Instant EVER = Instant.MAX;

    private Legality() {}

    /** The newest origin that makes it lawful, unless it left the home market after. */
    static Optional<Origin> of(Imei imei, Device device, Policy policy, Instant asOf) {
        if (imei.tac().isTest()) {
            return Optional.empty();
        }
        return device.origins().stream()
                .filter(origin -> !origin.at().isAfter(asOf))
                .filter(origin -> clears(origin, device, policy, asOf))
                .max(Comparator.comparing(Origin::at))
                .filter(origin -> departureSince(origin, device, policy, asOf).isEmpty());
    }

    /** Lawful, or out of the rules' reach: no term runs and no term ends. */
    static boolean needsNoProof(Imei imei, Device device, Policy policy, Instant asOf) {
        return of(imei, device, policy, asOf).isPresent()
                || exemption(device, asOf).isPresent();
    }

    /** A departure at the very moment of the origin counts as after it: goods arrive before they leave. */
    static Optional<Departure> departureSince(Origin origin, Device device, Policy policy, Instant asOf) {
        return device.departures().stream()
                .filter(departure -> departs(departure, policy))
                .filter(departure ->
                        !departure.at().isAfter(asOf) && !departure.at().isBefore(origin.at()))
                .findFirst();
    }

    /** By a procedure that ends legality, and gone by what the policy counts as gone. */
    static boolean departs(Departure departure, Policy policy) {
        if (departure.procedure().equals(Departure.BOARD_SWAP)) {
            return true;
        }
        return hasLeft(departure, policy)
                && policy.departingProcedures().stream()
                        .anyMatch(it -> it.code().equals(departure.procedure()));
    }

    /** Seen to leave; or declared, where the law counts the declaration as the export's turnover. */
    private static boolean hasLeft(Departure departure, Policy policy) {
        return departure.exited()
                || policy.export()
                                .turnoverDate()
                                .on(departure.at().atZone(policy.zone()).toLocalDate())
                        == TurnoverDate.DT_REGISTRATION;
    }

    static boolean clears(Origin origin, Device device, Policy policy, Instant asOf) {
        return origin.released()
                && switch (origin.kind()) {
                    case COMMERCIAL_IMPORT ->
                        origin.procedure() != null
                                && policy.clearingProcedures().contains(origin.procedure());
                    case PERSONAL_DECLARATION, PARCEL_DECLARATION -> !origin.isBeyondAllowance(asOf);
                    case LOCAL_MANUFACTURE, GRANDFATHERED, WARRANTY_REPLACEMENT, CONFIRMED_APPEAL -> true;
                    case WARRANTY_RETURN -> wasLawfulBefore(origin, device, policy, asOf);
                    case PAIRED_IMEI -> isPairedStill(origin, device, asOf);
                    case APPROVED_LIST -> isApprovedStill(origin, device, asOf);
                };
    }

    /** What comes back from repair is what left, and no better than it was. */
    private static boolean wasLawfulBefore(Origin origin, Device device, Policy policy, Instant asOf) {
        return device.origins().stream()
                .anyMatch(before -> before.kind() != Origin.Kind.WARRANTY_RETURN
                        && !before.at().isAfter(origin.at())
                        && clears(before, device, policy, asOf));
    }

    /** By the newest word of the register. */
    private static boolean isApprovedStill(Origin origin, Device device, Instant asOf) {
        return device.particulars()
                .entry(FileKind.REGISTRATION_LIST.written(), "", asOf)
                .filter(entry -> entry.sequence() == origin.sequence())
                .isPresent();
    }

    /** Of a register's words about a device only the newest is told. */
    static boolean isSuperseded(Origin origin, Device device, Instant asOf) {
        return origin.kind() == Origin.Kind.APPROVED_LIST
                && device.origins().stream()
                        .anyMatch(later -> later.kind() == Origin.Kind.APPROVED_LIST
                                && later.at().isAfter(origin.at())
                                && !later.at().isAfter(asOf));
    }

    /** The pairing stands, and nothing newer is known of the other IMEI. */
    private static boolean isPairedStill(Origin origin, Device device, Instant asOf) {
        boolean paired = device.particulars().pairings().stream()
                .anyMatch(it -> it.other().equals(origin.other()) && it.standsAt(asOf));
        return paired
                && device.origins().stream()
                        .noneMatch(later -> later.kind() == Origin.Kind.PAIRED_IMEI
                                && later.other() != null
                                && later.other().equals(origin.other())
                                && later.sequence() != origin.sequence()
                                && later.at().isAfter(origin.at())
                                && !later.at().isAfter(asOf));
    }

    /** The latest word on each ground of exemption; a roamer who registers with a home operator roams no more. */
    static Optional<Exempting> exemption(Device device, Instant asOf) {
        return Arrays.stream(Exemption.values())
                .flatMap(it -> exemptAs(it, device, asOf).stream())
                .min(Comparator.comparingLong(Exempting::sequence));
    }

    static Optional<Exempting> exemptAs(Exemption exemption, Device device, Instant asOf) {
        if (device.particulars().exemptions().isEmpty()) {
            return Optional.empty();
        }
        return device.particulars().exemptions().stream()
                .filter(it -> it.exemption() == exemption && !it.at().isAfter(asOf) && !it.ended())
                .filter(it -> device.particulars().exemptions().stream()
                        .noneMatch(end -> end.ended()
                                && end.exemption() == it.exemption()
                                && !end.at().isBefore(it.at())
                                && !end.at().isAfter(asOf)))
                .filter(it -> it.exemption() != Exemption.INBOUND_ROAMER
                        || device.bindings().stream()
                                .noneMatch(binding -> !binding.at().isBefore(it.at())
                                        && !binding.at().isAfter(asOf)))
                .findFirst();
    }
}
