package kz.legality.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How soon a sighting shows: on a running server with a simulated nation an operator's small file names one phone that
 * an honest claim says was exported, and the claim is asked for until VAT is at risk on it. Arguments: devices,
 * sightings.
 */
final class Sighting {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final String SEED = "21";

    private final HttpClient http;
    private final URI address;
    private final String auditor;
    private final String regulator;

    private Sighting(HttpClient http, URI address, String auditor, String regulator) {
        this.http = http;
        this.address = address;
        this.auditor = auditor;
        this.regulator = regulator;
    }

    static void run(List<String> arguments) throws Exception {
        String devices = arguments.isEmpty() ? "20000" : arguments.getFirst();
        int sightings = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : 10;
        try (Scratch scratch = Scratch.make()) {
            Path files = scratch.directory().resolve("files");
            String data = scratch.directory().resolve("data").toString();
            Product.run(scratch, "simulate", "--out", files.toString(), "--devices", devices, "--seed", SEED);
            Scoring.feed(scratch, files, data);
            Product.run(scratch, "claims", "--data", data);
            String auditor = Product.run(scratch, "token", "--role", "AUDITOR", "--data", data)
                    .said();
            String regulator = Product.run(scratch, "token", "--role", "REGULATOR", "--data", data)
                    .said();
            try (Product server = Product.start(scratch, "serve", "--port", "0", "--data", data);
                    HttpClient http = HttpClient.newHttpClient()) {
                URI address = URI.create(server.after("answers at "));
                Latencies shown = new Latencies(sightings);
                new Sighting(http, address, auditor, regulator)
                        .measure(honest(files.resolve("truth.json"), sightings), shown);
                Table.of("devices", "sightings", "until the claim shows it: p50", "max", "not shown")
                        .row(
                                devices,
                                Table.whole((double) shown.answered()),
                                shown.atMost(0.50),
                                shown.atMost(1),
                                Table.whole((double) shown.errors()))
                        .print();
                if (shown.errors() > 0) {
                    System.err.println("the first error: " + shown.firstError());
                }
            }
        }
    }

    /** Claims with nothing to look at. */
    private static List<String> honest(Path truth, int most) throws Exception {
        List<String> claims = new ArrayList<>();
        for (JsonNode claim :
                JsonMapper.builder().build().readTree(truth.toFile()).path("byClaim")) {
            if (claim.path("scenario").asText().equals("plain-export") && claims.size() < most) {
                claims.add(claim.path("claim").asText());
            }
        }
        return claims;
    }

    private void measure(List<String> claims, Latencies shown) throws Exception {
        for (int i = 0; i < claims.size(); i++) {
            String claim = claims.get(i);
            String imei =
                    get("/api/v1/claims/" + claim + "/devices").findPath("imei").asText();
            String day = FIRST_DAY.plusDays(i).format(DateTimeFormatter.BASIC_ISO_DATE);
            String row = "date,imei,imsi,msisdn,rat\n%s,%s,4010700000%05d,770800%05d,006\n"
                    .formatted(day, Planted.key(imei), i, i);
            long sent = System.nanoTime();
            HttpResponse<String> answer = http.send(
                    request("/api/v1/files/operator?sender=altel&name=altel_" + day + "_" + day + ".csv", regulator)
                            .POST(BodyPublishers.ofString(row))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != ACCEPTED) {
                shown.failed("the file was answered with " + answer.statusCode() + ": " + answer.body());
                continue;
            }
            await(claim, i, sent, shown);
        }
    }

    private void await(String claim, int number, long sent, Latencies shown) throws Exception {
        while (get("/api/v1/claims/" + claim).path("vatAtRisk").asLong() == 0) {
            if (System.nanoTime() - sent > PATIENCE_NANOS) {
                shown.failed("the claim " + claim + " does not show it");
                return;
            }
            Thread.sleep(10);
        }
        shown.answered(number, System.nanoTime() - sent, OK);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = http.send(request(path, auditor).build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token);
    }
}
