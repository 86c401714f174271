package kz.legality.observation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.device.DeviceEvent.DeviceDeclared;
import kz.legality.device.DeviceEvent.DeviceExported;
import kz.legality.device.DeviceEvent.DeviceImported;
import kz.legality.device.DeviceEvent.DeviceRegistered;
import kz.legality.device.DeviceEvent.DeviceUnblocked;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.DeviceEvent.FactWithdrawn;
import kz.legality.device.DeviceEvent.Grandfathered;
import kz.legality.device.DeviceEvent.PatternObserved;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.ImeiFact.ImeisPaired;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.ListFact.DeviceWatched;
import kz.legality.device.LossFact.BarLifted;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.Recovered;
import kz.legality.device.LossFact.ReportedLost;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.device.Occasion;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.listing.ListEntry;
import kz.legality.policy.Policy;
import kz.legality.sourcefile.FileEvent.ArchivedPart;
import kz.legality.sourcefile.FileEvent.ObservationsArchived;
import kz.legality.sourcefile.FileEvent.ObservationsExpired;
import kz.legality.sourcefile.FileKind;
import kz.legality.tac.TacEvent.TacListed;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Follows the ledger's events into tables beside the archive. A stretch of events and the position after it are one
 * transaction, so a crash leaves the tables at an earlier position and they go on from there.
 */
final class LedgerTables {
    static final int EXPORT = 1;
    static final int BLOCK = 2;
    static final int LAWFUL = 3;
    static final int REGISTERED = 4;
    static final int SIGHTING = 5;
    static final int FIRST_SIGHTING = 6;
    static final int MEASURE = 7;
    /** One paper names it as one IMEI of a device: the others it names are of the same. */
    static final int SLOT = 8;

    static final String CLONES = "CLONE";

    /** Of the tables: those of another shape are thrown away, and made again from the events. */
    private static final int SHAPE = 4;

    /** Told by {@code n} of a block's row: settled by any recovery. */
    private static final long LOSS = 1;

    private static final int EVENTS_IN_A_TRANSACTION = 200_000;

    private final Database database;
    private final Policy policy;
    private final MonthKeys keys;
    private final Path archive;
    private final KeptViews views;
    private boolean changed;

    LedgerTables(Database database, Policy policy, MonthKeys keys, Path archive, KeptViews views) {
        this.database = database;
        this.policy = policy;
        this.keys = keys;
        this.archive = archive;
        this.views = views;
        database.run("CREATE TABLE IF NOT EXISTS shape (version INTEGER)");
        if (database.number("SELECT coalesce(max(version), 0) FROM shape") != SHAPE) {
            database.rows("SELECT table_name FROM duckdb_tables() WHERE NOT temporary", row -> row.getString(1))
                    .forEach(table -> database.run("DROP TABLE \"" + table + "\""));
            database.run("CREATE TABLE shape AS SELECT " + SHAPE + " AS version");
        }
        database.run(Database.query("tables", Map.of("maxImeis", policy.device().maxImeis())));
    }

    /** The last position that was followed; -1 before the first. */
    long position() {
        return database.number("SELECT coalesce(max(position), -1) FROM followed");
    }

    void follow(Iterator<StoredWord> words) {
        while (words.hasNext()) {
            changed = false;
            database.run("BEGIN TRANSACTION");
            try {
                database.run("DELETE FROM followed; INSERT INTO followed VALUES (" + stretch(words) + ")");
                database.run("COMMIT");
            } catch (RuntimeException failed) {
                database.run("ROLLBACK");
                throw failed;
            } finally {
                if (changed) {
                    views.letGo();
                }
            }
        }
    }

