package kz.legality.door.access.issuer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.legality.door.access.LoggedIn;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The people of {@code logins.json}. */
final class Logins implements UserDetailsService {
    private final Map<String, Account> accounts;
    private final HashedSecrets secrets = new HashedSecrets();

    Logins(List<Account> accounts) {
        this.accounts = accounts.stream().collect(Collectors.toUnmodifiableMap(Account::name, Function.identity()));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        Account account = accounts.get(name);
        if (account == null) {
            throw new UsernameNotFoundException("no login has this name");
        }
        return new LoggedIn(account.caller(), secrets.of(account));
    }
}
