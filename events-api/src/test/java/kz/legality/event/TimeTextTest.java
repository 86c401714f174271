package kz.legality.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.legality.example.Generators;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeTextTest {
    private static final List<ChronoUnit> UNITS =
            List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS, ChronoUnit.MINUTES);

    static Stream<Long> seeds() {
        return Generators.seeds(20).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void times_are_written_and_read_as_the_jdk_does(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            long seconds = random.nextLong(-70_000_000_000L, 300_000_000_000L);
            Instant time = Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000))
                    .truncatedTo(UNITS.get(random.nextInt(UNITS.size())));
            OffsetDateTime local = time.atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1)));

            assertThat(TimeText.of(time)).isEqualTo(time.toString());
            assertThat(TimeText.of(local)).isEqualTo(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local));
            assertThat(TimeText.instant(time.toString())).isEqualTo(time);
            assertThat(TimeText.offsetDateTime(local.toString())).isEqualTo(local);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_the_jdk_refuses_is_refused_and_what_it_reads_otherwise_is_read_so(long seed) {
        Random random = new Random(seed);
        String alphabet = "0123456789-:+.TZ 9";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder torn = new StringBuilder("2025-05-02T07:12:59.120+05:00");
            if (random.nextBoolean()) {
                torn = new StringBuilder("2024-02-29T23:59:59Z");
            }
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(torn.length());
                torn.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = torn.toString();
            assertThat(outcome(TimeText::instant, text)).as(text).isEqualTo(outcome(Instant::parse, text));
            assertThat(outcome(TimeText::offsetDateTime, text))
                    .as(text)
                    .isEqualTo(outcome(OffsetDateTime::parse, text));
        }
    }

    private static Object outcome(Function<String, ?> reading, String text) {
        try {
            return reading.apply(text);
        } catch (DateTimeException refused) {
            return "refused";
        }
    }
}
