package kz.legality.command.intake;

import java.util.List;
import java.util.Optional;
import kz.legality.listing.ListEntry;
import kz.legality.sourcefile.FileKind;

/** Which entries of the lists are in force, by everything that is recorded now. */
public interface Lists {
    /**
     * One look at a list's file, before or after its rows are recorded.
     *
     * @param list of the kinds that are lists
     */
    Sitting sit(FileKind list);

    /** The entries of one file beside those in force. To be closed; not for several threads. */
    interface Sitting extends AutoCloseable {
        /** @param change of {@code add}, {@code remove} and {@code update} */
        void add(long row, ListEntry entry, String change);

        /** Why a file that says only what changed is not to be taken, in words that name no subscriber. */
        Optional<String> refusesChanges();

        /** Why a file that is the whole list is not to be taken. */
        Optional<String> refusesWhole();

        /** Entries in force that the file does not name, each as it ends. */
        List<ListEntry> unnamed();

        @Override
        void close();
    }

    /** A ledger that keeps no account of lists takes none. */
    Lists NONE = list -> {
        throw new IllegalStateException("this ledger keeps no account of lists");
    };
}
