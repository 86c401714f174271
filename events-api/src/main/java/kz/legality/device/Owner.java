package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.secrecy.HoldsPersonal;
import kz.legality.secrecy.Personal;

/** Whom a device is registered to: a person, known by pseudonym, or a company, known to all. */
@HoldsPersonal
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Owner.Person.class), @JsonSubTypes.Type(Owner.Company.class)})
public sealed interface Owner {
    /** Equal for the same owner, and readable by nobody. */
    String reference();

    record Person(Personal<Iin> person) implements Owner {
        @Override
        public String reference() {
            return "person:" + person.pseudonym().value();
        }
    }

    record Company(Bin company) implements Owner {
        @Override
        public String reference() {
            return "company:" + company.value();
        }
    }
}
