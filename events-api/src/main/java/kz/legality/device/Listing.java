package kz.legality.device;

import static kz.legality.sourcefile.FileKind.BARRED_LIST;
import static kz.legality.sourcefile.FileKind.BARRED_TAC_LIST;
import static kz.legality.sourcefile.FileKind.GOLDEN_LIST;
import static kz.legality.sourcefile.FileKind.STOLEN_LIST;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.legality.device.Device.Block;
import kz.legality.device.DeviceCommand.RecordFact;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ExemptionFact.ExemptionEnded;
import kz.legality.device.ListFact.ListingEnded;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.identifier.Imei;
import kz.legality.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * What a list's word about a device leads to. Lists repeat themselves: what is in force already leads to nothing, what
 * says otherwise than the entry in force takes its place, and an entry that is in force no more cannot end again.
 */
public final class Listing {
    private Listing() {}

    /** How the reports of the list of stolen devices are known: by the file that brought them. */
    public static String stolenReference(String fileHash) {
        return STOLEN_LIST.written() + " " + fileHash.substring(0, REFERENCE_DIGITS);
    }

    private static final int REFERENCE_DIGITS = 12;

    /** Whether a list says this, and not somebody for himself. */
    public static boolean isOfAList(Fact fact) {
        return switch (fact) {
            case ListFact it -> true;
            case ReportedStolen it -> isOfTheStolenList(it.reference());
            case Barred it -> isBarring(it.list());
            case BarLifted it -> isBarring(it.list());
            case Exempted it -> it.exemption() == Exemption.GOLDEN_LIST;
            default -> false;
        };
    }

    /** Whether it ends a report of the list of stolen devices. */
    public static boolean endsReport(BarLifted lifted) {
        return isOfTheStolenList(lifted.list());
    }

    /** @param fact for which {@link #isOfAList} */
    public static Decision on(Fact fact, Device device, Policy policy) {
        List<DeviceEvent> events = new ArrayList<>();
        Device after = device;
        for (Fact word : words(fact, device)) {
            for (DeviceEvent event :
                    Deciding.on(new RecordFact(word), after, policy).events()) {
                after = after.after(event);
                events.add(event);
            }
        }
        return new Decision.Accepted(List.copyOf(events));
    }

    private static List<Fact> words(Fact fact, Device device) {
        return switch (fact) {
            case ListingEnded it -> ending(it, device);
            case ReportedStolen it -> reporting(it, device);
            case Barred it -> bar(it.list(), device).isPresent() ? List.of() : List.of(it);
            case BarLifted it -> bar(it.list(), device).isPresent() ? List.of(it) : List.of();
            case Exempted it -> isExempt(device) ? List.of() : List.of(it);
            case ListFact it -> entering(it, device);
            default ->
                throw new IllegalArgumentException(
                        "no list says " + fact.getClass().getSimpleName());
        };
    }

    /** A device that was only watched is reported; a report on another day corrects the one that stands. */
    private static List<Fact> reporting(ReportedStolen report, Device device) {
        List<Fact> words = new ArrayList<>(endingEntry(ended(report, device), device));
        @Nullable String standing = stolen(device).map(Block::reference).orElse(null);
        words.add(
                standing == null
                        ? report
                        : new ReportedStolen(
                                report.imei(),
                                report.occurredAt(),
                                report.source(),
                                null,
                                report.authority(),
                                standing));
        return words;
    }

    /** A report may name a day before the device was watched; what has not begun does not end. */
    private static ListingEnded ended(ReportedStolen report, Device device) {
        String list = STOLEN_LIST.written();
        Instant at = device.particulars()
                .entry(list, "", Legality.EVER)
                .map(Particulars.Entry::at)
                .filter(began -> began.isAfter(report.occurredAt()))
                .orElse(report.occurredAt());
        return new ListingEnded(report.imei(), at, report.source(), null, list, "", report.authority());
    }

    private static List<Fact> entering(ListFact entry, Device device) {
        List<Fact> words = new ArrayList<>();
        if (entry.list().equals(STOLEN_LIST.written())) {
            words.addAll(endingReport(entry.imei(), entry.occurredAt(), entry, STOLEN_LIST.written(), device));
        }
        boolean known = device.particulars()
                .entry(entry.list(), entry.key(), Legality.EVER)
                .flatMap(it -> device.words().stream()
                        .filter(word -> word.sequence() == it.sequence())
                        .findFirst())
                .filter(word -> word.content().equals(Saying.contentOf(entry)))
                .isPresent();
        if (!known) {
            words.add(entry);
        }
        return words;
    }

    /** By the list's own word where it has one, such as that a bar is lifted. */
    private static List<Fact> ending(ListingEnded end, Device device) {
        if (end.list().equals(STOLEN_LIST.written())) {
            List<Fact> words =
                    new ArrayList<>(endingReport(end.imei(), end.occurredAt(), end, end.authority(), device));
            words.addAll(endingEntry(end, device));
            return words;
        }
        if (end.list().equals(BARRED_LIST.written())) {
            return bar(end.list(), device).isEmpty()
                    ? List.of()
                    : List.of(new BarLifted(
                            end.imei(), end.occurredAt(), end.source(), null, end.list(), end.authority(), end.list()));
        }
        if (end.list().equals(GOLDEN_LIST.written())) {
            return isExempt(device)
                    ? List.of(new ExemptionEnded(
                            end.imei(), end.occurredAt(), end.source(), null, Exemption.GOLDEN_LIST, end.list()))
                    : List.of();
        }
        return endingEntry(end, device);
    }

    private static List<Fact> endingEntry(ListingEnded end, Device device) {
        return device.particulars().entry(end.list(), end.key(), Legality.EVER).isPresent() ? List.of(end) : List.of();
    }

    private static List<Fact> endingReport(Imei imei, Instant at, Fact by, String authority, Device device) {
        return stolen(device)
                .map(Block::reference)
                .<List<Fact>>map(reference -> List.of(
                        new BarLifted(imei, at, by.source(), null, reference, authority, STOLEN_LIST.written())))
                .orElse(List.of());
    }

    private static Optional<Block> stolen(Device device) {
        return standing(device, Block.Kind.STOLEN)
                .filter(it -> isOfTheStolenList(it.reference()))
                .findFirst();
    }

    private static Optional<Block> bar(String list, Device device) {
        return standing(device, Block.Kind.BARRED)
                .filter(it -> list.equals(it.reference()))
                .findFirst();
    }

    /** Whatever has become of its effect: an entry ends when its own list says so. */
    private static Stream<Block> standing(Device device, Block.Kind kind) {
        return device.blocks().stream()
                .filter(it -> it.kind() == kind)
                .filter(it -> device.particulars().returns().stream()
                        .noneMatch(end -> Objects.equals(end.list(), it.reference())
                                && !end.at().isBefore(it.since())));
    }

    private static boolean isExempt(Device device) {
        return Legality.exemptAs(Exemption.GOLDEN_LIST, device, Legality.EVER).isPresent();
    }

    static boolean isOfTheStolenList(@Nullable String reference) {
        return reference != null && reference.startsWith(STOLEN_LIST.written() + " ");
    }

    private static boolean isBarring(String list) {
        return list.equals(BARRED_LIST.written()) || list.equals(BARRED_TAC_LIST.written());
    }
}
