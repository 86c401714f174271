package kz.legality.sourcefile;

import kz.legality.sourcefile.FileEvent.EntriesEnded;
import kz.legality.sourcefile.FileEvent.FileCompleted;
import kz.legality.sourcefile.FileEvent.FileReceived;
import kz.legality.sourcefile.FileEvent.FileRefused;
import kz.legality.sourcefile.FileEvent.ObservationsArchived;
import kz.legality.sourcefile.FileEvent.ObservationsExpired;
import kz.legality.sourcefile.FileEvent.ObservationsJudged;
import kz.legality.sourcefile.FileEvent.RowsMended;
import kz.legality.sourcefile.FileEvent.RowsQuarantined;
import kz.legality.sourcefile.FileEvent.RowsRecorded;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one file fold to.
 *
 * @param kind null until it was received or refused
 * @param rows the last row dealt with, counted from 1: where to go on after a crash
 * @param refusal why it was refused; null while it was not
 */
public record SourceFile(
        long nextSequence,
        State state,
        @Nullable FileKind kind,
        String name,
        String sender,
        long bytes,
        long rows,
        long accepted,
        long quarantined,
        long mended,
        long events,
        @Nullable String refusal) {

    /** How far it has come. */
    public enum State {
        UNSEEN,
        RECORDING,
        COMPLETED,
        REFUSED
    }

    public static final SourceFile UNSEEN = new SourceFile(0, State.UNSEEN, null, "", "", 0, 0, 0, 0, 0, 0, null);

    public SourceFile after(FileEvent event) {
        long next = nextSequence + 1;
        return switch (event) {
            case FileReceived it ->
                new SourceFile(
                        next, State.RECORDING, it.kind(), it.name(), it.sender(), it.bytes(), 0, 0, 0, 0, 0, null);
            case RowsRecorded it ->
                new SourceFile(
                        next,
                        state,
                        kind,
                        name,
                        sender,
                        bytes,
                        it.toRow(),
                        accepted + it.accepted(),
                        quarantined + it.quarantined(),
                        mended,
                        events + it.events(),
                        null);
            case RowsQuarantined it ->
                new SourceFile(
                        next, state, kind, name, sender, bytes, rows, accepted, quarantined, mended, events, refusal);
            case RowsMended it ->
                new SourceFile(
                        next,
                        state,
                        kind,
                        name,
                        sender,
                        bytes,
                        rows,
                        accepted,
                        quarantined,
                        mended + it.rows().size(),
                        events,
                        refusal);
            case ObservationsArchived it -> counting();
            case ObservationsExpired it -> counting();
            case ObservationsJudged it -> leadingTo(it.events());
            case EntriesEnded it -> leadingTo(it.events());
            case FileCompleted it ->
                new SourceFile(
                        next,
                        State.COMPLETED,
                        kind,
                        name,
                        sender,
                        bytes,
                        it.rows(),
                        accepted,
                        quarantined,
                        mended,
                        events,
                        null);
            case FileRefused it ->
                new SourceFile(
                        next, State.REFUSED, it.kind(), it.name(), it.sender(), it.bytes(), 0, 0, 0, 0, 0, it.reason());
        };
    }

    private SourceFile counting() {
        return leadingTo(0);
    }

    private SourceFile leadingTo(long more) {
        return new SourceFile(
                nextSequence + 1,
                state,
                kind,
                name,
                sender,
                bytes,
                rows,
                accepted,
                quarantined,
                mended,
                events + more,
                refusal);
    }
}
