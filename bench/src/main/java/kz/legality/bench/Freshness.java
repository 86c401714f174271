package kz.legality.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * From the moment a block is acknowledged: until an equipment check answers by it, and until a listener of the stream
 * has heard of it.
 *
 * @param answered how long until the answer was new
 * @param heard how long until the listener heard; 0 where he heard before the acknowledgement
 */
record Freshness(Latencies answered, Latencies heard) {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** Blocks this many devices, one after the other. */
    static Freshness of(URI address, String operator, String regulator, int blocks)
            throws IOException, InterruptedException {
        Map<String, Long> heardAt = new ConcurrentHashMap<>();
        Freshness freshness = new Freshness(new Latencies(blocks), new Latencies(blocks));
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Thread listener = listen(http, address, operator, heardAt);
            for (int i = 0; i < blocks; i++) {
                freshness.one(http, address, operator, regulator, i, heardAt);
            }
            http.shutdownNow();
            listener.join();
        }
        return freshness;
    }

    private static Thread listen(HttpClient http, URI address, String operator, Map<String, Long> heardAt)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = http.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/lists/stream"))
                        .header("Authorization", "Bearer " + operator)
                        .build(),
                BodyHandlers.ofInputStream());
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
        while (!lines.readLine().contains("up to date")) {
            // What was missed comes first; nothing was.
        }
        return Thread.ofPlatform().name("listener").start(() -> {
            try {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    int at = line.indexOf("\"imei\":\"");
                    if (at >= 0) {
                        heardAt.put(line.substring(at + 8, at + 23), System.nanoTime());
                    }
                }
            } catch (IOException closed) {
                // The measuring is over.
            } catch (UncheckedIOException closed) {
                // The same.
            }
        });
    }

    private void one(
            HttpClient http, URI address, String operator, String regulator, int number, Map<String, Long> heardAt)
            throws IOException, InterruptedException {
        String imei = Devices.imei(number).printed();
        HttpResponse<Void> order = http.send(
                HttpRequest.newBuilder(address.resolve("/api/v1/devices/" + imei + "/block"))
                        .header("Authorization", "Bearer " + regulator)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"authority\":\"bench\",\"reason\":\"measuring\",\"reference\":\"" + number + "\"}"))
                        .build(),
                BodyHandlers.discarding());
        long acknowledged = System.nanoTime();
        if (order.statusCode() != CREATED) {
            answered.failed("the order was answered with " + order.statusCode());
            return;
        }
        HttpRequest question = HttpRequest.newBuilder(
                        address.resolve("/n5g-eir-eic/v1/equipment-status?pei=imei-" + imei))
                .header("Authorization", "Bearer " + operator)
                .build();
        while (!http.send(question, BodyHandlers.ofString()).body().contains("BLACKLISTED")) {
            if (System.nanoTime() - acknowledged > PATIENCE_NANOS) {
                answered.failed("no new answer");
                return;
            }
        }
        answered.answered(number, System.nanoTime() - acknowledged, OK);
        while (!heardAt.containsKey(imei)) {
            if (System.nanoTime() - acknowledged > PATIENCE_NANOS) {
                heard.failed("nothing heard");
                return;
            }
            Thread.onSpinWait();
        }
        heard.answered(number, Math.max(1, heardAt.get(imei) - acknowledged), OK);
    }
}
