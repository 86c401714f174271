package kz.legality.door.access;

import java.io.Serial;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who logged in on a page of the embedded issuer. */
public final class LoggedIn implements UserDetails {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Caller caller;
    private final String passwordHash;

    /** @param passwordHash with the name of its algorithm in front, as {@code {bcrypt}...} */
    public LoggedIn(Caller caller, String passwordHash) {
        this.caller = caller;
        this.passwordHash = passwordHash;
    }

    public Caller caller() {
        return caller;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Authorities.of(caller.roles());
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return caller.actor();
    }

    /** By login: a second session of the same person is the same person. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LoggedIn login && login.getUsername().equals(getUsername());
    }

    @Override
    public int hashCode() {
        return getUsername().hashCode();
    }
}
