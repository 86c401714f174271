package kz.legality.door.audit;

import kz.legality.door.answer.SourceAnswer;

/** A source in a few words. */
final class SourceTexts {
    private static final int HASH_SHOWN_CHARS = 12;

    private SourceTexts() {}

    static String of(SourceAnswer source) {
        if (source.file() != null) {
            return source.file().substring(0, HASH_SHOWN_CHARS) + "… : " + source.row();
        }
        return source.actor() != null ? source.actor() : String.valueOf(source.rule());
    }
}
