package kz.legality.sourcefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of file the ledger takes in. */
public enum FileKind {
    CUSTOMS_IMPORTS("customs-imports"),
    CUSTOMS_EXPORTS("customs-exports"),
    REFUND_CLAIMS("refund-claims"),
    PERSONAL_DECLARATIONS("personal-declarations"),
    REGISTRATIONS("registrations"),
    BLOCKS("blocks"),
    GSMA_TAC("gsma-tac"),
    OPERATOR("operator"),
    REGISTRATION_LIST("registration-list", true),
    STOLEN_LIST("stolen-list", true),
    PAIRING_LIST("pairing-list", true),
    GOLDEN_LIST("golden-list", true),
    BARRED_LIST("barred-list", true),
    BARRED_TAC_LIST("barred-tac-list", true),
    SUBSCRIBERS_LIST("subscribers-list", true),
    ASSOCIATION_LIST("association-list", true),
    MONITORING_LIST("monitoring-list", true);

    private final String name;
    private final boolean list;

    FileKind(String name) {
        this(name, false);
    }

    FileKind(String name, boolean list) {
        this.name = name;
        this.list = list;
    }

    /** Whether it is a list of which every entry is in force until a file ends it: sent whole, or as what changed. */
    public boolean isList() {
        return list;
    }

    /** As it is written on the command line and in addresses. */
    @JsonValue
    public String written() {
        return name;
    }

    public static Optional<FileKind> of(String written) {
        return Arrays.stream(values()).filter(kind -> kind.name.equals(written)).findFirst();
    }

    @JsonCreator
    static FileKind stored(String written) {
        return of(written).orElseThrow(() -> new IllegalArgumentException("no file kind is called '" + written + "'"));
    }

    /** All of them, for a message. */
    public static String all() {
        return Arrays.stream(values()).map(FileKind::written).collect(Collectors.joining(", "));
    }
}
