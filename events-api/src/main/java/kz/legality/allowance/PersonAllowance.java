package kz.legality.allowance;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.legality.allowance.AllowanceEvent.AllowanceReturned;
import kz.legality.allowance.AllowanceEvent.AllowanceUsed;
import kz.legality.device.AllowanceBound;
import kz.legality.device.DeviceCommand.Verdict;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Tiyn;
import kz.legality.policy.PersonalImportTerms;
import kz.legality.policy.PersonalImportTerms.Window;
import kz.legality.policy.Policy;
import kz.legality.policy.PolicyBook;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one person fold to: every IMEI he brought in that counts today, and by which of them he is beyond
 * his allowance. The order in which papers became known makes no difference to the verdict: his devices are taken in the
 * order in which they crossed the border, each by the policy in force then.
 *
 * @param nextSequence how many events were folded, which is the sequence of the next one
 */
public record PersonAllowance(long nextSequence, Map<Line, AllowanceUsed> lines) {
    /** One IMEI on one paper. */
    public record Line(String imei, DeclarationNumber declaration) {
        static Line of(AllowanceEvent event) {
            return new Line(event.imei().key(), event.declaration());
        }

        Imei printed() {
            return new Imei(new Imei(imei).printed());
        }
    }

    /** No event yet. */
    public static final PersonAllowance UNSEEN = new PersonAllowance(0, Map.of());

    public PersonAllowance after(AllowanceEvent event) {
        Map<Line, AllowanceUsed> next = new LinkedHashMap<>(lines);
        switch (event) {
            case AllowanceUsed it -> next.put(Line.of(it), it);
            case AllowanceReturned it -> next.remove(Line.of(it));
        }
        return new PersonAllowance(nextSequence + 1, next);
    }

    /** What the law says of each line. */
    public Map<Line, Verdict> verdicts(PolicyBook book) {
        List<Carried> within = new ArrayList<>();
        Map<Line, Verdict> verdicts = new LinkedHashMap<>();
        for (Carried device : devices()) {
            Policy policy = book.inForceAt(device.at());
            Optional<AllowanceBound> beyond = device.dutyPaid() ? Optional.empty() : bound(device, within, policy);
            if (beyond.isEmpty() && !device.dutyPaid()) {
                within.add(device);
            }
            Verdict verdict = new Verdict(beyond.orElse(null), policy.version());
            device.lines().forEach(line -> verdicts.put(line, verdict));
        }
        return verdicts;
    }

    /** The bound that one more device is beyond, those before it being within. */
    private static Optional<AllowanceBound> bound(Carried device, List<Carried> within, Policy policy) {
        PersonalImportTerms terms = policy.personalImport();
        long ofTheYear = within.stream()
                .filter(it -> together(it, device, terms.maxWindow(), policy))
                .count();
        if (ofTheYear >= terms.max()) {
            return Optional.of(AllowanceBound.DEVICES_OF_THE_YEAR);
        }
        long ofTheParcel = within.stream()
                .filter(it -> it.tracking() != null && it.tracking().equals(device.tracking()))
                .count();
        if (terms.perTracking() != null && device.tracking() != null && ofTheParcel >= terms.perTracking()) {
            return Optional.of(AllowanceBound.DEVICES_OF_THE_PARCEL);
        }
        long value = device.value().amount()
                + within.stream()
                        .filter(it -> together(it, device, terms.valueCapWindow(), policy))
                        .mapToLong(it -> it.value().amount())
                        .sum();
        int year = device.at().atZone(policy.zone()).getYear();
        return policy.personalValueCap(year)
                .filter(cap -> value > cap.amount())
                .map(cap -> AllowanceBound.VALUE_OF_THE_YEAR);
    }

    /** Whether an earlier device counts together with this one. */
    private static boolean together(Carried earlier, Carried device, @Nullable Window window, Policy policy) {
        ZonedDateTime then = earlier.at().atZone(policy.zone());
        ZonedDateTime now = device.at().atZone(policy.zone());
        return window == Window.CALENDAR_YEAR
                ? then.getYear() == now.getYear()
                : then.plus(policy.personalImport().window()).isAfter(now);
    }

    /** A device as it was carried in, with all its IMEIs. */
    private record Carried(
            Instant at,
            String name,
            List<Line> lines,
            @Nullable String tracking,
            Tiyn value,
            boolean dutyPaid) {}

    /** In the order in which they came; at one moment by their papers, so that nobody's files decide it. */
    private List<Carried> devices() {
        Map<String, List<AllowanceUsed>> byDevice = new LinkedHashMap<>();
        for (AllowanceUsed used : lines.values()) {
            String device = used.device() == null ? "imei " + used.imei().key() : "device " + used.device();
            byDevice.computeIfAbsent(used.declaration() + " " + device, none -> new ArrayList<>())
                    .add(used);
        }
        return byDevice.entrySet().stream()
                .map(entry -> carried(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Carried::at).thenComparing(Carried::name))
                .toList();
    }

    private static Carried carried(String name, List<AllowanceUsed> imeis) {
        AllowanceUsed first = imeis.stream()
                .min(Comparator.comparing(AllowanceUsed::occurredAt)
                        .thenComparing(it -> it.imei().key()))
                .orElseThrow();
        return new Carried(
                first.occurredAt(),
                name,
                imeis.stream().map(Line::of).toList(),
                first.tracking(),
                first.value(),
                imeis.stream()
                        .anyMatch(it -> it.dutyPaid() != null && it.dutyPaid().amount() > 0));
    }
}
