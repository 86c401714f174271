package kz.legality.command.store;

import java.nio.file.Path;

/** A store that can be copied while it is written to. */
public interface LiveCopy {

    /**
     * Writes a copy of one moment, which opens as the store itself does. Everything acknowledged before the call is in it.
     *
     * @param directory must not be there yet, its parent must; on the store's own file system no file is read for it
     */
    void copyTo(Path directory);
}
