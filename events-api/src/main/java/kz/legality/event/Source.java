package kz.legality.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import kz.legality.identifier.FileHash;
import kz.legality.identifier.Malformed;

/**
 * Who said it: a row of a file, a person or system through a command, or a rule of the ledger itself. Stored as one
 * text: {@code file:<sha256>#<row>}, {@code actor:<name>#<request>} or {@code rule:<name>}.
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
        @Override
        public String text() {
            return "file:" + file.sha256() + "#" + row;
        }
    }

    /** A person or a system, with the id of the request that carried the command. */
    record Actor(String name, String request) implements Source {
        @Override
        public String text() {
            return "actor:" + name + "#" + request;
        }
    }

    /** A rule of the ledger that followed from facts already recorded. */
    record Rule(String name) implements Source {
        @Override
        public String text() {
            return "rule:" + name;
        }
    }

    @JsonCreator
    static Source parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        int hash = rest.lastIndexOf('#');
        return switch (kind) {
            case "file" -> new FileRow(new FileHash(rest.substring(0, hash)), Long.parseLong(rest.substring(hash + 1)));
            case "actor" -> new Actor(rest.substring(0, hash), rest.substring(hash + 1));
            case "rule" -> new Rule(rest);
            default -> throw new Malformed("a source is file:, actor: or rule:, '" + text + "' is not");
        };
    }
}
