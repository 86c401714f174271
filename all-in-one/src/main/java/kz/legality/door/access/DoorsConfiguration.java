package kz.legality.door.access;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two ways in. Machines show a bearer token at every call and have no session; people log in on a page and have one.
 * Both are held against the same {@link AccessRules}. The embedded issuer's own endpoints come before both.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicPaceSettings.class)
class DoorsConfiguration {
    private static final Pattern PRINTABLE = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");
    private static final int MACHINES_ORDER = 10;
    private static final int PEOPLE_ORDER = 20;
    private static final String[] MACHINES = {"/api/**", "/n5g-eir-eic/**", "/log/**", "/actuator/**", "/v3/**"};

    @Bean
    @Order(MACHINES_ORDER)
    SecurityFilterChain machines(
            HttpSecurity http,
            JsonMapper json,
            PublicPaceSettings pace,
            JwtDecoder tokens,
            @Value("${ledger.access.roles-claim:roles}") String rolesClaim) {
        Refusals refusals = Refusals.toMachines(json);
        return http.securityMatcher(MACHINES)
                .headers(new AnswerHeaders())
                .addFilterAfter(new PublicPace(pace, refusals, Ticker.systemTicker()), HeaderWriterFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie is looked at, so no other site can make a browser speak for its owner.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .oauth2ResourceServer(bearer(tokens, rolesClaim, refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(DoorsConfiguration::byTheRules)
                .build();
    }

    /**
     * Where the organisation's issuer is trusted there is no login here: its gateway puts the bearer token on, and
     * {@link CrossSiteForms} keeps other sites from using the gateway's cookie.
     */
    @Bean
    @Order(PEOPLE_ORDER)
    SecurityFilterChain people(
            HttpSecurity http,
            JsonMapper json,
            ObjectProvider<UserDetailsService> logins,
            JwtDecoder tokens,
            @Value("${ledger.access.roles-claim:roles}") String rolesClaim) {
        Refusals refusals = Refusals.toPeople(json);
        http.headers(new AnswerHeaders())
                .addFilterAfter(new CrossSiteForms(refusals), HeaderWriterFilter.class)
                .oauth2ResourceServer(bearer(tokens, rolesClaim, refusals))
                .authorizeHttpRequests(DoorsConfiguration::byTheRules);
        if (logins.getIfAvailable() == null) {
            return http.exceptionHandling(
                            refused -> refused.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
                    .build();
        }
        PageAsked page = new PageAsked();
        return http.formLogin(login -> login.loginPage("/login").successHandler(new FirstPage()))
                .exceptionHandling(refused -> refused.accessDeniedHandler(refusals)
                        .defaultAuthenticationEntryPointFor(refusals, new NegatedRequestMatcher(page))
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), page))
                .build();
    }

    /** As strict as Spring's own, but for headers in Kazakh and Russian: it would refuse UTF-8 as control characters. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(
                value -> PRINTABLE.matcher(HeaderText.inUtf8(value)).matches());
        return firewall;
    }

    /** A request is measured as a whole; measuring each of twenty filters by itself cost more than the filters. */
    @Bean
    static SecurityObservationSettings filtersAreNotMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** The session's cookie is not sent along with another site's forms. */
    @Bean
    CookieSameSiteSupplier sessionCookieStaysOnThisSite() {
        return CookieSameSiteSupplier.ofLax();
    }

    private static Customizer<OAuth2ResourceServerConfigurer<HttpSecurity>> bearer(
            JwtDecoder tokens, String rolesClaim, Refusals refusals) {
        JwtDecoder verified = new VerifiedTokens(tokens, new JwtTimestampValidator(), Ticker.systemTicker());
        return server -> server.jwt(
                        jwt -> jwt.decoder(verified).jwtAuthenticationConverter(new TokenReader(rolesClaim)))
                .authenticationEntryPoint(refusals)
                .accessDeniedHandler(refusals);
    }

    /** What a door that was opened does inside the server (an error page, a stream going on) is not asked again. */
    private static void byTheRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .access(new Doorkeeper());
    }
}
