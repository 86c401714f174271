package kz.legality.example;

import java.time.Instant;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;

/** A fact of a device's later life, of which a test chooses the device, the day and the source. */
public final class LifeDraft extends Draft<LifeDraft> {
    /** How the fact is written down. */
    @FunctionalInterface
    interface Form {
        Fact fact(Imei imei, Instant at, Source source);
    }

    private final Form form;

    LifeDraft(Imei imei, String day, Form form) {
        super(imei, Facts.noonOf(day));
        this.form = form;
    }

    @Override
    LifeDraft self() {
        return this;
    }

    @Override
    public Fact fact() {
        return form.fact(imei, occurredAt(), source);
    }
}
