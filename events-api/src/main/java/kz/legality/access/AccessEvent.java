package kz.legality.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Imei;
import kz.legality.release.ListName;
import org.jspecify.annotations.Nullable;

/** Everything that is recorded about reading. Its stream is an access log of its own, apart
 * from the history that was read. */
public sealed interface AccessEvent extends LedgerEvent {

    /**
     * Somebody was shown personal fields of this device's history (law on personal data 94-V; rules of 06.01.2026 on
     * logging what users do).
     *
     * @param fields by their paths in the events, such as {@code owner.person}
     * @param purpose what for, in the reader's words
     * @param legalBasis the norm or paper that allows it
     */
    @StoredAs("HistoryViewed")
    record HistoryViewed(
            Imei imei,
            Instant occurredAt,
            Source source,
            List<String> roles,
            List<String> fields,
            String purpose,
            String legalBasis,
            @Nullable String caseNumber,
            @Nullable String orderHash)
            implements AccessEvent {
        @Override
        @JsonIgnore
        public String stream() {
            return "access:" + imei.key();
        }
    }

    /** Somebody was shown the rows of a file that could not be read, which may hold anything about anybody. */
    @StoredAs("QuarantineViewed")
    record QuarantineViewed(
            FileHash file, Instant occurredAt, Source source, List<String> roles, String purpose, String legalBasis)
            implements AccessEvent {
        @Override
        @JsonIgnore
        public String stream() {
            return "access:file:" + file.sha256();
        }
    }

    /**
     * An operator was given the numbers of its own subscribers on a list.
     *
     * @param number of the release
     * @param since the release from which on changes were told; null where all of it was
     * @param rows how many subscribers were named
     */
    @StoredAs("ListViewed")
    record ListViewed(
            ListName list,
            long number,
            @Nullable Long since,
            Instant occurredAt,
            Source source,
            String operator,
            long rows,
            List<String> roles,
            String purpose,
            String legalBasis)
            implements AccessEvent {
        @Override
        @JsonIgnore
        public String stream() {
            return "access:list:" + list.written();
        }
    }
}
