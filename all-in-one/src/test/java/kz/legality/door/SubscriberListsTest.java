package kz.legality.door;

import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.legality.access.AccessEvent.ListViewed;
import kz.legality.device.DeviceEvent.CloneDetected;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.event.Source;
import kz.legality.identifier.Imei;
import kz.legality.sample.Rows;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Phones 31 (Kcell's) and 32 (Beeline's) are grey, 41 is cloned and its holder with Kcell was found to be the genuine one. */
class SubscriberListsTest {
    private static final String EXCEPTIONS = "/api/v1/lists/exceptions";
    private static final String NOTIFICATIONS = "/api/v1/lists/notifications";
    private static final String READING = "purpose=warning&legalBasis=order-226";

    @TempDir
    Path data;

    private OpenDoors doors;

    @BeforeEach
    void open() {
        doors = OpenDoors.on(data);
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(41));
        doors.feed(
                "registrations",
                Rows.REGISTRATIONS
                        + registered(31, 1, "Kcell", 2)
                        + registered(32, 2, "Beeline", 2)
                        + registered(41, 3, "Kcell", 2));
        resolve(41);
    }

    @AfterEach
    void close() {
        doors.close();
    }

    private static String registered(int n, int person, String operator, int daysAgo) {
        String at = OffsetDateTime.now(ZoneOffset.ofHours(5))
                .minusDays(daysAgo)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String row = Rows.registered(n, person);
        return at + row.substring(row.indexOf(',')).replace("Kcell", operator);
    }

    private void resolve(int n) {
        String stream = Rows.imei(n).substring(0, 14);
        EventStore events = doors.server().ledger().events();
        long next = events.lastSequenceNumberFor(stream).orElseThrow() + 1;
        CloneDetected detected = new CloneDetected(
                new Imei(Rows.imei(n)),
                Instant.now(),
                new Source.Rule("Detecting"),
                null,
                7,
                "seen with 7 subscribers");
        events.publish(List.of(new GenericDomainEventMessage<>("Device", stream, next, detected)));
        String order = "{\"authority\":\"MIA\",\"reference\":\"C-" + n + "\",\"imsi\":\"" + Rows.imsi(n)
                + "\",\"msisdn\":\"" + Rows.msisdn(n) + "\",\"evidence\":\"receipt\"}";
        assertThat(doors.order("/api/v1/devices/" + Rows.imei(n) + "/clone-resolution", Role.REGULATOR, order)
                        .statusCode())
                .isEqualTo(201);
        doors.caughtUp();
    }

    @Test
    void an_operator_is_given_its_own_subscribers_with_their_numbers_and_that_is_recorded() {
        HttpResponse<String> own = ask(NOTIFICATIONS + "?" + READING, "kcell", "application/jsonl");
        assertThat(own.statusCode()).isEqualTo(200);
        List<JsonNode> rows = own.body().lines().map(AnswerJson::parse).toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().path("imei").asText()).isEqualTo(Rows.imei(31));
        assertThat(rows.getFirst().path("imsi").asText()).isEqualTo(Rows.imsi(31));
        assertThat(rows.getFirst().path("msisdn").asText()).isEqualTo(Rows.msisdn(31));
        assertThat(rows.getFirst().path("blockDate").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(rows.getFirst().at("/reasons/0").asText()).isEqualTo("GREY_TERM_RUNNING");

        assertThat(ask(EXCEPTIONS + "?" + READING, "Kcell", "text/csv").body())
                .isEqualTo("imei,imsi,msisdn\n" + Rows.imei(41) + "," + Rows.imsi(41) + "," + Rows.msisdn(41) + "\n");
        assertThat(ask(EXCEPTIONS + "?" + READING, "Beeline", "text/csv").body())
                .isEqualTo("imei,imsi,msisdn\n");

        DomainEventStream readings = doors.server().ledger().events().readEvents("access:list:notifications");
        ListViewed viewed = (ListViewed) readings.next().getPayload();
        assertThat(viewed.operator()).isEqualTo("kcell");
        assertThat(viewed.rows()).isEqualTo(1);
        assertThat(viewed.purpose()).isEqualTo("warning");
        assertThat(viewed.legalBasis()).isEqualTo("order-226");
    }

    @Test
    void whoever_says_no_purpose_and_whoever_is_no_operator_is_given_no_number() throws IOException {
        for (HttpResponse<String> answer : List.of(
                ask(NOTIFICATIONS, "kcell", "application/jsonl"),
                doors.answer(
                        doors.ask(NOTIFICATIONS + "?" + READING, Role.REGULATOR).header("Accept", "application/jsonl")),
                ask(NOTIFICATIONS, "kcell", "text/csv"),
                ask(NOTIFICATIONS, "kcell", "*/*"))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains(Rows.imei(31)).doesNotContain(Rows.imsi(31), Rows.msisdn(31), "sealed");
        }
        assertThat(ask(NOTIFICATIONS, "kcell", "text/csv").body()).doesNotContain(Rows.imei(32));
        assertThat(doors.get(NOTIFICATIONS + "?" + READING, Role.AUDITOR).statusCode())
                .isEqualTo(403);
        try (Stream<Path> files = Files.walk(data.resolve("releases"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(Rows.imsi(31), Rows.msisdn(31));
            }
        }
    }

    @Test
    void what_changed_is_told_in_dirbs_words_to_the_operator_it_concerns() {
        ask(NOTIFICATIONS + "?" + READING, "kcell", "text/csv");
        ask(EXCEPTIONS + "?" + READING, "kcell", "text/csv");
        doors.feed("registrations", Rows.REGISTRATIONS + registered(33, 4, "Kcell", 1) + registered(34, 5, "Kcell", 1));
        assertThat(words(delta(NOTIFICATIONS, 1, "kcell"))).containsExactlyInAnyOrder("new 33", "new 34");
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(31));
        doors.feed("customs-imports", Rows.IMPORTS + Rows.imported(33));
        assertThat(words(delta(NOTIFICATIONS, 2, "kcell"))).containsExactlyInAnyOrder("blacklisted 31", "resolved 33");
        // Registered with another operator: no longer this one's to warn, and the other's from now on.
        doors.feed("registrations", Rows.REGISTRATIONS + registered(34, 5, "Beeline", 0));
        assertThat(words(delta(NOTIFICATIONS, 3, "kcell"))).containsExactly("no_longer_seen 34");
        assertThat(words(delta(NOTIFICATIONS, 3, "beeline"))).containsExactly("new 34");
        // Over several releases at once: 33 came and went, which is nothing.
        assertThat(words(delta(NOTIFICATIONS, 1, "kcell"))).containsExactlyInAnyOrder("blacklisted 31");
        doors.feed("blocks", Rows.BLOCKS + Rows.blocked(41));
        assertThat(words(delta(EXCEPTIONS, 1, "kcell")))
                .as("an order excepts nobody")
                .containsExactly("removed 41");
    }

    @Test
    void an_exception_on_one_phone_hides_nothing_of_another() {
        // DIRBS's defect 1: the holder of 41 registers a second, unlawful phone by the same line.
        String second = registered(35, 3, "Kcell", 1)
                .replace(Rows.imsi(35), Rows.imsi(41))
                .replace(Rows.msisdn(35), Rows.msisdn(41));
        doors.feed("registrations", Rows.REGISTRATIONS + second);
        assertThat(ask(NOTIFICATIONS + "?" + READING, "kcell", "text/csv").body())
                .contains(Rows.imei(35) + "," + Rows.imsi(41))
                .doesNotContain(Rows.imei(41));
    }

    @Test
    void a_share_is_tagged_by_its_content_digested_and_can_be_taken_in_pieces() {
        String address = NOTIFICATIONS + "?" + READING;
        HttpResponse<String> whole = ask(address, "kcell", "application/jsonl");
        assertThat(header(whole, "X-List-Release")).isEqualTo("1");
        assertThat(header(whole, "X-List-Signature")).isNotEmpty();
        assertThat(header(whole, "Content-Digest")).startsWith("sha-256=:");
        String tag = header(whole, "ETag");
        assertThat(header(ask(address, "beeline", "application/jsonl"), "ETag")).isNotEqualTo(tag);
        HttpResponse<String> again =
                doors.answer(request(address, "kcell", "application/jsonl").header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        HttpResponse<String> rest = doors.answer(request(address, "kcell", "application/jsonl")
                .header("Range", "bytes=10-")
                .header("If-Range", tag));
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(whole.body().substring(10));
        assertThat(ask(NOTIFICATIONS + "?release=9&" + READING, "kcell", "text/csv")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ask(NOTIFICATIONS + "?since=9&" + READING, "kcell", "text/csv")
                        .statusCode())
                .isEqualTo(400);
        JsonNode releases = json(doors.get(NOTIFICATIONS + "/releases", Role.OPERATOR));
        assertThat(releases.at("/0/entries").asInt()).isEqualTo(2);
    }

    private HttpRequest.Builder request(String address, String operator, String accept) {
        return doors.ask(address, Role.OPERATOR, Map.of("operator", operator)).header("Accept", accept);
    }

    private HttpResponse<String> ask(String address, String operator, String accept) {
        return doors.answer(request(address, operator, accept));
    }

    private HttpResponse<String> delta(String list, int since, String operator) {
        return ask(list + "?since=" + since + "&" + READING, operator, "application/jsonl");
    }

    private static List<String> words(HttpResponse<String> delta) {
        return delta.body()
                .lines()
                .map(AnswerJson::parse)
                .map(it -> it.path("change").asText() + " "
                        + it.path("imei").asText().substring(12, 14))
                .toList();
    }
}
