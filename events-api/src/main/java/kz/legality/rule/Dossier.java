package kz.legality.rule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.legality.claim.ExportItem;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.OriginFact.LocallyManufactured;
import kz.legality.device.OriginFact.WarrantyReturned;
import kz.legality.identifier.Imei;
import org.jspecify.annotations.Nullable;

/**
 * All a rule may look at: the device under its own IMEI, the same device under its other IMEIs, and its surroundings.
 */
public record Dossier(CaseFile own, List<CaseFile> siblings, Surroundings around, RuleTerms terms, ZoneId zone) {

    /** A way in. */
    record Entry(Told<? extends Fact> told, Instant at) {}

    public Imei imei() {
        return own.imei();
    }

    Stream<CaseFile> files() {
        return Stream.concat(Stream.of(own), siblings.stream());
    }

    /** The exports of this IMEI that a refund can rest on, in the order of their registration. */
    public List<Told<DeviceExported>> exports() {
        return own.all(DeviceExported.class).stream()
                .filter(it -> terms.refundProcedures().contains(it.fact().procedure()))
                .sorted(Comparator.comparing((Told<DeviceExported> it) ->
                                it.fact().registeredAt().toInstant())
                        .thenComparing(Told::identity))
                .toList();
    }

    public static ExportItem itemOf(Told<DeviceExported> export) {
        return new ExportItem(export.fact().declaration(), export.fact().item());
    }

    static ExportItem itemOfImport(DeviceImported imported) {
        return new ExportItem(imported.declaration(), imported.item());
    }

    List<ExportItem> exportItems() {
        return exports().stream().map(Dossier::itemOf).distinct().toList();
    }

