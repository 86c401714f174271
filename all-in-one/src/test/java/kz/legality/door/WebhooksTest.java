package kz.legality.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.legality.door.access.Role;
import kz.legality.door.answer.AnswerJson;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kcell is called at an address of this machine, and answers as the test has it answer. */
class WebhooksTest {
    private static final String SECRET = "a secret of more than thirty-two characters";
    private static final String SETTINGS = "ledger.webhooks.";
    private static final List<String> NAMES =
            List.of("loopback-allowed", "operators.kcell.url", "operators.kcell.secret");

    @TempDir
    Path data;

    private record Call(String id, long timestamp, String signature, String body) {
        JsonNode delivery() {
            return AnswerJson.parse(body);
        }
    }

    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refusing = new AtomicInteger();
    private HttpServer kcell;
    private OpenDoors doors;

    @BeforeEach
    void open() throws IOException {
        kcell = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        kcell.createContext("/changes", this::hear);
        kcell.start();
        System.setProperty(SETTINGS + NAMES.get(0), "true");
        System.setProperty(
                SETTINGS + NAMES.get(1),
                "http://127.0.0.1:" + kcell.getAddress().getPort() + "/changes");
        System.setProperty(SETTINGS + NAMES.get(2), SECRET);
        doors = OpenDoors.on(data);
    }

    @AfterEach
    void close() {
        doors.close();
        kcell.stop(0);
        NAMES.forEach(it -> System.clearProperty(SETTINGS + it));
    }

    private void hear(HttpExchange exchange) throws IOException {
        Call call = new Call(
                exchange.getRequestHeaders().getFirst("X-Ledger-Delivery"),
                Long.parseLong(exchange.getRequestHeaders().getFirst("X-Ledger-Timestamp")),
                exchange.getRequestHeaders().getFirst("X-Ledger-Signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean refuses = refusing.getAndUpdate(it -> Math.max(0, it - 1)) > 0;
        if (refuses) {
            refused.add(call.id());
        } else {
            calls.add(call);
        }
        exchange.sendResponseHeaders(refuses ? 503 : 204, -1);
        exchange.close();
    }

    private void block(int n) {
        String order = "{\"authority\":\"MIA\",\"reason\":\"stolen\",\"reference\":\"1-" + n + "\"}";
        assertThat(doors.order("/api/v1/devices/" + Rows.imei(n) + "/block", Role.REGULATOR, order)
                        .statusCode())
                .isEqualTo(201);
    }

    /** The call that tells of this phone; others may come before it. */
    private Call callAbout(int n) {
        try {
            for (Call call = calls.poll(10, TimeUnit.SECONDS); call != null; call = calls.poll(10, TimeUnit.SECONDS)) {
                if (call.body().contains(Rows.imei(n))) {
                    return call;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("nobody called about phone " + n);
    }

    @Test
    void a_change_is_told_at_once_and_signed() throws GeneralSecurityException {
        block(1);
        Call call = callAbout(1);
        assertThat(call.delivery().at("/changes/0/status").asText()).isEqualTo("BLACK");
        assertThat(call.delivery().path("id").asText()).isEqualTo(call.id());
        assertThat(Instant.ofEpochSecond(call.timestamp()))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = (call.timestamp() + "." + call.id() + "." + call.body()).getBytes(StandardCharsets.UTF_8);
        assertThat(call.signature()).isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(signed)));
    }

    @Test
    void who_does_not_answer_is_called_again_with_the_same_id_and_then_of_what_came_meanwhile() {
        refusing.set(2);
        block(1);
        block(2);
        Call first = callAbout(1);
        assertThat(refused).contains(first.id());
        if (!first.body().contains(Rows.imei(2))) {
            assertThat(callAbout(2).delivery().path("from").asLong())
                    .isEqualTo(first.delivery().path("to").asLong());
        }
    }

    @Test
    void what_happened_while_the_ledger_was_not_running_or_the_operator_away_is_told_later() {
        block(1);
        callAbout(1);
        refusing.set(Integer.MAX_VALUE);
        block(2);
        doors.close();
        refusing.set(0);
        doors = OpenDoors.on(data);
        assertThat(callAbout(2).delivery().path("from").asLong()).isPositive();
    }

    @Test
    void a_ledger_that_is_told_of_no_operator_calls_nobody(@TempDir Path other) {
        doors.close();
        NAMES.forEach(it -> System.clearProperty(SETTINGS + it));
        doors = OpenDoors.on(other);
        block(3);
        doors.caughtUp();
        assertThat(calls).isEmpty();
    }
}
