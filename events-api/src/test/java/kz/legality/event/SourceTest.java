package kz.legality.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import kz.legality.example.Facts;
import kz.legality.identifier.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
    static Stream<Source> sources() {
        return Stream.of(
                new Source.FileRow(Facts.FILE, 1),
                new Source.FileRow(Facts.FILE, Long.MAX_VALUE),
                new Source.Actor("aigul", "7f3c"),
                new Source.Actor("mailto:a@b.kz", "key:1#2"),
                new Source.Actor("100% sure #1 %23", "#"),
                new Source.Actor("", ""),
                new Source.Rule("WhenGreyTermEndsThenBlock"));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void its_text_reads_back_as_the_same_source(Source source) {
        assertThat(Source.parse(source.text())).isEqualTo(source);
    }

    @Test
    void its_text_is_readable() {
        assertThat(new Source.FileRow(Facts.FILE, 17).text()).isEqualTo("file:" + Facts.FILE.sha256() + "#17");
        assertThat(new Source.Actor("aigul", "7f3c").text()).isEqualTo("actor:aigul#7f3c");
        assertThat(new Source.Rule("R").text()).isEqualTo("rule:R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file",
                "file:",
                "file:abc#1",
                "actor:nobody",
                "person:x#1",
                "file:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
                "file:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff#",
                "file:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff#one",
                "file:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff#-1"
            })
    void what_is_no_source_is_refused(String text) {
        assertThatThrownBy(() -> Source.parse(text)).isInstanceOf(Malformed.class);
    }
}
