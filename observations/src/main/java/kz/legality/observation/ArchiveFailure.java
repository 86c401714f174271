package kz.legality.observation;

import java.sql.SQLException;

/** The archive's database failed. Its own words are kept out of the message: they may quote a row, and a row names a subscriber. */
public final class ArchiveFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ArchiveFailure(String what, SQLException cause) {
        super(what + ": " + kindOf(cause));
    }

    private static String kindOf(SQLException cause) {
        String said = String.valueOf(cause.getMessage());
        int colon = said.indexOf(':');
        return colon > 0 && colon < 60 ? said.substring(0, colon) : "no reason given";
    }
}
