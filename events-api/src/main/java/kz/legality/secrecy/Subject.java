package kz.legality.secrecy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kz.legality.identifier.FileHash;

/** Whose a personal field is: the holder of one key, and the unit in which persons are forgotten. */
public record Subject(@JsonValue String id) {
    @JsonCreator
    public Subject {}

    /** A natural person, named by the pseudonym of his number. */
    public static Subject person(Pseudonym iin) {
        return new Subject("person:" + iin.value());
    }

    /** A subscriber line whose user the ledger does not know, such as a company's. */
    public static Subject line(Pseudonym msisdn) {
        return new Subject("line:" + msisdn.value());
    }

    /** Rows of a file that could not be read, so that nobody can say whose they are. */
    public static Subject unreadRowsOf(FileHash file) {
        return new Subject("file:" + file.sha256());
    }
}
