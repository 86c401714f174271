package kz.legality.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Malformed;

/**
 * Who said it: a row of a file, a person or system through a command, or a rule of the ledger itself. Stored as one
 * text: {@code file:<sha256>#<row>}, {@code actor:<name>#<request>} with {@code #} in the name
 * written {@code %23} and {@code %} written {@code %25}, or {@code rule:<name>}.
 */
public sealed interface Source {
    @JsonValue
    String text();

    /**
     * A row of a file that was sent.
     *
     * @param row counted from 1 without the header
     */
    record FileRow(FileHash file, long row) implements Source {
        public FileRow {
            if (row < 1) {
                throw new Malformed("the rows of a file are counted from 1, there is no row " + row);
            }
        }

        @Override
        public String text() {
            return "file:" + file.sha256() + "#" + row;
        }
    }

    /** A person or a system, with the id of the request that carried the command. */
    record Actor(String name, String request) implements Source {
        @Override
        public String text() {
            return "actor:" + name.replace("%", "%25").replace("#", "%23") + "#" + request;
        }
    }

    /** A rule of the ledger that followed from facts already recorded. */
    record Rule(String name) implements Source {
        @Override
        public String text() {
            return "rule:" + name;
        }
    }

    /** @throws Malformed when it is none of the three */
    @JsonCreator
    static Source parse(String text) {
        int colon = text.indexOf(':');
        String kind = text.substring(0, Math.max(colon, 0));
        String rest = text.substring(colon + 1);
        int hash = rest.indexOf('#');
        if (kind.equals("rule")) {
            return new Rule(rest);
        }
        if (kind.equals("actor") && hash >= 0) {
            String name = rest.substring(0, hash).replace("%23", "#").replace("%25", "%");
            return new Actor(name, rest.substring(hash + 1));
        }
        if (kind.equals("file") && hash >= 0) {
            return new FileRow(new FileHash(rest.substring(0, hash)), rowOf(rest.substring(hash + 1)));
        }
        throw new Malformed("a source reads file:<sha256>#<row>, actor:<name>#<request> or rule:<name>, this does not");
    }

    private static long rowOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Malformed("the rows of a file are counted in digits, this is not");
        }
    }
}
