package kz.legality.query.device;

import kz.legality.identifier.Bin;
import kz.legality.identifier.Iin;
import kz.legality.secrecy.Personal;

/** Whom a device is registered to. */
public sealed interface RegisteredOwner {
    /**
     * A person, sealed.
     *
     * @param eventId of the registration, which with {@code field} opens it
     * @param field path of the sealed field in the event's JSON
     */
    record Person(Personal<Iin> person, String eventId, String field) implements RegisteredOwner {}

    record Company(Bin bin) implements RegisteredOwner {}
}
