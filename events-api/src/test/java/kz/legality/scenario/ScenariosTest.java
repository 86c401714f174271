package kz.legality.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario is run; and {@code docs/scenarios.md}, where a lawyer reads them, is what was run. Written anew with
 * {@code -Dscenarios.write=true}.
 */
class ScenariosTest {
    private static final int AT_LEAST = 120;
    private static final Path DOCUMENT = Path.of("..", "docs", "scenarios.md");

    private static final Map<String, List<Tale>> CHAPTERS = chapters();

    private static Map<String, List<Tale>> chapters() {
        Map<String, List<Tale>> chapters = new LinkedHashMap<>();
        chapters.put("The facts the project began with", SeedTales.TALES);
        chapters.put("Becoming lawful, and losing it", LegalityTales.TALES);
        chapters.put("What a person may bring in for himself", AllowanceTales.TALES);
        chapters.put("Owners, pairs and copies", BindingTales.TALES);
        chapters.put("Blocks and appeals", BlockTales.TALES);
        chapters.put("Two times", TimeTales.TALES);
        chapters.put("Other regimes as policy", RegimeTales.TALES);
        chapters.put("Against the peer's defects", PeerTales.TALES);
        return chapters;
    }

    static Stream<Tale> tales() {
        return CHAPTERS.values().stream().flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tales")
    void it_is_so(Tale tale) {
        assertThat(tale.told().get().lines()).isNotEmpty();
    }

    @Test
    void there_are_enough_of_them_and_no_two_have_one_title() {
        assertThat(tales().count()).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(tales().map(Tale::title).distinct().count()).isEqualTo(tales().count());
    }

    @Test
    void each_fact_the_project_began_with_has_one() {
        Set<String> told = tales().map(Tale::title)
                .filter(title -> title.matches("F\\d+ .*"))
                .map(title -> title.substring(0, title.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told)
                .containsAll(IntStream.rangeClosed(1, 20).mapToObj(n -> "F" + n).toList());
    }

    @Test
    void the_document_is_what_was_run() throws IOException {
        String written = written();
        if (Boolean.getBoolean("scenarios.write")) {
            Files.writeString(DOCUMENT, written);
        }
        assertThat(DOCUMENT)
                .content()
                .as("write it anew with -Dscenarios.write=true")
                .isEqualTo(written);
    }

    private static String written() {
        StringBuilder text = new StringBuilder();
        text.append("# Scenarios\n\n");
        text.append(tales().count())
                .append(" scenarios, each run as a test (`ScenariosTest`); this page is written by that test, not by"
                        + " hand.")
                .append(" Events are numbered from 0 in the record of a device.\n");
        CHAPTERS.forEach((chapter, tales) -> {
            text.append("\n## ").append(chapter).append('\n');
            for (Tale tale : tales) {
                text.append("\n**").append(tale.title()).append("**\n\n");
                tale.told()
                        .get()
                        .lines()
                        .forEach(line -> text.append("* ").append(line).append('\n'));
            }
        });
        return text.toString();
    }
}
