package kz.legality.observation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.legality.device.DeviceEvent.SeenOnNetwork;
import kz.legality.device.Evidence;
import kz.legality.device.Occasion;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.identifier.Imsi;
import kz.legality.identifier.Malformed;
import kz.legality.identifier.Msisdn;
import kz.legality.policy.Policy;
import kz.legality.secrecy.Pseudonym;
import kz.legality.secrecy.Pseudonyms;
import kz.legality.secrecy.Subject;
import org.jspecify.annotations.Nullable;

/**
 * From rows of a detector to facts: here a subscriber becomes a pseudonym. What was recorded before never shrinks, since
 * the rows it rested on may have been deleted by then.
 */
final class Sightings {
    private static final Pseudonym NOBODY = new Pseudonym("unknown");

    private final Database database;
    private final Policy policy;
    private final ArchiveTerms terms;
    private final Pseudonyms pseudonyms;
    private final Source source;
    private final OpenArchive archive;

    private record Known(LocalDate first, LocalDate last, int days) {}

    Sightings(
            Database database,
            Policy policy,
            ArchiveTerms terms,
            Pseudonyms pseudonyms,
            Source source,
            OpenArchive archive) {
        this.database = database;
        this.policy = policy;
        this.terms = terms;
        this.pseudonyms = pseudonyms;
        this.source = source;
        this.archive = archive;
    }

    /** Names a sighting within its device. */
    static String keyOf(SeenOnNetwork seen) {
        return key(
                seen.occasion(),
                seen.operator(),
                seen.subscriber(),
                seen.evidence().reference());
    }

    private static String key(Occasion occasion, String operator, Pseudonym subscriber, @Nullable String reference) {
        return occasion + "|" + operator + "|" + subscriber + "|" + reference;
    }

    List<SeenOnNetwork> of(Occasion occasion, String detector, int version, Map<String, ?> parameters) {
        String query = Database.query(detector, parameters);
        database.run("CREATE OR REPLACE TEMP TABLE sighted AS " + query);
        if (database.number("SELECT count(*) FROM sighted") == 0) {
            return List.of();
        }
        Set<String> registered = occasion == Occasion.NEW_SUBSCRIBER ? registered() : Set.of();
        Map<String, Known> known = known();
        List<SeenOnNetwork> facts = database
                .rows("SELECT * FROM sighted", row -> {
                    Imei imei = new Imei(String.format("%014d", row.getLong(1)));
                    @Nullable String reference = row.getString(2);
                    String operator = row.getString(3);
                    @Nullable String imsi = row.getString(4);
                    @Nullable String msisdn = row.getString(5);
                    LocalDate first = row.getDate(6).toLocalDate();
                    LocalDate last = row.getDate(7).toLocalDate();
                    int days = row.getInt(8);
                    Pseudonym subscriber = subscriber(imsi, msisdn);
                    if (registered.contains(Long.parseLong(imei.key()) + "|" + subscriber)) {
                        return Optional.<SeenOnNetwork>empty();
                    }
                    Known before = known.get(
                            Long.parseLong(imei.key()) + "|" + key(occasion, operator, subscriber, reference));
                    if (before != null) {
                        first = first.isBefore(before.first) ? first : before.first;
                        last = last.isAfter(before.last) ? last : before.last;
                        days = Math.max(days, before.days);
                        if (first.equals(before.first) && last.equals(before.last) && days == before.days) {
                            return Optional.<SeenOnNetwork>empty();
                        }
                    }
                    return Optional.of(new SeenOnNetwork(
                            imei,
                            first.atStartOfDay(policy.zone()).toInstant(),
                            source,
                            null,
                            occasion,
                            operator,
                            first,
                            last,
                            days,
                            home(imsi, msisdn),
                            subscriber,
                            new Evidence(archive.files(row, 10), row.getLong(9), detector, version, reference)));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
        database.run("DROP TABLE sighted");
        return facts;
    }

    /** The lines that devices just sighted are registered with. */
    private Set<String> registered() {
        return new HashSet<>(database.rows(
                "SELECT imei, line FROM owned SEMI JOIN sighted USING (imei)",
                row -> row.getLong(1) + "|" + row.getString(2)));
    }

    /** What was said before of devices just sighted. */
    private Map<String, Known> known() {
        Map<String, Known> known = new HashMap<>();
        database.rows(
                "SELECT imei, key, began, ended, days FROM sightings SEMI JOIN sighted USING (imei)",
                row -> known.put(
                        row.getLong(1) + "|" + row.getString(2),
                        new Known(row.getDate(3).toLocalDate(), row.getDate(4).toLocalDate(), row.getInt(5))));
        return known;
    }

    private boolean home(@Nullable String imsi, @Nullable String msisdn) {
        return imsi != null
                ? terms.homeCountries().stream().anyMatch(imsi::startsWith)
                : msisdn != null && terms.homeNumbers().stream().anyMatch(msisdn::startsWith);
    }

    private Pseudonym subscriber(@Nullable String imsi, @Nullable String msisdn) {
        try {
            if (imsi != null) {
                return pseudonyms.of(new Imsi(imsi), Subject.line(NOBODY)).pseudonym();
            }
            return msisdn == null ? NOBODY : pseudonyms.of(new Msisdn(msisdn));
        } catch (Malformed tooShort) {
            return NOBODY;
        }
    }
}