    /** Every lawful way in of the device under any of its IMEIs, but for the way back from repair. */
    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        files().forEach(file -> {
            for (Told<DeviceImported> it : file.all(DeviceImported.class)) {
                entries.add(new Entry(it, it.at()));
            }
            for (Told<DeviceDeclared> it : file.all(DeviceDeclared.class)) {
                entries.add(new Entry(it, it.at()));
            }
        });
        return entries;
    }

    /** Its ways back from repair abroad: it is here lawfully again, which says nothing of how it first came. */
    private List<Entry> returnsFromRepair() {
        List<Entry> returns = new ArrayList<>();
        files().forEach(file -> file.all(WarrantyReturned.class).forEach(it -> returns.add(new Entry(it, it.at()))));
        return returns;
    }

    private boolean madeHereBy(Instant moment) {
        return files().flatMap(file -> file.all(LocallyManufactured.class).stream())
                .anyMatch(it -> !it.at().isAfter(moment));
    }

    /** From when on the phone must not be at home. */
    Instant goneSince(DeviceExported export) {
        return export.exitedAt() == null
                ? export.registeredAt().toInstant().plus(terms.transitMax())
                : export.exitedAt().toInstant();
    }

    /** An entry after the goods were declared for export, and not after the moment. */
    @Nullable
    Entry entryBetween(Instant after, Instant until) {
        return Stream.concat(entries().stream(), returnsFromRepair().stream())
                .filter(it -> it.at().isAfter(after) && !it.at().isAfter(until))
                .min(Comparator.comparing(Entry::at))
                .orElse(null);
    }

    List<Use> uses() {
        return files().flatMap(file -> Use.of(file, zone, terms.clockSkew()).stream())
                .toList();
    }

    /**
     * Uses after the export that no entry explains. An entry explains what comes after it: not a use that had begun
     * before it, and longer than the grace after the exit.
     */
    List<Use> unexplainedAfter(DeviceExported export) {
        Instant from = goneSince(export).plus(terms.grace());
        // Where no exit is recorded, it may have come back before the longest transit was over.
        Instant gone = export.exitedAt() == null
                ? export.registeredAt().toInstant()
                : export.exitedAt().toInstant();
        return uses().stream()
                .filter(use -> (use.endsAfter(from) && entryBetween(gone, use.lastAtLatest()) == null)
                        || (use.beginsAfter(from) && entryBetween(gone, use.firstAtLatest()) == null))
                .sorted(Comparator.comparing(Use::last)
                        .thenComparing(use -> use.told().identity()))
                .toList();
    }

    /**
     * The same subscriber or owner with the phone shortly before its export and after it: no copy of an IMEI does that,
     * and a ported number or another SIM hides no owner.
     */
    List<Use> sameUserBefore(DeviceExported export) {
        Instant declared = export.registeredAt().toInstant();
        Instant from = declared.minus(terms.beforeExport());
        List<Use> after = unexplainedAfter(export);
        return uses().stream()
                .filter(use -> use.home()
                        && !use.first().isAfter(declared)
                        && !use.last().isBefore(from)
                        && after.stream().anyMatch(use::isBySomeUserOf))
                .sorted(Comparator.comparing(Use::first)
                        .thenComparing(use -> use.told().identity()))
                .toList();
    }

    /** Whether several phones are known to carry this IMEI, so that a sighting may be of another. */
    public boolean cloned() {
        return !signsOfClones().isEmpty();
    }

    List<Told<? extends Fact>> signsOfClones() {
        List<Told<? extends Fact>> signs = new ArrayList<>();
        files().forEach(file -> {
            signs.addAll(file.all(CloneDetected.class));
            file.all(PatternObserved.class).stream()
                    .filter(it -> switch (it.fact().kind()) {
                        case SIMULTANEOUS, SUBSCRIBERS_A_DAY, PERSONS_A_DAY, SIM_BOX -> true;
                        case STALE_TAC, TAC_NOT_FOUND, TEST_IMEI, RAT_NOT_SUPPORTED -> false;
                    })
                    .forEach(signs::add);
        });
        return signs;
    }

    /** Whether use at home after one of its exports weighs against its item. */
    public boolean isGhostIn(ExportItem item) {
        return exports().stream()
                .filter(export -> itemOf(export).equals(item))
                .anyMatch(export -> unexplainedAfter(export.fact()).stream().anyMatch(Use::home)
                        && (!cloned() || !sameUserBefore(export.fact()).isEmpty()));
    }

    /** Whether nothing says how it had come when it was exported in this item. */
    public boolean hasNoOriginIn(ExportItem item) {
        return exports().stream().filter(export -> itemOf(export).equals(item)).anyMatch(this::hasNoOrigin);
    }

    boolean hasNoOrigin(Told<DeviceExported> export) {
        Instant declared = export.fact().registeredAt().toInstant();
        return entries().stream().noneMatch(entry -> !entry.at().isAfter(declared))
                && !madeHereBy(declared)
                && files().noneMatch(CaseFile::grandfathered)
                && !export.fact()
                        .registeredAt()
                        .atZoneSameInstant(zone)
                        .toLocalDate()
                        .isBefore(terms.recordsSince());
    }

    /** Another phone that this export may have meant; a check digit would have given the slip away. */
    @Nullable
    Typo typoOf(Told<DeviceExported> export) {
        return hasCheckDigit(export.fact()) ? null : around.typos().get(itemOf(export));
    }

    /** Whether nothing but a slip of the pen may have put the phone among these goods. */
    boolean isStray(Told<DeviceExported> export) {
        Typo typo = typoOf(export);
        return typo != null && typo.stray();
    }

    /** Whether another item names it too, and one wrong digit would not show in this. */
    public boolean isExportedOtherwiseThan(Told<DeviceExported> export) {
        return !hasCheckDigit(export.fact())
                && exports().stream().anyMatch(it -> !itemOf(it).equals(itemOf(export)));
    }

    /** Whether the paper wrote it so that one wrong digit shows. */
    private static boolean hasCheckDigit(DeviceExported export) {
        return export.imei().asGiven().length() == Imei.KEY_DIGITS + 1;
    }

    List<ClaimOfItem> claimsOf(ExportItem item) {
        return Objects.requireNonNullElse(around.claims().get(item), List.of());
    }
}
