package kz.legality.door.audit;

import kz.legality.door.answer.SourceAnswer;
import kz.legality.identifier.FileHash;
import kz.legality.query.file.FileQueries;
import kz.legality.query.file.FileReceipt;

/** A source in a few words. */
final class SourceTexts {
    private static final int HASH_SHOWN_CHARS = 12;

    private SourceTexts() {}

    /** The file's name and the row, which is left out where the file as a whole says it; or who, or which rule. */
    static String of(SourceAnswer source, FileQueries files) {
        if (source.file() != null) {
            String name = files.receipt(new FileHash(source.file()))
                    .map(FileReceipt::name)
                    .orElse(source.file().substring(0, HASH_SHOWN_CHARS) + "…");
            return source.row() == null || source.row() == 0 ? name : name + " : " + source.row();
        }
        return source.actor() != null ? source.actor() : String.valueOf(source.rule());
    }
}
