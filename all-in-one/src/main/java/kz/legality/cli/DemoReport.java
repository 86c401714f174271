package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import kz.legality.device.ListStatus;
import kz.legality.door.LedgerServer;
import kz.legality.door.access.issuer.Account;
import kz.legality.door.access.issuer.Accounts;
import kz.legality.door.answer.AnswerJson;
import kz.legality.evidence.verifier.Verify;
import kz.legality.identifier.Imei;
import kz.legality.launch.DataDirectory;
import kz.legality.launch.OpenLedger;
import kz.legality.rule.RuleBook;
import kz.legality.rule.RuleTerms;
import kz.legality.simulation.Simulation;

/** What the demo found in the files it fed, and how anybody can check it. */
final class DemoReport {
    private static final Duration JUDGED_WITHIN = Duration.ofMinutes(3);
    private static final int CLAIMS_SHOWN_MAX = 15;
    private static final int PHONES_SHOWN_MAX = 5;
    private static final String CASE = "demo-1";

    private final LedgerServer server;
    private final LedgerConnection ledger;
    private final DataDirectory directory;
    private final PrintStream out;

    DemoReport(LedgerServer server, LedgerConnection ledger, DataDirectory directory, PrintStream out) {
        this.server = server;
        this.ledger = ledger;
        this.directory = directory;
        this.out = out;
    }

    void print() throws IOException {
        awaitJudged();
        List<JsonNode> claims = new ArrayList<>();
        ledger.claims(claims::add);
        refundCases(claims);
        planted(claims);
        lists();
        if (!claims.isEmpty()) {
            JsonNode phone = phones(claims);
            history(phone);
            proof(phone);
        }
        whereToLook(claims);
    }

