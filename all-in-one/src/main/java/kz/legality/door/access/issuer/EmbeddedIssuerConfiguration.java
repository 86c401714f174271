package kz.legality.door.access.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.legality.door.access.AnswerHeaders;
import kz.legality.door.access.Claim;
import kz.legality.door.access.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The product as its own OpenID Connect issuer, in the same process: its key is trusted without asking over HTTP. */
@Configuration(proxyBeanMethods = false)
@Conditional(NoIssuerElsewhere.class)
class EmbeddedIssuerConfiguration {
    private static final int BEFORE_ALL_DOORS = 1;

    /** Where the issuer keeps its secrets, {@code <data>/issuer}. */
    record IssuerFiles(Path path, RSAKey key, IssuerAddress address) {
        @Override
        public String toString() {
            return "IssuerFiles[" + path + "]";
        }
    }

    @Bean
    IssuerFiles issuerFiles(
            @Value("${ledger.data:data}") String data,
            @Value("${ledger.issuer.url:}") String url,
            Environment environment) {
        // Not converted by Spring, which would find a directory of this name on the class path first.
        Path path = Path.of(data).resolve("issuer");
        IssuerDirectory directory = IssuerDirectory.openOrCreate(path);
        String said = url.isBlank() ? ofThisPort(environment) : url;
        IssuerAddress address = said.isEmpty()
                ? IssuerAddress.openOrCreate(directory, IssuerAddress.ASSUMED)
                : IssuerAddress.movedTo(directory, said);
        return new IssuerFiles(path, SigningKey.openOrCreate(directory), address);
    }

    /** Empty for port 0: which one it will be is known only after the issuer is built. */
    private static String ofThisPort(Environment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        return port > 0 ? "http://127.0.0.1:" + port : "";
    }

    @Bean
    Accounts accounts(IssuerFiles files) {
        return Accounts.openOrCreate(files.path(), Map.of(Role.OPERATOR, Map.of(Claim.OPERATOR.written(), "operator")));
    }

    @Bean
    Clients clients(Accounts accounts, IssuerFiles files) {
        return new Clients(accounts.clients(), files.address().current());
    }

    @Bean
    Logins logins(Accounts accounts) {
        return new Logins(accounts.logins());
    }

    @Bean
    RolesInTokens rolesInTokens(Clients clients) {
        return new RolesInTokens(clients);
    }

    @Bean
    OAuth2AuthorizationService grants() {
        return new GrantsInMemory();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IssuerFiles files) {
        return AuthorizationServerSettings.builder()
                .issuer(files.address().current())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(IssuerFiles files) {
        return new ImmutableJWKSet<>(new JWKSet(files.key()));
    }

    @Bean
    JwtDecoder jwtDecoder(IssuerFiles files) throws JOSEException {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(files.key().toRSAPublicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        Set<String> issuers = Set.copyOf(files.address().known());
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtClaimValidator<Object>(
                        JwtClaimNames.ISS, issuer -> issuer != null && issuers.contains(issuer.toString())),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(TokenMint.AUDIENCE))));
        return decoder;
    }

    @Bean
    @Order(BEFORE_ALL_DOORS)
    SecurityFilterChain issuer(HttpSecurity http) {
        MediaTypeRequestMatcher browsers = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browsers.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .headers(new AnswerHeaders())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), browsers))
                .build();
    }
}
