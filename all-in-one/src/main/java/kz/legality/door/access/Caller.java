package kz.legality.door.access;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.legality.device.Owner;
import kz.legality.secrecy.Pseudonym;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Who stands at the door. A controller takes it as an argument.
 *
 * @param actor the name that events record: a token's subject, a login, or {@code anonymous}
 * @param roles never empty; {@link Role#PUBLIC} alone for a stranger
 * @param claims what else the issuer says of the caller
 */
public record Caller(String actor, Set<Role> roles, Map<Claim, String> claims) implements Serializable {
    /** Nobody in particular. */
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(Role.PUBLIC), Map.of());

    public Caller {
        roles = roles.isEmpty() ? Set.of(Role.PUBLIC) : Set.copyOf(roles);
        claims = Map.copyOf(claims);
    }

    /** The caller of one role, as the embedded issuer knows its accounts. */
    public static Caller of(String actor, Role role, Map<String, String> written) {
        Map<Claim, String> claims = new EnumMap<>(Claim.class);
        written.forEach((name, value) -> Claim.of(name).ifPresent(claim -> claims.put(claim, value)));
        return new Caller(actor, Set.of(role), claims);
    }

    /** Whoever was authenticated, by token or by login. */
    public static Caller of(@Nullable Authentication authentication) {
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof Caller caller) {
            return caller;
        }
        return principal instanceof LoggedIn login ? login.caller() : ANONYMOUS;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** In this role and in no other, which might allow him more. */
    public boolean isOnly(Role role) {
        return roles.equals(Set.of(role));
    }

    /** The citizen, where the owner is he himself. */
    public boolean isOwner(Owner owner) {
        return owner instanceof Owner.Person it
                && person().map(it.person().pseudonym()::equals).orElse(false);
    }

    /** The operator's name, of an operator. */
    public Optional<String> operator() {
        return claim(Claim.OPERATOR);
    }

    /** Who the citizen is. Equal to the pseudonym in an owner's personal field. */
    public Optional<Pseudonym> person() {
        return claim(Claim.PERSON).map(Pseudonym::new);
    }

    /** The case the token is bound to. */
    public Optional<String> boundCase() {
        return claim(Claim.CASE);
    }

    public Optional<String> office() {
        return claim(Claim.OFFICE);
    }

    /** The BIN of the only taxpayer this auditor was sent to, as the issuer wrote it. */
    public Optional<String> taxpayer() {
        return claim(Claim.BIN);
    }

    private Optional<String> claim(Claim claim) {
        return Optional.ofNullable(claims.get(claim));
    }
}
