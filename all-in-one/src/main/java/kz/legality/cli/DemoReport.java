package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.legality.device.ListStatus;
import kz.legality.device.Standing;
import kz.legality.door.LedgerServer;
import kz.legality.door.access.issuer.Account;
import kz.legality.door.access.issuer.Accounts;
import kz.legality.identifier.Imei;
import kz.legality.launch.DataDirectory;

/** What the demo found in the files it fed. */
final class DemoReport {
    private static final Duration VIEWS_WAIT_MAX = Duration.ofMinutes(1);

    private final LedgerConnection ledger;
    private final PrintStream out;

    DemoReport(LedgerConnection ledger, PrintStream out) {
        this.ledger = ledger;
        this.out = out;
    }

    /** Phones of one export declaration that were registered at home after they were said to have left. */
    private static final class PaperExport {
        private final String exporter;
        private final List<String> imeis = new ArrayList<>();
        private long vatTiyn;

        private PaperExport(String exporter) {
            this.exporter = exporter;
        }
    }

    void print(LedgerServer server, DataDirectory directory) {
        server.ledger().queries().projections().caughtUp(VIEWS_WAIT_MAX);
        lists(server);
        Map<String, PaperExport> cases = paperExports();
        refundCases(cases);
        oneHistory(cases);
        whereToLook(server, directory);
    }

    private void lists(LedgerServer server) {
        Map<ListStatus, Long> counts = server.ledger().queries().lists().counts();
        out.printf(
                Locale.ROOT,
                "%nLists: %,d IMEIs white, %,d grey, %,d black; %,d more are known and on none%n",
                counts.get(ListStatus.WHITE),
                counts.get(ListStatus.GREY),
                counts.get(ListStatus.BLACK),
                counts.get(ListStatus.UNKNOWN));
    }

    /** From the grey list alone: whoever stands there because customs recorded his phone as exported. */
    private Map<String, PaperExport> paperExports() {
        Map<String, PaperExport> cases = new HashMap<>();
        ledger.list("grey", entry -> {
            boolean exported = false;
            for (JsonNode reason : entry.path("reasons")) {
                exported |= reason.asText().equals(Standing.Code.EXPORTED.name());
            }
            if (exported) {
                addTo(cases, entry.path("imei").asText());
            }
        });
        return cases;
    }

    private void addTo(Map<String, PaperExport> cases, String imei) {
        JsonNode events = ledger.history(new Imei(imei), null, null).path("events");
        long vat = 0;
        for (JsonNode event : events) {
            JsonNode data = event.path("data");
            if (event.path("type").asText().equals("DeviceImported")) {
                vat = data.path("unitVat").asLong();
            }
            if (event.path("type").asText().equals("DeviceExported")) {
                PaperExport found = cases.computeIfAbsent(
                        data.path("declaration").asText(),
                        declaration -> new PaperExport(data.path("exporter").asText()));
                found.imeis.add(imei);
                found.vatTiyn += vat;
            }
        }
    }

    private void refundCases(Map<String, PaperExport> cases) {
        out.printf("%nExported on paper, and registered to subscribers at home afterwards:%n");
        if (cases.isEmpty()) {
            out.println("  none");
        }
        cases.entrySet().stream()
                .sorted(Comparator.comparingLong(it -> -it.getValue().vatTiyn))
                .forEach(it -> out.printf(
                        Locale.ROOT,
                        "  export declaration %s of company %s: %,d phones, on which %,d.%02d KZT of VAT was paid at"
                                + " import and can be claimed back%n",
                        it.getKey(),
                        it.getValue().exporter,
                        it.getValue().imeis.size(),
                        it.getValue().vatTiyn / 100,
                        it.getValue().vatTiyn % 100));
    }

    private void oneHistory(Map<String, PaperExport> cases) {
        cases.values().stream()
                .flatMap(it -> it.imeis.stream())
                .sorted()
                .findFirst()
                .ifPresent(imei -> {
                    out.printf("%nOne of those phones, as a court would read it:%n");
                    Printing.history(ledger.history(new Imei(imei), null, null))
                            .lines()
                            .forEach(line -> out.println("  " + line));
                });
    }

    private void whereToLook(LedgerServer server, DataDirectory directory) {
        out.printf("%nLook around:%n");
        out.printf("  check a phone        %s/%n", server.address());
        out.printf("  the HTTP interface   %s/v3/api-docs%n", server.address());
        out.printf("  ask on a terminal    ./ledger history IMEI --data %s%n", directory.root());
        out.printf(
                "  end overdue terms    ./ledger expire --data %s   (a running ledger does it every night)%n",
                directory.root());
        out.printf("  a bearer token       ./ledger token --role AUDITOR --data %s%n", directory.root());
        out.printf("%nLog in at %s/login as:%n", server.address());
        for (Account login : Accounts.openOrCreate(directory.issuer(), Map.of()).logins()) {
            out.printf("  %-10s password %s%n", login.name(), login.secret());
        }
    }
}
