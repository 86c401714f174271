package kz.legality.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.TokenMint;
import kz.legality.door.answer.AnswerJson;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.LedgerSettings;
import kz.legality.launch.OpenLedger;

/** A ledger with its doors open on a directory, and how the tests speak to it. */
final class OpenDoors implements AutoCloseable {
    static final String READING = "purpose=judgment&legalBasis=art.73";
    static final String COURT = READING + "&case=2-17&orderHash=" + "0a".repeat(32);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path root;
    private final LedgerServer server;

    private OpenDoors(Path root) {
        this.root = root;
        this.server = LedgerServer.start(new DataDirectory(root), LedgerSettings.embedded(), 0);
    }

    static OpenDoors on(Path root) {
        return new OpenDoors(root);
    }

    LedgerServer server() {
        return server;
    }

    String token(Role role, Map<String, String> claims) {
        return TokenMint.openOrCreate(root.resolve("issuer")).mint(role, claims, Duration.ofHours(1));
    }

    HttpRequest.Builder ask(String address) {
        return HttpRequest.newBuilder(URI.create(server.address() + address));
    }

    HttpRequest.Builder ask(String address, Role role) {
        return ask(address, role, Map.of());
    }

    HttpRequest.Builder ask(String address, Role role, Map<String, String> claims) {
        return ask(address).header("Authorization", "Bearer " + token(role, claims));
    }

    HttpResponse<String> answer(HttpRequest.Builder request) {
        return answer(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> answer(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String address, Role role) {
        return answer(ask(address, role));
    }

    HttpResponse<String> order(String address, Role role, String json, String... headers) {
        HttpRequest.Builder request =
                ask(address, role).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return answer(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> send(String kind, byte[] bytes, Role role) {
        return answer(ask("/api/v1/files/" + kind, role).POST(BodyPublishers.ofByteArray(bytes)));
    }

    /** Sends a file and waits until its last row is dealt with and can be read. */
    JsonNode feed(String kind, String csv) {
        return feed(kind, csv.getBytes(StandardCharsets.UTF_8), Role.REGULATOR);
    }

    JsonNode feed(String kind, byte[] bytes, Role role) {
        HttpResponse<String> taken = send(kind, bytes, role);
        if (taken.statusCode() != 202) {
            throw new AssertionError(taken.statusCode() + ": " + taken.body());
        }
        return settled(taken.headers().firstValue("Location").orElseThrow(), role);
    }

    JsonNode settled(String receipt, Role role) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode state = json(get(receipt, role));
            if (state.hasNonNull("stopped")
                    || List.of("COMPLETED", "REFUSED")
                            .contains(state.path("state").asText())) {
                caughtUp();
                return state;
            }
            pause();
        }
        throw new AssertionError("the file at " + receipt + " is not dealt with");
    }

    void caughtUp() {
        if (!server.ledger().queries().projections().caughtUp(PATIENCE)) {
            throw new AssertionError("the views do not catch up");
        }
    }

    long head() {
        return server.ledger().queries().projections().headPosition();
    }

    OpenLedger ledger() {
        return server.ledger();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return AnswerJson.parse(answer.body());
    }

    static List<String> fields(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        http.close();
    }
}
