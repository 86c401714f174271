package kz.legality.command.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.identifier.Tac;
import kz.legality.sourcefile.FileKind;
import kz.legality.tac.TacEvent.TacListed;
import org.jspecify.annotations.Nullable;

/**
 * A model in the industry's catalogue, as DIRBS reads it: bars between the columns (or commas), names in any case with
 * spaces for underscores, double quotes deleted, and whatever other columns there are. The catalogue does not say since
 * when it lists a model so: it counts from when the file came.
 */
final class TacRow implements RowForm {
    private final Instant receivedAt;
    private final Columns columns = new Columns();
    private final Column<Tac> tac = columns.required("tac", Tac::new);
    private final Column<String> manufacturer = columns.blankable("manufacturer", Cells::text);
    private final Column<String> modelName = columns.blankable("model_name", Cells::text);
    private final Column<List<String>> bands = columns.blankable("bands", TacRow::eachBand);
    private final Column<LocalDate> allocatedOn = columns.blankable("allocation_date", Times::catalogueDate);
    private final Column<String> deviceType = columns.blankable("device_type", Cells::text);

    TacRow(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    @Override
    public FileKind kind() {
        return FileKind.GSMA_TAC;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public String columnName(String cell) {
        return withoutQuotes(cell).strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    @Override
    public boolean takesOtherColumns() {
        return true;
    }

    @Override
    public boolean mayBeBarSeparated() {
        return true;
    }

    @Override
    public String cell(String sent) {
        return withoutQuotes(sent).strip();
    }

    @Override
    public LedgerEvent read(Row row, Source.FileRow source) {
        return new TacListed(
                row.the(tac),
                receivedAt,
                source,
                orEmpty(row.ifGiven(manufacturer)),
                orEmpty(row.ifGiven(modelName)),
                Objects.requireNonNullElse(row.ifGiven(bands), List.of()),
                row.ifGiven(allocatedOn),
                orEmpty(row.ifGiven(deviceType)),
                row.others());
    }

    private static List<String> eachBand(String cell) {
        return Arrays.stream(cell.split(","))
                .map(String::strip)
                .filter(band -> !band.isEmpty())
                .toList();
    }

    private static String withoutQuotes(String text) {
        return text.replace("\"", "");
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
