package kz.legality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree's papers: what they send a reader to is there. */
class LinksTest {
    private static final Path TREE = Path.of("").toAbsolutePath().getParent();
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)");

    static Stream<Path> papers() throws IOException {
        try (Stream<Path> beside = Files.list(TREE);
                Stream<Path> docs = Files.walk(TREE.resolve("docs"))) {
            return Stream.concat(beside, docs).filter(it -> it.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void every_link_leads_to_a_file(Path paper) throws IOException {
        List<String> links = LINK.matcher(Files.readString(paper))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.contains("://"))
                .toList();

        assertThat(links)
                .as(paper.toString())
                .allMatch(it -> Files.exists(paper.resolveSibling(it).normalize()));
    }
}
