package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.legality.door.access.Role;
import kz.legality.door.access.issuer.TokenMint;
import kz.legality.door.answer.AnswerJson;
import kz.legality.door.release.ReleaseForm;
import kz.legality.identifier.Imei;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.RunningLedger;
import kz.legality.release.ListName;
import kz.legality.sourcefile.FileKind;
import org.jspecify.annotations.Nullable;

/** A ledger that runs on the directory. Whoever may read the directory may mint the token this sends. */
final class RemoteLedger implements LedgerConnection {
    private static final Duration TOKEN_TTL = Duration.ofHours(24);
    private static final long LOOK_AGAIN_MILLIS = 50;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final TokenMint mint;

    RemoteLedger(RunningLedger running, DataDirectory data) {
        this.address = running.address();
        this.mint = TokenMint.openOrCreate(data.issuer());
    }

    @Override
    public JsonNode ingest(FileKind kind, Path file, String sender, Progress progress) {
        try {
            URI where = at("/api/v1/files/" + kind.written()
                    + query(Map.of("name", file.getFileName().toString(), "sender", sender)));
            JsonNode receipt = answer(request(where, Role.REGULATOR)
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build());
            if (receipt.path("repeated").asBoolean()) {
                return receipt;
            }
            URI state = at("/api/v1/files/" + receipt.path("sha256").asText());
            while (!List.of("COMPLETED", "REFUSED")
                    .contains(receipt.path("state").asText())) {
                pause();
                receipt = answer(request(state, Role.REGULATOR).build());
                progress.at(receipt.path("rows").asLong(), -1);
                if (receipt.hasNonNull("stopped")) {
                    throw new IllegalStateException("the recording of " + file + " stopped after row "
                            + receipt.path("rows").asLong() + ", "
                            + receipt.path("stopped").asText() + "; sent again, it goes on from there");
                }
            }
            return receipt;
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    @Override
    public JsonNode device(Imei imei, @Nullable String asOf, @Nullable String knownAt) {
        return answer(request(at("/api/v1/devices/" + imei + moment(asOf, knownAt)), Role.REGULATOR)
                .build());
    }

    @Override
    public JsonNode history(Imei imei, @Nullable String asOf, @Nullable String knownAt) {
        return answer(request(at("/api/v1/devices/" + imei + "/history" + moment(asOf, knownAt)), Role.REGULATOR)
                .build());
    }

    @Override
    public void list(String list, Consumer<JsonNode> entry) {
        lines(request(at("/api/v1/lists/" + list), Role.REGULATOR), entry);
    }

    @Override
    public long released(Wanted wanted, Consumer<JsonNode> row) {
        Map<String, String> query = new LinkedHashMap<>();
        if (wanted.since() != null) {
            query.put("since", wanted.since().toString());
        }
        if (wanted.release() != null) {
            query.put("release", wanted.release().toString());
        }
        String path = "/api/v1/lists/" + wanted.list().written();
        if (wanted.operator() == null) {
            return lines(request(at(path + query(query)), Role.REGULATOR), row);
        }
        query.put("purpose", wanted.purpose());
        query.put("legalBasis", wanted.basis());
        return lines(request(at(path + query(query)), Role.OPERATOR, Map.of("operator", wanted.operator())), row);
    }

    @Override
    public Kept kept(ListName list, @Nullable Long release, ReleaseForm form, Path into) {
        String query = release == null ? "" : query(Map.of("release", release.toString()));
        HttpRequest request = request(at("/api/v1/lists/" + list.written() + query), Role.REGULATOR)
                .setHeader("Accept", form.mediaType())
                .build();
        try {
            HttpResponse<String> response = http.send(
                    request,
                    head -> head.statusCode() == 200
                            ? BodySubscribers.mapping(BodySubscribers.ofFile(into), Path::toString)
                            : BodySubscribers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() != 200) {
                throw refusal(response.body(), response.statusCode());
            }
            return new Kept(header(response, "X-List-Release"), header(response, "X-List-Entries"));
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static long header(HttpResponse<?> response, String name) {
        return response.headers().firstValueAsLong(name).orElse(0);
    }

    /** Each line of the answer; returns the number of the release it is of. */
    private long lines(HttpRequest.Builder asked, Consumer<JsonNode> line) {
        HttpRequest request =
                asked.setHeader("Accept", ReleaseForm.JSON_LINES.mediaType()).build();
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                if (response.statusCode() != 200) {
                    throw refusal(lines.lines().collect(Collectors.joining()), response.statusCode());
                }
                lines.lines().forEach(it -> line.accept(AnswerJson.parse(it)));
                return header(response, "X-List-Release");
            }
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public void claims(Consumer<JsonNode> claim) {
        eachOf("/api/v1/claims", Map.of("sort", "-vatAtRisk", "limit", "1000"), "claims", claim);
    }

    @Override
    public JsonNode claim(String number) {
        ObjectNode claim = (ObjectNode) answer(
                request(at("/api/v1/claims/" + encoded(number)), Role.AUDITOR).build());
        ArrayNode devices = claim.putArray("devices");
        eachOf("/api/v1/claims/" + encoded(number) + "/devices", Map.of(), "devices", devices::add);
        return claim;
    }

    @Override
    public void findings(
            @Nullable String rule, @Nullable String severity, @Nullable String state, Consumer<JsonNode> finding) {
        Map<String, String> asked = new LinkedHashMap<>(Map.of("limit", "1000"));
        if (rule != null) {
            asked.put("rule", rule);
        }
        if (severity != null) {
            asked.put("severity", severity);
        }
        if (state != null) {
            asked.put("state", state);
        }
        eachOf("/api/v1/findings", asked, "findings", finding);
    }

    /** Page by page. */
    private void eachOf(String path, Map<String, String> asked, String field, Consumer<JsonNode> consumer) {
        Map<String, String> parameters = new LinkedHashMap<>(asked);
        JsonNode page;
        do {
            page = answer(request(at(path + query(parameters)), Role.AUDITOR).build());
            page.path(field).forEach(consumer);
            parameters.put("cursor", page.path("next").asText());
        } while (page.hasNonNull("next"));
    }

    @Override
    public JsonNode expire(@Nullable LocalDate on) {
        URI where = at("/api/v1/maintenance/expire" + (on == null ? "" : query(Map.of("on", on.toString()))));
        return answer(
                request(where, Role.REGULATOR).POST(BodyPublishers.noBody()).build());
    }

    @Override
    public JsonNode tellOwners() {
        return answer(request(at("/api/v1/maintenance/notify"), Role.REGULATOR)
                .POST(BodyPublishers.noBody())
                .build());
    }

    @Override
    public JsonNode policies() {
        return answer(request(at("/api/v1/policies"), Role.REGULATOR).build());
    }

    @Override
    public JsonNode dryRunPolicy(String file) {
        return answer(policyFile("/api/v1/policies/dry-run", file));
    }

    @Override
    public JsonNode activatePolicy(String file) {
        return answer(policyFile("/api/v1/policies", file));
    }

    private HttpRequest policyFile(String path, String file) {
        return request(at(path), Role.REGULATOR)
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString(file))
                .build();
    }

    @Override
    public JsonNode replay(List<String> views, Progress progress) {
        return longWork("/api/v1/maintenance/replay", query(Map.of("view", String.join(",", views))), progress);
    }

    @Override
    public JsonNode fsck(Progress progress) {
        return longWork("/api/v1/maintenance/fsck", "", progress);
    }

    @Override
    public JsonNode verifyArchive(Progress progress) {
        return longWork("/api/v1/maintenance/archive", "", progress);
    }

    @Override
    public JsonNode backup(Path into, Progress progress) {
        String directory = into.toAbsolutePath().normalize().toString();
        return longWork("/api/v1/maintenance/backup", query(Map.of("into", directory)), progress);
    }

    @Override
    public JsonNode evidence(
            List<Imei> imeis, String caseNumber, String basis, @Nullable String asOf, Path out, Progress progress) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("imeis", imeis.stream().map(Imei::toString).toList());
        if (asOf != null) {
            asked.put("asOf", asOf);
        }
        String stated = query(Map.of("case", caseNumber, "legalBasis", basis));
        JsonNode job = answer(request(at("/api/v1/evidence" + stated), Role.AUDITOR)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(AnswerJson.tree(asked).toString()))
                .build());
        URI where = at("/api/v1/evidence/" + job.path("id").asText() + stated);
        try {
            HttpResponse<byte[]> answer = http.send(request(where, Role.AUDITOR).build(), BodyHandlers.ofByteArray());
            while (answer.statusCode() == 202) {
                JsonNode state = AnswerJson.parse(new String(answer.body(), StandardCharsets.UTF_8));
                long total = state.path("total").asLong();
                progress.at(
                        state.path("done").asLong(),
                        total == 0 ? -1 : (double) state.path("done").asLong() / total);
                pause();
                answer = http.send(request(where, Role.AUDITOR).build(), BodyHandlers.ofByteArray());
            }
            if (answer.statusCode() != 200) {
                throw refusal(new String(answer.body(), StandardCharsets.UTF_8), answer.statusCode());
            }
            Files.write(out, answer.body());
            return AnswerJson.tree(Map.of("id", job.path("id").asText(), "bytes", answer.body().length));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle cannot be fetched or written: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private JsonNode longWork(String path, String query, Progress progress) {
        JsonNode status = answer(request(at(path + query), Role.ADMIN)
                .POST(BodyPublishers.noBody())
                .build());
        while (status.path("running").asBoolean()) {
            pause();
            status = answer(request(at(path), Role.ADMIN).build());
            long total = status.path("total").asLong();
            long done = status.path("done").asLong();
            progress.at(done, total == 0 ? -1 : (double) done / total);
        }
        if (status.hasNonNull("failure")) {
            throw new IllegalStateException(status.path("failure").asText());
        }
        return status.path("result");
    }

    private HttpRequest.Builder request(URI where, Role role) {
        return request(where, role, Map.of());
    }

    private HttpRequest.Builder request(URI where, Role role, Map<String, String> claims) {
        return HttpRequest.newBuilder(where)
                .header("Authorization", "Bearer " + mint.mint(role, claims, TOKEN_TTL))
                .header("Accept", "application/json");
    }

    private JsonNode answer(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw refusal(response.body(), response.statusCode());
            }
            return AnswerJson.parse(response.body());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private RuntimeException refusal(String body, int status) {
        String detail =
                body.isBlank() ? "" : AnswerJson.parse(body).path("detail").asText("");
        String message = detail.isEmpty() ? "the ledger at " + address + " answered " + status : detail;
        return status == 400 ? new BadArgument(message) : new IllegalStateException(message);
    }

    private RuntimeException unreachable(IOException e) {
        return new UncheckedIOException("the ledger at " + address + " does not answer: " + e.getMessage(), e);
    }

    private static RuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private URI at(String path) {
        return URI.create(address + path);
    }

    private static String moment(@Nullable String asOf, @Nullable String knownAt) {
        StringBuilder query = new StringBuilder();
        append(query, "asOf", asOf);
        append(query, "knownAt", knownAt);
        return query.toString();
    }

    private static void append(StringBuilder query, String name, @Nullable String value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(value));
        }
    }

    private static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, value) -> append(query, name, value));
        return query.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
