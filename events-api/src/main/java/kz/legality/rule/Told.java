package kz.legality.rule;

import java.time.Instant;
import kz.legality.device.DeviceEvent.Fact;
import kz.legality.device.Saying;
import kz.legality.finding.FactRef;

/** A fact that counts today, and where it stands. */
public record Told<F extends Fact>(long sequence, F fact) {
    public FactRef ref() {
        return new FactRef(fact.stream(), sequence);
    }

    public Instant at() {
        return fact.occurredAt();
    }

    /** What it is about, whatever it says of it and whenever it came. */
    String identity() {
        return fact.stream() + "|" + Saying.identityOf(fact);
    }

    String content() {
        return identity() + "|" + Saying.contentOf(fact);
    }
}
