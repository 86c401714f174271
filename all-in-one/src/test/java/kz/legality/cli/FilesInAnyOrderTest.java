package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.legality.identifier.Imei;
import kz.legality.sample.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files in any order, through the whole product: the archive of observations and its detectors too. */
class FilesInAnyOrderTest {
    private static final String OPERATOR = "kcell_20250601_20250630.csv";
    private static final String LATER = ", later";
    private static final String OLD_TAC = "35328712";
    private static final String OLD_MODEL = new Imei(OLD_TAC + "000001").printed();
    private static final int ORDERS = 4;
    private static final int PHONES = 6;

    @TempDir
    Path folder;

    @Test
    void end_in_the_same_findings_and_claims() throws IOException {
        List<String> kinds = new ArrayList<>(files().keySet());
        List<String> told = List.of();
        for (int order = 0; order < ORDERS; order++) {
            Path data = folder.resolve("data" + order);
            for (String kind : kinds) {
                Terminal ingested = Terminal.type("ingest", kind.replace(LATER, ""), file(kind), "--data", data);
                assertThat(ingested.exit()).as("%s", ingested).isEqualTo(Ledger.DONE);
            }
            List<String> now = List.of(asked("findings", data), asked("claims", data));
            if (order == 0) {
                told = now;
                // 1 rings at home; 2 was declared by a traveller before it rang; 3 never came in; 4 was never used.
                assertThat(now.getFirst()).contains(Rows.imei(1), "\"R1\"", Rows.imei(3), "\"R4\"");
                // An old model that is new here, and uses what none of its model can.
                assertThat(now.getFirst()).contains(OLD_MODEL, "\"R6d\"");
                assertThat(now.getFirst()).doesNotContain(Rows.imei(2), Rows.imei(4));
                assertThat(now.getLast()).contains("\"vatAtRisk\":2000000");
            }
            assertThat(now).as("fed as %s", kinds).isEqualTo(told);
            if (order == 0) {
                Collections.reverse(kinds);
            } else {
                Collections.rotate(kinds, 2);
            }
        }
    }

    private static Map<String, String> files() {
        StringBuilder imports = new StringBuilder(Rows.IMPORTS);
        StringBuilder exports = new StringBuilder(Rows.EXPORTS);
        for (int n = 1; n <= PHONES; n++) {
            exports.append(Rows.exported(n));
            if (n != 3) {
                imports.append(Rows.imported(n));
            }
        }
        StringBuilder seen = new StringBuilder("date,imei,imsi,msisdn,rat\n");
        for (int n = 100; n < 200; n++) {
            seen.append(row(1 + n % 30, n));
        }
        for (int day = 20; day < 27; day++) {
            seen.append(row(day, 1))
                    .append(row(day, 2))
                    .append(row(day, 60).replace(Rows.imei(60).substring(0, 14), OLD_MODEL.substring(0, 14)));
        }
        Map<String, String> files = new LinkedHashMap<>();
        files.put("gsma-tac", Rows.allocated() + OLD_TAC + "|Nokia|105|GSM 900|12-Nov-2009|Mobile Phone|Nokia|105\n");
        files.put("customs-imports", imports.toString());
        // The same papers before the goods left, and after.
        files.put("customs-exports", exports.toString().replace(",2025-06-12T10:00:00+05:00,", ",,"));
        files.put("customs-exports" + LATER, exports.toString());
        files.put(
                "personal-declarations",
                Rows.DECLARATIONS + "50402/180625/0000009," + Rows.iin(1) + "," + Rows.DOCUMENT
                        + ",2025-06-18T08:00:00+05:00," + Rows.imei(2) + ",,Samsung,SM-S938B,15000000,\n");
        files.put(
                "refund-claims",
                "claim,period,claimant_bin,filed_at,declaration,item,vat_tiyn,replaces\nVAT-1,2025-Q2,"
                        + Rows.OTHER_BIN + ",2025-07-20T10:00:00+05:00,50402/100325/0000002,1," + PHONES * 1_000_000
                        + ",\n");
        files.put("operator", seen.toString());
        return files;
    }

    private static String row(int day, int n) {
        return "202506%02d,%s,40102%010d,%s,006\n"
                .formatted(day, Rows.imei(n).substring(0, 14), 7_000_000_000L + n, Rows.msisdn(n));
    }

    private Path file(String kind) throws IOException {
        Path file = folder.resolve(kind.equals("operator") ? OPERATOR : kind + ".csv");
        Files.writeString(file, files().get(kind));
        return file;
    }

    /** Without the places in the record, which do hang on the order. */
    private static String asked(String verb, Path data) throws IOException {
        TreeSet<String> lines = new TreeSet<>();
        for (JsonNode each : JsonMapper.builder()
                .build()
                .readTree(Terminal.type(verb, "--json", "--data", data).out())) {
            ((ObjectNode) each).remove(List.of("facts", "position"));
            lines.add(each.toString());
        }
        return String.join("\n", lines);
    }
}
