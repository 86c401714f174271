package kz.legality.command.storedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.legality.event.LedgerEvent;
import kz.legality.event.StoredAs;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.reporters.QuietReporter;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored stays: each event's stored form stands in an approved file and cannot change by accident. */
class StoredEventsTest {
    private static final Path APPROVED = Path.of("src/test/java/kz/legality/command/storedform/approved");

    private final StoredForm form = new StoredForm();

    static Stream<LedgerEvent> whole() {
        return EveryEvent.whole();
    }

    static Stream<LedgerEvent> bare() {
        return EveryEvent.bare();
    }

    @Test
    void there_is_an_event_of_each_class_to_approve() {
        assertThat(whole().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(StoredEvents.classes());
    }

    @ParameterizedTest
    @MethodSource("whole")
    void an_event_is_stored_as_was_approved(LedgerEvent event) {
        Approvals.verify(textOf(event), approvedAs(event, ""));
    }

    @ParameterizedTest
    @MethodSource("bare")
    void an_event_that_lacks_what_it_may_lack_is_stored_as_was_approved(LedgerEvent event) {
        Approvals.verify(textOf(event), approvedAs(event, "-bare"));
    }

    static Stream<Approved> approved() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files
                    .filter(file -> file.toString().endsWith(".approved.txt"))
                    .map(Approved::in)
                    .sorted(Comparator.comparing(Approved::file))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("approved")
    void each_form_that_was_ever_approved_reads_as_the_event_it_was(Approved approved) throws IOException {
        LedgerEvent read = approved.read(form);

        assertThat(read).isEqualTo(approved.event());
        assertThat(textOf(read)).isEqualTo(textOf(approved.event()));
    }

    @Test
    void every_revision_of_every_event_has_an_approved_form() throws IOException {
        Stream<String> wanted = StoredEvents.classes().stream()
                .map(StoredEvents::storedAs)
                .flatMap(stored -> IntStream.rangeClosed(1, stored.revision())
                        .mapToObj(revision -> stored.value() + "-" + revision + ".approved.txt"));

        assertThat(approved().map(Approved::file)).containsAll(wanted.toList());
    }

    /** One approved file, named {@code <stored name>-<revision>[-bare]}. */
    record Approved(String file, String name, String revision, boolean isBare) {
        private static final Pattern FILE = Pattern.compile("(\\w+)-(\\d+)(-bare)?\\.approved\\.txt");

        static Approved in(Path file) {
            String fileName = file.getFileName().toString();
            Matcher parts = FILE.matcher(fileName);
            assertThat(parts.matches()).as(fileName).isTrue();
            return new Approved(fileName, parts.group(1), parts.group(2), parts.group(3) != null);
        }

        LedgerEvent event() {
            return (isBare ? bare() : whole())
                    .filter(event ->
                            StoredEvents.storedAs(event.getClass()).value().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        /** By the way events take out of a store: through the upcasters. */
        LedgerEvent read(StoredForm form) throws IOException {
            byte[] bytes = Files.readString(APPROVED.resolve(file)).strip().getBytes(StandardCharsets.UTF_8);
            GenericDomainEventEntry<byte[]> entry = new GenericDomainEventEntry<>(
                    "Device", "stream", 0, "id", Instant.EPOCH, name, revision, bytes, new byte[] {'{', '}'});
            return (LedgerEvent) EventStreamUtils.upcastAndDeserializeDomainEvents(
                            Stream.of(entry), form, OlderRevisions.upcasters())
                    .next()
                    .getPayload();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    private String textOf(LedgerEvent event) {
        SerializedObject<String> stored = form.serialize(event, String.class);
        return stored.getData();
    }

    private static Options approvedAs(LedgerEvent event, String variant) {
        StoredAs name = StoredEvents.storedAs(event.getClass());
        return new Options(QuietReporter.INSTANCE)
                .forFile()
                .withBaseName("approved/" + name.value() + "-" + name.revision() + variant)
                .forFile()
                .withExtension(".txt");
    }
}
