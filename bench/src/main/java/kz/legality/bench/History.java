package kz.legality.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * Histories of random devices over HTTP, asked at a steady rate. Arguments: devices, requests a second, seconds, and
 * {@code purpose} to read as an auditor who states one: then personal fields are opened, and each reading is recorded
 * and forced to disk before it is answered.
 */
final class History {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int SECONDS_AT_REST = 5;

    private final long devices;
    private final int perSecond;
    private final Duration measured;
    private final boolean withPurpose;

    private History(List<String> arguments) {
        devices = Long.parseLong(argument(arguments, 0, "200000"));
        perSecond = Integer.parseInt(argument(arguments, 1, "1000"));
        measured = Duration.ofSeconds(Long.parseLong(argument(arguments, 2, "60")));
        String purpose = argument(arguments, 3, "");
        if (!purpose.isEmpty() && !purpose.equals("purpose")) {
            throw new IllegalArgumentException("the fourth argument is 'purpose' or left out, not '" + purpose + "'");
        }
        withPurpose = !purpose.isEmpty();
    }

    private static String argument(List<String> arguments, int index, String otherwise) {
        return index < arguments.size() ? arguments.get(index) : otherwise;
    }

    static void run(List<String> arguments) throws Exception {
        try (Scratch scratch = Scratch.make()) {
            new History(arguments).measure(scratch);
        }
    }

    private void measure(Scratch scratch) throws Exception {
        String data = scratch.directory().resolve("data").toString();
        fill(scratch, data);
        String token = Product.run(scratch, "token", "--role", "AUDITOR", "--data", data)
                .said();
        try (Product server = Product.start(scratch, "serve", "--port", "0", "--data", data)) {
            URI address = URI.create(server.after("answers at "));
            awaitLog(address);
            OpenLoop load = new OpenLoop(address, perSecond, requests(address, token));
            load.run(measured.compareTo(WARM_UP) < 0 ? measured : WARM_UP);
            Duration cpuBefore = server.cpu();
            Latencies latencies = load.run(measured);
            double cpuMillis = server.cpu().minus(cpuBefore).toNanos() / 1e6;
            if (latencies.errors() > 0) {
                System.err.println("the first error: " + latencies.firstError());
            }
            Table.of(
                            "devices",
                            "requests/s",
                            "answered",
                            "p50",
                            "p90",
                            "p99",
                            "p99.9",
                            "max",
                            "errors",
                            "server's CPU a request",
                            "server's peak")
                    .row(
                            Table.whole(devices),
                            Table.whole(perSecond),
                            Table.whole(latencies.answered()),
                            latencies.atMost(0.50),
                            latencies.atMost(0.90),
                            latencies.atMost(0.99),
                            latencies.atMost(0.999),
                            latencies.atMost(1),
                            Table.whole(latencies.errors()),
                            Table.ratio(cpuMillis / latencies.answered()) + " ms",
                            Table.mebibytes(server.peakBytes()))
                    .print();
        }
    }

    /** A ledger that was just fed logs what came in first; the histories of one that has are what is asked for. */
    private static void awaitLog(URI address) throws Exception {
        HttpRequest checkpoint =
                HttpRequest.newBuilder(address.resolve("/log/checkpoint")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String before = "";
            int unchanged = 0;
            while (unchanged < SECONDS_AT_REST) {
                String now = http.send(checkpoint, HttpResponse.BodyHandlers.ofString())
                        .body();
                unchanged = now.equals(before) ? unchanged + 1 : 0;
                before = now;
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }

    private void fill(Scratch scratch, String data) throws Exception {
        Path directory = scratch.directory();
        ingest(scratch, "customs-imports", SourceFiles.imports(directory.resolve("imports.csv"), devices), data);
        ingest(scratch, "registrations", SourceFiles.registrations(directory.resolve("registered.csv"), devices), data);
        // Judges what came in, which a server would do behind the requests for some minutes.
        Product.run(scratch, "claims", "--data", data);
    }

    private static void ingest(Scratch scratch, String kind, Path file, String data) throws Exception {
        System.err.println(Product.run(scratch, "ingest", kind, file.toString(), "--data", data)
                .said());
    }

    private LongFunction<String> requests(URI address, String token) {
        String rest = "/history HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nAccept: application/json\r\n"
                + (withPurpose ? "X-Purpose: measuring\r\nX-Legal-Basis: none, the persons are made up\r\n" : "")
                + "\r\n";
        return number -> {
            long device = new SplittableRandom(number).nextLong(devices);
            return "GET /api/v1/devices/" + Devices.imei(device) + rest;
        };
    }
}
