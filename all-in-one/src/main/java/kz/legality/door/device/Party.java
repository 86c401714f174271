package kz.legality.door.device;

import java.util.Optional;
import kz.legality.device.Owner;
import kz.legality.door.problem.Asked;
import kz.legality.door.problem.RequestProblem;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.secrecy.Pseudonyms;
import org.jspecify.annotations.Nullable;

/** Whom an order names: a person by IIN, or a company by BIN. */
record Party(@Nullable String iin, @Nullable String bin) {
    /** @param name of the field that holds it */
    static Owner owner(String name, @Nullable Party party, Pseudonyms pseudonyms) {
        String iin = party == null ? null : party.iin;
        String bin = party == null ? null : party.bin;
        if ((iin == null) == (bin == null)) {
            throw RequestProblem.badParameter(name, "names either a person by iin, or a company by bin");
        }
        return bin == null
                ? Owner.Person.of(
                        Asked.as(
                                name + "/iin",
                                () -> new Iin(Optional.ofNullable(iin).orElse(""))),
                        pseudonyms)
                : new Owner.Company(Asked.as(name + "/bin", () -> new Bin(bin)));
    }
}
