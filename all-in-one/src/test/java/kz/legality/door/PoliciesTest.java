package kz.legality.door;

import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kz.legality.command.policy.PolicyFile;
import kz.legality.door.access.Role;
import kz.legality.policy.Policy;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones 1 to 9 were imported, 1 and 2 of them blocked by an order; 31 to 33 are grey. */
class PoliciesTest {
    private static Path data;
    private static OpenDoors doors;

    @BeforeAll
    static void open(@TempDir Path directory) {
        data = directory;
        doors = OpenDoors.on(data);
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        for (int n = 1; n <= 9; n++) {
            imports.append(Rows.imported(n));
        }
        doors.feed("customs-imports", imports.toString());
        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(31, 1) + Rows.registered(32, 2));
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(1) + Rows.blocked(2));
    }

    @AfterAll
    static void close() {
        doors.close();
    }

    @Test
    void a_new_ledger_is_kept_under_the_policy_that_is_shipped() {
        JsonNode policies = json(doors.get("/api/v1/policies", Role.REGULATOR));

        assertThat(policies.at("/versions/0/version").asText()).isEqualTo("KZ-2025-03-25");
        assertThat(policies.at("/versions/0/terms/lists/grey/term").asText()).isEqualTo("P30D");
    }

    @Test
    void a_dry_run_tells_what_activation_then_does() {
        Map<String, Long> before = counts();
        String change = kazakhstan("KZ-dry", "customs.clearing: [\"60\", \"78\"]", "validFrom: 2025-04-01");

        JsonNode tried = json(send("/api/v1/policies/dry-run", change));
        assertThat(counts()).isEqualTo(before);
        HttpResponse<String> activated = send("/api/v1/policies", change);

        assertThat(activated.statusCode()).isEqualTo(201);
        assertThat(json(activated).path("inForce").asText()).isEqualTo("KZ-dry");
        Map<String, Long> foretold = new HashMap<>(before);
        for (JsonNode move : tried.path("changes")) {
            long devices = move.path("devices").asLong();
            foretold.merge(move.path("from").asText(), -devices, Long::sum);
            foretold.merge(move.path("to").asText(), devices, Long::sum);
        }
        assertThat(tried.path("changing").asLong()).isEqualTo(7);
        assertThat(counts()).isEqualTo(foretold);

        send("/api/v1/policies", kazakhstan("KZ-back", "validFrom: 2025-04-01"));
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void a_promised_date_does_not_move_and_a_later_one_follows_the_version_in_force() {
        String promised = deadline(31);
        send("/api/v1/policies", kazakhstan("KZ-longer", "lists.grey.term: P120D", "validFrom: 2025-04-01"));

        doors.feed("registrations", Rows.REGISTRATIONS + Rows.registered(33, 3));

        assertThat(deadline(31)).isEqualTo(promised);
        assertThat(deadline(33)).isGreaterThan(promised);
        assertThat(json(doors.get("/api/v1/devices/" + Rows.imei(33), Role.REGULATOR))
                        .at("/reasons/0/policyVersion")
                        .asText())
                .isEqualTo("KZ-longer");
    }

    @Test
    void what_was_known_then_is_judged_by_the_policy_that_was_known_then() {
        String phone = "/api/v1/devices/" + Rows.imei(5);
        JsonNode before = json(doors.get(phone, Role.REGULATOR));
        String then = Instant.now().toString();
        send("/api/v1/policies", kazakhstan("KZ-unknown-then", "customs.clearing: [\"60\"]", "validFrom: 2025-04-01"));

        JsonNode known = json(doors.get(phone + "?knownAt=" + then, Role.REGULATOR));
        JsonNode asOf = json(doors.get(phone + "?asOf=2025-05-01&knownAt=" + then, Role.REGULATOR));
        JsonNode today = json(doors.get(phone + "?asOf=2025-05-01", Role.REGULATOR));
        send("/api/v1/policies", kazakhstan("KZ-known-again", "validFrom: 2025-04-01"));

        assertThat(known.path("status")).isEqualTo(before.path("status"));
        assertThat(known.path("reasons")).isEqualTo(before.path("reasons"));
        assertThat(asOf.path("status").asText()).isEqualTo("WHITE");
        assertThat(today.path("status").asText()).isEqualTo("UNKNOWN");
        assertThat(today.at("/reasons/0/policyVersion").asText()).isEqualTo("KZ-unknown-then");
    }

    @Test
    void what_was_activated_is_in_force_after_a_restart_and_before_its_day_it_is_not() {
        send("/api/v1/policies", kazakhstan("KZ-now", "validFrom: 2025-04-01"));
        send("/api/v1/policies", kazakhstan("KZ-far", "lists.grey.term: P60D", "validFrom: 2999-01-01"));
        doors.close();
        doors = OpenDoors.on(data);

        JsonNode policies = json(doors.get("/api/v1/policies", Role.REGULATOR));
        assertThat(policies.path("inForce").asText()).isEqualTo("KZ-now");
        assertThat(policies.path("versions").findValuesAsText("version")).contains("KZ-far");
    }

    @Test
    void a_version_is_activated_once_and_its_name_is_not_given_to_other_terms() {
        String change = kazakhstan("KZ-once", "lists.grey.term: P60D", "validFrom: 2998-01-01");
        assertThat(send("/api/v1/policies", change).statusCode()).isEqualTo(201);
        assertThat(send("/api/v1/policies", change).statusCode()).isEqualTo(200);

        HttpResponse<String> taken =
                send("/api/v1/policies", kazakhstan("KZ-once", "lists.grey.term: P61D", "validFrom: 2998-01-01"));
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(json(taken).path("type").asText()).endsWith("VERSION_TAKEN");

        HttpResponse<String> foreign = send(
                "/api/v1/policies", PolicyFile.text(PolicyFile.shipped("TR").terms()));
        assertThat(json(foreign).path("type").asText()).endsWith("OTHER_JURISDICTION");
    }

    @Test
    void a_flaw_is_answered_with_the_key_it_is_about() {
        HttpResponse<String> answer = send(
                "/api/v1/policies/dry-run", kazakhstan("KZ-flaw", "lists.grey.trem: P60D", "validFrom: 2026-01-01"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/pointer").asText()).isEqualTo("#/lists/grey/trem");
    }

    @Test
    void the_page_shows_each_term_and_tries_a_change_without_script_in_three_languages() {
        String shown = doors.get("/policy?lang=kk", Role.REGULATOR).body();
        assertThat(shown).contains("Қолданыстағы ережелер", "lists.grey.term", "P30D", "<textarea");

        HttpResponse<String> tried = doors.answer(doors.ask("/policy/dry-run?lang=ru", Role.REGULATOR)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("file="
                        + URLEncoder.encode(
                                kazakhstan("KZ-page", "customs.clearing: [\"60\"]", "validFrom: 2025-04-01"),
                                StandardCharsets.UTF_8))));
        assertThat(tried.body())
                .contains("Действующие правила", "перешли бы в другой список", "<td class=\"number\">7</td>");
    }

    private HttpResponse<String> send(String address, String file) {
        return doors.answer(doors.ask(address, Role.REGULATOR)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(file)));
    }

    /** The shipped terms with a few others, under a name of their own. */
    private static String kazakhstan(String version, String... instead) {
        Map<String, Object> terms = new HashMap<>();
        flatten("", Policy.kazakhstan().terms(), terms);
        StringBuilder file = new StringBuilder("version: " + version + "\n");
        for (String line : instead) {
            file.append(line).append('\n');
            terms.remove(line.substring(0, line.indexOf(':')));
        }
        terms.remove("version");
        return file + PolicyFile.text(terms);
    }

    private static void flatten(String path, Map<?, ?> terms, Map<String, Object> into) {
        terms.forEach((key, value) -> {
            String name = path + key;
            boolean isArea = name.equals("lists") || name.equals("lists.grey") || name.equals("customs");
            if (isArea && value instanceof Map<?, ?> map) {
                flatten(name + ".", map, into);
            } else {
                into.put(name, value);
            }
        });
    }

    private String deadline(int phone) {
        return json(doors.get("/api/v1/devices/" + Rows.imei(phone), Role.REGULATOR))
                .path("deadline")
                .asText();
    }

    private Map<String, Long> counts() {
        doors.caughtUp();
        Map<String, Long> counts = new HashMap<>();
        json(doors.get("/api/v1/lists", Role.REGULATOR))
                .properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        return counts;
    }
}
