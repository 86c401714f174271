package kz.legality.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.legality.identifier.Bin;
import kz.legality.identifier.DeclarationNumber;
import kz.legality.identifier.Iin;
import kz.legality.identifier.Imei;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final int DEVICES = 3_000;

    @TempDir
    static Path folder;

    private static List<WrittenFile> files = List.of();

    @BeforeAll
    static void make_a_nation() throws IOException {
        files = write(folder.resolve("one"), DEVICES, 365, 42);
    }

    @Test
    void the_same_seed_makes_the_same_bytes_and_another_seed_others() throws IOException {
        List<WrittenFile> again = write(folder.resolve("again"), DEVICES, 365, 42);

        assertThat(again).hasSameSizeAs(files);
        for (WrittenFile file : files) {
            assertThat(folder.resolve("again").resolve(file.path().getFileName()))
                    .hasSameBinaryContentAs(file.path());
        }
        assertThat(folder.resolve("again").resolve(Simulation.TRUTH))
                .hasSameBinaryContentAs(folder.resolve("one").resolve(Simulation.TRUTH));
        write(folder.resolve("other"), DEVICES, 365, 43);
        assertThat(Files.mismatch(
                        folder.resolve("other").resolve(Simulation.TRUTH),
                        folder.resolve("one").resolve(Simulation.TRUTH)))
                .isNotNegative();
    }

    @Test
    void every_identifier_on_a_paper_has_its_true_check_digit() throws IOException {
        for (WrittenFile file : files) {
            for (Map<String, String> row : rows(file)) {
                if (!file.kind().equals("operator") && row.containsKey("imei")) {
                    Imei.declared(cell(row, "imei"));
                }
                for (String column : List.of("importer_bin", "exporter_bin", "claimant_bin")) {
                    if (row.containsKey(column)) {
                        new Bin(cell(row, column));
                    }
                }
                for (String column : List.of("owner", "person_iin")) {
                    if (row.containsKey(column)) {
                        new Iin(cell(row, column));
                    }
                }
                if (row.containsKey("declaration")) {
                    new DeclarationNumber(cell(row, "declaration"));
                }
            }
        }
    }

    @Test
    void every_rule_is_planted_and_every_suppression_has_its_look_alike() throws IOException {
        String truth = Files.readString(folder.resolve("one").resolve(Simulation.TRUTH));

        for (String rule : List.of(
                "R1", "R1b", "R1c", "R2a", "R2b", "R2c", "R3", "R4", "R5a", "R5b", "R5c", "R6a", "R6b", "R6c", "R6d",
                "R6e", "R6f", "R7", "R8")) {
            assertThat(truth).containsPattern("\"planted\":\\[[^\\]]*\"" + rule + "\"");
        }
        for (Story story : HonestExports.lookAlikes()) {
            assertThat(truth).contains(story.name());
        }
    }

    @Test
    void a_fraudulent_claim_holds_planted_phones_of_its_own_item() throws IOException {
        Set<String> claimed = new HashSet<>();
        for (WrittenFile file : files) {
            if (file.kind().equals("refund-claims")) {
                rows(file).forEach(row -> claimed.add(cell(row, "declaration")));
            }
        }
        Set<String> exported = new HashSet<>();
        for (WrittenFile file : files) {
            if (file.kind().equals("customs-exports")) {
                rows(file).forEach(row -> exported.add(cell(row, "declaration")));
            }
        }
        assertThat(exported).containsAll(claimed);
    }

    @Test
    void an_exit_is_planted_as_missing_only_where_a_border_post_would_have_seen_it() throws IOException {
        Set<String> missing = new HashSet<>();
        Set<String> dispatched = new HashSet<>();
        Matcher device = Pattern.compile("\"scenario\":\"([^\"]+)\",\"group\":\"([^\"#]+)#")
                .matcher(Files.readString(folder.resolve("one").resolve(Simulation.TRUTH)));
        while (device.find()) {
            switch (device.group(1)) {
                case "claim-without-exit" -> missing.add(device.group(2));
                case "dispatched-to-the-union" -> dispatched.add(device.group(2));
                default -> {}
            }
        }
        Set<String> unseenInTheUnion = new HashSet<>();
        for (WrittenFile file : files) {
            if (file.kind().equals("customs-exports")) {
                for (Map<String, String> row : rows(file)) {
                    if (cell(row, "exited_at").isEmpty()
                            && cell(row, "destination").equals("KG")) {
                        unseenInTheUnion.add(cell(row, "declaration"));
                    }
                }
            }
        }

        assertThat(missing).isNotEmpty().doesNotContainAnyElementsOf(unseenInTheUnion);
        assertThat(dispatched).isNotEmpty().isEqualTo(unseenInTheUnion);
    }

    @ParameterizedTest
    @ValueSource(ints = {3_000, 25_000})
    void operators_files_pass_the_guards_of_dirbs(int devices) throws IOException {
        Map<String, Map<String, WrittenFile>> byOperator = new TreeMap<>();
        for (WrittenFile file : write(folder.resolve("guards" + devices), devices, 365, devices)) {
            if (file.kind().equals("operator")) {
                String name = file.path().getFileName().toString();
                byOperator
                        .computeIfAbsent(name.substring(0, name.indexOf('_')), it -> new TreeMap<>())
                        .put(name, file);
            }
        }

        assertThat(byOperator).hasSize(3);
        for (Map<String, WrittenFile> periods : byOperator.values()) {
            long before = 0;
            double daily = 0;
            for (Map.Entry<String, WrittenFile> period : periods.entrySet()) {
                List<Map<String, String>> rows = rows(period.getValue());
                assertThat(share(rows, it -> !cell(it, "imei").matches("\\d{14}.*")))
                        .isLessThanOrEqualTo(0.05);
                assertThat(share(rows, it -> !cell(it, "imsi").startsWith("401")))
                        .isLessThanOrEqualTo(0.1);
                assertThat(share(rows, it -> !cell(it, "msisdn").startsWith("7")))
                        .isLessThanOrEqualTo(0.1);
                assertThat(share(rows, it -> cell(it, "imei").startsWith("1"))).isZero();
                assertThat((double) rows.size()).as(period.getKey()).isGreaterThanOrEqualTo(0.75 * before);
                double average = dailyImeis(rows);
                assertThat(average).as(period.getKey()).isGreaterThanOrEqualTo(0.9 * daily);
                before = rows.size();
                daily = average;
            }
        }
    }

    @Test
    void settings_out_of_bounds_are_refused_in_words() {
        assertThatThrownBy(() -> new SimulationSettings(10, 365, 1, SimulationSettings.UNTIL, 10))
                .hasMessage("devices must be from 1000 to 50000000, not 10");
    }

    private static double dailyImeis(List<Map<String, String>> rows) {
        Map<String, Set<String>> byDay = new HashMap<>();
        rows.forEach(row ->
                byDay.computeIfAbsent(cell(row, "date"), it -> new HashSet<>()).add(cell(row, "imei")));
        return byDay.values().stream().mapToInt(Set::size).average().orElse(0);
    }

    private static double share(
            List<Map<String, String>> rows, java.util.function.Predicate<Map<String, String>> holds) {
        return rows.stream().filter(holds).count() / (double) rows.size();
    }

    private static List<WrittenFile> write(Path out, int devices, int days, long seed) throws IOException {
        return Simulation.write(
                new SimulationSettings(devices, days, seed, SimulationSettings.UNTIL, 10), out, done -> {});
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<Map<String, String>> rows(WrittenFile file) throws IOException {
        try (Stream<String> lines = Files.lines(file.path())) {
            List<String> all = lines.toList();
            String[] header = all.getFirst().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : all.subList(1, all.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.length && i < cells.length; i++) {
                    row.put(header[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
