package kz.legality.command.storedform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.legality.access.AccessEvent.HistoryViewed;
import kz.legality.access.AccessEvent.ListViewed;
import kz.legality.access.AccessEvent.QuarantineViewed;
import kz.legality.claim.ClaimEvent.RefundClaimed;
import kz.legality.claim.ExportItem;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.FindingDisposed;
import kz.legality.device.DeviceEvent.FindingRaised;
import kz.legality.device.DeviceEvent.FindingWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.GreyTermStarted;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.Evidence;
import kz.legality.device.Occasion;
import kz.legality.device.Owner;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.evidence.EvidenceEvent.EvidenceFetched;
import kz.legality.evidence.EvidenceEvent.EvidenceIssued;
import kz.legality.evidence.EvidenceEvent.EvidenceRequested;
import kz.legality.evidence.EvidenceEvent.MapRootCommitted;
import kz.legality.finding.Considered;
import kz.legality.finding.Disposition;
import kz.legality.finding.FactRef;
import kz.legality.finding.Finding;
import kz.legality.finding.ItemEvent.ItemFindingDisposed;
import kz.legality.finding.ItemEvent.ItemFindingRaised;
import kz.legality.finding.ItemEvent.ItemFindingWithdrawn;
import kz.legality.finding.Severity;
import kz.legality.identifier.Bin;
import kz.legality.identifier.ClaimNumber;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Procedure;
import kz.legality.identifier.Tac;
import kz.legality.identifier.Tiyn;
import kz.legality.line.LineEvent.LineHeld;
import kz.legality.line.LineEvent.LineReleased;
import kz.legality.notice.NoticeEvent.NotificationDelivered;
import kz.legality.notice.NoticeEvent.NotificationFailed;
import kz.legality.notice.NoticeEvent.OwnerNotified;
import kz.legality.notice.NoticeEvent.Template;
import kz.legality.policy.GreyTerms.Holder;
import kz.legality.policy.NoticeTerms.Channel;
import kz.legality.policy.PolicyEvent.PolicyActivated;
import kz.legality.release.CutOff;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.release.ReleaseEvent.ReleaseAcknowledged;
import kz.legality.release.ReleaseEvent.ReleaseHeld;
import kz.legality.release.ReleaseEvent.ReleaseSigned;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonym;
import kz.legality.secrecy.Subject;
import kz.legality.sourcefile.FileEvent.ArchivedPart;
import kz.legality.sourcefile.FileEvent.EntriesEnded;
import kz.legality.sourcefile.FileEvent.FileCompleted;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.FileRefused;
import kz.legality.sourcefile.FileEvent.ObservationsArchived;
import kz.legality.sourcefile.FileEvent.ObservationsExpired;
import kz.legality.sourcefile.FileEvent.ObservationsJudged;
import kz.legality.sourcefile.FileEvent.QuarantinedRow;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import kz.legality.sourcefile.FileEvent.RowsRecorded;
import kz.legality.sourcefile.FileKind;
import kz.legality.tac.TacBarEvent.TacBarLifted;
import kz.legality.tac.TacBarEvent.TacBarred;
import kz.legality.tac.TacEvent.TacListed;

/** One event of each class with every field set, and again with what may be missing missing; all of it fixed. */
final class EveryEvent {
    private static final FileHash FILE = new FileHash("0123456789abcdef".repeat(4));
    private static final FileHash MENDING = new FileHash("fedcba9876543210".repeat(4));
    private static final Source ROW = new Source.FileRow(FILE, 7);
    private static final Source ACTOR = new Source.Actor("Комитет", "req-1");
    private static final Imei IMEI = new Imei("490154203237518");
    private static final Instant AT = Instant.parse("2025-06-01T05:30:00.123456789Z");
    private static final OffsetDateTime SAID_AT = OffsetDateTime.parse("2025-06-01T10:30:00.123456789+05:00");
    private static final OffsetDateTime ON_THE_MINUTE = OffsetDateTime.parse("2025-06-01T00:00Z");
    private static final DeclarationNumber DECLARATION = new DeclarationNumber("55301/010625/0001234");

    private static final ExportItem ITEM = new ExportItem(DECLARATION, 2);

    private EveryEvent() {}

    static Stream<LedgerEvent> whole() {
        return Stream.concat(common(), LifeEvents.whole());
    }

