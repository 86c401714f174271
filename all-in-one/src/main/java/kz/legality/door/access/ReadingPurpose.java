package kz.legality.door.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.legality.door.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who reads, and what for. A controller that gives out data about devices takes it as an argument and records it in the
 * event of the reading. Where it {@linkplain #mayReadPersonal may not}, personal fields are left out of the answer.
 *
 * <p>Source: the law on personal data (94-V) and the order of reading in court: a purpose, a legal basis, a case.
 *
 * @param actor as in {@link Caller#actor}
 * @param roles as in {@link Caller#roles}
 * @param purpose what the reading is for, as stated, null if nothing was
 * @param legalBasis the article or order, as stated
 * @param caseId the number of the case, as stated or as the token is bound to
 * @param orderHash SHA-256 of the court's order, 64 lower-case hexadecimal digits
 */
public record ReadingPurpose(
        String actor,
        Set<Role> roles,
        @Nullable String purpose,
        @Nullable String legalBasis,
        @Nullable String caseId,
        @Nullable String orderHash) {

    /** Longer than any article is cited; these texts stand in events for good. */
    public static final int STATED_CHARS_MAX = 300;

    private static final Pattern ORDER_HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** What a caller can state: the parameter of an address, or the header, which counts where the parameter is absent. */
    public enum Stated {
        PURPOSE("purpose", "X-Purpose"),
        LEGAL_BASIS("legalBasis", "X-Legal-Basis"),
        CASE("case", "X-Case"),
        ORDER_HASH("orderHash", "X-Order-Hash");

        private final String parameter;
        private final String header;

        Stated(String parameter, String header) {
            this.parameter = parameter;
            this.header = header;
        }

        public String parameter() {
            return parameter;
        }

        public String header() {
            return header;
        }
    }

    /** What comes of a statement. */
    public sealed interface Outcome {
        record Accepted(ReadingPurpose purpose) implements Outcome {}

        /** Nothing may be read. The faults name each thing that is missing or wrong. */
        record Refused(List<Problem.Fault> faults) implements Outcome {}
    }

    /** Whether personal fields may stand in the answer: a role that can, a purpose and a legal basis. */
    public boolean mayReadPersonal() {
        return purpose != null && legalBasis != null && roles.stream().anyMatch(Role::readsPersonal);
    }

    /**
     * Weighs what a caller stated. A court is refused without a case and the hash of its order, whoever else it may be;
     * a token that is bound to a case is refused for another.
     *
     * @param stated what was said under each name, null where nothing was
     */
    public static Outcome of(Caller caller, Function<Stated, @Nullable String> stated) {
        List<Problem.Fault> faults = new ArrayList<>();
        String purpose = text(Stated.PURPOSE, stated, faults);
        String legalBasis = text(Stated.LEGAL_BASIS, stated, faults);
        String caseId = text(Stated.CASE, stated, faults);
        String orderHash = text(Stated.ORDER_HASH, stated, faults);
        if (orderHash != null) {
            orderHash = orderHash.toLowerCase(Locale.ROOT);
        }

        String bound = caller.boundCase().orElse(null);
        if (bound != null && caseId != null && !bound.equals(caseId)) {
            faults.add(fault(Stated.CASE, "the token is bound to another case"));
        }
        if (caseId == null) {
            caseId = bound;
        }
        if (orderHash != null && !ORDER_HASH.matcher(orderHash).matches()) {
            faults.add(fault(Stated.ORDER_HASH, "the SHA-256 of the order is 64 hexadecimal digits, this is not"));
        }
        if (caller.is(Role.COURT)) {
            if (caseId == null) {
                faults.add(fault(Stated.CASE, "a court reads under the number of its case; none was given"));
            }
            if (orderHash == null) {
                faults.add(fault(Stated.ORDER_HASH, "a court reads under its order; its SHA-256 was not given"));
            }
        }
        return faults.isEmpty()
                ? new Outcome.Accepted(
                        new ReadingPurpose(caller.actor(), caller.roles(), purpose, legalBasis, caseId, orderHash))
                : new Outcome.Refused(List.copyOf(faults));
    }

    private static @Nullable String text(
            Stated name, Function<Stated, @Nullable String> stated, List<Problem.Fault> faults) {
        String given = stated.apply(name);
        if (given == null || given.isBlank()) {
            return null;
        }
        if (given.length() > STATED_CHARS_MAX || CONTROL.matcher(given).find()) {
            faults.add(fault(name, "at most " + STATED_CHARS_MAX + " characters, and no control characters"));
        }
        return given.strip();
    }

    private static Problem.Fault fault(Stated name, String detail) {
        return new Problem.Fault("#/" + name.parameter(), detail);
    }
}
