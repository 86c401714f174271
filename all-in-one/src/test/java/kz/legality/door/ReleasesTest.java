package kz.legality.door;

import static kz.legality.door.OpenDoors.header;
import static kz.legality.door.OpenDoors.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kz.legality.device.ListStatus;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.identifier.FileHash;
import kz.legality.release.ListName;
import kz.legality.release.ReleaseEvent.ListReleased;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final int PHONES = 30;
    private static final String BLACK = "/api/v1/lists/black";

    @TempDir
    Path data;

    private final Map<Integer, String> references = new HashMap<>();
    private int orders;
    private OpenDoors doors;

    @BeforeEach
    void open() {
        doors = OpenDoors.on(data);
    }

    @AfterEach
    void close() {
        doors.close();
    }

    @Test
    void a_full_list_and_any_chain_of_deltas_is_the_next_full_list() {
        long seed = 7;
        Random random = new Random(seed);
        boolean[] blocked = new boolean[PHONES];
        List<Map<String, JsonNode>> lists = new ArrayList<>();
        lists.add(new TreeMap<>());
        for (int release = 1; release <= 7; release++) {
            for (int i = 0; i < 6; i++) {
                int n = random.nextInt(PHONES);
                order(n, blocked[n]);
                blocked[n] = !blocked[n];
            }
            if (release == 4) {
                doors.close();
                doors = OpenDoors.on(data);
            }
            HttpResponse<String> whole = list("");
            lists.add(rows(whole));
            assertThat(whole.body().lines().count()).as("seed %d", seed).isEqualTo(count(blocked));
            assertThat(whole.body().lines())
                    .as("seed %d, release %d beside the list read whole", seed, release)
                    .containsExactlyElementsOf(listNow());
            assertThat(csv().body().lines().skip(1).map(line -> line.substring(0, 15)))
                    .as("seed %d, release %d in its other form", seed, release)
                    .containsExactlyElementsOf(whole.body()
                            .lines()
                            .map(line -> line.substring(9, 24))
                            .toList());
            assertThat(header(whole, "X-List-Release")).isEqualTo(Integer.toString(lists.size() - 1));
        }
        for (int since = 0; since < lists.size(); since++) {
            for (int until = since; until < lists.size(); until++) {
                Map<String, JsonNode> held = new TreeMap<>(lists.get(since));
                if (until > 0) {
                    apply(held, list("?since=" + since + "&release=" + until));
                }
                assertThat(held)
                        .as("seed %d, from %d to %d", seed, since, until)
                        .isEqualTo(lists.get(until));
            }
        }
    }

    private List<String> listNow() {
        List<String> lines = new ArrayList<>();
        doors.ledger().queries().lists().stream(ListStatus.BLACK, entry -> lines.add(AnswerJson.line(entry)));
        return lines;
    }

    private static long count(boolean[] blocked) {
        long count = 0;
        for (boolean one : blocked) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private void order(int n, boolean isBlocked) {
        String lifted = references.getOrDefault(n, "");
        references.put(n, "order " + ++orders);
        String order = "{\"authority\":\"MIA\",\"reason\":\"stolen\",\"reference\":\"" + references.get(n)
                + (isBlocked ? "\",\"liftsReference\":\"" + lifted : "") + "\"}";
        String door = "/api/v1/devices/" + Rows.imei(n + 1) + (isBlocked ? "/unblock" : "/block");
        assertThat(doors.order(door, Role.REGULATOR, order).statusCode()).isLessThan(300);
    }

    private static void apply(Map<String, JsonNode> held, HttpResponse<String> delta) {
        delta.body().lines().map(AnswerJson::parse).forEach(line -> {
            ObjectNode row = (ObjectNode) line;
            String change = row.remove("change").asText();
            switch (change) {
                case "blocked" ->
                    assertThat(held.put(row.path("imei").asText(), row)).isNull();
                case "unblocked" ->
                    assertThat(held.remove(row.path("imei").asText())).isNotNull();
                case "changed" ->
                    assertThat(held.put(row.path("imei").asText(), row)).isNotNull();
                default -> throw new AssertionError(change);
            }
        });
    }

    private static Map<String, JsonNode> rows(HttpResponse<String> lines) {
        Map<String, JsonNode> rows = new TreeMap<>();
        lines.body()
                .lines()
                .map(AnswerJson::parse)
                .forEach(row -> rows.put(row.path("imei").asText(), row));
        return rows;
    }

    private HttpResponse<String> list(String query) {
        HttpResponse<String> answer =
                doors.answer(doors.ask(BLACK + query, Role.OPERATOR).header("Accept", "application/jsonl"));
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> csv() {
        return doors.answer(doors.ask(BLACK, Role.OPERATOR).header("Accept", "text/csv"));
    }

    @Test
    void a_release_names_its_hash_is_signed_and_can_be_taken_in_pieces() throws GeneralSecurityException {
        order(1, false);
        order(2, false);
        HttpResponse<String> whole = list("");
        byte[] bytes = whole.body().getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertThat(header(whole, "Content-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");

        JsonNode release = json(doors.get(BLACK + "/releases", Role.OPERATOR)).get(0);
        assertThat(release.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(release.path("entries").asInt()).isEqualTo(2);
        assertThat(release.path("added").asInt()).isEqualTo(2);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        Base64.getDecoder().decode(release.path("publicKey").asText()))));
        signature.update(ListReleased.signedText(
                        ListName.BLACK,
                        1,
                        release.path("position").asLong(),
                        2,
                        new FileHash(release.path("sha256").asText()),
                        new FileHash(release.path("csvSha256").asText()))
                .getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(
                        Base64.getDecoder().decode(release.path("signature").asText())))
                .isTrue();

        HttpResponse<String> rest = part("bytes=100-", header(whole, "ETag"));
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(whole.body().substring(100));
        HttpResponse<String> other = part("bytes=100-", "\"another release\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(whole.body());
    }

    private HttpResponse<String> part(String range, String ifRange) {
        return doors.answer(doors.ask(BLACK, Role.OPERATOR)
                .header("Accept", "application/jsonl")
                .header("Range", range)
                .header("If-Range", ifRange));
    }

    @Test
    void an_operator_says_what_it_holds_and_learns_what_it_lacks() {
        order(1, false);
        order(2, false);
        list("");
        String held = "{\"imeis\":[\"" + Rows.imei(2).substring(0, 14) + "\",\"" + Rows.imei(9) + "\"]}";
        HttpResponse<String> answer =
                doors.answer(doors.ask(BLACK + "/releases/1/ack", Role.OPERATOR, Map.of("operator", "kcell"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(held)));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode drift = json(answer).path("drift");
        assertThat(drift.path("holds").asInt()).isEqualTo(2);
        assertThat(drift.path("missing").asInt()).isEqualTo(1);
        assertThat(drift.at("/firstMissing/0").asText()).isEqualTo(Rows.imei(3).substring(0, 14));
        assertThat(drift.at("/firstUnexpected/0").asText())
                .isEqualTo(Rows.imei(9).substring(0, 14));

        JsonNode seen = json(doors.get(BLACK + "/releases", Role.REGULATOR));
        assertThat(seen.at("/0/acknowledgements/0/operator").asText()).isEqualTo("kcell");
        assertThat(seen.at("/0/acknowledgements/0/missing").asInt()).isEqualTo(1);
        JsonNode others =
                json(doors.answer(doors.ask(BLACK + "/releases", Role.OPERATOR, Map.of("operator", "beeline"))));
        assertThat(others.at("/0/acknowledgements")).isEmpty();
        assertThat(doors.answer(doors.ask(BLACK + "/releases/9/ack", Role.OPERATOR)
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }
}
