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
    OPERATOR("operator");

    private final String name;

    FileKind(String name) {
        this.name = name;
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
