package kz.legality.command.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.legality.command.intake.Column.Presence;
import kz.legality.command.intake.Column.Reading;

/** The columns of a kind of file, as they are named one after another. */
final class Columns {
    private final List<Column<?>> all = new ArrayList<>();

    <T> Column<T> required(String name, Reading<T> reads) {
        return add(name, Presence.REQUIRED, reads);
    }

    <T> Column<T> blankable(String name, Reading<T> reads) {
        return add(name, Presence.MAY_BE_BLANK, reads);
    }

    <T> Column<T> optional(String name, Reading<T> reads) {
        return add(name, Presence.MAY_BE_LEFT_OUT, reads);
    }

    List<Column<?>> all() {
        return all;
    }

    /** Their names, for a message. */
    String named() {
        return all.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private <T> Column<T> add(String name, Presence presence, Reading<T> reads) {
        Column<T> column = new Column<>(all.size(), name, presence, new LastRead<>(reads));
        all.add(column);
        return column;
    }
}
