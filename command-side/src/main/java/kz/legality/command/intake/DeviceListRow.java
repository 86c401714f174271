package kz.legality.command.intake;

import static kz.legality.command.intake.ListRow.Change.ADD;
import static kz.legality.command.intake.ListRow.Change.REMOVE;
import static kz.legality.command.intake.ListRow.Change.UPDATE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.ExemptionFact.Exempted;
import kz.legality.device.ExemptionFact.Exemption;
import kz.legality.device.ListFact.DeviceApproved;
import kz.legality.device.ListFact.DeviceWatched;
import kz.legality.device.Listing;
import kz.legality.device.LossFact.Barred;
import kz.legality.device.LossFact.ReportedStolen;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Malformed;
import kz.legality.identifier.Tac;
import kz.legality.sourcefile.FileKind;
import kz.legality.tac.TacBarEvent.TacBarred;
import org.jspecify.annotations.Nullable;

/** The lists of devices and models that name nobody. */
final class DeviceListRow {
    private static final Set<ListRow.Change> WITH_UPDATES = EnumSet.of(ADD, REMOVE, UPDATE);
    static final Set<ListRow.Change> ADDED_OR_REMOVED = EnumSet.of(ADD, REMOVE);

    private DeviceListRow() {}

    /** {@code approved_imei,make,model,status,model_number,brand_name,device_type,radio_interface,device_id}. */
    static final class Approved extends ListRow {
        private final Column<Imei> imei = columns().required("approved_imei", Imei::declared);
        private final Column<String> make = columns().blankable("make", Cells::text);
        private final Column<String> model = columns().blankable("model", Cells::text);
        private final Column<String> status = columns().blankable("status", Cells::text);
        private final Column<String> modelNumber = columns().blankable("model_number", Cells::text);
        private final Column<String> brand = columns().blankable("brand_name", Cells::text);
        private final Column<String> deviceType = columns().blankable("device_type", Cells::text);
        private final Column<String> radio = columns().blankable("radio_interface", Cells::text);
        private final Column<String> device = columns().required("device_id", Cells::text);

        Approved(Received received) {
            super(FileKind.REGISTRATION_LIST, received, WITH_UPDATES);
        }

        /** The brand falls back on the maker, the model on its number. */
        @Override
        LedgerEvent entered(Row row, Source.FileRow source) {
            return new DeviceApproved(
                    row.the(imei),
                    receivedAt(),
                    source,
                    null,
                    list(),
                    !says(row.ifGiven(status), "whitelist"),
                    row.the(device),
                    either(row.ifGiven(brand), row.ifGiven(make)),
                    either(row.ifGiven(model), row.ifGiven(modelNumber)),
                    orEmpty(row.ifGiven(deviceType)),
                    orEmpty(row.ifGiven(radio)));
        }
    }

    /** {@code imei,reporting_date,status}; what is only provisional is watched, not blocked. */
    static final class Stolen extends ListRow {
        private final Column<Imei> imei = columns().required("imei", Imei::declared);
        private final Column<Instant> reportedOn;
        private final Column<String> status = columns().blankable("status", Cells::text);

        Stolen(Received received, ZoneId zone) {
            super(FileKind.STOLEN_LIST, received, WITH_UPDATES);
            reportedOn = columns().blankable("reporting_date", cell -> dayOf(cell, zone));
        }

        @Override
        LedgerEvent entered(Row row, Source.FileRow source) {
            @Nullable String said = row.ifGiven(status);
            if (!says(said, "blacklist")) {
                return new DeviceWatched(row.the(imei), receivedAt(), source, null, list(), orEmpty(said));
            }
            Instant reported = Objects.requireNonNullElse(row.ifGiven(reportedOn), receivedAt());
            return new ReportedStolen(
                    row.the(imei),
                    reported,
                    source,
                    null,
                    sender(),
                    Listing.stolenReference(source.file().sha256()));
        }

        private static Instant dayOf(String cell, ZoneId zone) {
            try {
                return LocalDate.parse(cell, DateTimeFormatter.BASIC_ISO_DATE)
                        .atStartOfDay(zone)
                        .toInstant();
            } catch (DateTimeParseException notBasic) {
                throw new Malformed("a day of a report has eight digits: year, month, day; this is none");
            }
        }
    }

    /** {@code imei}. */
    static final class OfImei extends ListRow {
        /** What an entry says of its device. */
        interface Says {
            Fact of(Imei imei, Instant at, Source source, String sender);
        }

        private final Column<Imei> imei;
        private final Says says;

        private OfImei(FileKind list, Received received, String column, Says says) {
            super(list, received, ADDED_OR_REMOVED);
            this.imei = columns().required(column, OfImei::imei);
            this.says = says;
        }

        static OfImei barred(Received received) {
            String list = FileKind.BARRED_LIST.written();
            return new OfImei(
                    FileKind.BARRED_LIST,
                    received,
                    "imei",
                    (imei, at, source, sender) -> new Barred(imei, at, source, null, list, sender, list));
        }

        static OfImei monitored(Received received) {
            String list = FileKind.MONITORING_LIST.written();
            return new OfImei(
                    FileKind.MONITORING_LIST,
                    received,
                    "imei",
                    (imei, at, source, sender) -> new DeviceWatched(imei, at, source, null, list, ""));
        }

        static OfImei golden(Received received) {
            return new OfImei(
                    FileKind.GOLDEN_LIST,
                    received,
                    "golden_imei",
                    (imei, at, source, sender) -> new Exempted(
                            imei, at, source, null, Exemption.GOLDEN_LIST, FileKind.GOLDEN_LIST.written()));
        }

        @Override
        LedgerEvent entered(Row row, Source.FileRow source) {
            return says.of(row.the(imei), receivedAt(), source, sender());
        }

        private static Imei imei(String cell) {
            if (cell.matches("[0-9A-Fa-f]{32}")) {
                throw new Malformed("this is a hash of an IMEI, which names no device; the IMEI itself is needed");
            }
            return Imei.declared(cell);
        }
    }

    /** {@code tac}. */
    static final class BarredTac extends ListRow {
        private final Column<Tac> tac = columns().required("tac", Tac::new);

        BarredTac(Received received) {
            super(FileKind.BARRED_TAC_LIST, received, ADDED_OR_REMOVED);
        }

        @Override
        LedgerEvent entered(Row row, Source.FileRow source) {
            return new TacBarred(row.the(tac), receivedAt(), source, sender());
        }
    }

    /** An empty cell says the same as the word, as in DIRBS. */
    private static boolean says(@Nullable String status, String word) {
        return status == null || status.equalsIgnoreCase(word);
    }

    private static String either(@Nullable String first, @Nullable String second) {
        return first == null ? orEmpty(second) : first;
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
