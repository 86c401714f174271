package kz.legality.device;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.policy.GreyTerms.Holder;
import kz.legality.secrecy.HoldsPersonal;
import kz.legality.secrecy.Personal;
import kz.legality.secrecy.Pseudonyms;
import org.jspecify.annotations.Nullable;

/** Whom a device is registered to: a person, known by pseudonym, or a company, known to all. */
@HoldsPersonal
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Owner.Person.class), @JsonSubTypes.Type(Owner.Company.class)})
public sealed interface Owner {
    /** Equal for the same owner, and readable by nobody. */
    String reference();

    /** Whose grey term he has. */
    @JsonIgnore
    Holder termHolder();

    /**
     * A person.
     *
     * @param holder null of a resident, which most are
     */
    record Person(Personal<Iin> person, @Nullable Holder holder) implements Owner {
        /** A resident. */
        public Person(Personal<Iin> person) {
            this(person, null);
        }

        /** As his number says. */
        public static Person of(Iin iin, Pseudonyms pseudonyms) {
            return new Person(pseudonyms.person(iin), iin.isOfForeigner() ? Holder.FOREIGN_ID : null);
        }

        @Override
        public String reference() {
            return "person:" + person.pseudonym().value();
        }

        @Override
        public Holder termHolder() {
            return holder == null ? Holder.RESIDENT : holder;
        }
    }

    record Company(Bin company) implements Owner {
        @Override
        public String reference() {
            return "company:" + company.value();
        }

        @Override
        public Holder termHolder() {
            return company.isOfNonResident() ? Holder.NON_RESIDENT : Holder.RESIDENT;
        }
    }
}
