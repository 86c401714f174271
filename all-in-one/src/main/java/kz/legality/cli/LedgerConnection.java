package kz.legality.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import kz.legality.door.release.ReleaseForm;
import kz.legality.identifier.Imei;
import kz.legality.release.ListName;
import kz.legality.sourcefile.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks of a ledger, whether it runs or its directory is opened just now. Answers are the JSON of
 * the HTTP interface in both cases.
 */
interface LedgerConnection extends AutoCloseable {
    /** Hears how far something has come: done so far, and the fraction of the whole, negative while unknown. */
    interface Progress {
        void at(long done, double fraction);
    }

    /** Feeds one file and waits until its last row is dealt with; gives its receipt. */
    JsonNode ingest(FileKind kind, Path file, String sender, Progress progress);

    JsonNode device(Imei imei, @Nullable String asOf, @Nullable String knownAt);

    JsonNode history(Imei imei, @Nullable String asOf, @Nullable String knownAt);

    /** Entries of a list in the order of IMEIs. */
    void list(String list, Consumer<JsonNode> entry);

    /**
     * What is asked of a list's releases.
     *
     * @param operator whose subscribers, with their numbers; null where the list names none
     * @param since the release that is held, from which on changes are told; null asks for the whole
     * @param release the number of the one that is wanted; null the newest, which is made if need be
     * @param basis the norm or paper on which an operator's numbers are read
     */
    record Wanted(
            ListName list,
            @Nullable String operator,
            @Nullable Long since,
            @Nullable Long release,
            String basis) {
        /** What numbers are read for. */
        String purpose() {
            return "the list for " + operator;
        }
    }

    /** Rows of a release, or changes until it; returns its number. */
    long released(Wanted wanted, Consumer<JsonNode> row);

    /** Which release it is, and how many entries it has. */
    record Kept(long release, long entries) {}

    /**
     * A release as it is kept, byte for byte, so that its hash is the one that was signed.
     *
     * @param release its number; null the newest, which is made if need be
     * @param into the file, which is replaced
     */
    Kept kept(ListName list, @Nullable Long release, ReleaseForm form, Path into);

    /** Refund claims, the most at risk first. */
    void claims(Consumer<JsonNode> claim);

    /** One claim with its phones as {@code devices}. */
    JsonNode claim(String number);

    /** Findings; null asks for any. */
    void findings(@Nullable String rule, @Nullable String severity, @Nullable String state, Consumer<JsonNode> finding);

    /** Ends the grey terms that are due by the end of this day, or by now where none is given. */
    JsonNode expire(@Nullable LocalDate on);

    /** Tells owners of grey devices what is due to be told by now. */
    JsonNode tellOwners();

    /** Every policy, and which is in force. */
    JsonNode policies();

    /** How many devices would change list under the policy of this file. */
    JsonNode dryRunPolicy(String file);

    /** Records the policy of this file. */
    JsonNode activatePolicy(String file);

    JsonNode replay(List<String> views, Progress progress);

    JsonNode fsck(Progress progress);

    /** Makes a bundle and writes it there; gives its id, size and hash. */
    JsonNode evidence(
            List<Imei> imeis, String caseNumber, String basis, @Nullable String asOf, Path out, Progress progress);

    /** Hashes the archive of observations. */
    JsonNode verifyArchive(Progress progress);

    /** Copies the ledger into a directory, as this process sees it. */
    JsonNode backup(Path into, Progress progress);

    @Override
    void close();
}
