package kz.legality.example;

import java.time.Instant;
import java.time.OffsetDateTime;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;

/**
 * A fact still being written: everything a test does not care about has a sensible value.
 *
 * @param <D> itself
 */
public abstract class Draft<D extends Draft<D>> {
    Imei imei;
    OffsetDateTime at;
    Source source = new Source.FileRow(Facts.FILE, 1);

    Draft(Imei imei, OffsetDateTime at) {
        this.imei = imei;
        this.at = at;
    }

    /** The fact as it stands now. */
    public abstract Fact fact();

    abstract D self();

    /** At noon of this day in Almaty, such as {@code 2025-05-02}. */
    public D on(String day) {
        return at(Facts.noonOf(day));
    }

    public D at(OffsetDateTime moment) {
        at = moment;
        return self();
    }

    public D of(Imei other) {
        imei = other;
        return self();
    }

    public D from(Source other) {
        source = other;
        return self();
    }

    Instant occurredAt() {
        return at.toInstant();
    }
}
