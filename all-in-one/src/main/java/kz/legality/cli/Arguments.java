package kz.legality.cli;

import kz.legality.identifier.Imei;
import kz.legality.identifier.Malformed;

/** Reads what the user typed into the domain's types, with a line he can act on where it does not fit. */
final class Arguments {
    private Arguments() {}

    static Imei imei(String typed) {
        try {
            return Imei.declared(typed);
        } catch (Malformed malformed) {
            throw new BadArgument(String.valueOf(malformed.getMessage()));
        }
    }
}
