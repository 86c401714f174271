package kz.legality.example;

import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.identifier.Imei;

/** Six subscribers on one IMEI. */
public final class CloneDraft extends Draft<CloneDraft> {
    private int subscribers = 6;
    private String evidence = "window 2025-06-01..2025-06-30";

    CloneDraft(Imei imei) {
        super(imei, Facts.noonOf("2025-06-30"));
    }

    @Override
    CloneDraft self() {
        return this;
    }

    public CloneDraft subscribers(int count) {
        subscribers = count;
        return this;
    }

    public CloneDraft evidence(String text) {
        evidence = text;
        return this;
    }

    @Override
    public CloneDetected fact() {
        return new CloneDetected(imei, occurredAt(), source, null, subscribers, evidence);
    }
}
