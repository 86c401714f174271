package kz.legality.command.intake;

import static kz.legality.sourcefile.FileKind.PERSONAL_DECLARATIONS;
import static kz.legality.sourcefile.FileKind.REGISTRATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import kz.legality.sourcefile.FileKind;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecrecyTest {
    private static final List<String> PERSONAL =
            List.of(Samples.IIN, Samples.MSISDN, Samples.IMSI, Samples.DOCUMENT, "900101300120");

    @TempDir
    Path directory;

    @Test
    void nothing_that_is_stored_holds_a_person_in_the_clear() {
        LedgerUnderTest ledger = new LedgerUnderTest(directory);
        for (FileKind kind : List.of(PERSONAL_DECLARATIONS, REGISTRATIONS)) {
            String good = Samples.row(kind, 1);
            String shifted = "," + good.substring(0, good.lastIndexOf(','));
            String wrong = good.replace(Samples.IIN, "900101300120");
            ledger.receive(kind, Samples.file(kind, good, shifted, wrong, good + ",", good.replace(',', ';')));
            ledger.receive(kind, good);
            ledger.receive(kind, Samples.header(kind) + "," + good + "\n" + good);
        }

        String stored = ledger.events.all.stream().map(SecrecyTest::json).collect(Collectors.joining("\n"));

        assertThat(ledger.events.all).hasSizeGreaterThan(12);
        assertThat(stored).contains("commitment").doesNotContain(PERSONAL);
    }

    private static String json(DomainEventMessage<?> message) {
        try {
            return new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsString(message.getPayload());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
