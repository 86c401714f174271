package kz.legality.door.access.issuer;

import java.util.List;
import java.util.Optional;
import kz.legality.door.access.Caller;
import kz.legality.door.access.LoggedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes into an access token what {@link TokenMint} writes: roles, claims, and for whom it is meant. */
final class RolesInTokens implements OAuth2TokenCustomizer<JwtEncodingContext> {
    private final Clients clients;

    RolesInTokens(Clients clients) {
        this.clients = clients;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (!OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            return;
        }
        context.getClaims().audience(List.of(TokenMint.AUDIENCE));
        holder(context).ifPresent(caller -> {
            context.getClaims()
                    .claim(
                            TokenMint.ROLES_CLAIM,
                            caller.roles().stream().map(Enum::name).toList());
            caller.claims().forEach((claim, value) -> context.getClaims().claim(claim.written(), value));
        });
    }

    private Optional<Caller> holder(JwtEncodingContext context) {
        Authentication principal = context.getPrincipal();
        return principal != null && principal.getPrincipal() instanceof LoggedIn login
                ? Optional.of(login.caller())
                : clients.account(context.getRegisteredClient().getClientId()).map(Account::caller);
    }
}
