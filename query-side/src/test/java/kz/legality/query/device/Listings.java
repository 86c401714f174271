package kz.legality.query.device;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.legality.event.Source;
import kz.legality.example.Facts;
import kz.legality.identifier.Tac;
import kz.legality.tac.TacEvent.TacListed;

/** Listings of the catalogue. */
final class Listings {
    private Listings() {}

    static TacListed of(Tac tac, String manufacturer, String model, Map<String, String> other) {
        return new TacListed(
                tac,
                Instant.parse("2025-01-01T00:00:00Z"),
                new Source.FileRow(Facts.FILE, 1),
                manufacturer,
                model,
                List.of("GSM 900"),
                null,
                "Smartphone",
                other);
    }
}
