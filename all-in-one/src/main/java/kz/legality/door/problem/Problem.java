package kz.legality.door.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param type {@code urn:legality:refusal:} and the code
 * @param code what was refused and why in one word, which stays the same
 * @param title the same for every refusal of this type
 * @param status the HTTP status
 * @param detail a sentence for the person who asked
 * @param errors each thing that was wrong, left out if nothing in particular was
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors"})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors) {

    public static final String TYPE = "urn:legality:refusal:";

    /** @param pointer the name of the parameter as a JSON pointer, {@code #/case} */
    public record Fault(String pointer, String detail) {}

    public static Problem of(String code, HttpStatus status, String detail) {
        return of(code, status, detail, List.of());
    }

    public static Problem of(String code, HttpStatus status, String detail, List<Fault> errors) {
        return new Problem(TYPE + code, status.getReasonPhrase(), status.value(), detail, code, errors);
    }
}