    private static Stream<LedgerEvent> common() {
        return Stream.of(
                new CloneDetected(IMEI, AT, ROW, 3L, 12, "12 subscribers in 30 days"),
                new DeviceBlocked(IMEI, AT, ACTOR, 4L, new BlockGround.Order("МВД", "STOLEN", "КУИ-17/2025")),
                new DeviceDeclared(
                        IMEI,
                        AT,
                        ROW,
                        5L,
                        DECLARATION,
                        sealed("person"),
                        sealed("document"),
                        SAID_AT,
                        "set-1",
                        "Nokia",
                        "3310 \"classic\"",
                        new Tiyn(1_234_500),
                        "RR123456785KZ",
                        new Tiyn(370_350)),
                new DeviceExported(
                        IMEI,
                        AT,
                        ROW,
                        6L,
                        DECLARATION,
                        2,
                        new Procedure("10"),
                        SAID_AT,
                        ON_THE_MINUTE,
                        new Bin("940140000385"),
                        "KG",
                        new Tiyn(9_007_199_254_740_991L)),
                new DeviceImported(
                        IMEI,
                        AT,
                        ROW,
                        7L,
                        DECLARATION,
                        1,
                        new Procedure("40"),
                        SAID_AT,
                        ON_THE_MINUTE,
                        new Bin("941240000193"),
                        "set-1",
                        "Samsung",
                        "Galaxy 📱 S\u001f\u20ac",
                        new Tiyn(25_000_000),
                        new Tiyn(3_000_000)),
                new DeviceRegistered(
                        IMEI,
                        AT,
                        ROW,
                        8L,
                        SAID_AT,
                        new Owner.Person(sealed("owner"), Holder.FOREIGN_ID),
                        sealed("msisdn"),
                        sealed("imsi"),
                        "KCELL"),
                new FindingDisposed(
                        IMEI, AT, ACTOR, "f00d", Disposition.DISMISSED, "the phone was in repair", "auditor-7"),
                new FindingRaised(IMEI, AT, new Source.Rule("R1"), finding(), "KZ-2025-03-25"),
                new FindingWithdrawn(IMEI, AT, new Source.Rule("R1"), "f00d", "KZ-2025-03-25"),
                new ItemFindingDisposed(
                        ITEM, AT, ACTOR, "f00d", Disposition.CONFIRMED, "found in the warehouse", "auditor-7"),
                new ItemFindingRaised(ITEM, AT, new Source.Rule("R1c"), finding(), "KZ-2025-03-25"),
                new ItemFindingWithdrawn(ITEM, AT, new Source.Rule("R1c"), "f00d", "KZ-2025-03-25"),
                new RefundClaimed(
                        new ClaimNumber("300-2025/17"),
                        AT,
                        ROW,
                        1L,
                        "2025-Q2",
                        new Bin("940140000385"),
                        SAID_AT,
                        DECLARATION,
                        2,
                        new Tiyn(500_000_000),
                        new ClaimNumber("300-2025/16")),
                new DeviceUnblocked(IMEI, AT, ACTOR, 4, "МВД", "FOUND", "КУИ-18/2025"),
                new FactWithdrawn(IMEI, AT, ACTOR, 7, "typed twice"),
                new FileCompleted(FILE, AT, ROW, 1_000),
                new FileReceived(
                        FILE,
                        AT,
                        ACTOR,
                        FileKind.CUSTOMS_IMPORTS,
                        "imports.csv",
                        "customs",
                        4_096,
                        List.of("imei", "item")),
                new FileRefused(
                        FILE, AT, ACTOR, FileKind.GSMA_TAC, "tac.csv", "gsma", 12, "column 'colour' is unknown"),
                new EvidenceFetched("e-17", AT, ACTOR, List.of("COURT")),
                new EvidenceIssued("e-17", AT, ACTOR, FILE, 81_234, 1_000_001, List.of("owner.person")),
                new EvidenceRequested(
                        "e-17",
                        AT,
                        ACTOR,
                        List.of("COURT"),
                        List.of(IMEI),
                        "7119-25-00-2/17",
                        "ruling of 01.06.2025",
                        "0123456789abcdef".repeat(4),
                        AT),
                new Grandfathered(IMEI, AT, new Source.Rule("WhenInUse"), 8, "KZ-2025-03-25"),
                new GreyTermStarted(IMEI, AT, new Source.Rule("WhenGrey"), AT.plusSeconds(1), "KZ-2025-03-25"),
                new HistoryViewed(
                        IMEI,
                        AT,
                        ACTOR,
                        List.of("COURT"),
                        List.of("owner.person"),
                        "case 17",
                        "ruling of 01.06.2025",
                        "7119-25-00-2/17",
                        "0123456789abcdef".repeat(4)),
                new ObservationsArchived(
                        FILE,
                        AT,
                        ROW,
                        "KCELL",
                        LocalDate.of(2025, 6, 1),
                        LocalDate.of(2025, 6, 30),
                        498,
                        3,
                        2,
                        List.of(new ArchivedPart(
                                "operator=KCELL/month=2025-06/" + FILE + ".parquet", MENDING, 495, 8_192))),
                new ObservationsExpired(
                        FILE,
                        AT,
                        new Source.Rule("WhenObservationsAreOldThenTheyAreDeleted"),
                        List.of("operator=KCELL/month=2025-06/" + FILE + ".parquet"),
                        "KZ-2025-03-25"),
                new ObservationsJudged(FILE, AT, ROW, 12, 15),
                new EntriesEnded(FILE, AT, ROW, 12, 11),
                new LineHeld(AT, ROW, sealed("imsi"), sealed("uid")),
                new LineReleased(AT, ROW, new Pseudonym("pseudonym-of-imsi"), new Pseudonym("pseudonym-of-uid")),
                new TacBarred(new Tac("49015420"), AT, ROW, "ГРС"),
                new TacBarLifted(new Tac("49015420"), AT, ROW, "ГРС"),
                new MapRootCommitted(
                        AT,
                        new Source.Rule("CommittingTheMapRoot"),
                        1_000_000,
                        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                        "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA="),
                new PatternObserved(
                        IMEI,
                        AT,
                        ROW,
                        10L,
                        PatternObserved.Kind.SIM_BOX,
                        LocalDate.of(2025, 5, 1),
                        LocalDate.of(2025, 5, 20),
                        3_450,
                        3_000,
                        new Evidence(List.of(FILE), 69, "transient", 1, null)),
                new ListReleased(ListName.BLACK, 7, AT, ACTOR, 4_711, 2_000, 12, 3, 1, FILE, FILE, "c2ln", "a2V5"),
                new ListViewed(
                        ListName.NOTIFICATIONS,
                        7,
                        5L,
                        AT,
                        ACTOR,
                        "kcell",
                        12,
                        List.of("OPERATOR"),
                        "to warn",
                        "order № 226"),
                new ReleaseHeld(
                        ListName.BLACK,
                        8,
                        AT,
                        ACTOR,
                        4_800,
                        9_000,
                        7_000,
                        0,
                        0,
                        FILE,
                        FILE,
                        List.of(new CutOff("kcell", 6_000, 90_000)),
                        "KZ-2025-03-25"),
                new ReleaseSigned(ListName.BLACK, 8, AT, ACTOR, FILE, "A. Akhmetova", "as ordered"),
                new ReleaseAcknowledged(ListName.BLACK, 7, AT, ACTOR, "kcell", 1_999L, 2L, 1L),
                new QuarantineViewed(FILE, AT, ACTOR, List.of("REGULATOR"), "to mend it", "order № 226"),
                new RowsMended(FILE, AT, ACTOR, List.of(2L, 9L), MENDING),
                new RowsQuarantined(
                        FILE,
                        AT,
                        ROW,
                        List.of(
                                new QuarantinedRow(2, "imei", "not an IMEI", sealed("row-2")),
                                new QuarantinedRow(9, "", "too few cells", sealed("row-9")))),
                new RowsRecorded(FILE, AT, ROW, 1, 500, 498, 2, 501),
                new SeenOnNetwork(
                        IMEI,
                        AT,
                        ROW,
                        9L,
                        Occasion.AFTER_EXPORT,
                        "KCELL",
                        LocalDate.of(2025, 6, 20),
                        LocalDate.of(2025, 7, 19),
                        27,
                        true,
                        new Pseudonym("pseudonym-of-imsi"),
                        new Evidence(List.of(FILE, MENDING), 29, "seen-after-export", 1, DECLARATION + "/2")),
                new OwnerNotified(
                        IMEI,
                        AT,
                        new Source.Rule("WhenAGreyTermRunsThenItsOwnerIsNotified"),
                        "49015420323751/2025-07-01/kk/started",
                        Channel.SMS,
                        "kk",
                        Template.GREY_TERM_STARTED,
                        ON_THE_MINUTE.toInstant(),
                        sealed("to"),
                        "KZ-2"),
                new NotificationDelivered(
                        IMEI, AT, new Source.Actor("kcell", "2f1c"), "49015420323751/2025-07-01/kk/started"),
                new NotificationFailed(
                        IMEI,
                        AT,
                        new Source.Actor("kcell", "2f1c"),
                        "49015420323751/2025-07-01/kk/started",
                        "no such number"),
                new PolicyActivated(
                        "KZ",
                        AT,
                        new Source.Actor("regulator", "2f1c"),
                        "KZ-2",
                        LocalDate.of(2026, 1, 1),
                        Map.of(
                                "exempt",
                                List.of("INBOUND_ROAMER", "M2M"),
                                "vat",
                                Map.of("rate", Map.of("..2025-12-31", "0.12", "2026-01-01..", "0.16")))),
                new TacListed(
                        new Tac("49015420"),
                        AT,
                        ROW,
                        "Nokia",
                        "3310",
                        List.of("GSM 900", "LTE FDD BAND 3"),
                        LocalDate.of(2019, 3, 1),
                        "Handset",
                        Map.of("brand_name", "Nokia", "nfc", "No", "bluetooth", "Yes")));
    }

