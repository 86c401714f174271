package kz.legality.example;

import kz.legality.device.BlockGround;
import kz.legality.device.DeviceEvent.DeviceBlocked;
import kz.legality.identifier.Imei;

/** An authority's order to block. */
public final class OrderDraft extends Draft<OrderDraft> {
    private final String reference;
    private String authority = "МВД";
    private String reason = "stolen";

    OrderDraft(Imei imei, String reference) {
        super(imei, Facts.noonOf("2025-06-15"));
        this.reference = reference;
    }

    @Override
    OrderDraft self() {
        return this;
    }

    public OrderDraft by(String name) {
        authority = name;
        return this;
    }

    public OrderDraft because(String words) {
        reason = words;
        return this;
    }

    @Override
    public DeviceBlocked fact() {
        return new DeviceBlocked(imei, occurredAt(), source, null, new BlockGround.Order(authority, reason, reference));
    }
}
