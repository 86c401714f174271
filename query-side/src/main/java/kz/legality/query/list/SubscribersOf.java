package kz.legality.query.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.legality.device.Device;
import kz.legality.device.Holders;
import kz.legality.device.ListStatus;
import kz.legality.device.Particulars;
import kz.legality.device.Standing;
import kz.legality.policy.Policy;
import kz.legality.query.device.DeviceDocument;
import org.jspecify.annotations.Nullable;

/** The subscribers of one IMEI who stand beside it on the lists of exceptions and notifications, by their pseudonyms. */
final class SubscribersOf {
    private SubscribersOf() {}

    /** Who keeps it connected although its status would not let him: the very ones an equipment check serves. */
    static List<SubscriberEntry> excepted(DeviceDocument document, Policy policy) {
        if (policy.lists().exceptions().onlyBlacklisted() && document.status() != ListStatus.BLACK) {
            return List.of();
        }
        return new TreeSet<>(document.exceptions(policy))
                .stream()
                        .flatMap(imsi -> namedBy(document.device(), imsi)
                                .map(event -> new SubscriberEntry(
                                        document.imei(),
                                        imsi,
                                        operatorOf(document.device(), imsi),
                                        event,
                                        null,
                                        List.of()))
                                .stream())
                        .toList();
    }

    /** Who holds a phone that is still to be cut off, was there of late, and is not excepted: his operator warns him. */
    static List<SubscriberEntry> warned(DeviceDocument document, Policy policy, Instant now) {
        Instant deadline = document.deadline();
        if (document.status() != ListStatus.GREY || deadline == null || !deadline.isAfter(now)) {
            return List.of();
        }
        Set<String> excepted = document.exceptions(policy);
        LocalDate blockDate = deadline.atZone(policy.zone()).toLocalDate();
        List<Standing.Code> reasons = document.reasons().stream()
                .map(Standing.Reason::code)
                .distinct()
                .toList();
        LocalDate since = LocalDate.ofInstant(now, policy.zone())
                .minus(policy.lists().notifications().lookback());
        SortedMap<String, SubscriberEntry> warned = new TreeMap<>();
        for (Device.Binding holder : Holders.of(document.device(), Instant.MAX)) {
            String imsi = holder.imsi();
            if (imsi != null
                    && !excepted.contains(imsi)
                    && !lastSeen(document.device(), holder, imsi, policy).isBefore(since)) {
                // Of two owners with one line the later one counts.
                warned.put(
                        imsi,
                        new SubscriberEntry(
                                document.imei(), imsi, holder.operator(), holder.sequence(), blockDate, reasons));
            }
        }
        return List.copyOf(warned.values());
    }

    /** The operators of those who hold it, each once. */
    static Set<String> operators(DeviceDocument document) {
        return operators(document, Set.of());
    }

    /** The operators of those who lose it by a block. */
    static Set<String> cutOff(DeviceDocument document, Policy policy) {
        return document.device().bindings().isEmpty() ? Set.of() : operators(document, document.exceptions(policy));
    }

    private static Set<String> operators(DeviceDocument document, Set<String> without) {
        Set<String> operators = new TreeSet<>();
        for (Device.Binding holder : Holders.of(document.device(), Instant.MAX)) {
            String operator = holder.operator();
            if (operator != null && !without.contains(Objects.requireNonNullElse(holder.imsi(), ""))) {
                operators.add(operator);
            }
        }
        return operators;
    }

    private static LocalDate lastSeen(Device device, Device.Binding holder, String imsi, Policy policy) {
        LocalDate registered = LocalDate.ofInstant(holder.at(), policy.zone());
        return device.sightings().stream()
                .filter(it -> it.subscriber().value().equals(imsi))
                .map(Device.Sighting::lastSeen)
                .filter(it -> it.isAfter(registered))
                .max(Comparator.naturalOrder())
                .orElse(registered);
    }

    /** The event that knows the numbers behind the pseudonym: a person's word on the genuine device, or a registration. */
    private static Optional<Long> namedBy(Device device, String imsi) {
        Optional<Long> resolved = device.particulars().resolutions().stream()
                .filter(it -> it.imsi().equals(imsi))
                .map(Particulars.Resolution::sequence)
                .max(Comparator.naturalOrder());
        return resolved.or(() -> registered(device, imsi).map(Device.Binding::sequence));
    }

    private static Optional<Device.Binding> registered(Device device, String imsi) {
        return device.bindings().stream()
                .filter(it -> imsi.equals(it.imsi()))
                .max(Comparator.comparing(Device.Binding::at));
    }

    private static @Nullable String operatorOf(Device device, String imsi) {
        return registered(device, imsi)
                .map(Device.Binding::operator)
                .or(() -> device.sightings().stream()
                        .filter(it -> it.subscriber().value().equals(imsi))
                        .max(Comparator.comparing(Device.Sighting::lastSeen))
                        .map(Device.Sighting::operator))
                .orElse(null);
    }
}