    static Stream<LedgerEvent> bare() {
        return Stream.concat(commonBare(), LifeEvents.bare());
    }

    private static Stream<LedgerEvent> commonBare() {
        return Stream.of(
                new DeviceBlocked(
                        IMEI,
                        AT,
                        ROW,
                        null,
                        new BlockGround.GreyTermExpired(ON_THE_MINUTE.toInstant(), "KZ-1", List.of())),
                new ListViewed(
                        ListName.EXCEPTIONS,
                        1,
                        null,
                        AT,
                        ACTOR,
                        "kcell",
                        3,
                        List.of("OPERATOR"),
                        "to except",
                        "order № 226"),
                new ReleaseAcknowledged(ListName.GREY, 1, AT, ACTOR, "kcell", null, null, null),
                new RefundClaimed(
                        new ClaimNumber("300-2025/17"),
                        AT,
                        ROW,
                        null,
                        "2025-Q2",
                        new Bin("940140000385"),
                        SAID_AT,
                        DECLARATION,
                        2,
                        new Tiyn(0),
                        null),
                new DeviceDeclared(
                        IMEI,
                        ON_THE_MINUTE.toInstant(),
                        ROW,
                        null,
                        DECLARATION,
                        sealed("person"),
                        null,
                        SAID_AT,
                        null,
                        "Nokia",
                        "3310",
                        new Tiyn(0),
                        null,
                        null),
                new DeviceImported(
                        IMEI,
                        AT,
                        ROW,
                        null,
                        DECLARATION,
                        1,
                        new Procedure("40"),
                        SAID_AT,
                        null,
                        new Bin("941240000193"),
                        null,
                        "",
                        "",
                        new Tiyn(1),
                        new Tiyn(0)),
                new DeviceRegistered(
                        IMEI,
                        AT,
                        ROW,
                        null,
                        SAID_AT,
                        new Owner.Company(new Bin("940140000385")),
                        sealed("msisdn"),
                        sealed("imsi"),
                        "KCELL"),
                new EvidenceRequested(
                        "e-18", AT, ACTOR, List.of("AUDITOR"), List.of(IMEI), "case 18", "art. 152", null, null),
                new HistoryViewed(
                        IMEI,
                        AT,
                        ACTOR,
                        List.of("CITIZEN"),
                        List.of("owner.person"),
                        "own device",
                        "own device",
                        null,
                        null),
                new SeenOnNetwork(
                        IMEI,
                        AT,
                        ROW,
                        null,
                        Occasion.FIRST_SEEN,
                        "KCELL",
                        LocalDate.of(2025, 6, 20),
                        LocalDate.of(2025, 6, 20),
                        1,
                        false,
                        new Pseudonym("pseudonym-of-imsi"),
                        new Evidence(List.of(FILE), 1, "first-seen", 1, null)),
                new TacListed(new Tac("49015420"), AT, ROW, "Nokia", "3310", List.of(), null, "", Map.of()));
    }

    private static Finding finding() {
        return new Finding(
                "f00d",
                "R1",
                1,
                Severity.CRITICAL,
                "ba5e",
                AT,
                List.of(ITEM),
                List.of(new FactRef(IMEI.key(), 3), new FactRef(IMEI.key(), 5)),
                Map.of("daysSeen", "4", "afterHours", "100"),
                List.of(new Considered("RE_IMPORT", false, "no lawful entry after the export was recorded")));
    }

    /** As if it had been sealed; a true seal differs each time it is made. */
    static <T> Personal<T> sealed(String field) {
        return new Personal.Sealed<>(
                "commitment-of-" + field,
                new Pseudonym("pseudonym-of-" + field),
                "box-of-" + field,
                new Subject("person:pseudonym-of-owner"));
    }
}
