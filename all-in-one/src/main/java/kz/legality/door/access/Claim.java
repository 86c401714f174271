package kz.legality.door.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token says of its holder beside the roles; each is one text. */
public enum Claim {
    /** The operator's name, as in its file names. */
    OPERATOR,
    /** Who a citizen is: the pseudonym of his IIN. The IIN itself never stands in a token. */
    PERSON,
    /** The case the holder was sent about; nothing can be read about another. */
    CASE,
    /** The customs office. */
    OFFICE,
    /** The taxpayer an audit is confined to. */
    BIN;

    /** As it is written in tokens. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Claim> of(String written) {
        return Arrays.stream(values())
                .filter(claim -> claim.written().equals(written))
                .findFirst();
    }
}
