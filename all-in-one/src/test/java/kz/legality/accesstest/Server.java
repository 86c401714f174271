package kz.legality.accesstest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.TokenMint;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One running server for all tests at the doors, and how they speak to it. */
@ExtendWith(SpringExtension.class)
@SpringBootTest(
        classes = ServerWithoutDoors.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "ledger.public.burst=2000",
            "ledger.public.per-minute=6000",
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.health.probes.enabled=true"
        })
abstract class Server {
    static final String ISSUER = "http://ledger.example:1234";
    static final Path DATA = temporary();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void dataDirectory(DynamicPropertyRegistry properties) {
        properties.add("ledger.data", DATA::toString);
        properties.add("ledger.issuer.url", () -> ISSUER);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("access");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String token(Role role) {
        return token(role, Map.of());
    }

    static String token(Role role, Map<String, String> claims) {
        return TokenMint.openOrCreate(DATA.resolve("issuer"), ISSUER).mint(role, claims, Duration.ofHours(1));
    }

    URI at(String address) {
        return URI.create("http://127.0.0.1:" + port + address);
    }

    HttpRequest.Builder ask(String method, String address) {
        return HttpRequest.newBuilder(at(address)).method(method, BodyPublishers.noBody());
    }

    HttpRequest.Builder ask(String method, String address, String token) {
        return ask(method, address).header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> answer(HttpRequest.Builder request) {
        return answer(HttpClient.newHttpClient(), request);
    }

    static HttpResponse<String> answer(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String contentType(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