    private long stretch(Iterator<StoredWord> words) {
        List<ObservationsArchived> archived = new ArrayList<>();
        long last = -1;
        try (DuckDBAppender said = appender("said");
                DuckDBAppender voided = appender("voided");
                DuckDBAppender lifted = appender("lifted");
                DuckDBAppender listed = appender("listed");
                DuckDBAppender settled = appender("settled");
                DuckDBAppender entries = appender("entries");
                DuckDBAppender gone = appender("gone")) {
            for (int i = 0; i < EVENTS_IN_A_TRANSACTION && words.hasNext(); i++) {
                StoredWord word = words.next();
                last = word.position();
                LedgerEvent event = word.event();
                @Nullable ListEntry entry = ListEntry.of(event).orElse(null);
                changed |= entry != null || KeptViews.changeBy(event);
                if (entry != null) {
                    enter(entries, word.position(), event, entry);
                }
                if (event instanceof Fact fact) {
                    say(said, word.sequence(), fact);
                    settle(settled, fact);
                    Long corrects = fact.corrects();
                    if (corrects != null) {
                        voided.beginRow()
                                .append(number(fact.imei()))
                                .append(corrects.longValue())
                                .endRow();
                    }
                } else if (event instanceof Grandfathered it) {
                    row(said, LAWFUL, it.imei(), word.sequence(), it.source(), null, day(it.occurredAt()), null, 0);
                } else if (event instanceof FactWithdrawn it) {
                    voided.beginRow()
                            .append(number(it.imei()))
                            .append(it.corrects())
                            .endRow();
                } else if (event instanceof DeviceUnblocked it) {
                    lifted.beginRow()
                            .append(number(it.imei()))
                            .append(it.lifts())
                            .append(day(it.occurredAt()))
                            .endRow();
                } else if (event instanceof TacListed it) {
                    listed.beginRow()
                            .append(Integer.parseInt(it.tac().value()))
                            .append(word.position())
                            .append(it.manufacturer())
                            .append(it.modelName())
                            .append(generations(it.bands()))
                            .append(it.allocatedOn())
                            .endRow();
                } else if (event instanceof ObservationsArchived it) {
                    archived.add(it);
                } else if (event instanceof ObservationsExpired it) {
                    for (String part : it.parts()) {
                        gone.beginRow().append(part).endRow();
                    }
                }
            }
        } catch (SQLException e) {
            throw new ArchiveFailure("what the ledger says could not be written beside the archive", e);
        }
        archived.forEach(this::add);
        return last;
    }

    /** Facts of other kinds change nothing that a detector asks for. */
    private void say(DuckDBAppender said, long sequence, Fact fact) throws SQLException {
        String device = deviceOf(fact);
        if (device != null) {
            row(said, SLOT, fact.imei(), sequence, fact.source(), device, day(fact.occurredAt()), null, 0);
        }
        if (fact instanceof DeviceExported it && policy.departingProcedures().contains(it.procedure())) {
            LocalDate left = it.exitedAt() == null
                    ? day(it.registeredAt().toInstant())
                    : day(it.exitedAt().toInstant());
            row(said, EXPORT, it.imei(), sequence, it.source(), it.declaration() + "/" + it.item(), left, null, 0);
        } else if (fact instanceof DeviceBlocked it) {
            String reference = it.ground() instanceof BlockGround.Order order ? order.reference() : "grey-term";
            row(said, BLOCK, it.imei(), sequence, it.source(), reference, day(it.occurredAt()), null, 0);
        } else if (fact instanceof ReportedStolen it) {
            row(said, BLOCK, it.imei(), sequence, it.source(), it.reference(), day(it.occurredAt()), null, LOSS);
        } else if (fact instanceof ReportedLost it) {
            row(said, BLOCK, it.imei(), sequence, it.source(), it.reference(), day(it.occurredAt()), null, LOSS);
        } else if (fact instanceof Barred it) {
            row(said, BLOCK, it.imei(), sequence, it.source(), it.list(), day(it.occurredAt()), null, 0);
        } else if (fact instanceof DeviceImported it
                && it.releasedAt() != null
                && policy.clearingProcedures().contains(it.procedure())) {
            row(said, LAWFUL, it.imei(), sequence, it.source(), null, day(it.occurredAt()), null, 0);
        } else if (fact instanceof DeviceDeclared it) {
            row(said, LAWFUL, it.imei(), sequence, it.source(), null, day(it.occurredAt()), null, 0);
        } else if (fact instanceof DeviceRegistered it) {
            row(
                    said,
                    REGISTERED,
                    it.imei(),
                    sequence,
                    it.source(),
                    it.imsi().pseudonym().value(),
                    day(it.occurredAt()),
                    null,
                    0);
        } else if (fact instanceof SeenOnNetwork it) {
            int kind = it.occasion() == Occasion.FIRST_SEEN ? FIRST_SIGHTING : SIGHTING;
            row(
                    said,
                    kind,
                    it.imei(),
                    sequence,
                    it.source(),
                    Sightings.keyOf(it),
                    it.firstSeen(),
                    it.lastSeen(),
                    it.daysSeen());
        } else if (fact instanceof CloneDetected it) {
            row(
                    said,
                    MEASURE,
                    it.imei(),
                    sequence,
                    it.source(),
                    CLONES,
                    day(it.occurredAt()),
                    null,
                    it.subscribers() * 1000L);
        } else if (fact instanceof PatternObserved it) {
            row(
                    said,
                    MEASURE,
                    it.imei(),
                    sequence,
                    it.source(),
                    it.kind().name(),
                    it.from(),
                    it.to(),
                    it.measuredThousandths());
        }
    }

