package kz.legality.door.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the access rules: by these methods, this address is open to these.
 *
 * @param methods GET includes HEAD
 * @param address a pattern of Spring's: {@code {name}} is one segment, {@code /**} any number
 * @param to who may come in
 * @param within what narrows it further, as a sentence; kept by the controller behind the door, not by this table
 */
public record Opening(Set<HttpMethod> methods, PathPattern address, To to, String within) {

    static Opening of(Set<HttpMethod> methods, String address, To to, String within) {
        return new Opening(methods, PathPatternParser.defaultInstance.parse(address), to, within);
    }

    boolean leadsTo(HttpMethod method, PathContainer path) {
        HttpMethod asked = HttpMethod.HEAD.equals(method) ? HttpMethod.GET : method;
        return methods.contains(asked) && address.matches(path);
    }

    /** Who may come in. */
    public sealed interface To {
        boolean admits(Collection<? extends GrantedAuthority> held);

        /** With or without a token. */
        record Everybody() implements To {
            @Override
            public boolean admits(Collection<? extends GrantedAuthority> held) {
                return true;
            }
        }

        /** Whoever holds one of these roles, or one of these OAuth scopes. */
        record Holders(Set<Role> roles, Set<String> scopes) implements To {
            @Override
            public boolean admits(Collection<? extends GrantedAuthority> held) {
                return roles.stream().map(Authorities::of).anyMatch(one -> Authorities.includes(held, one))
                        || scopes.stream().map(Authorities::ofScope).anyMatch(one -> Authorities.includes(held, one));
            }
        }

        static To everybody() {
            return new Everybody();
        }

        static To holders(Role... roles) {
            return new Holders(Set.copyOf(List.of(roles)), Set.of());
        }
    }
}
