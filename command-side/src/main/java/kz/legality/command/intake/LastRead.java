package kz.legality.command.intake;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the last cell it read: the rows of one declaration stand together and repeat its number, times and company,
 * and to read a time costs more than all else in a row. For one thread at a time.
 */
final class LastRead<T> implements Column.Reading<T> {
    private final Column.Reading<T> reading;
    private @Nullable String lastCell;
    private @Nullable T lastValue;

    LastRead(Column.Reading<T> reading) {
        this.reading = reading;
    }

    @Override
    public T of(String cell) {
        T known = lastValue;
        if (known != null && cell.equals(lastCell)) {
            return known;
        }
        T value = reading.of(cell);
        lastCell = cell;
        lastValue = value;
        return value;
    }
}