    /** Until every event is judged: what the rules find is recorded too, and is judged in its turn. */
    private void awaitJudged() {
        OpenLedger opened = server.ledger();
        TerminalProgress progress = new TerminalProgress("judging", "events");
        long deadline = System.nanoTime() + JUDGED_WITHIN.toNanos();
        opened.queries().projections().caughtUp(JUDGED_WITHIN);
        long head = opened.queries().projections().headPosition();
        while (opened.tracing().position() < head && System.nanoTime() < deadline) {
            pause();
            long judged = opened.tracing().position();
            head = opened.queries().projections().headPosition();
            progress.at(judged, judged / (double) Math.max(1, head));
        }
        progress.done();
        opened.queries().projections().caughtUp(JUDGED_WITHIN);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("told to stop", e);
        }
    }

    private void refundCases(List<JsonNode> claims) {
        long claimed = 0;
        long risk = 0;
        int doubtful = 0;
        TreeSet<String> rules = new TreeSet<>();
        for (JsonNode claim : claims) {
            claimed += claim.hasNonNull("replacedBy")
                    ? 0
                    : claim.path("vatClaimed").asLong();
            risk += claim.path("vatAtRisk").asLong();
            doubtful += claim.path("vatAtRisk").asLong() > 0 ? 1 : 0;
        }
        out.printf(
                Locale.ROOT,
                "%nRefund cases: %,d claims ask %s KZT of VAT back; on %,d of them stands %s KZT at risk%n  %s",
                claims.size(),
                ClaimTexts.tenge(claimed),
                doubtful,
                ClaimTexts.tenge(risk),
                ClaimTexts.heading());
        claims.stream().limit(CLAIMS_SHOWN_MAX).forEach(claim -> {
            out.print("  " + ClaimTexts.line(claim));
            claim.path("byFinding").properties().forEach(it -> rules.add(it.getKey()));
        });
        if (claims.size() > CLAIMS_SHOWN_MAX) {
            out.printf(
                    "  and %d more: ./ledger claims --data %s%n", claims.size() - CLAIMS_SHOWN_MAX, directory.root());
        }
        out.println("  What the rules mean:");
        ResourceBundle words = ResourceBundle.getBundle("kz/legality/evidence/report/words", Locale.ROOT);
        RuleBook.of(RuleTerms.of(server.ledger().policy())).about().stream()
                .filter(it -> rules.contains(it.id()))
                .forEach(it -> out.printf("    %-4s %s: %s%n", it.id(), it.name(), words.getString("rule." + it.id())));
    }

    /** Against what the simulation says it planted: the ledger has not read that file. */
    private void planted(List<JsonNode> claims) throws IOException {
        Path truth = directory.root().resolve("demo").resolve(Simulation.TRUTH);
        TreeSet<String> fraudulent = new TreeSet<>();
        AnswerJson.parse(Files.readString(truth)).path("byClaim").forEach(claim -> {
            if (claim.path("fraud").asBoolean()) {
                fraudulent.add(claim.path("claim").asText());
            }
        });
        long first = claims.stream()
                .limit(fraudulent.size())
                .filter(it -> fraudulent.contains(it.path("claim").asText()))
                .count();
        out.printf(
                "  Fraud was planted on %d claims (%s says which); %d of them are the first %d of this ranking.%n",
                fraudulent.size(), truth.getFileName(), first, fraudulent.size());
    }

    private void lists() {
        Map<ListStatus, Long> counts = server.ledger().queries().lists().counts();
        out.printf(
                Locale.ROOT,
                "%nLists: %,d IMEIs white, %,d grey, %,d black; %,d more are known and on none%n",
                counts.get(ListStatus.WHITE),
                counts.get(ListStatus.GREY),
                counts.get(ListStatus.BLACK),
                counts.get(ListStatus.UNKNOWN));
    }

    /** Of the claim on which a phone is in use at home although it was exported; else of the first. */
    private JsonNode phones(List<JsonNode> claims) {
        JsonNode chosen = claims.stream()
                .filter(it -> it.path("byFinding").has("R1"))
                .findFirst()
                .orElse(claims.getFirst());
        JsonNode claim = ledger.claim(chosen.path("claim").asText());
        JsonNode devices = claim.path("devices");
        out.printf(
                "%nClaim %s, phone by phone (%d of %d):%n",
                claim.path("claim").asText(), Math.min(PHONES_SHOWN_MAX, devices.size()), devices.size());
        for (int i = 0; i < Math.min(PHONES_SHOWN_MAX, devices.size()); i++) {
            out.print(ClaimTexts.device(devices.get(i)));
        }
        return devices.path(0);
    }

    private void history(JsonNode phone) {
        out.printf("%nOne of those phones, as a court would read it:%n");
        Printing.history(ledger.history(imei(phone), null, null)).lines().forEach(this::indented);
    }

    private static Imei imei(JsonNode phone) {
        return new Imei(phone.path("imei").asText());
    }

    /** The bundle of the first start is kept: another would be another event. */
    private void proof(JsonNode phone) {
        if (server.ledger().evidence().isEmpty()) {
            return;
        }
        Path bundle = directory.root().resolve("demo").resolve(imei(phone).printed() + ".evz");
        Path key = directory.log().resolve("vkey");
        if (!Files.exists(bundle)) {
            TerminalProgress progress = new TerminalProgress("evidence", "devices");
            ledger.evidence(List.of(imei(phone)), CASE, "the demo's own wish", null, bundle, progress::at);
            progress.done();
        }
        out.printf("%nIts proof, checked without the ledger, against the key of the log alone (%s):%n", bundle);
        ByteArrayOutputStream checks = new ByteArrayOutputStream();
        Verify.run(
                List.of(bundle.toString(), "--trust", key.toString()),
                new PrintStream(checks, true, StandardCharsets.UTF_8),
                out);
        checks.toString(StandardCharsets.UTF_8).lines().forEach(this::indented);
        out.printf(
                "Every event is a leaf of a signed log; its newest checkpoint, %s/log/checkpoint:%n", server.address());
        server.ledger().evidence().orElseThrow().log().checkpoint().lines().forEach(this::indented);
        out.printf(
                "  ./ledger verify %s --trust %s%n  ./ledger fsck --data %s    (computes every hash of the log anew)%n",
                bundle, key, directory.root());
    }

    private void indented(String line) {
        out.println(line.isEmpty() ? "" : "  " + line);
    }

    private void whereToLook(List<JsonNode> claims) {
        String address = server.address();
        out.printf("%nLook around:%n");
        out.printf("  refund cases         %s/audit    (auditor)%n", address);
        if (!claims.isEmpty()) {
            out.printf(
                    "  the first of them    %s/audit/claim?number=%s%n",
                    address, claims.getFirst().path("claim").asText());
        }
        out.printf("  evidence for a court %s/court    (court)%n", address);
        out.printf("  what came in         %s/files    (regulator, auditor)%n", address);
        out.printf("  check a phone        %s/    (everybody)%n", address);
        out.printf("  the HTTP interface   %s/v3/api-docs%n", address);
        out.printf("  ask on a terminal    ./ledger history IMEI --data %s%n", directory.root());
        out.printf(
                "  end overdue terms    ./ledger expire --data %s   (a running ledger does it every night)%n",
                directory.root());
        out.printf("  a bearer token       ./ledger token --role AUDITOR --data %s%n", directory.root());
        out.printf("%nLog in at %s/login as:%n", address);
        for (Account login : Accounts.openOrCreate(directory.issuer(), Map.of()).logins()) {
            out.printf("  %-10s password %s%n", login.name(), login.secret());
        }
    }
}
