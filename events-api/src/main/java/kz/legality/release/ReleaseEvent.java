package kz.legality.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import kz.legality.event.LedgerEvent;
import kz.legality.event.Source;
import kz.legality.event.StoredAs;
import kz.legality.identifier.FileHash;
import org.jspecify.annotations.Nullable;

/** Everything that happens to one list's releases. The stream is the list's. */
public sealed interface ReleaseEvent extends LedgerEvent {
    ListName list();

    /** The number of the release, from 1 without gaps. */
    long number();

    @Override
    @JsonIgnore
    default String stream() {
        return streamOf(list());
    }

    static String streamOf(ListName list) {
        return "list:" + list.written();
    }

    /**
     * A list was released: from now on its files never change.
     *
     * @param position the list is what the events up to this one make it
     * @param added how many IMEIs the release before did not have
     * @param lines SHA-256 of the list as JSON Lines
     * @param csv SHA-256 of the list as CSV
     * @param signature Ed25519 over {@link #signedText}, in base64
     * @param key the public key, DER in base64
     */
    @StoredAs("ListReleased")
    record ListReleased(
            ListName list,
            long number,
            Instant occurredAt,
            Source source,
            long position,
            long entries,
            long added,
            long removed,
            long changed,
            FileHash lines,
            FileHash csv,
            String signature,
            String key)
            implements ReleaseEvent {
        /** What is signed. */
        public static String signedText(
                ListName list, long number, long position, long entries, FileHash lines, FileHash csv) {
            return "kz.legality/list-release/v1\n" + list.written() + "\n" + number + "\n" + position + "\n" + entries
                    + "\n" + lines.sha256() + "\n" + csv.sha256() + "\n";
        }
    }

    /**
     * An operator said which release is at work in its network.
     *
     * @param holds how many IMEIs its register really holds; null where it did not say
     * @param missing how many of the release's are not among them
     * @param unexpected how many of them are not in the release
     */
    @StoredAs("ReleaseAcknowledged")
    record ReleaseAcknowledged(
            ListName list,
            long number,
            Instant occurredAt,
            Source source,
            String operator,
            @Nullable Long holds,
            @Nullable Long missing,
            @Nullable Long unexpected)
            implements ReleaseEvent {}

    /**
     * A release would take so many subscribers from the network that two persons must sign it first. Held again under the
     * same number when the list has changed before anybody signed.
     *
     * @param cutOffs of each operator that has any, by name
     */
    @StoredAs("ReleaseHeld")
    record ReleaseHeld(
            ListName list,
            long number,
            Instant occurredAt,
            Source source,
            long position,
            long entries,
            long added,
            long removed,
            long changed,
            FileHash lines,
            FileHash csv,
            List<CutOff> cutOffs,
            String policyVersion)
            implements ReleaseEvent {}

    /**
     * A person said that a held release shall go out.
     *
     * @param lines SHA-256 of the list that was looked at
     * @param by the person, by name
     */
    @StoredAs("ReleaseSigned")
    record ReleaseSigned(
            ListName list, long number, Instant occurredAt, Source source, FileHash lines, String by, String reason)
            implements ReleaseEvent {}
}
