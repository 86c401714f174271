package kz.legality.door.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.legality.query.device.RegisteredOwner;
import kz.legality.secrecy.Personal;
import org.jspecify.annotations.Nullable;

/** The registered owner as the answer shows him. */
public final class Owners {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Owners() {}

    /** @param fields opens the person's number; null withholds it */
    public static @Nullable JsonNode shown(@Nullable RegisteredOwner owner, @Nullable PersonalFields fields) {
        return switch (owner) {
            case null -> null;
            case RegisteredOwner.Company company ->
                NODES.objectNode().put("bin", company.bin().value());
            case RegisteredOwner.Person person ->
                NODES.objectNode().set("person", fields == null ? withheld() : opened(person, fields));
        };
    }

    private static ObjectNode withheld() {
        return NODES.objectNode().put("withheld", true);
    }

    private static JsonNode opened(RegisteredOwner.Person owner, PersonalFields fields) {
        return owner.person() instanceof Personal.Sealed<?> field
                ? fields.open(field, owner.eventId(), owner.field())
                : withheld();
    }
}
