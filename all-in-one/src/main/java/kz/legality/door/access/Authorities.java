package kz.legality.door.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Roles and scopes in the words Spring Security compares. */
final class Authorities {
    private Authorities() {}

    static List<GrantedAuthority> of(Set<Role> roles) {
        return roles.stream().map(Authorities::of).toList();
    }

    static GrantedAuthority of(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    static GrantedAuthority ofScope(String scope) {
        return new SimpleGrantedAuthority("SCOPE_" + scope);
    }

    static boolean includes(Collection<? extends GrantedAuthority> held, GrantedAuthority wanted) {
        return held.stream().anyMatch(one -> wanted.equals(one));
    }
}
