package kz.legality.door.access.issuer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.legality.door.access.AccessRules;
import kz.legality.door.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The machines of {@code clients.json}, and {@value #PAGES}: a client without a secret for programs on a person's own
 * machine, by authorization code with PKCE.
 */
final class Clients implements RegisteredClientRepository {
    static final String PAGES = "ledger-pages";
    static final Duration ACCESS_TOKEN_TTL = Duration.ofHours(1);

    private final Map<String, Account> accounts;
    private final HashedSecrets secrets = new HashedSecrets();
    private final RegisteredClient pages;

    /** @param issuer whose own pages a code may be sent back to, beside a person's own machine */
    Clients(List<Account> accounts, String issuer) {
        this.accounts = accounts.stream().collect(Collectors.toUnmodifiableMap(Account::name, Function.identity()));
        this.pages = RegisteredClient.withId(PAGES)
                .clientId(PAGES)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(issuer + "/login/oauth2/code/ledger")
                // Any port of the loopback address: RFC 8252 section 7.3.
                .redirectUri("http://127.0.0.1/callback")
                .scope(OidcScopes.OPENID)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens())
                .build();
    }

    /** The account a machine's token is made for. */
    Optional<Account> account(String clientId) {
        return Optional.ofNullable(accounts.get(clientId));
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are added in clients.json");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.equals(PAGES)) {
            return pages;
        }
        Account account = accounts.get(clientId);
        return account == null ? null : machine(account);
    }

    private RegisteredClient machine(Account account) {
        RegisteredClient.Builder client = RegisteredClient.withId(account.name())
                .clientId(account.name())
                .clientSecret(secrets.of(account))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens());
        if (account.role() == Role.OPERATOR) {
            client.scope(AccessRules.EQUIPMENT_CHECK_SCOPE);
        }
        return client.build();
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder().accessTokenTimeToLive(ACCESS_TOKEN_TTL).build();
    }
}
