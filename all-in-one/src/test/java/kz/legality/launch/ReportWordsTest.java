package kz.legality.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.legality.device.DeviceEvent;
import kz.legality.event.StoredAs;
import kz.legality.finding.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports of evidence bundles have a word for whatever can be recorded of a device. */
class ReportWordsTest {
    /** Told in sentences of their own, or holders whose name adds nothing. */
    private static final Set<String> NO_LABELS = Set.of("imei", "occurredAt", "source", "corrects", "owner", "ground");

    private static ResourceBundle words(String language) {
        return ResourceBundle.getBundle(
                "kz.legality.evidence.report.words",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ReportWordsTest::records)
                : Stream.of(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru", ""})
    void every_event_of_a_device_and_each_of_its_fields_has_a_word(String language) {
        ResourceBundle words = words(language);
        Set<String> missing = new TreeSet<>();
        records(DeviceEvent.class).forEach(event -> {
            need("kind." + event.getAnnotation(StoredAs.class).value(), words, missing);
            Arrays.stream(event.getRecordComponents())
                    .map(RecordComponent::getName)
                    .filter(name -> !NO_LABELS.contains(name))
                    .forEach(name -> need("field." + name, words, missing));
            Arrays.stream(event.getRecordComponents())
                    .filter(component -> component.getType().isEnum())
                    .flatMap(component -> Arrays.stream(component.getType().getEnumConstants()))
                    .forEach(constant -> need("value." + constant, words, missing));
        });
        Arrays.stream(Severity.values()).forEach(it -> need("severity." + it, words, missing));
        assertThat(missing).isEmpty();
    }

    private static void need(String key, ResourceBundle words, Set<String> missing) {
        if (!words.containsKey(key)) {
            missing.add(key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru"})
    void no_language_lacks_a_word_that_english_has(String language) {
        // The words of a language without those it falls back on.
        assertThat(own(language)).containsExactlyInAnyOrderElementsOf(own(""));
    }

    private static Set<String> own(String language) {
        String file = "/kz/legality/evidence/report/words" + (language.isEmpty() ? "" : "_" + language) + ".properties";
        Properties read = new Properties();
        try (InputStream in = ReportWordsTest.class.getResourceAsStream(file)) {
            read.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames();
    }
}
