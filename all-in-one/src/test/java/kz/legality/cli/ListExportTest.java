package kz.legality.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kz.legality.door.answer.AnswerJson;
import kz.legality.sample.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListExportTest {
    private static final int PHONES = 12;
    private static final Pattern RELEASE = Pattern.compile("release (?:\\d+ to )?(\\d+):");

    @TempDir
    private Path folder;

    private Path data = Path.of("");

    @BeforeEach
    void begin() {
        data = folder.resolve("data");
    }

    /** Phones are registered, imported and blocked, and what is newest on each list is held and added to. */
    @Test
    void a_full_list_and_any_chain_of_deltas_is_the_next_full_list_whichever_list_it_is() {
        long seed = 11;
        Random random = new Random(seed);
        Map<String, SortedMap<Integer, Map<String, JsonNode>>> held = new LinkedHashMap<>();
        for (String list : List.of("black", "grey", "white", "notifications", "exceptions")) {
            held.put(list, new TreeMap<>(Map.of(0, Map.of())));
        }
        Map<String, String> blockDates = new HashMap<>();
        for (int round = 0; round < 4; round++) {
            StringBuilder registrations = new StringBuilder(Rows.REGISTRATIONS);
            StringBuilder imports = new StringBuilder(Rows.IMPORTS);
            StringBuilder blocks = new StringBuilder(Rows.BLOCKS);
            for (int i = 0; i < 4; i++) {
                int n = 1 + random.nextInt(PHONES);
                switch (random.nextInt(3)) {
                    case 0 -> registrations.append(registered(n, random.nextBoolean() ? "Kcell" : "Beeline"));
                    case 1 -> imports.append(Rows.imported(n));
                    default -> blocks.append(blocked(n, round));
                }
            }
            feed("registrations", registrations.toString());
            feed("customs-imports", imports.toString());
            feed("blocks", blocks.toString());
            held.forEach((list, releases) -> {
                Exported full = exported(list, null);
                releases.put(full.release(), full.rows());
                releases.forEach((since, rows) -> {
                    Map<String, JsonNode> applied = new TreeMap<>(rows);
                    exported(list, since).rows().forEach((key, row) -> apply(applied, key, row));
                    assertThat(applied)
                            .as("%s since %d, seed %d", list, since, seed)
                            .isEqualTo(full.rows());
                });
            });
            // When a block first began is never lost, whatever is ordered later.
            SortedMap<Integer, Map<String, JsonNode>> black = held.getOrDefault("black", new TreeMap<>());
            black.getOrDefault(black.lastKey(), Map.of()).forEach((imei, row) -> {
                String blockDate = row.path("blockDate").asText();
                assertThat(blockDates.computeIfAbsent(imei, first -> blockDate)).isEqualTo(blockDate);
            });
        }
        assertThat(held.get("black")).hasSizeGreaterThan(2);
        assertThat(held.get("notifications")).hasSizeGreaterThan(1);
    }

    private static void apply(Map<String, JsonNode> held, String key, JsonNode change) {
        ObjectNode row = ((ObjectNode) change).deepCopy();
        switch (row.remove("change").asText()) {
            case "blocked", "added", "new" -> assertThat(held.put(key, row)).isNull();
            case "changed" -> assertThat(held.put(key, row)).isNotNull();
            default -> assertThat(held.remove(key)).isNotNull();
        }
    }

    private record Exported(int release, Map<String, JsonNode> rows) {}

    private Exported exported(String list, @Nullable Integer since) {
        Path out = folder.resolve("out");
        List<Object> words = new ArrayList<>(List.of(
                "lists", "export", list, "--format", "jsonl", "--out", out, "--data", data, "--operator", "Kcell"));
        if (since != null) {
            words.addAll(List.of("--since", since));
        }
        Terminal exported = Terminal.type(words.toArray());
        assertThat(exported.exit()).as(exported.err()).isZero();
        Map<String, JsonNode> rows = new TreeMap<>();
        for (String line : lines(Path.of(exported.out().split(", release", 2)[0]))) {
            JsonNode row = AnswerJson.parse(line);
            rows.put(row.path("imei").asText() + row.path("imsi").asText(), row);
        }
        Matcher release = RELEASE.matcher(exported.out());
        assertThat(release.find()).isTrue();
        return new Exported(Integer.parseInt(release.group(1)), rows);
    }

    @Test
    void a_dirbs_operator_reads_the_zip_by_the_names_and_columns_it_knows() throws IOException {
        feed("blocks", Rows.BLOCKS + Rows.blocked(1) + Rows.blocked(2));
        assertThat(export("black", "--format", "csv").out()).contains("release 1: 2 entries");
        feed("blocks", Rows.BLOCKS + Rows.blocked(3));
        export("black", "--format", "dirbs", "--since", 1);
        Map<String, String> zip = zip("blacklist");
        assertThat(zip.keySet())
                .containsExactly(
                        "T_blacklist.csv",
                        "T_blacklist_delta_1_2_blocked.csv",
                        "T_blacklist_delta_1_2_unblocked.csv",
                        "T_blacklist_delta_1_2_changed.csv");
        assertThat(zip.getOrDefault("T_blacklist.csv", "").lines())
                .hasSize(4)
                .first()
                .isEqualTo("imei,block_date,reasons");
        assertThat(zip.get("T_blacklist_delta_1_2_blocked.csv"))
                .isEqualTo(
                        "imei,block_date,reasons\n" + Rows.imei(3).substring(0, 14) + ",20250701,BLOCKED_BY_ORDER\n");
        assertThat(zip.get("T_blacklist_delta_1_2_changed.csv")).isEqualTo("imei,block_date,reasons\n");

        feed("registrations", Rows.REGISTRATIONS + registered(5, "Kcell") + registered(6, "Beeline"));
        export("notifications", "--format", "dirbs", "--since", 0, "--operator", "Kcell");
        Map<String, String> warned = zip("notifications_kcell");
        assertThat(warned.keySet())
                .contains("T_notifications_kcell.csv", "T_notifications_kcell_delta_0_1_no_longer_seen.csv")
                .hasSize(6);
        assertThat(warned.getOrDefault("T_notifications_kcell_delta_0_1_new.csv", "")
                        .lines()
                        .toList())
                .hasSize(2)
                .first()
                .isEqualTo("imei,imsi,msisdn,block_date,reasons");
        assertThat(warned.get("T_notifications_kcell.csv"))
                .contains(Rows.imei(5).substring(0, 14) + "," + Rows.imsi(5) + "," + Rows.msisdn(5) + ",20")
                .doesNotContain(Rows.imsi(6));
    }

    /** Whoever compares the file with the signed hash must find it the same. */
    @Test
    void a_whole_list_is_the_file_that_was_signed() throws IOException {
        feed("blocks", Rows.BLOCKS + Rows.blocked(1) + Rows.blocked(2));

        assertThat(export("black", "--format", "csv,jsonl").out().lines())
                .containsExactly(
                        folder.resolve("out/black.csv") + ", release 1: 2 entries",
                        folder.resolve("out/black.jsonl") + ", release 1: 2 entries");

        for (String form : List.of("csv", "jsonl")) {
            assertThat(folder.resolve("out/black." + form))
                    .hasSameBinaryContentAs(data.resolve("releases/black/000001." + form));
        }
        assertThat(lines(folder.resolve("out/black.csv")))
                .hasSize(3)
                .first()
                .isEqualTo("imei,status,since,deadline,reasons,blockDate");
    }

    @Test
    void what_cannot_be_exported_is_said_in_one_line() {
        feed("blocks", Rows.BLOCKS + Rows.blocked(1));
        for (Terminal refused : List.of(
                export("exceptions", "--format", "dirbs"),
                export("black", "--since", 7),
                export("black", "--since", -1),
                export("white", "--format", "dirbs"))) {
            assertThat(refused.exit()).isEqualTo(Ledger.BAD_ARGUMENTS);
            assertThat(refused.err().lines()).as(refused.err()).hasSize(1);
        }
        assertThat(export("exceptions", "--format", "csv").exit()).isZero();
        assertThat(lines(folder.resolve("out/exceptions.csv"))).containsExactly("imei,subscriber,operator");
    }

    private Terminal export(String list, Object... more) {
        return Terminal.type(Stream.concat(
                        Stream.of("lists", "export", list, "--out", folder.resolve("out"), "--data", data),
                        Stream.of(more))
                .toArray());
    }

    /** The files of the zip of that name, with T for the time it was made. */
    private Map<String, String> zip(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            Path zip = files.filter(it -> it.getFileName().toString().endsWith("_" + name + ".zip"))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> entries = new LinkedHashMap<>();
            try (ZipFile opened = new ZipFile(zip.toFile())) {
                for (ZipEntry entry : (Iterable<ZipEntry>) opened.stream().map(it -> (ZipEntry) it)::iterator) {
                    entries.put(
                            entry.getName().replaceFirst("^\\d{8}_\\d{6}", "T"),
                            new String(opened.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return entries;
        }
    }

    private void feed(String kind, String content) {
        if (content.lines().count() == 1) {
            return;
        }
        try {
            Path file = folder.resolve(kind + "-" + Rows.sha256(content).substring(0, 8) + ".csv");
            Files.writeString(file, content);
            Terminal fed = Terminal.type("ingest", kind, file, "--data", data);
            assertThat(fed.exit()).as(fed.err()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String registered(int n, String operator) {
        String at = OffsetDateTime.now(ZoneOffset.ofHours(5))
                .minusDays(2)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String row = Rows.registered(n, n);
        return at + row.substring(row.indexOf(',')).replace("Kcell", operator);
    }

    private static String blocked(int n, int round) {
        return Rows.blocked(n).replace("KUI-", "KUI-" + round + "-").replace("2025-07-01", "2025-07-0" + (1 + round));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