    /** The name that all IMEIs of one device have on one paper; null where the fact names no other. */
    private static @Nullable String deviceOf(Fact fact) {
        return switch (fact) {
            case DeviceImported it when it.device() != null -> it.declaration() + " " + it.device();
            case DeviceDeclared it when it.device() != null -> it.declaration() + " " + it.device();
            case ImeisPaired it ->
                Stream.of(it.imei().key(), it.other().key()).sorted().collect(Collectors.joining(" "));
            default -> null;
        };
    }

    private static void enter(DuckDBAppender entries, long position, LedgerEvent event, ListEntry entry)
            throws SQLException {
        String file = event.source() instanceof Source.FileRow row ? row.file().sha256() : null;
        entries.beginRow()
                .append(entry.list().written())
                .append(entry.key())
                .append(position)
                .append(entry.ended())
                .append(file)
                .append(LocalDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC))
                .append(isProvisional(event))
                .endRow();
    }

    /** Known to its list, and of no effect yet. */
    private static boolean isProvisional(LedgerEvent event) {
        return switch (event) {
            case DeviceApproved it -> it.provisional();
            case DeviceWatched it -> it.list().equals(FileKind.STOLEN_LIST.written());
            default -> false;
        };
    }

    private void settle(DuckDBAppender settled, Fact fact) throws SQLException {
        if (fact instanceof Recovered it) {
            settled.beginRow()
                    .append(number(it.imei()))
                    .append((String) null)
                    .append(day(it.occurredAt()))
                    .endRow();
        } else if (fact instanceof BarLifted it) {
            settled.beginRow()
                    .append(number(it.imei()))
                    .append(it.list())
                    .append(day(it.occurredAt()))
                    .endRow();
        }
    }

    private void row(
            DuckDBAppender said,
            int kind,
            Imei imei,
            long sequence,
            Source source,
            @Nullable String reference,
            LocalDate at,
            @Nullable LocalDate until,
            long n)
            throws SQLException {
        said.beginRow().append((byte) kind).append(number(imei)).append(sequence);
        String file = source instanceof Source.FileRow row ? row.file().sha256() : null;
        said.append(file).append(reference).append(at).append(until).append(n).endRow();
    }

    /** The archive's own figures are taken from its files, so that they can be taken again. */
    private void add(ObservationsArchived it) {
        for (ArchivedPart part : it.parts()) {
            database.run(
                    "INSERT INTO parts VALUES (" + Database.literal(part.path()) + ", " + Database.literal(it.file())
                            + ", " + Database.literal(part.sha256()) + ", " + Database.literal(it.operator()) + ", "
                            + Database.literal(it.from()) + ", " + Database.literal(it.to()) + ", " + part.rows() + ", "
                            + part.bytes() + ")");
            if (Files.exists(archive.resolve(part.path()))) {
                keys.rowsOf(List.of(part.path()), archive, "day, imei, imsi, msisdn")
                        .ifPresent(rows -> database.run(
                                Database.query("daily-of-part", Map.of("operator", it.operator(), "file", it.file()))
                                        .replace("$rows", rows)));
            }
        }
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return database.connection().createAppender("main", table);
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(ZoneId.of(policy.zone().getId())).toLocalDate();
    }

    static long number(Imei imei) {
        return Long.parseLong(imei.key());
    }

    /** Which generations of networks a model's bands are of, a bit for each; 0 where none is known. */
    static int generations(List<String> bands) {
        int generations = 0;
        for (String band : bands) {
            String name = band.toUpperCase(Locale.ROOT);
            if (name.contains("GSM") || name.contains("GPRS") || name.contains("EDGE")) {
                generations |= 1 << 2;
            }
            if (name.contains("WCDMA")
                    || name.contains("UMTS")
                    || name.contains("HSPA")
                    || name.contains("HSUPA")
                    || name.contains("HSDPA")) {
                generations |= 1 << 3;
            }
            if (name.contains("LTE")) {
                generations |= 1 << 4;
            }
            if (name.contains("NR") || name.contains("5G")) {
                generations |= 1 << 5;
            }
        }
        return generations;
    }
}
