package kz.legality.example;

import java.time.LocalDate;
import java.util.List;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.Evidence;
import kz.legality.device.Occasion;
import kz.legality.secrecy.Pseudonym;

/** A network's word that it saw a phone: with a home subscriber, on one day. */
public final class SightingDraft extends Draft<SightingDraft> {
    private final LocalDate first;
    private LocalDate last;
    private int days = 1;
    private boolean home = true;
    private String subscriber = "subscriber";
    private Occasion occasion = Occasion.AFTER_EXPORT;

    private SightingDraft(String day) {
        super(Devices.PHONE, Facts.noonOf(day));
        first = LocalDate.parse(day);
        last = first;
    }

    public static SightingDraft seenOn(String day) {
        return new SightingDraft(day);
    }

    @Override
    SightingDraft self() {
        return this;
    }

    public SightingDraft until(String day, int daysSeen) {
        last = LocalDate.parse(day);
        days = daysSeen;
        return this;
    }

    public SightingDraft roaming() {
        home = false;
        return this;
    }

    public SightingDraft with(String otherSubscriber) {
        subscriber = otherSubscriber;
        return this;
    }

    public SightingDraft occasion(Occasion other) {
        occasion = other;
        return this;
    }

    @Override
    public SeenOnNetwork fact() {
        return new SeenOnNetwork(
                imei,
                occurredAt(),
                source,
                null,
                occasion,
                "kcell",
                first,
                last,
                days,
                home,
                new Pseudonym(subscriber),
                new Evidence(List.of(Facts.FILE), days, "seen", 1, first.toString()));
    }
}
